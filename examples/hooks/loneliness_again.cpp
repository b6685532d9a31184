// The model's own equation of loneliness, written again as a plugin: it gives the same bits. It is there to
// be copied and changed; loneliness_again.py does the same in Python. What each term is stands in
// models/process/wellbeing/loneliness.hpp.
#include <cstddef>
#include <cstdint>

#include "models/hook/plugin.hpp"
#include "sim/numeric.hpp"

namespace {

using weefsel::sim::log_of;
using weefsel::sim::sigma;

constexpr float emotional_items = 6.0F, social_items = 5.0F;  // of the scale
constexpr std::uint16_t nobody = 65535;

void relax(int /*month*/, weefsel::StateView& state, const weefsel::KeyedRandom& /*random*/) {
    const auto of = [&](const char* name) { return static_cast<float>(state.parameters[name]); };
    const float rate = of("pace") * of("wellbeing.loneliness_rate"),
                casual_b = of("wellbeing.loneliness_casual"), frailty_b = of("wellbeing.loneliness_frailty"),
                insecurity_b = of("wellbeing.loneliness_insecurity"),
                contact_e = of("wellbeing.loneliness_contact"),
                contact_s = of("wellbeing.loneliness_contact_social"), company_e = of("company.emotional"),
                company_s = of("company.social"), coping_e = of("support.emotional"),
                coping_s = of("support.social"), esteem = of("company.esteem"),
                partner_e = of("wellbeing.loneliness_partner"),
                partner_s = of("wellbeing.loneliness_partner_social"),
                more_s = of("wellbeing.loneliness_social");
    const auto level = state.read<float>("inputs.level"),
               social_level = state.read<float>("inputs.social_level"),
               drift = state.read<float>("inputs.drift"), frailty = state.read<float>("inputs.frailty"),
               insecurity = state.read<float>("inputs.insecurity"),
               coping = state.read<float>("inputs.coping"),
               volunteered = state.read<float>("inputs.volunteer_hours"),
               by_person = state.read<float>("inputs.person"),
               contacts = state.read<float>("inputs.contacts"), company = state.read<float>("inputs.company");
    const auto casual = state.read<std::uint8_t>("inputs.casual");
    const auto partner = state.read<std::uint16_t>("inputs.partner");
    const auto loneliness = state.write<float>("resident.loneliness");
    const auto emotional = state.write<float>("resident.emotional_loneliness");
    for (std::size_t i = 0; i < loneliness.size(); ++i) {
        const bool with = partner[i] != nobody;
        const float person = level[i] + drift[i] + by_person[i] -
                             casual_b * log_of(1.0F + static_cast<float>(casual[i])) +
                             frailty_b * frailty[i] + insecurity_b * insecurity[i];
        const float e = person - contact_e * contacts[i] - company_e * company[i] - coping_e * coping[i] -
                        (volunteered[i] > 0.0F ? esteem : 0.0F) - (with ? partner_e : 0.0F);
        const float s = person + more_s + social_level[i] - contact_s * contacts[i] - company_s * company[i] -
                        coping_s * coping[i] - (with ? partner_s : 0.0F);
        const float social = loneliness[i] - emotional[i];
        emotional[i] += rate * (emotional_items * sigma(e) - emotional[i]);
        loneliness[i] = emotional[i] + social + rate * (social_items * sigma(s) - social);
    }
}

}  // namespace

WEEFSEL_PLUGIN(plugin) {
    plugin.parameters = {{"pace", 1, 0, 2, "1", "How fast loneliness follows, against the model's own pace",
                          "1: the model's own", "assumption"}};
    plugin.loneliness = relax;
}
