#pragma once
#include <array>
#include <cstdint>

#include "models/ids.hpp"
#include "sim/column.hpp"
#include "sim/quantity.hpp"

namespace weefsel {

enum class Role : std::uint8_t {
    opbouwwerker,
    jongerenwerker,
    maatschappelijk_werker,
    sociaal_werker,
    buurtsportcoach,
    connector,
    count
};
inline constexpr std::size_t roles = static_cast<std::size_t>(Role::count);

/// Posts of professionals. Keys of randomness belong to the post (role and ordinal within the
/// role), never to the line that pays, its form, or the order of options.
struct Posts {
    template <class T>
    using Col = sim::Column<PostId, T>;

    Col<std::uint64_t> number;  ///< key of the post: role and ordinal, the same in every option
    Col<Role> role;
    Col<LineId> line;           ///< that pays for it; none: the post has ended
    Col<float> fte_bought;      ///< at the full grant
    Col<sim::Euros> pay;        ///< a month at the full grant
    Col<float> fte;             ///< that the grant pays this month, before vacancy; 0: does not run
    Col<float> paid_fte;        ///< worked this month, extra hours included; 0 when vacant
    Col<sim::Euros> saved;      ///< money of this post granted and not yet spent
    Col<std::uint8_t> filled;   ///< 1: somebody works here
    Col<std::uint32_t> person;  ///< number of the (last) incumbent; unique, same in every option; 0: none yet
    Col<std::uint16_t> persons;  ///< incumbents so far
    Col<std::int16_t> months_in_post;
    Col<std::int16_t> vacant_months;  ///< months still without anybody, while vacant
    Col<float> exit_left;             ///< threshold minus accumulated hazard of leaving
    Col<std::uint8_t> left;           ///< 1: an incumbent left this month (bonds are lost in step 4)
    Col<std::uint8_t> redeployed;     ///< 1: that incumbent was placed elsewhere, for the money ended
    Col<float> direct_hours;          ///< h this month for residents: after reporting, partner work, learning
    Col<float> reporting_hours;       ///< h this month for bids and accountability
    Col<float> caseload;              ///< residents in contact, smoothed over a year

    template <class V>
    void visit(V&& v) {
        v("post.number", number);
        v("post.role", role);
        v("post.line", line);
        v("post.fte_bought", fte_bought);
        v("post.pay", pay);
        v("post.fte", fte);
        v("post.paid_fte", paid_fte);
        v("post.saved", saved);
        v("post.filled", filled);
        v("post.person", person);
        v("post.persons", persons);
        v("post.months_in_post", months_in_post);
        v("post.vacant_months", vacant_months);
        v("post.exit_left", exit_left);
        v("post.left", left);
        v("post.redeployed", redeployed);
        v("post.direct_hours", direct_hours);
        v("post.reporting_hours", reporting_hours);
        v("post.caseload", caseload);
    }
    [[nodiscard]] std::size_t rows() const { return number.size(); }
};
static_assert(sizeof(Posts) == 19 * sizeof(Posts::Col<float>));

}  // namespace weefsel
