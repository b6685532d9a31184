#pragma once
#include <stdexcept>
#include <string>

#include "models/scenario/read_scenario.hpp"
#include "models/study/municipality.hpp"

/// All neighbourhoods of a study, simulated for some months under the present policy.
struct Simulated {
    weefsel::Scenario s;
    weefsel::StudyMap map;
    weefsel::sim::RandomSource draws;
    weefsel::WorkerPool pool;
    weefsel::Municipality m;
    int month = 0;

    /// `whole_country`: the study is all there is, so that who leaves a municipality goes to another one of
    /// it.
    explicit Simulated(const std::string& text, bool whole_country = false, int threads = 1)
        : s(weefsel::read_scenario_text(text, "test.toml")),
          map(weefsel::map_of(s)),
          draws(s.seed, 0),
          pool(threads, map.sites()),
          m(weefsel::begin_municipality(s, map, draws, pool)) {
        if (whole_country)
            for (auto& one : map.municipalities) one.to_others = 1;
    }
    void simulate(int months) {
        for (int i = 0; i < months; ++i, ++month)
            weefsel::live_month(m, map, {}, s.parameters, draws, weefsel::sim::Month{month}, pool);
    }
    void burn_in(int months) {
        for (int i = 0; i < months; ++i, ++month)
            weefsel::burn_in_month(m, map, s.parameters, draws, weefsel::sim::Month{month}, months, pool);
        weefsel::end_burn_in(m, map, s.parameters, months);
    }
    /// Row on the map of the neighbourhood of that name.
    [[nodiscard]] std::size_t site(const std::string& name) const {
        for (std::size_t i = 0; i < map.sites(); ++i)
            if (s.neighbourhoods[map.site[i]].name == name) return i;
        throw std::runtime_error(name);
    }
    [[nodiscard]] const weefsel::Neighbourhood& at(const std::string& name) const {
        return m.neighbourhoods[site(name)];
    }
};
