#include "models/process/household/demography.hpp"
#include "models/process/household/leaving.hpp"
#include "models/world/event.hpp"
#include "models/world/units.hpp"
#include "sim/marked.hpp"

namespace weefsel {
namespace {}  // namespace

void leave_home(People& people, const Parameters& parameters, const sim::RandomSource& draws, sim::Month now,
                Workspace& workspace) {
    constexpr int youngest = 17, middle = 20, older = 25, oldest = 40;
    auto& r = people.residents;
    const auto& p = parameters.demography;
    const std::size_t n = r.rows();
    workspace.rate.assign(n, 0.0F);
    workspace.marks.resize(n);
    const std::uint8_t *present = r.present.data(), *ages = r.age.data();
    const auto* partner = r.partner.data();
    std::uint8_t* may = workspace.marks.data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i)
        may[i] = (present[i] != 0) & (ages[i] >= youngest) & (ages[i] < oldest) &
                 (partner[i].value == ResidentId::none_value);
    sim::for_each_marked(may, n, [&](std::size_t i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        const int age = ages[i];
        if (!lives_with_parent(r, people.dwellings, who)) return;
        const double yearly = age < middle  ? p.leave_home_at_18
                              : age < older ? p.leave_home_at_22
                                            : p.leave_home_at_30;
        workspace.rate[i] = static_cast<float>(p.leave_home * yearly) * per_month;
    });
    workspace.show(hazard_of(EventKind::leave_home));
    accumulate(r, EventKind::leave_home, workspace.rate, workspace.due);
    for (const auto row : workspace.due) {
        next_episode(r, EventKind::leave_home, ResidentId{row}, draws);
        go_elsewhere(people, ResidentId{row}, parameters, draws, now);
    }
}

}  // namespace weefsel
