#pragma once
#include <array>
#include <cstdint>

#include "models/world/ids.hpp"
#include "models/world/line_terms.hpp"
#include "models/world/place_state.hpp"
#include "models/world/rank_curve.hpp"
#include "sim/about.hpp"
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
    Col<std::uint64_t> number;
    Col<std::int32_t> era;
    Col<std::int16_t> term;
    Col<std::int16_t> start_up;
    Col<std::int16_t> notice;
    Col<std::int16_t> gap;
    Col<float> renewal;
    Col<float> indexation;
    Col<float> reporting_share;
    Col<float> cut_hazard;
    Col<float> review;
    Col<float> voice;
    Col<Goal> goal;
    Col<std::uint8_t> earmarked;
    Col<std::uint8_t> carries;
    Col<sim::Euros> full_year;
    Col<sim::Euros> place_month;
    Col<PlaceHours> place_hours;
    Col<PlaceHours> support_hours;

    // Where the line stands.
    Col<LinePhase> phase;
    Col<std::uint8_t> running;
    Col<std::uint8_t> starts;
    Col<std::uint8_t> renewed;
    Col<std::uint8_t> ends;
    Col<std::int16_t> undecided_in;
    Col<std::uint8_t> closing;
    Col<std::uint16_t> grants;
    Col<std::int16_t> month_of_term;
    Col<std::int16_t> age;
    Col<std::int16_t> ends_in;
    Col<std::int16_t> gap_left;
    Col<std::uint16_t> cuts;
    Col<float> cut_left;
    Col<std::int16_t> cut_wait;
    Col<float> level;
    Col<float> scale;
    Col<std::uint16_t> activities;
    Col<float> quality;
    Col<std::uint8_t> bids;
    Col<float> rank;
    Col<RankCurve> ranks;
    Col<float> own_share;
    Col<float> followed;

    // What the grant makes of this month's work.
    Col<float> quality_now;
    Col<float> effort;
    Col<float> aim;

    // The books of this month.
    Col<sim::Euros> granted;
    Col<sim::Euros> spent;
    Col<sim::Euros> returned;
    Col<sim::Euros> contracting;
    Col<sim::Euros> held;

    sim::Column<PartnershipId, float> trust;
    sim::Column<PartnershipId, float> official_left;
    sim::Column<PartnershipId, std::uint16_t> officials;
    sim::Column<PartnershipId, sim::Euros> settled;
    sim::Column<PartnershipId, float> social_base;
    sim::Column<PartnershipId, double> care_budget;
    sim::Column<PartnershipId, sim::Euros> care_spent;

    template <class V>
    void visit(V&& v) {
        v(
            sim::About{
                "line.number", "1", sim::any_value,
                "Key of the line's draws: neighbourhood and first post or place bought, the same in every "
                "option."},
            number);
        v(sim::About{"line.era", "month", sim::any_value, "Month in which the policy began; keys its draws."},
          era);
        v(sim::About{"line.term", "month", sim::zero_and_up, "Length of a grant; 0: without end."}, term);
        v(sim::About{"line.start_up", "month", sim::zero_and_up,
                     "From the start of a grant to the first hour of a post without incumbent."},
          start_up);
        v(sim::About{"line.notice", "month", sim::zero_and_up,
                     "Between a decision to cut or end and its effect."},
          notice);
        v(sim::About{"line.gap", "month", sim::zero_and_up,
                     "Without money after a grant that was not renewed."},
          gap);
        v(
            sim::About{
                "line.renewal", "1", {0, 1}, "Chance that a grant is followed by the next without a gap."},
            renewal);
        v(sim::About{"line.indexation", "1", sim::zero_and_up,
                     "Share of the rise of prices that the grant follows within a term."},
          indexation);
        v(sim::About{"line.reporting_share", "1", {0, 1}, "Share of paid hours for bids and accountability."},
          reporting_share);
        v(sim::About{"line.cut_hazard", "1/year", sim::zero_and_up, "Hazard of a cut."}, cut_hazard);
        v(sim::About{"line.review", "1/year", {0, 1}, "Chance of a review of what is done."}, review);
        v(sim::About{"line.voice",
                     "1",
                     {0, 1},
                     "Share of direct hours spent on giving a voice to who is not heard."},
          voice);
        v(sim::About{"line.goal",
                     "1",
                     {0, 6},
                     "Group that the line's posts serve when earmarked: everyone, youth, elderly, carers, "
                     "low income, lonely, newcomers."},
          goal);
        v(sim::About{"line.earmarked", "1", {0, 1}, "1: only the goal's group is served."}, earmarked);
        v(
            sim::About{
                "line.carries", "1", {0, 1}, "1: unspent money is kept for extra hours; 0: it is returned."},
            carries);
        v(sim::About{"line.full_year", "EUR/year", sim::zero_and_up, "The grant at full scale."}, full_year);
        v(sim::About{"line.place_month", "EUR/month", sim::zero_and_up,
                     "Part of it for all but posts, at full scale."},
          place_month);
        v(sim::About{"line.place_hours", "h/week", sim::zero_and_up,
                     "Bought per kind of place, at full scale."},
          place_hours);
        v(sim::About{"line.support_hours", "h/week", sim::zero_and_up,
                     "Support bought per kind of place, at full scale."},
          support_hours);
        v(sim::About{"line.phase", "1", {0, 2}, "0 running, 1 between two grants, 2 ended for good."}, phase);
        v(sim::About{"line.running", "1", {0, 1}, "1: money flows this month."}, running);
        v(sim::About{"line.starts", "1", {0, 1}, "1: a grant begins this month after a tender."}, starts);
        v(sim::About{"line.renewed", "1", {0, 1}, "1: a grant was renewed this month."}, renewed);
        v(sim::About{"line.ends", "1", {0, 1}, "1: a grant ended this month, not renewed."}, ends);
        v(sim::About{"line.undecided_in", "month", sim::zero_and_up,
                     "To an end that nobody has decided on yet; 0: none."},
          undecided_in);
        v(sim::About{"line.closing", "1", {0, 1}, "1: no grant follows the end."}, closing);
        v(sim::About{"line.grants", "1", {0, 65535}, "Begun so far."}, grants);
        v(sim::About{"line.month_of_term", "month", sim::zero_and_up, "Since the grant was priced."},
          month_of_term);
        v(sim::About{"line.age", "month", sim::zero_and_up, "Of subsidy without a break."}, age);
        v(sim::About{"line.ends_in",
                     "month",
                     {-1, 32767},
                     "Still to run, this month included; -1: no end decided."},
          ends_in);
        v(
            sim::About{
                "line.gap_left", "month", {-1, 32767}, "Without money still to come; -1 once a grant runs."},
            gap_left);
        v(sim::About{"line.cuts", "1", {0, 65535}, "So far."}, cuts);
        v(sim::About{"line.cut_left", "1", sim::any_value,
                     "Threshold of a cut minus the hazard accumulated so far."},
          cut_left);
        v(sim::About{"line.cut_wait", "month", sim::zero_and_up, "Until a decided cut; 0: none decided."},
          cut_wait);
        v(sim::About{"line.level", "1", {0, 1}, "Share left after cuts."}, level);
        v(sim::About{"line.scale", "1", sim::zero_and_up,
                     "Share of the full grant this month: cuts, prices, austerity."},
          scale);
        v(sim::About{"line.activities", "1", {0, 65535}, "Begun so far."}, activities);
        v(sim::About{"line.quality", "1", sim::any_value, "ln q of the line's activities."}, quality);
        v(sim::About{"line.bids",
                     "1",
                     {0, 5},
                     "Bids among which these were chosen; 0: taken over from another line, or none yet."},
          bids);
        v(
            sim::About{
                "line.rank",
                "1",
                {0, 1},
                "Percentile of their quality among lines of the same history: uniform, whatever that is."},
            rank);
        v(sim::About{"line.ranks",
                     "1",
                     {0, 1},
                     "Percentiles of all qualities among those lines, from 4 standard deviations below the "
                     "mean of what is offered to 4 above."},
          ranks);
        v(sim::About{"line.own_share", "1", {0, 1}, "Share of ln q that is still of what was chosen."},
          own_share);
        v(sim::About{"line.followed", "1", sim::any_value, "The rest of ln q: what followed other lines."},
          followed);
        v(sim::About{"line.quality_now", "1", sim::any_value,
                     "ln q of this month's work: of the activities, of learning together and of accounting."},
          quality_now);
        v(sim::About{"line.effort", "1", sim::zero_and_up,
                     "Factor on direct hours this month: a new grant, an undecided end, slack."},
          effort);
        v(
            sim::About{
                "line.aim", "1", {0, 1}, "Rise of the power of need in whom contacts go to, this month."},
            aim);
        v(sim::About{"line.granted", "EUR", sim::zero_and_up,
                     "This month, costs of tender and contract included."},
          granted);
        v(sim::About{"line.spent", "EUR", sim::zero_and_up, "This month."}, spent);
        v(sim::About{"line.returned", "EUR", sim::zero_and_up, "This month."}, returned);
        v(sim::About{"line.contracting", "EUR", sim::zero_and_up,
                     "Part of the money spent that went to tender and contract."},
          contracting);
        v(sim::About{"line.held", "EUR", sim::zero_and_up,
                     "Balance at the end of the month: what its posts have saved."},
          held);
        v(sim::About{"partnership.trust", "1", {0, 1}, "Between municipality and organisation."}, trust);
        v(sim::About{"partnership.official_left", "1", sim::any_value,
                     "Threshold at which the person whom it rests on leaves, minus the hazard so far."},
          official_left);
        v(sim::About{"partnership.officials", "1", {0, 65535}, "Such persons who left so far."}, officials);
        v(sim::About{"partnership.settled", "EUR", sim::zero_and_up,
                     "Handed back when policies were replaced, so far."},
          settled);
        v(
            sim::About{
                "partnership.social_base", "1", sim::zero_and_up,
                "What deficits and savings on care, and care money that is moved, make of every line; 1: "
                "nothing."},
            social_base);
        v(
            sim::About{
                "partnership.care_budget", "EUR/year", sim::zero_and_up,
                "Budget of the municipality for care per resident, where its finance is part of an option."},
            care_budget);
        v(sim::About{"partnership.care_spent", "EUR", sim::zero_and_up, "Of it this year, likewise."},
          care_spent);
    }
    [[nodiscard]] std::size_t rows() const { return running.size(); }
    [[nodiscard]] auto ids() const { return sim::Ids<LineId>(rows()); }
};
static_assert(sizeof(FundingLines) == 58 * sizeof(FundingLines::Col<float>));

}  // namespace weefsel
