#pragma once
#include <array>
#include <cstdint>

#include "models/funding/line_terms.hpp"
#include "models/ids.hpp"
#include "models/meeting_place/place_state.hpp"
#include "sim/column.hpp"
#include "sim/quantity.hpp"

namespace weefsel {

/// Municipality and organisation: one pair in each neighbourhood, row 0.
using PartnershipId = sim::Id<struct PartnershipTag, std::uint8_t>;
inline constexpr PartnershipId the_partnership{0};

/// Where a line stands: money flows, between two grants, or gone for good.
enum class LinePhase : std::uint8_t { running, gap, ended };

/// The funding lines of one neighbourhood: the terms they run on, and where they stand.
struct FundingLines {
    template <class T>
    using Col = sim::Column<LineId, T>;
    using PlaceHours = std::array<float, place_kinds>;

    // Terms, fixed while a policy lasts. Months are whole.
    Col<std::int32_t> era;   ///< month in which the policy began: keys its draws
    Col<std::int16_t> term;  ///< months; 0: without end
    Col<std::int16_t> start_up;
    Col<std::int16_t> notice;
    Col<std::int16_t> gap;
    Col<float> renewal;             ///< chance
    Col<float> indexation;          ///< share of the rise of prices
    Col<float> reporting_share;     ///< share of paid hours
    Col<float> cut_hazard;          ///< a year
    Col<float> review;              ///< chance a year
    Col<Goal> goal;                 ///< served by the line's posts when earmarked
    Col<std::uint8_t> earmarked;    ///< 1: only the goal's group is served
    Col<std::uint8_t> carries;      ///< 1: unspent money is kept for extra hours
    Col<sim::Euros> full_year;      ///< the grant of a year at full scale
    Col<sim::Euros> place_month;    ///< of it for places and support, a month at full scale
    Col<PlaceHours> place_hours;    ///< h a week bought per kind of place, at full scale
    Col<PlaceHours> support_hours;  ///< h a week of support per kind of place, at full scale

    // Where the line stands.
    Col<LinePhase> phase;
    Col<std::uint8_t> running;        ///< 1: money flows this month
    Col<std::uint8_t> starts;         ///< 1: a grant begins this month after a tender
    Col<std::uint8_t> renewed;        ///< 1: a grant was renewed this month
    Col<std::int16_t> undecided_in;   ///< months to an end that nobody has decided on yet; 0: none
    Col<std::uint8_t> closing;        ///< 1: no grant follows the end
    Col<std::uint16_t> grants;        ///< begun so far
    Col<std::int16_t> month_of_term;  ///< months since the grant was priced
    Col<std::int16_t> age;            ///< months of subsidy without a break
    Col<std::int16_t> ends_in;        ///< months still to run, this one included; below 0: no end decided
    Col<std::int16_t> gap_left;       ///< months without money still to come
    Col<std::uint16_t> cuts;          ///< so far
    Col<float> cut_left;              ///< threshold minus accumulated hazard
    Col<std::int16_t> cut_wait;       ///< months until a decided cut; 0: none decided
    Col<float> level;                 ///< share left after cuts
    Col<float> scale;                 ///< share of the full grant this month: cuts, prices, austerity
    Col<std::uint16_t> activities;    ///< begun so far
    Col<float> quality;               ///< ln q of the line's activities

    // The books of this month.
    Col<sim::Euros> granted;  ///< tender and contract costs included
    Col<sim::Euros> spent;
    Col<sim::Euros> returned;
    Col<sim::Euros> contracting;  ///< of the money spent: tender and contract costs
    Col<sim::Euros> held;         ///< balance at the end of the month: what its posts have saved

    sim::Column<PartnershipId, float> trust;         ///< between municipality and organisation, 0..1
    sim::Column<PartnershipId, sim::Euros> settled;  ///< handed back when policies were replaced, so far

    template <class V>
    void visit(V&& v) {
        v("line.era", era);
        v("line.term", term);
        v("line.start_up", start_up);
        v("line.notice", notice);
        v("line.gap", gap);
        v("line.renewal", renewal);
        v("line.indexation", indexation);
        v("line.reporting_share", reporting_share);
        v("line.cut_hazard", cut_hazard);
        v("line.review", review);
        v("line.goal", goal);
        v("line.earmarked", earmarked);
        v("line.carries", carries);
        v("line.full_year", full_year);
        v("line.place_month", place_month);
        v("line.place_hours", place_hours);
        v("line.support_hours", support_hours);
        v("line.phase", phase);
        v("line.running", running);
        v("line.starts", starts);
        v("line.renewed", renewed);
        v("line.undecided_in", undecided_in);
        v("line.closing", closing);
        v("line.grants", grants);
        v("line.month_of_term", month_of_term);
        v("line.age", age);
        v("line.ends_in", ends_in);
        v("line.gap_left", gap_left);
        v("line.cuts", cuts);
        v("line.cut_left", cut_left);
        v("line.cut_wait", cut_wait);
        v("line.level", level);
        v("line.scale", scale);
        v("line.activities", activities);
        v("line.quality", quality);
        v("line.granted", granted);
        v("line.spent", spent);
        v("line.returned", returned);
        v("line.contracting", contracting);
        v("line.held", held);
        v("partnership.trust", trust);
        v("partnership.settled", settled);
    }
    [[nodiscard]] std::size_t rows() const { return running.size(); }
};
static_assert(sizeof(FundingLines) == 42 * sizeof(FundingLines::Col<float>));

}  // namespace weefsel
