#include "models/study/break_even_mechanisms.hpp"

#include <cmath>

#include "sim/error.hpp"

namespace weefsel {
namespace {

const sim::Parameter& declared(const sim::ParameterTable& table, const BreakEvenMechanism& mechanism) {
    const auto* found = table.find(mechanism.parameter);
    sim::require(found != nullptr, "a mechanism names a number that is declared");
    return *found;
}

}  // namespace

const std::vector<BreakEvenMechanism>& break_even_mechanisms() {
    static const std::vector<BreakEvenMechanism> all{
        {"known_worker", "professional.efficacy_start",
         "wat een contact met een onbekende beroepskracht doet, als deel van wat het met een bekende doet",
         "what a contact with an unknown worker does, as a share of what it does with a known one"},
        {"interruption", "support.interrupted",
         "hoe eenzaam het een cliënt maakt als een traject wordt afgebroken",
         "how lonely it makes a client when a trajectory is broken off"},
        {"merit", "funding.renewal_merit", "hoe zwaar de kwaliteit van het werk telt bij verlenging",
         "how much the quality of the work counts for renewal"},
        {"bids", "funding.bids", "uit hoeveel aanbiedingen een aanbesteding kiest",
         "from how many bids a tender chooses"},
        {"aim", "funding.aim_renewal", "hoeveel beter een nieuwe subsidie weet waar de nood is",
         "how much better a new grant knows where need is"},
        {"crowding_out", "help.initiative_takeover",
         "hoeveel sneller een initiatief stopt als het werk het overneemt",
         "how much sooner an initiative ends when the work takes it over"},
    };
    return all;
}

std::vector<double> break_even_values(const BreakEvenMechanism& mechanism, Parameters parameters) {
    const auto table = table_of(parameters);
    const auto& p = declared(table, mechanism);
    const bool inside = *p.value > p.range.low && *p.value < p.range.high;
    return {p.range.low, inside ? *p.value : (p.range.low + p.range.high) / 2, p.range.high};
}

Parameters with_mechanism_at(const BreakEvenMechanism& mechanism, double value, Parameters parameters) {
    const auto table = table_of(parameters);
    const auto& p = declared(table, mechanism);
    *p.value = value == p.default_value && value < p.range.high ? std::nextafter(value, p.range.high) : value;
    return parameters;
}

}  // namespace weefsel
