#include "models/process/network/known_faces.hpp"

#include "models/world/units.hpp"
#include "sim/each_row.hpp"
#include "sim/numeric.hpp"

namespace weefsel {

void know_faces(Residents& r, const Dwellings& d, const Streets& streets, const Encounters& encounters,
                const NetworkParameters& parameters, Workspace& w) {
    const auto p = sim::narrowed(parameters);
    const std::size_t n = r.rows();
    auto& turned = w.rate;
    turned.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
        const auto home = r.dwelling.data()[i];
        turned[i] = home.exists() ? streets.turnover[d.street[home]] : 0.0F;
    }
    sim::each_row(
        n,
        [&](float& known, float turnover, std::uint8_t met, float free_hours, DwellingId home) {
            const float kept = known * (1.0F - (turnover + p.known_forgotten) * per_month);
            const float unseen =
                sim::exp_of(-p.known_by_meeting * static_cast<float>(met) - p.known_by_time * free_hours);
            const float learnt = (1.0F - known) * (1.0F - unseen);
            known = sim::clamp01(kept + (home.value != DwellingId::none_value ? learnt : 0.0F));
        },
        r.known_street, turned, encounters.on_pavement, r.free_hours, r.dwelling);
}

}  // namespace weefsel
