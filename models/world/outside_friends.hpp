#pragma once
#include <algorithm>
#include <cstdint>

#include "models/parameters/network_parameters.hpp"
#include "models/world/resident_state.hpp"
#include "sim/month.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// Friends elsewhere that somebody usually has: n_i = `outside_friends` (1/2 + sociability).
inline float usual_outside_friends(const Residents& r, ResidentId who, const NetworkParameters& p) {
    return static_cast<float>(p.outside_friends) * (0.5F + r.sociability[who]);
}

/// Friends elsewhere now over that number, 0..2: factor on contact elsewhere. 1 for who usually has none.
inline float outside_kept(float friends, float sociability, float mean_friends) {
    constexpr float half = 0.5F, most = 2.0F;
    const float usual = mean_friends * (half + sociability);
    const float kept = friends / (usual > 0.0F ? usual : 1.0F);
    return usual > 0.0F ? (kept < most ? kept : most) : 1.0F;
}
inline float outside_kept(const Residents& r, ResidentId who, const NetworkParameters& p) {
    return outside_kept(static_cast<float>(r.outside_friends[who]), r.sociability[who],
                        static_cast<float>(p.outside_friends));
}

/// Friends elsewhere when somebody is first here: Poisson with that mean.
std::uint8_t first_outside_friends(const Residents& residents, ResidentId who, const NetworkParameters& p,
                                   const sim::RandomSource& draws);

/// Friends elsewhere a year later. Each is lost with chance q = 1 - exp(-`outside_turnover`), as many come as
/// keep the usual number: n <- Binomial(n, 1 - q) + Poisson(n_i q). With it Poisson(n_i) stays what it is.
std::uint8_t outside_friends_after_year(const Residents& residents, ResidentId who,
                                        const NetworkParameters& p, const sim::RandomSource& draws,
                                        sim::Month now);

/// Whether of two friends the one who moves out of the neighbourhood stays a friend of the other.
bool stays_friend_after_move(sim::BirthNumber one, sim::BirthNumber other, const NetworkParameters& p,
                             const sim::RandomSource& draws, sim::Month now);

/// The number at which the distribution function passes `u`, 0..1: Poisson, and binomial of `n` trials.
int poisson_at(float u, float mean);
int binomial_at(float u, int n, float chance);

}  // namespace weefsel
