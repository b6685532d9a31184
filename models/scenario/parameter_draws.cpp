#include "models/scenario/parameter_draws.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>
#include <string_view>

#include "models/world/streams.hpp"
#include "sim/name_key.hpp"
#include "sim/numeric.hpp"
#include "sim/random_source.hpp"

namespace weefsel {
namespace {

constexpr std::array<std::string_view, 4> themes_kept{"population.", "survey.", "shock.", "funding."};
constexpr std::array<std::string_view, 26> drawn_nevertheless{"funding.trust_months",
                                                              "funding.trust_lost_at_tender",
                                                              "funding.trust_hiring",
                                                              "funding.trust_referral",
                                                              "funding.connector_trust",
                                                              "funding.quality_spread",
                                                              "funding.review_noise",
                                                              "funding.space_halflife",
                                                              "funding.training_halfway",
                                                              "funding.training_quality",
                                                              "funding.training_exit",
                                                              "funding.leaders_halfway",
                                                              "funding.leaders_birth",
                                                              "funding.leaders_last",
                                                              "funding.leaders_ask",
                                                              "funding.official_exit",
                                                              "funding.official_takes",
                                                              "funding.spill_over",
                                                              "funding.renewal_merit",
                                                              "funding.bids",
                                                              "funding.aim_renewal",
                                                              "funding.aim_months",
                                                              "funding.effort_new",
                                                              "funding.effort_months",
                                                              "funding.slack",
                                                              "funding.slack_months"};

std::uint64_t key_of(std::string_view name) { return sim::mix64(sim::name_key(name)); }

/// Random numbers of one parameter in one set: where it stands among the sets, and where in its stratum.
sim::Block random_words(const sim::RandomSource& draws, std::uint64_t key, std::size_t draw) {
    return draws.block(Stream::parameter, key, sim::Month{0}, static_cast<std::uint32_t>(draw));
}

/// Which of so many strata a set has.
std::size_t stratum_of(const sim::RandomSource& draws, std::uint64_t key, std::size_t draw, std::size_t of) {
    const auto mine = random_words(draws, key, draw)[0];
    std::size_t stratum = 0;
    for (std::size_t d = 0; d < of; ++d) {
        const auto random_word = random_words(draws, key, d)[0];
        stratum += (random_word < mine || (random_word == mine && d < draw)) ? 1 : 0;
    }
    return stratum;
}

/// Standard normal value of a set in its stratum.
double deviate(const sim::Block& random_word, std::size_t stratum, std::size_t of) {
    const double p =
        (static_cast<double>(stratum) + static_cast<double>(sim::open_uniform_of(random_word[1]))) /
        static_cast<double>(of);
    return static_cast<double>(sim::normal_quantile(static_cast<float>(p)));
}

double moved(const sim::Parameter& p, double z) {
    const double value = *p.value, step = spread_of(p.source.grade) * z;
    const bool share = p.range.low >= 0 && p.range.high <= 1;
    const double drawn =
        share ? 1 / (1 + sim::exp_of(-(sim::log_of(value / (1 - value)) + step))) : value * sim::exp_of(step);
    return std::clamp(drawn, p.range.low, p.range.high);
}

/// Where a parameter stands in the fitted sets; nothing when it is not there, or somebody set it.
std::optional<std::size_t> column_of(const sim::Parameter& p, const Posterior& fitted) {
    const auto at = std::find(fitted.names.begin(), fitted.names.end(), p.name);
    if (at == fitted.names.end() || *p.value != p.default_value) return std::nullopt;
    return static_cast<std::size_t>(at - fitted.names.begin());
}

std::vector<double> fitted_values(const Posterior& fitted, std::size_t column) {
    std::vector<double> out;
    for (const auto& set : fitted.sets) out.push_back(set[column]);
    return out;
}

/// Values of one parameter in every set, by its random numbers.
std::vector<double> prior_values(const sim::Parameter& p, const sim::RandomSource& draws_of,
                                 std::size_t draws) {
    const auto key = key_of(p.name);
    std::vector<sim::Block> random_word;
    for (std::size_t d = 0; d < draws; ++d) random_word.push_back(random_words(draws_of, key, d));
    std::vector<std::size_t> order(draws);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return random_word[a][0] < random_word[b][0]; });
    std::vector<double> drawn(draws, *p.value);
    if (draws > 1)
        for (std::size_t stratum = 0; stratum < draws; ++stratum)
            drawn[order[stratum]] = moved(p, deviate(random_word[order[stratum]], stratum, draws));
    return drawn;
}

}  // namespace

double spread_of(sim::Evidence grade) {
    switch (grade) {
        case sim::Evidence::measured:
            return 0.05;
        case sim::Evidence::literature:
            return 0.15;
        case sim::Evidence::expert:
            return 0.2;
        default:
            return 0.3;
    }
}

bool is_drawn(const sim::Parameter& p) {
    const auto begins = [&](std::string_view theme) { return p.name.starts_with(theme); };
    const bool kept =
        std::any_of(themes_kept.begin(), themes_kept.end(), begins) &&
        std::find(drawn_nevertheless.begin(), drawn_nevertheless.end(), p.name) == drawn_nevertheless.end();
    // What turns savings into cash is book-keeping after the lives.
    const bool price = p.unit.starts_with("EUR") || p.name == "professional.hours_month" ||
                       p.name == "care.gp_contacts_mean" || p.name.starts_with("care.cashable_");
    const bool at_an_end = *p.value <= p.range.low || *p.value >= p.range.high;
    const bool stated = *p.value != p.default_value;
    return !kept && !price && !at_an_end && !stated && *p.value != 0;
}

Parameters drawn_parameters(const Parameters& parameters, std::size_t draw, std::size_t draws,
                            std::uint32_t seed, const Posterior& fitted) {
    Parameters out = parameters;
    if (draws <= 1) return out;
    const sim::RandomSource source(seed, 0);
    const auto table = table_of(out);
    for (const auto& p : table.rows()) {
        if (const auto column = column_of(p, fitted)) {
            *p.value = fitted.sets.at(draw)[*column];
        } else if (is_drawn(p)) {
            const auto key = key_of(p.name);
            *p.value = moved(
                p, deviate(random_words(source, key, draw), stratum_of(source, key, draw, draws), draws));
        }
    }
    return out;
}

std::vector<std::string> names_drawn(const Parameters& parameters, const Posterior& fitted) {
    Parameters copy = parameters;
    std::vector<std::string> names;
    const auto table = table_of(copy);
    for (const auto& p : table.rows())
        if (is_drawn(p) || column_of(p, fitted)) names.push_back(p.name);
    return names;
}

std::vector<std::vector<double>> values_drawn(const Parameters& parameters, std::size_t draws,
                                              std::uint32_t seed, const Posterior& fitted) {
    Parameters copy = parameters;
    const sim::RandomSource source(seed, 0);
    std::vector<std::vector<double>> values(draws);
    const auto table = table_of(copy);
    for (const auto& p : table.rows()) {
        const auto column = column_of(p, fitted);
        if (!column && !is_drawn(p)) continue;
        const auto drawn =
            column && draws > 1 ? fitted_values(fitted, *column) : prior_values(p, source, draws);
        for (std::size_t d = 0; d < draws; ++d) values[d].push_back(drawn[d]);
    }
    return values;
}

}  // namespace weefsel
