#include "models/process/wellbeing/wellbeing.hpp"

#include <algorithm>
#include <array>

#include "models/world/units.hpp"
#include "sim/each_row.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr int recently_widowed = 24;  // months (MODEL 5.8)

/// Weight for who lost a partner lately, for everybody, added into `sum`.
void add_if_widowed(const Residents& r, sim::Month now, float weight, float* sum) {
    const std::int16_t* widowed = r.widowed.data();
    const std::int32_t month = now.value;
    const std::size_t n = r.rows();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        const bool lately = (month - widowed[i] < recently_widowed) & (widowed[i] != Residents::never);
        sum[i] += lately ? weight : 0.0F;
    }
}

/// What adds to the logit of distress this month beside what one is: waiting, loss, the street, volunteering.
void add_events(const Residents& r, const Surroundings& around, const Parameters& all, sim::Month now,
                std::vector<float>& events) {
    const auto p = sim::narrowed(all.wellbeing);
    const auto esteem = static_cast<float>(all.company.esteem),
               usual = static_cast<float>(all.cohesion.nuisance_usual);
    events.assign(r.rows(), 0.0F);
    for (std::size_t i = 0; i < around.nuisance.size(); ++i)
        events[i] = p.distress_nuisance * (around.nuisance[i] - usual);
    sim::each_row(
        r.rows(),
        [&](float& event, std::uint8_t waiting, float volunteered) {
            event += (waiting != 0 ? p.distress_waiting : 0.0F) - (volunteered > 0.0F ? esteem : 0.0F);
        },
        events, r.care_waiting, r.volunteer_hours);
    add_if_widowed(r, now, p.distress_widowed, events.data());
}

/// Distress, insecurity and frailty; what support has left fades.
void strain(Residents& r, const Surroundings& around, const Parameters& all, sim::Month now, Workspace& w) {
    constexpr float thirds = 3.0F, third = top_of_loneliness / thirds, decade = 10.0F;
    constexpr std::uint8_t grown = 20;
    const auto p = sim::narrowed(all.wellbeing);
    const float growth = static_cast<float>(all.demography.frailty_growth) / months_a_year;
    const float by_loneliness = p.distress_loneliness / top_of_loneliness, by_age = p.distress_age / decade,
                frailer = p.frailty_loneliness / third, insecurity_shock = around.insecurity_shock,
                by_coping = static_cast<float>(all.support.distress),
                coping_kept = sim::exp_of(-sim::ln2 / static_cast<float>(all.support.coping_halflife));
    const float level_here = p.distress_level - p.distress_urban * above_middle(around.rural);
    add_events(r, around, all, now, w.rate);
    sim::each_row(
        r.rows(),
        [&](float& insecurity, float& distress, float& frailty, float& coping, float base, float loneliness,
            float overload, float event, std::uint8_t age) {
            const float level = base + insecurity_shock * (1.0F - base);
            const float up =
                level > insecurity && insecurity_shock > 0.0F ? p.insecurity_rise : p.insecurity_rate;
            insecurity += up * (level - insecurity);
            const float logit = level_here + by_loneliness * loneliness -
                                by_age * (static_cast<float>(age) - p.loneliness_age_usual) +
                                p.distress_insecurity * insecurity + p.distress_overload * overload + event -
                                by_coping * coping;
            coping *= coping_kept;
            distress += p.distress_rate * (sim::sigma(logit) - distress);
            const float faster = 1.0F + frailer * (loneliness - third) +
                                 p.frailty_distress * (distress - p.distress_usual) +
                                 p.frailty_insecurity * (insecurity - p.insecurity_usual);
            const float grows = age >= grown ? growth * (faster > 0.0F ? faster : 0.0F) : 0.0F;
            const float next = frailty * (1.0F + grows);
            frailty = next < p.frailty_most ? next : p.frailty_most;
        },
        r.insecurity, r.distress, r.frailty, r.coping, r.insecurity_base, r.loneliness, r.overload, w.rate,
        r.age);
}

}  // namespace

void feel(Residents& r, const Ties& ties, const Surroundings& around, const Parameters& p,
          const sim::RandomSource& draws, sim::Month now, Workspace& w, const ShowHazard& show) {
    feel_lonely(r, ties, around.company, p, draws, now, w, show);
    strain(r, around, p, now, w);
}

}  // namespace weefsel
