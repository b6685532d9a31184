#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/hook/plugin_values.hpp"
#include "models/parameters/parameters.hpp"
#include "models/question/posterior.hpp"
#include "models/question/tariffs.hpp"
#include "models/world/line_terms.hpp"
#include "models/world/neighbourhood_figures.hpp"
#include "sim/error.hpp"

namespace weefsel {

class Hooks;

struct PlaceSpec {
    PlaceKind kind = PlaceKind::buurthuis;
    std::string name;
    std::optional<double> x, y;                   ///< m from the centre; absent: keyed position
    double own_hours = 0;                         ///< h a week open without a funding line
    std::optional<double> capacity;               ///< visits a month; absent: from the kind
    std::optional<double> warmth, accessibility;  ///< 0..1
};

/// Kinds of places that something concerns.
using PlaceKinds = std::array<bool, place_kinds>;

/// A reorganisation from above: what exists at places of some kinds is merged or replaced.
struct Reorganisation {
    int month = 0;  ///< from month 0 of the options
    PlaceKinds places{};
};

/// How the municipality's money for care and for the social base hang together; all 0: not at all.
struct MunicipalFinance {
    double austerity_feedback = 0;  ///< share of a deficit on care taken from the lines a year later
    double savings_to_front = 0;    ///< share of a saving on care given to the lines a year later
    double budget_to_front = 0;     ///< share of the care budget moved to the lines from month 0

    [[nodiscard]] bool acts() const {
        return austerity_feedback > 0 || savings_to_front > 0 || budget_to_front > 0;
    }
};

struct Option {
    std::string name;
    std::string label_nl, label_en;
    std::vector<FundingLine> lines;  ///< empty: nothing, present lines end after notice
    double follow = 1;               ///< 1: professionals follow initiatives, 0: take them over
    std::vector<Reorganisation> reorganisations;
    MunicipalFinance finance;
    /// Month of the options, from 0, in which all lines are given notice. A study sets it that asks what is
    /// lost when an option stops; a scenario file cannot.
    std::optional<int> stopped;
    sim::Place at;
};

enum class ShockKind : std::uint8_t {
    pandemic,
    energy_crisis,
    austerity,
    refugees,
    new_estate,
    new_council,
    count
};
/// Something from outside, a row of the scenario.
struct Shock {
    ShockKind kind;
    int first_month;  ///< from month 0 of the options; the first possible one where onset is random
    int months;
    double size;  ///< share: of opening hours closed, rise of insecurity, of lines cut, of residents, of
                  ///< dwellings; chance that a line which is up for renewal gets another goal
    std::optional<double> onset_chance{};    ///< a year, from `first_month` on; absent: it begins then
    std::optional<double> visits_limited{};  ///< pandemic: share of private visits given up; absent: by size
    int every_months = 48;                   ///< new council: from one to the next, while it lasts
    std::optional<int> count{};              ///< persons, or dwellings, in place of `size`
    std::string neighbourhood{};             ///< where people come or homes are built; empty: everywhere
    std::optional<std::array<double, 3>> households{};  ///< estate: shares single, without, with children
    std::optional<std::array<double, 3>> tenure{};      ///< estate: shares owned, social rent, private rent
    sim::Place at;
};

/// Something to say of a place in a file, in both languages.
struct Remark {
    sim::Place at;
    std::string en, nl;

    [[nodiscard]] sim::Problem problem() const { return {at, en}; }
};

/// What of the money of options must be within 1 % of the reference's, expected and in present value:
/// nothing, what is granted minus what comes back, or what is granted.
enum class EqualMoney : std::uint8_t { no, net, budget };

/// A parameter that rises or falls by itself in the course of the options.
struct Trend {
    std::string parameter;  ///< full name
    double a_year = 0;      ///< relative change in a year
    sim::Place at;
};

/// A study, read, judged and complete: all that is needed to run it.
struct Scenario {
    std::string file;
    std::string title, question;        ///< in English, or as given
    std::string title_nl, question_nl;  ///< in Dutch, or as given
    int years = 20;
    int warmup_years = 15;
    int replicates = 30;
    int draws = 1;            ///< sets of parameters; of one: the stated values
    int draws_simulated = 0;  ///< the first of these are simulated and no others; 0: all
    std::uint32_t seed = 1;
    std::string reference;  ///< name of an option
    EqualMoney equal_money = EqualMoney::net;
    std::vector<NeighbourhoodFigures> neighbourhoods;
    std::vector<PlaceSpec> places;     ///< in every neighbourhood of the study
    std::vector<FundingLine> present;  ///< today's policy, runs through the burn-in
    std::vector<Option> options;       ///< in the order of the file; results keep that order
    std::vector<Shock> shocks;
    std::vector<Trend> trends;
    Parameters parameters;
    Posterior posterior;              ///< a fitted set for each draw; empty: draws come from the prior alone
    std::optional<PriceList> prices;  ///< absent: the declared tariffs, of `default_price_year`
    std::string resolved;             ///< TOML that reads back to this scenario without any other file
    std::vector<Remark> warnings;     ///< what `check` says though the scenario can run
    std::shared_ptr<const Hooks> hooks;  ///< what plugins do and measure besides; null: there are none
    PluginValues plugin_values;          ///< of the parameters that they declare

    [[nodiscard]] bool asks_equal_money() const { return equal_money != EqualMoney::no; }
    [[nodiscard]] int months() const { return years * 12; }
    [[nodiscard]] int warmup_months() const { return warmup_years * 12; }
    /// The option in which nothing is paid for, the first; none where every option has lines.
    [[nodiscard]] std::optional<std::size_t> option_without_lines() const {
        for (std::size_t o = 0; o < options.size(); ++o)
            if (options[o].lines.empty()) return o;
        return std::nullopt;
    }
};

/// The year of the euros of a scenario.
inline int price_year_of(const Scenario& scenario) {
    return scenario.prices ? scenario.prices->price_year : default_price_year;
}

}  // namespace weefsel
