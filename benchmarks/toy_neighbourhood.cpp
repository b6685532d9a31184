#include "benchmarks/toy_neighbourhood.hpp"

#include <algorithm>
#include <numeric>

#include "sim/numeric.hpp"

namespace weefsel::toy {
namespace {

enum class Stream : std::uint8_t { start, month, encounter };

std::array<std::uint32_t*, 4> pointers(std::array<std::vector<std::uint32_t>, 4>& words) {
    return {words[0].data(), words[1].data(), words[2].data(), words[3].data()};
}

/// A whole number below n from one word.
std::uint32_t below(std::uint32_t n, std::uint32_t word) {
    return static_cast<std::uint32_t>((std::uint64_t{word} * n) >> 32U);
}

/// One encounter: the own tie grows, or a new one takes the place of the weakest, if that is weak.
void meet_one(std::array<ResidentId, tie_slots>& other, std::array<float, tie_slots>& strength,
              ResidentId met) {
    if (const auto k = static_cast<std::size_t>(std::ranges::find(other, met) - other.begin());
        k < tie_slots) {
        strength[k] = std::min(1.0F, strength[k] + encounter_strength);
        return;
    }
    std::size_t weakest = 0;
    for (std::size_t k = 1; k < tie_slots; ++k) weakest = strength[k] < strength[weakest] ? k : weakest;
    const bool gives_way = strength[weakest] < encounter_strength;
    other[weakest] = gives_way ? met : other[weakest];
    strength[weakest] = gives_way ? encounter_strength : strength[weakest];
}

}  // namespace

ToyNeighbourhood::ToyNeighbourhood(std::uint32_t n, std::uint32_t seed)
    : draws_(seed, 0),
      birth_(n),
      other_(n),
      strength_(n),
      loneliness_(n, start_loneliness),
      place_(n),
      strength_sum_(n),
      visitors_(n),
      visitor_birth_(n) {
    for (auto& words : resident_words_) words.resize(n);
    for (auto& words : visitor_words_) words.resize(n);
    std::iota(birth_.begin(), birth_.end(), sim::BirthNumber{1});
    for (ResidentId i{0}; i.value < n; ++i.value) {
        for (std::uint32_t k = 0; k < tie_slots; ++k) {
            const auto block = draws_.block(Stream::start, birth_[i], month_, k);
            const std::uint32_t any = below(n - 1, block[0]);
            other_[i][k] = ResidentId{any < i.value ? any : any + 1};
            strength_[i][k] = start_strength_low + (1 - start_strength_low) * sim::uniform_of(block[1]);
        }
    }
}

void ToyNeighbourhood::step_month() {
    visit();
    meet();
    keep_and_lose();
    feel_and_ask();
    month_ = month_ + 1;
}

/// One number says whether and where: a visit in its lowest part, which the places share.
void ToyNeighbourhood::visit() {
    const std::size_t n = birth_.size();
    draws_.fill(Stream::month, birth_.data(), n, month_, 0, pointers(resident_words_));
    const std::uint32_t* word = resident_words_[0].data();
    std::uint8_t* place = place_.data();
    for (std::size_t i = 0; i < n; ++i) {
        const float at = sim::uniform_of(word[i]) * (places / visit_chance);
        place[i] = static_cast<std::uint8_t>(at < places ? static_cast<std::int32_t>(at) : places);
    }
    first_visitor_.fill(0);
    for (std::size_t i = 0; i < n; ++i) ++first_visitor_[place[i] + 1U];
    std::partial_sum(first_visitor_.begin(), first_visitor_.end(), first_visitor_.begin());
    auto next = first_visitor_;
    for (std::uint32_t i = 0; i < n; ++i) visitors_[next[place[i]]++] = ResidentId{i};
}

void ToyNeighbourhood::meet() {
    const std::size_t n = first_visitor_[places];
    for (std::size_t v = 0; v < n; ++v) visitor_birth_[v] = birth_[visitors_[v]];
    draws_.fill(Stream::encounter, visitor_birth_.data(), n, month_, 0, pointers(visitor_words_));
    for (std::size_t p = 0; p < places; ++p) {
        const std::uint32_t first = first_visitor_[p];
        const std::uint32_t present = first_visitor_[p + 1] - first;
        for (std::uint32_t v = first; v < first + present; ++v) {
            const ResidentId me = visitors_[v];
            for (std::size_t e = 0; e < encounters_per_visit; ++e) {
                const ResidentId met = visitors_[first + below(present, visitor_words_[e][v])];
                if (met != me) meet_one(other_[me], strength_[me], met);
            }
        }
    }
}

void ToyNeighbourhood::keep_and_lose() {
    const std::size_t n = birth_.size();
    for (std::size_t i = 0; i < n; ++i) {
        auto& strength = strength_.data()[i];
        for (float& s : strength) {
            s *= kept_share;
            s = s < forgotten_below ? 0.0F : s;
        }
        std::array<float, 4> part{};
        for (std::size_t k = 0; k < tie_slots; ++k) part[k % 4] += strength[k];
        strength_sum_.data()[i] = (part[0] + part[1]) + (part[2] + part[3]);
    }
}

void ToyNeighbourhood::feel_and_ask() {
    const std::size_t n = birth_.size();
    const float* sum = strength_sum_.data();
    const std::uint32_t* word = resident_words_[1].data();
    float* loneliness = loneliness_.data();
    std::int32_t demand = 0;
    for (std::size_t i = 0; i < n; ++i) {
        loneliness[i] += loneliness_rate * (sim::exp_of(-sum[i] / strength_scale) - loneliness[i]);
        const float chance = demand_base + demand_of_loneliness * loneliness[i];
        demand += sim::uniform_of(word[i]) < chance ? 1 : 0;
    }
    demand_ += demand;
}

Outcome ToyNeighbourhood::outcome() const {
    double loneliness = 0, ties = 0;
    for (const float l : loneliness_) loneliness += l;
    for (const auto& row : strength_)
        ties += static_cast<double>(std::ranges::count_if(row, [](float s) { return s > 0; }));
    const auto n = static_cast<double>(birth_.size());
    return {loneliness / n, ties / n, demand_};
}

}  // namespace weefsel::toy
