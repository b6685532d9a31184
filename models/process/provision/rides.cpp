#include "models/process/provision/rides.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

#include "models/process/provision/provisions.hpp"
#include "models/world/ages.hpp"
#include "models/world/streams.hpp"

namespace weefsel {
namespace {

/// How badly somebody gets about, 0..1.
float need_of_rides(const Residents& r, ResidentId who, const MeetingPlaceParameters& p) {
    if (!r.present[who] || !r.dwelling[who].exists() || r.age[who] < adult_age) return 0.0F;
    const bool counts = static_cast<double>(r.age[who]) >= p.rides_age;
    return std::max(r.frailty[who], counts ? r.insecurity[who] : 0.0F);
}

}  // namespace

void give_rides(Residents& r, const Provisions& provisions, const FundingLines& lines,
                const FundingParameters& funding, const MeetingPlaceParameters& p,
                const sim::RandomSource& draws) {
    std::fill(r.rides.begin(), r.rides.end(), std::uint8_t{0});
    std::size_t riders = 0;
    for (const auto row : provisions.ids())
        if (provisions.kind[row] == Purchase::Kind::transport)
            riders +=
                static_cast<std::size_t>(supplied_whole(provisions, row, lines, funding.policy_effects));
    if (riders == 0) return;
    std::vector<std::tuple<float, sim::BirthNumber, ResidentId>> waiting;
    for (const auto who : r.ids()) {
        const float need = need_of_rides(r, who, p);
        if (need <= 0.0F || static_cast<double>(need) < p.rides_need) continue;
        const auto word = draws.block(Stream::rides, r.birth_number[who], lifelong)[0];
        waiting.emplace_back(sim::open_uniform_of(word) / need, r.birth_number[who], who);
    }
    riders = std::min(riders, waiting.size());
    std::partial_sort(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(riders), waiting.end());
    for (std::size_t k = 0; k < riders; ++k) r.rides[std::get<ResidentId>(waiting[k])] = 1;
}

}  // namespace weefsel
