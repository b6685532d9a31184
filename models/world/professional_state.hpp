#pragma once
#include <array>
#include <cstdint>

#include "models/parameters/roles.hpp"
#include "models/world/ids.hpp"
#include "sim/about.hpp"
#include "sim/column.hpp"
#include "sim/quantity.hpp"

namespace weefsel {

/// Why an incumbent is gone.
enum class Leaving : std::uint8_t {
    stays,
    resigned,
    lapsed,   ///< the money ended
    planned,  ///< with a handover
    count
};
inline constexpr std::size_t leavings = static_cast<std::size_t>(Leaving::count);

/// Posts of professionals. Keys of randomness belong to the post (neighbourhood, role and ordinal within
/// the role), never to the line that pays, its form, or the order of options.
struct Posts {
    template <class T>
    using Col = sim::Column<PostId, T>;

    Col<std::uint64_t> number;
    Col<Role> role;
    Col<LineId> line;
    Col<float> fte_bought;
    Col<sim::Euros> pay;
    Col<float> training;
    Col<float> fte;
    Col<float> paid_fte;
    Col<sim::Euros> saved;
    Col<std::uint8_t> filled;
    Col<std::uint32_t> person;
    Col<std::uint16_t> persons;
    Col<std::int16_t> months_in_post;
    Col<std::int16_t> vacant_months;
    Col<float> exit_left;
    Col<Leaving> left;
    Col<std::uint8_t> redeployed;
    Col<float> direct_hours;
    Col<float> reporting_hours;
    Col<float> caseload;

    template <class V>
    void visit(V&& v) {
        v(sim::About{"post.number", "1", sim::any_value,
                     "Key of the post: neighbourhood, role and ordinal within the role, the same in every "
                     "option."},
          number);
        v(sim::About{"post.role",
                     "1",
                     {0, roles - 1},
                     "Role: opbouwwerker, jongerenwerker, maatschappelijk werker, sociaal werker, "
                     "buurtsportcoach, connector."},
          role);
        v(sim::About{"post.line", "1", sim::any_value, "Line that pays for it; none: the post has ended."},
          line);
        v(sim::About{"post.fte_bought", "fte", sim::zero_and_up, "At the full grant."}, fte_bought);
        v(sim::About{"post.pay", "EUR/month", sim::zero_and_up, "At the full grant."}, pay);
        v(sim::About{"post.training", "EUR/year", sim::zero_and_up,
                     "Training that its line buys, for each fte of its posts."},
          training);
        v(sim::About{"post.fte", "fte", sim::zero_and_up,
                     "What the grant pays this month, before vacancy; 0: does not run."},
          fte);
        v(sim::About{"post.paid_fte", "fte", sim::zero_and_up,
                     "Worked this month, extra hours included; 0 while vacant."},
          paid_fte);
        v(sim::About{"post.saved", "EUR", sim::zero_and_up, "Money of this post granted and not yet spent."},
          saved);
        v(sim::About{"post.filled", "1", {0, 1}, "1: somebody works here."}, filled);
        v(sim::About{"post.person", "1", sim::zero_and_up,
                     "Number of the (last) incumbent, unique and the same in every option; 0: none yet."},
          person);
        v(sim::About{"post.persons", "1", {0, 65535}, "Incumbents so far."}, persons);
        v(sim::About{"post.months_in_post", "month", sim::zero_and_up,
                     "Time that the incumbent has been here."},
          months_in_post);
        v(sim::About{"post.vacant_months", "month", sim::zero_and_up,
                     "Months still without anybody, while vacant."},
          vacant_months);
        v(sim::About{"post.exit_left", "1", sim::any_value,
                     "Threshold of leaving minus the hazard accumulated so far."},
          exit_left);
        v(sim::About{"post.left",
                     "1",
                     {0, 3},
                     "An incumbent left this month (bonds are lost in step 4): 0 no, 1 resigned, 2 the money "
                     "ended, 3 as planned."},
          left);
        v(sim::About{"post.redeployed",
                     "1",
                     {0, 1},
                     "1: that incumbent was placed elsewhere, for the money ended."},
          redeployed);
        v(sim::About{"post.direct_hours", "h", sim::zero_and_up,
                     "Hours this month for residents: after reporting, work with partners and learning."},
          direct_hours);
        v(sim::About{"post.reporting_hours", "h", sim::zero_and_up,
                     "Hours this month for bids and accountability."},
          reporting_hours);
        v(sim::About{"post.caseload", "1", sim::zero_and_up, "Residents in contact, smoothed over a year."},
          caseload);
    }
    [[nodiscard]] std::size_t rows() const { return number.size(); }
    [[nodiscard]] auto ids() const { return sim::Ids<PostId>(rows()); }
};
static_assert(sizeof(Posts) == 20 * sizeof(Posts::Col<float>));

}  // namespace weefsel
