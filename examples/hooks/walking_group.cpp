// A walking group for residents of 65 and over; walking_group.py does the same in Python, and says what it
// is.
#include <cstdint>

#include "models/hook/plugin.hpp"

namespace {

constexpr std::uint8_t old_from = 65;  // years

void walk(int /*month*/, weefsel::StateView& state, const weefsel::KeyedRandom& random) {
    const auto who = state.read<std::uint64_t>("resident.birth_number");
    const auto present = state.read<std::uint8_t>("resident.present");
    const auto age = state.read<std::uint8_t>("resident.age");
    const auto mobility = state.read<float>("resident.mobility");
    const auto drift = state.write<float>("resident.drift");
    for (std::size_t i = 0; i < who.size(); ++i) {
        const bool able = present[i] == 1 && age[i] >= old_from && mobility[i] >= 0.5F;
        if (able && random.uniform_once("walking group: joins", who[i]) < 0.3F &&
            random.uniform("walking group: comes", who[i]) < 0.8F)
            drift[i] -= 0.1F;  // on the logit scale
    }
}

void look(int /*month*/, const weefsel::StateView& state, weefsel::OwnValues& values) {
    const auto present = state.read<std::uint8_t>("resident.present");
    const auto age = state.read<std::uint8_t>("resident.age");
    const auto mobility = state.read<float>("resident.mobility");
    const auto loneliness = state.read<float>("resident.loneliness");
    double old = 0, lonely = 0, able = 0;
    for (std::size_t i = 0; i < present.size(); ++i) {
        if (present[i] != 1 || age[i] < old_from) continue;
        old += 1;
        lonely += loneliness[i] >= 3.0F ? 1 : 0;
        able += mobility[i] >= 0.5F ? 1 : 0;
    }
    values.set("lonely_65", lonely, old);
    values.set("able_65", able, old);
}

}  // namespace

WEEFSEL_PLUGIN(plugin) {
    plugin.interventions.push_back({"walk", {"structural"}, walk});
    plugin.analyzers.push_back(
        {"look",
         {{"lonely_65", "1", "Share of residents of 65 and over with a loneliness score of 3 or more"},
          {"able_65", "1", "Share of residents of 65 and over who get about well enough for a walk"}},
         look});
}
