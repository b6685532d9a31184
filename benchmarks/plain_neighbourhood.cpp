#include "benchmarks/plain_neighbourhood.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace weefsel::toy {
namespace {

struct Resident {
    std::uint32_t other[tie_slots];
    float strength[tie_slots];
    std::uint32_t ties;
    float loneliness;
};
static_assert(sizeof(Resident) == 104);

void meet(Resident& r, std::uint32_t met) {
    for (std::uint32_t k = 0; k < r.ties; ++k) {
        if (r.other[k] == met) {
            r.strength[k] = std::min(1.0F, r.strength[k] + encounter_strength);
            return;
        }
    }
    if (r.ties < tie_slots) {
        r.other[r.ties] = met;
        r.strength[r.ties++] = encounter_strength;
        return;
    }
    const auto weakest = std::min_element(r.strength, r.strength + tie_slots) - r.strength;
    if (r.strength[weakest] < encounter_strength) {
        r.other[weakest] = met;
        r.strength[weakest] = encounter_strength;
    }
}

void decay(Resident& r) {
    std::uint32_t kept = 0;
    for (std::uint32_t k = 0; k < r.ties; ++k) {
        const float strength = r.strength[k] * kept_share;
        if (strength < forgotten_below) continue;
        r.other[kept] = r.other[k];
        r.strength[kept++] = strength;
    }
    r.ties = kept;
}

}  // namespace

Outcome live_plainly(int n, int months, unsigned seed) {
    std::mt19937 generator(seed);
    std::uniform_real_distribution<float> uniform(0.0F, 1.0F);
    std::uniform_real_distribution<float> start_strength(start_strength_low, 1.0F);
    std::uniform_int_distribution<std::uint32_t> anyone(0, static_cast<std::uint32_t>(n) - 1);
    std::uniform_int_distribution<std::size_t> any_place(0, places - 1);

    std::vector<Resident> residents(static_cast<std::size_t>(n));
    for (std::uint32_t i = 0; i < residents.size(); ++i) {
        Resident& r = residents[i];
        r.ties = tie_slots;
        r.loneliness = start_loneliness;
        for (int k = 0; k < tie_slots; ++k) {
            do r.other[k] = anyone(generator);
            while (r.other[k] == i);
            r.strength[k] = start_strength(generator);
        }
    }

    std::vector<std::vector<std::uint32_t>> attendees(places);
    std::int64_t demand = 0;
    for (int month = 0; month < months; ++month) {
        for (auto& list : attendees) list.clear();
        for (std::uint32_t i = 0; i < residents.size(); ++i)
            if (uniform(generator) < visit_chance) attendees[any_place(generator)].push_back(i);
        for (const auto& list : attendees) {
            if (list.empty()) continue;
            std::uniform_int_distribution<std::size_t> pick(0, list.size() - 1);
            for (const std::uint32_t i : list) {
                for (int e = 0; e < encounters_per_visit; ++e) {
                    const std::uint32_t met = list[pick(generator)];
                    if (met != i) meet(residents[i], met);
                }
            }
        }
        for (Resident& r : residents) {
            decay(r);
            float sum = 0;
            for (std::uint32_t k = 0; k < r.ties; ++k) sum += r.strength[k];
            r.loneliness += loneliness_rate * (std::exp(-sum / strength_scale) - r.loneliness);
            if (uniform(generator) < demand_base + demand_of_loneliness * r.loneliness) ++demand;
        }
    }

    double loneliness = 0, ties = 0;
    for (const Resident& r : residents) {
        loneliness += r.loneliness;
        ties += r.ties;
    }
    return {loneliness / n, ties / n, demand};
}

}  // namespace weefsel::toy
