#include "models/process/funding/contracts.hpp"

#include <algorithm>
#include <cmath>

#include "models/process/funding/line_turn.hpp"
#include "models/process/professional/staffing.hpp"
#include "models/world/streams.hpp"

namespace weefsel {

namespace {

sim::Month era_of(const FundingLines& lines, LineId line) { return sim::Month{lines.era[line]}; }

void draw_activity(FundingLines& lines, LineId line, double spread, const sim::RandomSource& draws) {
    const auto nth = lines.activities[line]++;
    const auto block = draws.block(Stream::line_quality, lines.number[line], era_of(lines, line), nth);
    lines.quality[line] = static_cast<float>(spread) * sim::normal_quantile(sim::open_uniform_of(block[0]));
}

void draw_cut(FundingLines& lines, LineId line, const sim::RandomSource& draws) {
    const auto block =
        draws.block(Stream::line_cut, lines.number[line], era_of(lines, line), lines.cuts[line]);
    lines.cut_left[line] = sim::exponential_of(block[0]);
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

/// Grants end, are renewed or begin; the renewal of the coming end is decided when it is due, once.
void turn_grant(FundingLines& lines, Posts& posts, LineId line, double redeployed, const FundingParameters& p,
                const sim::RandomSource& draws) {
    auto point = point_of(lines, line);
    const auto terms = terms_of(lines, line);
    const auto turn = end_or_renew(point, terms);
    lines.starts[line] = turn.begins;
    lines.renewed[line] = turn.renews;
    if (turn.ends) close_posts(lines, posts, line, redeployed, draws);
    if (turn.begins) open_posts(lines, posts, line);
    if (turn.begins || turn.renews) ++lines.grants[line];
    if (turn.begins) draw_activity(lines, line, p.quality_spread, draws);
    if (is_renewal_due(point, terms, p) &&
        draws.uniform(Stream::line_renewal, lines.number[line], era_of(lines, line), lines.grants[line]) >=
            lines.renewal[line])
        refuse_renewal(point, terms, p);
    stand_at(lines, line, point);
}

void cut(FundingLines& lines, Posts& posts, LineId line, double redeployed, const FundingParameters& p,
         const sim::RandomSource& draws) {
    lines.level[line] *= static_cast<float>(1 - p.cut_depth);
    ++lines.cuts[line];
    draw_cut(lines, line, draws);
    if (lines.level[line] > 0.0F) return;
    lines.closing[line] = 1;
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

/// What a review would see of each line's activity: ln q with an error; lines that do not run are not seen.
struct Seen {
    float quality = 0.0F;  ///< in truth
    float seen = 0.0F;
    bool there = false;
};

/// Once a year a noisy look may stop what seems weak. It makes room for a new activity, or for one that is
/// seen to work better on another line.
void review(FundingLines& lines, LineId line, const std::vector<Seen>& all, const FundingParameters& p,
            const sim::RandomSource& draws, sim::Month now) {
    const auto block = draws.block(Stream::line_review, lines.number[line], now);
    const auto& own = all[line.index()];
    if (!own.there || sim::uniform_of(block[0]) >= lines.review[line]) return;
    if (own.seen >= static_cast<float>(p.review_bar)) return;
    const Seen* best = &own;
    for (const auto& other : all)
        if (other.there && other.seen > best->seen) best = &other;
    if (best != &own && sim::uniform_of(block[2]) < static_cast<float>(p.scale_up)) {
        ++lines.activities[line];
        lines.quality[line] = best->quality;
    } else {
        draw_activity(lines, line, p.quality_spread, draws);
    }
}

void review_all(FundingLines& lines, const FundingParameters& p, const sim::RandomSource& draws,
                sim::Month now) {
    std::vector<Seen> all(lines.rows());
    for (const auto line : lines.ids()) {
        const int months = now.value - lines.era[line];
        if (lines.running[line] == 0 || months % sim::months_per_year != sim::months_per_year - 1) continue;
        const auto block = draws.block(Stream::line_review, lines.number[line], now);
        const float error =
            static_cast<float>(p.review_noise) * sim::normal_quantile(sim::open_uniform_of(block[1]));
        all[line.index()] = {lines.quality[line], lines.quality[line] + error, true};
    }
    for (const auto line : lines.ids()) review(lines, line, all, p, draws, now);
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

}  // namespace

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

void turn_contracts(FundingLines& lines, Posts& posts, double austerity, double redeployed,
                    const FundingParameters& p, const sim::RandomSource& draws, sim::Month now) {
    for (const auto line : lines.ids()) {
        turn_grant(lines, posts, line, redeployed, p, draws);
        cut_when_due(lines, posts, line, redeployed, p, draws);
        lines.running[line] = lines.phase[line] == LinePhase::running ? 1 : 0;
        const double value =
            real_value(lines.month_of_term[line], static_cast<double>(lines.indexation[line]), p.price_rise);
        lines.scale[line] =
            lines.running[line] == 0
                ? 0.0F
                : static_cast<float>(static_cast<double>(lines.level[line]) * value * (1 - austerity) *
                                     static_cast<double>(lines.social_base[the_partnership]));
    }
    review_all(lines, p, draws, now);
    follow_trust(lines, connectors(lines, posts), p);
}

}  // namespace weefsel
