#include "models/process/network/sessions.hpp"

#include "sim/random_source.hpp"

namespace weefsel {
namespace {

/// One visitor where he or she stands among those of a place: by position, then by the own number.
struct Standing {
    std::uint64_t at;
    Visit visit;
};

/// The month's visitors, place by place, each in their order; `first`: of each place, one more than places.
/// They are counted into bins of positions, so that only the few of one bin are left to be sorted.
std::vector<Standing> in_order(const Residents& r, const Places& places, const Visits& visits,
                               const RandomWords& random_words, const NetworkParameters& net,
                               std::vector<std::uint32_t>& first) {
    constexpr unsigned bin_bits = 10, word_bits = 32;
    constexpr std::size_t bins = 1U << bin_bits;
    const auto by_age = static_cast<float>(net.session_by_age),
               oldest = static_cast<float>(net.session_oldest);
    std::vector<Standing> coming(visits.size()), standing(visits.size());
    std::vector<std::uint32_t> start(places.rows() * bins + 1, 0);
    const auto bin_of = [](const Standing& s) {
        return s.visit.place * bins +
               static_cast<std::size_t>(s.at >> (word_bits + position_bits - bin_bits));
    };
    for (std::size_t k = 0; k < visits.size(); ++k) {
        const auto& v = visits[k];
        const auto word =
            sim::pair_word(random_words.own_session[v.resident], random_words.place_session[v.place]);
        const auto at = position_of(word, r.age[ResidentId{v.resident}], by_age, oldest);
        coming[k] = {(std::uint64_t{at} << word_bits) | word, v};
        ++start[bin_of(coming[k]) + 1];
    }
    for (std::size_t b = 0; b + 1 < start.size(); ++b) start[b + 1] += start[b];
    for (std::size_t k = 0; k <= places.rows(); ++k) first.push_back(start[k * bins]);
    auto next = start;
    for (const auto& visitor : coming) standing[next[bin_of(visitor)]++] = visitor;
    const auto earlier = [&](const Standing& a, const Standing& b) {
        if (a.at != b.at) return a.at < b.at;
        return r.birth_number[ResidentId{a.visit.resident}] < r.birth_number[ResidentId{b.visit.resident}];
    };
    for (std::size_t b = 0; b + 1 < start.size(); ++b)
        if (start[b + 1] - start[b] > 1)
            std::sort(standing.begin() + start[b], standing.begin() + start[b + 1], earlier);
    return standing;
}

}  // namespace

Sessions sessions_of_month(const Residents& r, const Places& places, const Visits& visits,
                           const RandomWords& random_words, const NetworkParameters& net) {
    std::vector<std::uint32_t> first;
    const auto standing = in_order(r, places, visits, random_words, net, first);
    Sessions sorted;
    sorted.visits.reserve(visits.size());
    for (const auto& s : standing) sorted.visits.push_back(s.visit);
    for (std::size_t k = 0; k < places.rows(); ++k) {
        const std::uint32_t n = first[k + 1] - first[k];
        const auto sessions = sessions_of(n, usual_size(places, PlaceId{static_cast<std::uint8_t>(k)}));
        for (std::uint32_t s = 0; s < sessions; ++s) {
            const auto before = std::uint64_t{n} * s / sessions;
            sorted.start.push_back(first[k] + static_cast<std::uint32_t>(before));
        }
    }
    sorted.start.push_back(static_cast<std::uint32_t>(visits.size()));
    return sorted;
}

std::uint32_t position_of(std::uint32_t word, int age, float by_age, float oldest) {
    constexpr auto positions = static_cast<float>(1U << position_bits);
    const float own = sim::uniform_of(word);
    const float at = by_age * std::min(1.0F, static_cast<float>(age) / oldest) + (1.0F - by_age) * own;
    return std::min((1U << position_bits) - 1U, static_cast<std::uint32_t>(at * positions));
}

std::uint32_t sessions_of(std::uint32_t visitors, float usual) {
    return std::max(1U, static_cast<std::uint32_t>(static_cast<float>(visitors) / usual));
}

}  // namespace weefsel
