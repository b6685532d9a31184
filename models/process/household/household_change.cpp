#include "models/process/household/demography.hpp"
#include "models/process/household/leaving.hpp"
#include "models/world/event.hpp"
#include "models/world/life_event.hpp"
#include "models/world/units.hpp"
#include "sim/each_row.hpp"
#include "sim/marked.hpp"

namespace weefsel {
void leave_home(People& people, const Parameters& parameters, const sim::RandomSource& draws, sim::Month now,
                Workspace& w, const ShowHazard& show) {
    constexpr int youngest = 17, middle = 20, older = 25, oldest = 40;
    auto& r = people.residents;
    const auto& p = parameters.demography;
    w.rate.assign(r.rows(), 0.0F);
    w.marks.resize(r.rows());
    sim::each_row(
        r.rows(),
        [](std::uint8_t& may, std::uint8_t present, std::uint8_t age, ResidentId partner) {
            may = (present != 0) & (age >= youngest) & (age < oldest) & !partner.exists();
        },
        w.marks, r.present, r.age, r.partner);
    sim::for_each_marked<ResidentId>(w.marks, [&](ResidentId who) {
        if (!lives_with_parent(r, people.dwellings, who)) return;
        const int age = r.age[who];
        const double yearly = age < middle  ? p.leave_home_at_18
                              : age < older ? p.leave_home_at_22
                                            : p.leave_home_at_30;
        w.rate[who.index()] = static_cast<float>(p.leave_home * yearly) * per_month;
    });
    show(hazard_of(EventKind::leave_home), {w.rate});
    accumulate(r, EventKind::leave_home, w.rate, w.due);
    for (const auto row : w.due) {
        next_episode(r, EventKind::leave_home, ResidentId{row}, draws);
        leave_parents(people, ResidentId{row}, parameters.wellbeing);
        go_elsewhere(people, ResidentId{row}, parameters, draws, now);
    }
}

}  // namespace weefsel
