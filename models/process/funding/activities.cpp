#include "models/process/funding/activities.hpp"

#include <cmath>
#include <optional>
#include <vector>

#include "models/process/funding/line_turn.hpp"
#include "models/process/funding/selection.hpp"
#include "models/world/streams.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

Choosing choosing(int bids, const FundingParameters& p) { return {bids, p.quality_spread, p.review_noise}; }

float normal_of(std::uint32_t word) { return sim::normal_quantile(sim::open_uniform_of(word)); }

/// Random numbers of the kth bid for the nth activities of a line, from 0.
sim::Block bid(const FundingLines& lines, LineId line, std::uint32_t nth, std::uint32_t k,
               const sim::RandomSource& draws) {
    constexpr std::uint32_t most_bids = 8;
    return draws.block(Stream::line_bid, lines.number[line], era_of(lines, line), nth * most_bids + k);
}

/// The activities of a line are the best seen of so many bids; the first is the same for any number.
void choose_activity(FundingLines& lines, LineId line, int bids, const FundingParameters& p,
                     const sim::RandomSource& draws) {
    const auto spread = static_cast<float>(p.quality_spread), noise = static_cast<float>(p.review_noise);
    const std::uint32_t nth = lines.activities[line]++;
    const auto first = draws.paired_word(Stream::line_quality, lines.number[line], era_of(lines, line), nth);
    float best = normal_of(first);
    float best_seen = spread * best + noise * normal_of(bid(lines, line, nth, 0, draws)[1]);
    for (int k = 1; k < bids; ++k) {
        const auto other = bid(lines, line, nth, static_cast<std::uint32_t>(k), draws);
        const float z = normal_of(other[0]), seen = spread * z + noise * normal_of(other[1]);
        if (seen <= best_seen) continue;
        best = z;
        best_seen = seen;
    }
    lines.quality[line] = spread * best;
    lines.own_share[line] = 1.0F;
    lines.followed[line] = 0.0F;
    lines.bids[line] = static_cast<std::uint8_t>(bids);
    lines.ranks[line] = curve_when_chosen(choosing(bids, p));
    lines.rank[line] =
        bids == 1 ? sim::open_uniform_of(first)
                  : static_cast<float>(rank_when_chosen(static_cast<double>(best), choosing(bids, p)));
}

/// What a review would see of a line's activity: ln q with an error; lines that do not run are not seen.
struct Seen {
    float quality = 0.0F;  ///< in truth
    float seen = 0.0F;
    bool there = false;
    bool reviewed = false;
    bool stopped = false;
};

bool is_last_of_year(const FundingLines& lines, LineId line, sim::Month now) {
    return (now.value - lines.era[line]) % sim::months_per_year == sim::months_per_year - 1;
}

/// `whom`: a chance of a review for each line that is looked at this month, none for one that is not.
template <class Whom>
std::vector<Seen> look(const FundingLines& lines, Stream stream, Whom&& whom, const FundingParameters& p,
                       const sim::RandomSource& draws, sim::Month now) {
    std::vector<Seen> all(lines.rows());
    for (const auto line : lines.ids()) {
        const std::optional<float> chance = whom(line);
        if (lines.running[line] == 0 || !chance) continue;
        const auto words = draws.block(stream, lines.number[line], now);
        const float seen = lines.quality[line] + static_cast<float>(p.review_noise) * normal_of(words[1]);
        const bool reviewed = sim::uniform_of(words[0]) < *chance;
        all[line.index()] = {lines.quality[line], seen, true, reviewed,
                             reviewed && seen < static_cast<float>(p.review_bar)};
    }
    return all;
}

/// The activity that is seen to work best of those that `may` be followed; nothing where none may.
template <class May>
const Seen* best_of_those(const std::vector<Seen>& all, May&& may) {
    const Seen* best = nullptr;
    for (const auto& one : all)
        if (one.there && may(one) && (best == nullptr || one.seen > best->seen)) best = &one;
    return best;
}

/// A stopped activity makes room for the best of another line, or for a new one. Of what was taken over
/// nobody knows how it was chosen: its rank is drawn.
void replace(FundingLines& lines, LineId line, Stream stream, const std::vector<Seen>& all,
             const FundingParameters& p, const sim::RandomSource& draws, sim::Month now) {
    const auto words = draws.block(stream, lines.number[line], now);
    const auto* best = best_of_those(all, [](const Seen&) { return true; });
    if (best == &all[line.index()] || sim::uniform_of(words[2]) >= static_cast<float>(p.scale_up))
        return choose_activity(lines, line, 1, p, draws);
    ++lines.activities[line];
    lines.quality[line] = lines.followed[line] = best->quality;
    lines.own_share[line] = 0.0F;
    lines.bids[line] = 0;
    lines.rank[line] = sim::open_uniform_of(words[3]);
}

/// A review kept the activities of a line: it has its rank among those kept.
void keep(FundingLines& lines, LineId line, const FundingParameters& p) {
    const double own = p.quality_spread * static_cast<double>(lines.own_share[line]);
    const double bar = p.review_bar - static_cast<double>(lines.followed[line]);
    lines.rank[line] =
        static_cast<float>(rank_when_kept(lines.ranks[line], static_cast<double>(lines.rank[line]),
                                          {lines.bids[line], own, p.review_noise}, bar));
}

/// Activities move towards others: less of their own quality is left.
void follow(FundingLines& lines, LineId line, float quality, float share) {
    lines.quality[line] += share * (quality - lines.quality[line]);
    lines.own_share[line] *= 1.0F - share;
    lines.followed[line] += share * (quality - lines.followed[line]);
}

/// What a look at the lines leads to: what is stopped makes room, what is weaker follows.
void act_on(FundingLines& lines, Stream stream, const std::vector<Seen>& all, const FundingParameters& p,
            const sim::RandomSource& draws, sim::Month now) {
    const auto* best = best_of_those(all, [](const Seen& s) { return s.reviewed && !s.stopped; });
    for (const auto line : lines.ids()) {
        const auto& own = all[line.index()];
        if (!own.there) continue;
        if (own.stopped) {
            replace(lines, line, stream, all, p, draws, now);
            continue;
        }
        if (own.reviewed && lines.bids[line] > 0 && p.renewal_merit > 0) keep(lines, line, p);
        if (best != nullptr && own.seen < best->seen)
            follow(lines, line, best->quality, static_cast<float>(p.spill_over));
    }
}

/// What a line tries this year: how good it is, and how good it and what was there seem.
struct Tried {
    float quality, seen, seen_before;
};
Tried tried_this_year(const FundingLines& lines, LineId line, const FundingParameters& p,
                      const sim::RandomSource& draws, sim::Month now) {
    const auto year = static_cast<std::uint32_t>((now.value - lines.era[line]) / sim::months_per_year);
    const auto words = draws.block(Stream::line_innovation, lines.number[line], era_of(lines, line), year);
    const auto noise = static_cast<float>(p.review_noise);
    const float quality = static_cast<float>(p.quality_spread) * normal_of(words[0]);
    return {quality, quality + noise * normal_of(words[1]),
            lines.quality[line] + noise * normal_of(words[2])};
}

}  // namespace

void tender_activity(FundingLines& lines, LineId line, const FundingParameters& p,
                     const sim::RandomSource& draws) {
    const double whole = std::floor(p.bids);
    const auto words = bid(lines, line, lines.activities[line], 0, draws);
    const bool one_more = static_cast<double>(sim::uniform_of(words[2])) < p.bids - whole;
    choose_activity(lines, line, static_cast<int>(whole) + (one_more ? 1 : 0), p, draws);
}

void review_activities(FundingLines& lines, const FundingParameters& p, const sim::RandomSource& draws,
                       sim::Month now) {
    const auto yearly = [&](LineId line) {
        return is_last_of_year(lines, line, now) ? std::optional(lines.review[line]) : std::nullopt;
    };
    act_on(lines, Stream::line_review, look(lines, Stream::line_review, yearly, p, draws, now), p, draws,
           now);
}

void review_for_council(FundingLines& lines, double chance, const FundingParameters& p,
                        const sim::RandomSource& draws, sim::Month now) {
    if (chance <= 0) return;
    const auto any = [chance](LineId) { return std::optional(static_cast<float>(chance)); };
    act_on(lines, Stream::council, look(lines, Stream::council, any, p, draws, now), p, draws, now);
}

void begin_other_activity(FundingLines& lines, LineId line, const FundingParameters& p,
                          const sim::RandomSource& draws) {
    choose_activity(lines, line, 1, p, draws);
}

double quality_of_innovation(const FundingLines& lines, LineId line, double share, const FundingParameters& p,
                             const sim::RandomSource& draws, sim::Month now) {
    if (share <= 0 || lines.running[line] == 0) return 0;
    const auto tried = static_cast<double>(tried_this_year(lines, line, p, draws, now).quality);
    return share * (tried - static_cast<double>(lines.quality[line])) +
           sim::log_of(1 - share * p.innovation_start);
}

void judge_innovation(FundingLines& lines, LineId line, double share, const FundingParameters& p,
                      const sim::RandomSource& draws, sim::Month now) {
    if (share <= 0 || lines.running[line] == 0 || !is_last_of_year(lines, line, now)) return;
    const auto tried = tried_this_year(lines, line, p, draws, now);
    if (tried.seen > tried.seen_before) follow(lines, line, tried.quality, static_cast<float>(share));
}

double quality_now(const FundingLines& lines, LineId line, const FundingParameters& p) {
    const double neutral = p.neutral_reporting_share;
    const double accounts =
        neutral > 0 ? static_cast<double>(lines.reporting_share[line]) / neutral - 1 : 0.0;
    return static_cast<double>(lines.quality[line]) +
           p.learning_together * static_cast<double>(lines.trust[the_partnership]) + p.accounting * accounts;
}

}  // namespace weefsel
