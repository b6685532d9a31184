#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "models/question/scenario_names.hpp"
#include "models/scenario/figures.hpp"
#include "models/scenario/scenario_parts.hpp"
#include "models/scenario/shock_plan.hpp"
#include "models/world/household_state.hpp"
#include "sim/month.hpp"

namespace weefsel::scenario_parts {
namespace {

constexpr double most_years = 40;
constexpr int most_months = 480;
constexpr double shares_tolerance = 1e-6;
constexpr double usual_council_years = 4;

/// Size of a shock that a scenario does not give. Source: assumption, to be swept.
constexpr std::array<double, static_cast<std::size_t>(ShockKind::count)> usual_size{0.7,  0.2, 0.2,
                                                                                    0.03, 0.1, 0.5};

/// Reads the keys that only some kinds of shock have, and says so where another kind has one.
struct ShockReader {
    sim::TableReader& reader;
    const std::string& what;
    ShockKind kind;

    bool allowed(std::string_view key, std::initializer_list<ShockKind> kinds) {
        static_cast<void>(reader.raw(key));
        if (!reader.has(key)) return false;
        if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) return true;
        std::string names;
        for (const auto k : kinds)
            names += (names.empty() ? "\"" : " or \"") + word_of(k, shock_names) + "\"";
        reader.problem(key, fmt::format("{}: {} goes with kind = {}; found kind = \"{}\"", what, key, names,
                                        word_of(kind, shock_names)));
        return false;
    }

    /// Persons or dwellings, in place of a size.
    std::optional<int> counted(std::string_view key, ShockKind of) {
        if (!allowed(key, {of})) return std::nullopt;
        if (reader.has("size"))
            reader.problem(key, fmt::format("{}: found {} and size (must be one of them)", what, key));
        return static_cast<int>(reader.whole(key, 1, 1, residents_at_most));
    }

    /// Three shares with sum 1, when any of them is given.
    std::optional<std::array<double, 3>> shares(const std::array<std::string_view, 3>& keys) {
        std::array<double, 3> out{};
        bool given = false;
        for (std::size_t k = 0; k < keys.size(); ++k)
            if (allowed(keys[k], {ShockKind::new_estate})) {
                out[k] = reader.number(keys[k], 0, {0, 1});
                given = true;
            }
        if (!given) return std::nullopt;
        const double sum = out[0] + out[1] + out[2];
        if (std::abs(sum - 1) > shares_tolerance)
            reader.problem(keys[0],
                           fmt::format("{}: {} have sum {:g} (must be 1)", what, fmt::join(keys, ", "), sum));
        return out;
    }
};

Shock read_shock(const sim::Value& row, const std::string& what, Problems& problems) {
    sim::TableReader reader(row, what, problems);
    Shock shock{};
    shock.at = row.at;
    const bool known = reader.needed("kind");
    reader.needed("start_year");
    reader.needed("months");
    const auto word = reader.text_of("kind", "", words(shock_names));
    const auto kind = value_of<ShockKind>(word, shock_names);
    shock.kind = kind.value_or(ShockKind::pandemic);
    shock.first_month =
        static_cast<int>(reader.number("start_year", 0, {0, most_years}) * sim::months_per_year + 0.5);
    shock.months = static_cast<int>(reader.whole("months", 1, 1, most_months));
    shock.size = reader.number("size", usual_size[static_cast<std::size_t>(shock.kind)], {0, 1});
    shock.onset_chance = reader.number_if("onset_chance", {0, 1});
    if (!known || !kind) {  // what else it may say depends on its kind
        for (const auto key :
             {"visits_limited", "every_years", "persons", "dwellings", "neighbourhood", "single",
              "without_children", "with_children", "owned", "social_rent", "private_rent"})
            static_cast<void>(reader.raw(key));
        reader.finish();
        return shock;
    }
    ShockReader own{reader, what, shock.kind};
    if (own.allowed("visits_limited", {ShockKind::pandemic}))
        shock.visits_limited = reader.number("visits_limited", 0, {0, 1});
    if (own.allowed("every_years", {ShockKind::new_council}))
        shock.every_months = static_cast<int>(std::lround(
            reader.number("every_years", usual_council_years, {1, most_years}) * sim::months_per_year));
    const auto persons = own.counted("persons", ShockKind::refugees),
               dwellings = own.counted("dwellings", ShockKind::new_estate);
    shock.count = persons ? persons : dwellings;
    if (own.allowed("neighbourhood", {ShockKind::refugees, ShockKind::new_estate}))
        shock.neighbourhood = reader.text("neighbourhood", "");
    shock.households = own.shares(household_shares);
    shock.tenure = own.shares(tenure_shares);
    reader.finish();
    return shock;
}

}  // namespace

void read_shocks(const std::vector<const sim::Value*>& rows, Scenario& out, Problems& problems) {
    for (const auto* row : rows) {
        const std::string what = fmt::format("[[shock]] {}", out.shocks.size() + 1);
        auto shock = read_shock(*row, what, problems);
        const auto warn = [&](const char* en, const char* nl) {
            out.warnings.push_back(
                {row->at, fmt::format("{}: {}", what, en), fmt::format("{}: {}", what, nl)});
        };
        if (shock.first_month >= out.months())
            warn("begins after the last year", "begint na het laatste jaar");
        else if (!shock.onset_chance && shock.first_month + shock.months > out.months())
            warn("goes on after the last year", "gaat door na het laatste jaar");
        if (shock.onset_chance == 0.0)
            warn("onset_chance is 0, so it never comes", "onset_chance is 0, dus de schok komt nooit");
        out.shocks.push_back(std::move(shock));
    }
}

void check_shocks(Scenario& out, Problems& problems) {
    const std::size_t sites = out.neighbourhoods.size();
    std::vector<double> residents(sites), dwellings(sites);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < sites; ++i) {
        residents[i] = out.neighbourhoods[i].residents;
        dwellings[i] = out.neighbourhoods[i].dwellings;
        names.push_back(out.neighbourhoods[i].name);
    }
    for (std::size_t k = 0; k < out.shocks.size(); ++k) {
        const auto& shock = out.shocks[k];
        const std::string what = fmt::format("[[shock]] {}", k + 1);
        if (!shock.neighbourhood.empty() &&
            std::find(names.begin(), names.end(), shock.neighbourhood) == names.end()) {
            problems.push_back(
                {shock.at,
                 fmt::format(
                     "{}: neighbourhood: found \"{}\", allowed is the name of a neighbourhood of this "
                     "scenario{}",
                     what, shock.neighbourhood, sim::did_you_mean(shock.neighbourhood, names))});
            continue;
        }
        const auto share = falls_to(shock, out.neighbourhoods);
        for (std::size_t i = 0; i < share.size(); ++i) {
            const auto& figures = out.neighbourhoods[i];
            const bool estate = shock.kind == ShockKind::new_estate;
            residents[i] += estate ? share[i] * std::max(1.0, figures.household_size) : share[i];
            dwellings[i] += share[i];  // at most one for each person who comes
            if (residents[i] <= residents_at_most && dwellings[i] <= dwellings_at_most) continue;
            problems.push_back(
                {shock.at,
                 fmt::format("{}: {} {} more would make {:.0f} residents in {:.0f} dwellings of {}, "
                             "with those of the shocks above it (at most {} and {} in one neighbourhood)",
                             what, share[i], estate ? "dwellings" : "persons", residents[i], dwellings[i],
                             figures.name, residents_at_most, dwellings_at_most)});
            break;
        }
    }
}

}  // namespace weefsel::scenario_parts
