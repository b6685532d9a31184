#include "models/process/funding/contracts.hpp"

#include <algorithm>
#include <cmath>

#include "models/process/funding/activities.hpp"
#include "models/process/funding/effort.hpp"
#include "models/process/funding/policy.hpp"
#include "models/process/funding/selection.hpp"
#include "models/process/professional/staffing.hpp"
#include "models/process/provision/provisions.hpp"
#include "models/world/streams.hpp"

namespace weefsel {

namespace {

void draw_cut(FundingLines& lines, LineId line, const sim::RandomSource& draws) {
    lines.cut_left[line] = sim::exponential_of(
        draws.paired_word(Stream::line_cut, lines.number[line], era_of(lines, line), lines.cuts[line]));
}

/// The money stops: what is held goes back, the incumbents go.
void close_posts(FundingLines& lines, Posts& posts, LineId line, double redeployed,
                 const sim::RandomSource& draws) {
    for (const auto post : posts.ids()) {
        if (posts.line[post] != line) continue;
        lines.returned[line] += posts.saved[post];
        posts.saved[post] = {};
        posts.vacant_months[post] = 0;
        if (posts.filled[post] != 0) end_work(posts, post, Leaving::lapsed, redeployed, draws);
    }
}

/// After a tender posts without incumbent stay empty for the start-up months.
void open_posts(const FundingLines& lines, Posts& posts, LineId line) {
    for (const auto post : posts.ids())
        if (posts.line[post] == line && posts.filled[post] == 0)
            posts.vacant_months[post] = std::max(posts.vacant_months[post], lines.start_up[line]);
}

/// The renewal of the coming end is refused, or a line has its rank among those that are renewed.
void decide_renewal(FundingLines& lines, LineId line, LinePoint& point, const WholeTerms& terms,
                    const FundingParameters& p, const sim::RandomSource& draws) {
    const auto rank = static_cast<double>(lines.rank[line]);
    const float u = sim::uniform_of(
        draws.paired_word(Stream::line_renewal, lines.number[line], era_of(lines, line), lines.grants[line]));
    if (static_cast<double>(u) >= renewal_chance(terms.renewal, rank, p.renewal_merit))
        return refuse_renewal(point, terms, p);
    lines.rank[line] = static_cast<float>(rank_when_renewed(terms.renewal, rank, p.renewal_merit));
    curve_when_renewed(lines.ranks[line], terms.renewal, p.renewal_merit);
}

/// Grants end, are renewed or begin; the renewal of the coming end is decided when it is due, once.
void turn_grant(FundingLines& lines, Posts& posts, LineId line, double redeployed, const FundingParameters& p,
                const sim::RandomSource& draws) {
    auto point = point_of(lines, line);
    const auto terms = terms_of(lines, line);
    const auto turn = end_or_renew(point, terms);
    lines.starts[line] = turn.begins;
    lines.renewed[line] = turn.renews;
    lines.ends[line] = turn.ends;
    if (turn.ends) close_posts(lines, posts, line, redeployed, draws);
    if (turn.begins) open_posts(lines, posts, line);
    if (turn.begins || turn.renews) ++lines.grants[line];
    if (turn.begins) tender_activity(lines, line, p, draws);
    if (is_renewal_due(point, terms, p)) decide_renewal(lines, line, point, terms, p, draws);
    stand_at(lines, line, point);
}

void cut(FundingLines& lines, Posts& posts, LineId line, double redeployed, const FundingParameters& p,
         const sim::RandomSource& draws) {
    lines.level[line] *= static_cast<float>(1 - p.cut_depth);
    ++lines.cuts[line];
    draw_cut(lines, line, draws);
    if (lines.level[line] > 0.0F) return;
    lines.closing[line] = lines.ends[line] = 1;
    close_posts(lines, posts, line, redeployed, draws);
    auto point = point_of(lines, line);
    end_grant(point, terms_of(lines, line));
    stand_at(lines, line, point);
}

/// The hazard of a cut runs in every month of a line, between its grants too.
void cut_when_due(FundingLines& lines, Posts& posts, LineId line, double redeployed,
                  const FundingParameters& p, const sim::RandomSource& draws) {
    if (lines.phase[line] == LinePhase::ended) return;
    if (lines.cut_wait[line] > 0) {
        if (--lines.cut_wait[line] == 0) cut(lines, posts, line, redeployed, p, draws);
        return;
    }
    lines.cut_left[line] -= lines.cut_hazard[line] / static_cast<float>(sim::months_per_year);
    if (lines.cut_left[line] > 0.0F) return;
    lines.cut_wait[line] = static_cast<std::int16_t>(notice_due(lines.notice[line], lines.age[line], p));
    if (lines.cut_wait[line] == 0) cut(lines, posts, line, redeployed, p, draws);
}

/// Fte of independent connectors that running lines pay for, at full grants.
double connectors(const FundingLines& lines, const Posts& posts) {
    double fte = 0;
    for (const auto post : posts.ids()) {
        if (!declared(posts.role[post]).between_organisations || !posts.line[post].exists()) continue;
        if (lines.running[posts.line[post]] != 0) fte += static_cast<double>(posts.fte_bought[post]);
    }
    return fte;
}

/// Who leaves takes trust along; a successor stays for a time of their own.
void official_leaves(FundingLines& lines, const FundingParameters& p, const sim::RandomSource& draws) {
    auto& left = lines.official_left[the_partnership];
    left -= static_cast<float>(p.official_exit / sim::months_per_year);
    if (p.official_exit <= 0 || left > 0.0F) return;
    lines.trust[the_partnership] *= static_cast<float>(1 - p.official_takes);
    left = official_stays(site_of(lines.number[LineId{0}]), ++lines.officials[the_partnership], draws);
}

/// Trust grows with time under contract and with independent connectors, and falls with each tender, each
/// line by its share of the money.
void follow_trust(FundingLines& lines, double connector_fte, const FundingParameters& p) {
    double all = 0, running = 0, tendered = 0;
    for (const auto line : lines.ids()) {
        const double euros = lines.full_year[line].value();
        all += euros;
        running += lines.running[line] != 0 ? euros : 0;
        tendered += lines.starts[line] != 0 ? euros : 0;
    }
    if (all <= 0) return;
    auto& trust = lines.trust[the_partnership];
    const auto before = static_cast<double>(trust);
    trust = static_cast<float>(before + (1 - before) / p.trust_months * running / all +
                               (1 - before) * connector_share(connector_fte, p) -
                               before * p.trust_lost_at_tender * tendered / all);
}

/// What a line is and does this month.
void stand_this_month(FundingLines& lines, LineId line, double austerity, const FundingParameters& p) {
    const bool runs = lines.phase[line] == LinePhase::running;
    const auto point = point_of(lines, line);
    const double value =
        real_value(point.month_of_term, static_cast<double>(lines.indexation[line]), p.price_rise);
    const double full = static_cast<double>(lines.level[line]) * value * (1 - austerity) *
                        static_cast<double>(lines.social_base[the_partnership]);
    lines.running[line] = runs ? 1 : 0;
    lines.scale[line] = runs ? static_cast<float>(full) : 0.0F;
    lines.effort[line] = runs ? static_cast<float>(effort_of(point, terms_of(lines, line), p)) : 1.0F;
    lines.aim[line] = runs ? static_cast<float>(aim_of(point, p)) : 0.0F;
}

}  // namespace

float official_stays(std::uint64_t site, std::uint16_t nth, const sim::RandomSource& draws) {
    return sim::exponential_of(draws.block(Stream::official_exit, site, sim::Month{0}, nth)[0]);
}

double official_loss(const FundingParameters& p) {
    return p.official_takes * (1 - sim::exp_of(-p.official_exit / sim::months_per_year));
}

double connector_share(double fte, const FundingParameters& p) {
    return std::min(1.0, p.connector_trust * fte / sim::months_per_year);
}

void give_notice(FundingLines& lines, LineId line, const FundingParameters& p) {
    lines.closing[line] = 1;
    if (lines.phase[line] != LinePhase::running) {
        lines.phase[line] = LinePhase::ended;
        return;
    }
    const int due = notice_due(lines.notice[line], lines.age[line], p);
    const bool sooner = lines.ends_in[line] >= 0 && lines.ends_in[line] < due;
    if (!sooner) lines.ends_in[line] = static_cast<std::int16_t>(due);
}

void turn_contracts(FundingLines& lines, Posts& posts, const Provisions& bought, double austerity,
                    double redeployed, const FundingParameters& p, const sim::RandomSource& draws,
                    sim::Month now) {
    for (const auto line : lines.ids()) {
        turn_grant(lines, posts, line, redeployed, p, draws);
        cut_when_due(lines, posts, line, redeployed, p, draws);
        stand_this_month(lines, line, austerity, p);
    }
    review_activities(lines, p, draws, now);
    for (const auto line : lines.ids())
        judge_innovation(lines, line, agreed(bought, line, Purchase::Kind::innovation), p, draws, now);
    follow_trust(lines, connectors(lines, posts), p);
    if (lines.rows() > 0) official_leaves(lines, p, draws);
    for (const auto line : lines.ids())
        lines.quality_now[line] = static_cast<float>(
            quality_now(lines, line, p) +
            quality_of_innovation(lines, line, agreed(bought, line, Purchase::Kind::innovation), p, draws,
                                  now));
}

}  // namespace weefsel
