#include "analysis/decision/menu.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "analysis/decision/answer.hpp"
#include "analysis/decision/wording.hpp"
#include "analysis/results/comparison.hpp"
#include "analysis/results/indicator_range.hpp"
#include "analysis/statistics/bootstrap.hpp"
#include "analysis/statistics/unknown.hpp"
#include "analysis/statistics/variance_parts.hpp"

namespace weefsel::analysis {
namespace {

constexpr double a_portion = 10000, least_cost = 1000;  // EUR
constexpr std::size_t menu_resamples = 1999;

/// What every entry adds in each world, and for each portion of money, in the direction that is better.
struct MenuWorlds {
    std::vector<std::vector<double>> added;  ///< [entry][world]
    std::vector<double> factor;  ///< of an entry: to a portion, and to more is better; NaN: no price
    std::size_t replicates = 1;

    [[nodiscard]] bool has_price(std::size_t entry) const { return !std::isnan(factor[entry]); }
    [[nodiscard]] std::vector<double> gain(std::size_t entry) const {
        auto out = added[entry];
        for (auto& value : out) value *= factor[entry];
        return out;
    }
    [[nodiscard]] double mean_gain(std::size_t entry) const {
        return interval_of_worlds(gain(entry), replicates).mean;
    }
    /// Whether `leader` is clearly better than `other` for each euro.
    [[nodiscard]] bool clearly_before(std::size_t leader, std::size_t other) const {
        auto ahead = gain(leader);
        const auto theirs = gain(other);
        for (std::size_t w = 0; w < ahead.size(); ++w) ahead[w] -= theirs[w];
        return interval_of_worlds(ahead, replicates).lower > 0;
    }
};

MenuWorlds menu_worlds(const Cube& cube, const std::vector<MenuEntry>& entries, std::size_t indicator) {
    const int year = cube.layout().years();
    const double sign = cube.layout().observables[indicator].better == sim::Better::lower ? -1 : 1;
    const auto as_it_is = year_values(cube, indicator, 0, year);
    MenuWorlds out;
    out.replicates = cube.shape().replicates;
    for (std::size_t e = 0; e < entries.size(); ++e) {
        auto& added = out.added.emplace_back(year_values(cube, indicator, e + 1, year));
        for (std::size_t w = 0; w < added.size(); ++w) added[w] -= as_it_is[w];
        const double cost = entries[e].extra_cost;
        out.factor.push_back(cost >= least_cost ? sign * a_portion / cost : unknown);
    }
    return out;
}

/// Share of resamples in which each entry with a price is best; ties are shared.
std::vector<double> chances_best(const MenuWorlds& worlds, std::uint32_t seed) {
    const std::size_t entries = worlds.added.size();
    std::vector<std::vector<double>> gains;
    for (std::size_t e = 0; e < entries; ++e)
        gains.push_back(worlds.has_price(e) ? independent_values(worlds.gain(e), worlds.replicates)
                                            : std::vector<double>{});
    std::size_t items = 0;
    for (const auto& gain : gains) items = std::max(items, gain.size());
    std::vector<double> out(entries, unknown);
    if (items < 2) return out;
    const auto resampled = bootstrap_together(
        items, entries,
        [&](std::span<const std::size_t> drawn, std::span<double> is_best) {
            std::fill(is_best.begin(), is_best.end(), 0.0);
            double most = -std::numeric_limits<double>::infinity();
            std::vector<std::size_t> best;
            for (std::size_t e = 0; e < entries; ++e) {
                if (gains[e].size() != items) continue;
                double sum = 0;
                for (const auto item : drawn) sum += gains[e][item];
                if (sum > most) best.clear();
                if (sum >= most) best.push_back(e);
                most = std::max(most, sum);
            }
            for (const auto e : best) is_best[e] = 1 / static_cast<double>(best.size());
        },
        seed, menu_resamples);
    for (std::size_t e = 0; e < entries; ++e)
        if (worlds.has_price(e))
            out[e] = std::accumulate(resampled[e].resampled.begin(), resampled[e].resampled.end(), 0.0) /
                     static_cast<double>(resampled[e].resampled.size());
    return out;
}

Interval times(const Interval& interval, double factor) {
    if (std::isnan(factor)) return {unknown, unknown, unknown, interval.n};
    return {interval.mean * factor, interval.lower * factor, interval.upper * factor, interval.n};
}

/// `1 fte of a community worker`, with a mark where nothing but assumptions carries it.
std::string entry_label(const MenuEntry& entry, Reading language) {
    const bool dutch = language == Reading::nl;
    return "‘" + (dutch ? entry.label.nl : entry.label.en) + "’" +
           (!entry.assumed ? ""
            : dutch        ? " (alleen op aannames)"
                           : " (on assumptions alone)");
}

std::string menu_sentence(const std::vector<MenuEffect>& effects, const std::vector<MenuEntry>& entries,
                          const Shown& how, sim::Better better) {
    const bool dutch = how.language == Reading::nl;
    if (effects.empty() || effects.front().group == 0)
        return fmt::format(
            fmt::runtime(dutch ? "Niets op deze lijst kost zo veel dat er een bedrag bij hoort ({})."
                               : "Nothing on this list costs enough to divide by ({})."),
            how.name);
    const auto& best = effects.front();
    const bool good = better == sim::Better::lower ? best.per_10000.upper < 0 : best.per_10000.lower > 0;
    std::vector<std::string> tied;
    for (std::size_t k = 1; k < effects.size(); ++k)
        if (effects[k].group == 1) tied.push_back(entry_label(entries[effects[k].entry], how.language));
    auto out = fmt::format(fmt::runtime(dutch ? "Per 10.000 euro doet {} het meest voor {}: {}"
                                              : "Per 10,000 euro {} does most for {}: {}"),
                           entry_label(entries[best.entry], how.language), how.name,
                           margin_text(best.per_10000, how));
    if (!std::isnan(best.chance_best))
        out +=
            fmt::format(fmt::runtime(dutch ? "; kans dat het de beste is {}" : "; chance of being best {}"),
                        percentage_text(best.chance_best, how.language));
    if (!good) out += dutch ? "; dat kan toeval zijn" : "; that may be chance";
    if (!tied.empty())
        out +=
            fmt::format(fmt::runtime(dutch ? ". Niet te onderscheiden: {}" : ". Cannot be told from it: {}"),
                        listed(tied, how.language));
    return out + ".";
}

}  // namespace

std::vector<MenuEffect> menu_effects(const Cube& cube, const std::vector<MenuEntry>& entries,
                                     std::size_t indicator, std::uint32_t seed) {
    const auto worlds = menu_worlds(cube, entries, indicator);
    const auto chances = chances_best(worlds, seed);
    const auto range = range_of(cube.layout().observables[indicator]);
    std::vector<MenuEffect> out;
    for (std::size_t e = 0; e < entries.size(); ++e) {
        MenuEffect effect;
        effect.entry = e;
        const auto difference = interval_of_worlds(worlds.added[e], worlds.replicates);
        effect.difference = difference_within(difference, range);
        effect.per_10000 =
            times(difference, worlds.has_price(e) ? a_portion / entries[e].extra_cost : unknown);
        effect.chance_best = chances[e];
        out.push_back(effect);
    }
    const auto gain = [&](const MenuEffect& effect) {
        return worlds.has_price(effect.entry) ? worlds.mean_gain(effect.entry)
                                              : -std::numeric_limits<double>::infinity();
    };
    std::stable_sort(out.begin(), out.end(), [&](const auto& a, const auto& b) { return gain(a) > gain(b); });
    int group = 0;
    std::size_t leader = 0;
    for (auto& effect : out) {
        if (!worlds.has_price(effect.entry)) continue;
        if (group == 0 || worlds.clearly_before(leader, effect.entry)) {
            ++group;
            leader = effect.entry;
        }
        effect.group = group;
    }
    return out;
}

ResultTable menu_table(const Cube& cube, const std::vector<MenuEntry>& entries, const std::string& option,
                       const std::vector<Noticeable>& noticeable, std::uint32_t seed) {
    ResultTable out(
        "/menu",
        {"option", "indicator", "item", "kind", "label_nl", "label_en", "sentence_nl", "sentence_en"},
        {"extra_cost EUR|present value, granted minus returned",
         "difference|with it minus without it, in the last year", "lower", "upper",
         "per_10000 1|the same for each 10,000 euro of present value", "per_10000_lower", "per_10000_upper",
         "group 1|1: the best and what cannot be told from it for each euro; 0: no price",
         "chance_best 1|of being best for each euro", "assumed 1|1: its effect rests on assumptions alone",
         "worlds"});
    for (const auto i : headlines(cube.layout().observables)) {
        const auto& observable = cube.layout().observables[i];
        const auto effects = menu_effects(cube, entries, i, seed);
        const auto said = [&](Reading language) {
            return menu_sentence(effects, entries, shown(observable, noticeable, language),
                                 observable.better);
        };
        const auto nl = said(Reading::nl), en = said(Reading::en);
        for (const auto& effect : effects) {
            const auto& entry = entries[effect.entry];
            const auto &d = effect.difference, &per = effect.per_10000;
            out.add({option, std::string(observable.name), entry.name, entry.kind, entry.label.nl,
                     entry.label.en, nl, en},
                    {entry.extra_cost, d.mean, d.lower, d.upper, per.mean, per.lower, per.upper,
                     static_cast<double>(effect.group), effect.chance_best, entry.assumed ? 1.0 : 0.0,
                     static_cast<double>(d.n)});
        }
    }
    return out;
}

}  // namespace weefsel::analysis
