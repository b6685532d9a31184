#include "models/world/outside_friends.hpp"

#include "models/world/streams.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr int most = 255;
constexpr std::uint32_t in_a_year = 1, after_move = 2;  // indices of the stream; 0: at first

std::uint8_t counted(int friends) { return static_cast<std::uint8_t>(std::min(most, friends)); }

}  // namespace

int poisson_at(float u, float mean) {
    float term = sim::exp_of(-mean), below = term;
    int k = 0;
    while (u >= below && k < most) {
        ++k;
        term *= mean / static_cast<float>(k);
        if (below + term == below) break;  // the rest is below what a float tells apart
        below += term;
    }
    return k;
}

int binomial_at(float u, int n, float chance) {
    if (chance >= 1.0F) return n;
    float term = sim::exp_of(static_cast<float>(n) * sim::log_of(1.0F - chance)), below = term;
    int k = 0;
    while (u >= below && k < n) {
        term *= static_cast<float>(n - k) / static_cast<float>(k + 1) * chance / (1.0F - chance);
        ++k;
        if (below + term == below) break;
        below += term;
    }
    return k;
}

std::uint8_t first_outside_friends(const Residents& r, ResidentId who, const NetworkParameters& p,
                                   const sim::RandomSource& draws) {
    const float u = draws.uniform(Stream::outside_friends, r.birth_number[who], lifelong);
    return counted(poisson_at(u, usual_outside_friends(r, who, p)));
}

std::uint8_t outside_friends_after_year(const Residents& r, ResidentId who, const NetworkParameters& p,
                                        const sim::RandomSource& draws, sim::Month now) {
    const auto words = draws.block(Stream::outside_friends, r.birth_number[who], now, in_a_year);
    const float chance = 1.0F - sim::exp_of(-static_cast<float>(p.outside_turnover));
    const int had = r.outside_friends[who], lost = binomial_at(sim::uniform_of(words[0]), had, chance),
              made = poisson_at(sim::uniform_of(words[1]), usual_outside_friends(r, who, p) * chance);
    return counted(had - lost + made);
}

bool stays_friend_after_move(sim::BirthNumber one, sim::BirthNumber other, const NetworkParameters& p,
                             const sim::RandomSource& draws, sim::Month now) {
    return draws.uniform(Stream::outside_friends, sim::pair_number(one, other), now, after_move) <
           static_cast<float>(p.outside_after_move);
}

}  // namespace weefsel
