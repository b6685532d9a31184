#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "benchmarks/toy_outcome.hpp"
#include "sim/column.hpp"
#include "sim/id.hpp"
#include "sim/random_source.hpp"

namespace weefsel::toy {

using ResidentId = sim::Id<struct ToyResidentTag>;

/// The toy neighbourhood on Weefsel's engine: columns, keyed numbers, own ties only, so that the
/// order of residents never matters. A slot of strength 0 is free.
class ToyNeighbourhood {
public:
    ToyNeighbourhood(std::uint32_t residents, std::uint32_t seed);
    void step_month();
    [[nodiscard]] Outcome outcome() const;

private:
    void visit();
    void meet();
    void keep_and_lose();
    void feel_and_ask();

    template <class T>
    using Col = sim::Column<ResidentId, T>;

    sim::RandomSource draws_;
    sim::Month month_{0};
    Col<sim::BirthNumber> birth_;
    Col<std::array<ResidentId, tie_slots>> other_;
    Col<std::array<float, tie_slots>> strength_;
    Col<float> loneliness_;
    std::int64_t demand_ = 0;

    // Within the month.
    Col<std::uint8_t> place_;  ///< `places` stands for home
    Col<float> strength_sum_;
    std::array<std::uint32_t, places + 2> first_visitor_{};  ///< of each place, in `visitors_`
    std::vector<ResidentId> visitors_;                       ///< by place, then by resident
    std::vector<sim::BirthNumber> visitor_birth_;
    std::array<std::vector<std::uint32_t>, 4> resident_words_;  ///< visit and place; demand
    std::array<std::vector<std::uint32_t>, 4> visitor_words_;   ///< whom this visitor meets
};

}  // namespace weefsel::toy
