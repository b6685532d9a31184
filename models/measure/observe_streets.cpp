#include "models/measure/observe_streets.hpp"

#include <limits>

#include "models/measure/survey/cohesion.hpp"
#include "models/measure/survey/surveyed.hpp"

namespace weefsel {
namespace {

struct StreetSums {
    std::array<double, street_indicators.size()> of{}, among{};
    void add(std::size_t what, double value) {
        of[what] += value;
        among[what] += 1;
    }
};

}  // namespace

void observe_streets(const Neighbourhood& n, const AnsweredLoneliness& answered, const SurveyParameters& p,
                     const sim::RandomSource& draws, sim::Month now, std::span<float> values) {
    enum : std::size_t { people, cohesive, alone, very_alone, taking_part };
    const auto& r = n.residents;
    const auto would_answer = answered.of(r);
    std::vector<StreetSums> streets(values.size() / street_indicators.size());
    for (std::size_t i = 0; i < r.rows(); ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        if (r.present[who] == 0 || !r.dwelling[who].exists()) continue;
        const std::size_t street = n.dwellings.street[r.dwelling[who]].index();
        if (street >= streets.size()) continue;
        auto& s = streets[street];
        s.add(people, 1);
        if (r.age[who] < answers_from) continue;
        s.add(cohesive, static_cast<double>(cohesion_score(r, who, p, draws, now)));
        if (r.age[who] < adult_age) continue;
        s.add(alone, static_cast<double>(would_answer.lonely[i]));
        s.add(very_alone, static_cast<double>(would_answer.severe[i]));
        s.add(taking_part, r.visits[who] > 0);
    }
    for (auto& s : streets) s.among[people] = 1;
    for (std::size_t k = 0; k < values.size(); ++k) {
        const auto& s = streets[k / street_indicators.size()];
        const std::size_t what = k % street_indicators.size();
        values[k] = s.among[what] > 0 ? static_cast<float>(s.of[what] / s.among[what])
                                      : std::numeric_limits<float>::quiet_NaN();
    }
}

}  // namespace weefsel
