#include "models/process/funding/contracts.hpp"

#include <algorithm>
#include <cmath>

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
void end_grant(FundingLines& lines, Posts& posts, LineId line, double redeployed,
               const sim::RandomSource& draws) {
    for (std::size_t i = 0; i < posts.rows(); ++i) {
        const PostId post{static_cast<PostId::rep>(i)};
        if (posts.line[post] != line) continue;
        lines.returned[line] += posts.saved[post];
        posts.saved[post] = {};
        posts.vacant_months[post] = 0;
        if (posts.filled[post] != 0) end_work(posts, post, redeployed, draws);
    }
    lines.age[line] = 0;
    lines.ends_in[line] = -1;
    lines.phase[line] = lines.closing[line] != 0 ? LinePhase::ended : LinePhase::gap;
    lines.gap_left[line] = lines.gap[line];
}

/// After a tender a grant begins; posts without incumbent stay empty for the start-up months.
void begin_grant(FundingLines& lines, Posts& posts, LineId line) {
    lines.phase[line] = LinePhase::running;
    lines.starts[line] = 1;
    lines.month_of_term[line] = 0;
    lines.age[line] = 0;
    lines.ends_in[line] = -1;
    ++lines.grants[line];
    for (std::size_t i = 0; i < posts.rows(); ++i) {
        const PostId post{static_cast<PostId::rep>(i)};
        if (posts.line[post] != line || posts.filled[post] != 0) continue;
        posts.vacant_months[post] = std::max(posts.vacant_months[post], lines.start_up[line]);
    }
}

void renew(FundingLines& lines, LineId line) {
    lines.month_of_term[line] = 0;
    ++lines.grants[line];
    lines.renewed[line] = 1;
}

bool has_term(const FundingLines& lines, LineId line) { return lines.term[line] > 0; }

int months_left(const FundingLines& lines, LineId line) {
    return lines.term[line] - lines.month_of_term[line];
}

void end_or_renew(FundingLines& lines, Posts& posts, LineId line, double redeployed,
                  const sim::RandomSource& draws) {
    if (lines.phase[line] == LinePhase::running) {
        if (lines.ends_in[line] == 0) {
            end_grant(lines, posts, line, redeployed, draws);
        } else if (lines.ends_in[line] < 0 && has_term(lines, line) && months_left(lines, line) <= 0) {
            renew(lines, line);
        }
    }
    if (lines.phase[line] == LinePhase::gap && lines.gap_left[line]-- <= 0) begin_grant(lines, posts, line);
}

/// The renewal of the coming end is decided when it is due, once.
void decide(FundingLines& lines, LineId line, const FundingParameters& p, const sim::RandomSource& draws) {
    lines.undecided_in[line] = 0;
    if (lines.phase[line] != LinePhase::running || lines.ends_in[line] >= 0 || !has_term(lines, line)) return;
    const int left = months_left(lines, line);
    const int lead = std::min<int>(decision_lead(lines.notice[line], p), lines.term[line]);
    if (left == lead) {
        const float u =
            draws.uniform(Stream::line_renewal, lines.number[line], era_of(lines, line), lines.grants[line]);
        if (u >= lines.renewal[line]) {
            const int due = notice_due(lines.notice[line], lines.age[line] + left, p);
            lines.ends_in[line] = static_cast<std::int16_t>(std::max(left, due));
        }
    } else if (left > lead && lines.renewal[line] < 1.0F) {
        lines.undecided_in[line] = static_cast<std::int16_t>(left);
    }
}

void cut(FundingLines& lines, Posts& posts, LineId line, double redeployed, const FundingParameters& p,
         const sim::RandomSource& draws) {
    lines.level[line] *= static_cast<float>(1 - p.cut_depth);
    ++lines.cuts[line];
    draw_cut(lines, line, draws);
    if (lines.level[line] > 0.0F) return;
    lines.closing[line] = 1;
    end_grant(lines, posts, line, redeployed, draws);
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
    for (std::size_t i = 0; i < lines.rows(); ++i) {
        const LineId line{static_cast<LineId::rep>(i)};
        const int months = now.value - lines.era[line];
        if (lines.running[line] == 0 || months % sim::months_per_year != sim::months_per_year - 1) continue;
        const auto block = draws.block(Stream::line_review, lines.number[line], now);
        const float error =
            static_cast<float>(p.review_noise) * sim::normal_quantile(sim::open_uniform_of(block[1]));
        all[i] = {lines.quality[line], lines.quality[line] + error, true};
    }
    for (std::size_t i = 0; i < lines.rows(); ++i)
        review(lines, LineId{static_cast<LineId::rep>(i)}, all, p, draws, now);
}

/// Fte of independent connectors that running lines pay for, at full grants.
double connectors(const FundingLines& lines, const Posts& posts) {
    double fte = 0;
    for (std::size_t i = 0; i < posts.rows(); ++i) {
        const PostId post{static_cast<PostId::rep>(i)};
        if (!declared(posts.role[post]).between_organisations || !posts.line[post].exists()) continue;
        if (lines.running[posts.line[post]] != 0) fte += static_cast<double>(posts.fte_bought[post]);
    }
    return fte;
}

/// Trust grows with time under contract and with independent connectors, and falls with each tender, each
/// line by its share of the money.
void follow_trust(FundingLines& lines, double connector_fte, const FundingParameters& p) {
    double all = 0, running = 0, tendered = 0;
    for (std::size_t i = 0; i < lines.rows(); ++i) {
        const LineId line{static_cast<LineId::rep>(i)};
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

int decision_lead(int notice_months, const FundingParameters& p) {
    return std::max(notice_months, static_cast<int>(std::lround(p.decision_lead_months)));
}

int notice_due(int notice_months, int age, const FundingParameters& p) {
    const int reasonable = age >= legal_age ? static_cast<int>(std::lround(p.reasonable_notice_months)) : 0;
    return std::max(notice_months, reasonable);
}

double real_value(int months, double indexation, double price_rise) {
    double value = 1;
    for (int year = 0; year < months / sim::months_per_year; ++year) {
        value *= (1 + indexation * price_rise) / (1 + price_rise);
    }
    return value;
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
    for (std::size_t i = 0; i < lines.rows(); ++i) {
        const LineId line{static_cast<LineId::rep>(i)};
        lines.starts[line] = 0;
        lines.renewed[line] = 0;
        end_or_renew(lines, posts, line, redeployed, draws);
        if (lines.starts[line] != 0) draw_activity(lines, line, p.quality_spread, draws);
        decide(lines, line, p, draws);
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
