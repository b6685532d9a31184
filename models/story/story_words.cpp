#include "models/story/story_words.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include "models/measure/survey/surveyed.hpp"
#include "sim/enum_name.hpp"
#include "sim/month.hpp"

namespace weefsel {
namespace {

std::string capital(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

/// The word of what an event is about, by what its kind takes.
void add_detail(fmt::dynamic_format_arg_store<fmt::format_context>& words, const LifeEvent& event,
                const StoryWords& w) {
    const auto at = [&](const auto& table) -> std::string {
        return event.detail < table.size() ? table[event.detail] : std::string();
    };
    words.push_back(fmt::arg("place", at(w.place)));
    words.push_back(fmt::arg("role", at(w.role)));
    words.push_back(fmt::arg("line", at(w.line)));
}

}  // namespace

const StoryWords& story_words(Language language) {
    static const StoryWords nl = dutch_story_words(), en = english_story_words();
    return language == Language::nl ? nl : en;
}

std::string told_text(const LifeEvent& event, const StoryOf& of, Language language) {
    const auto& w = story_words(language);
    const auto sex = static_cast<std::size_t>(of.life.at(-1).sex);
    fmt::dynamic_format_arg_store<fmt::format_context> words;
    words.push_back(fmt::arg("who", w.who[sex]));
    words.push_back(fmt::arg("Who", capital(w.who[sex])));
    words.push_back(fmt::arg("poss", w.poss[sex]));
    words.push_back(fmt::arg("Poss", capital(w.poss[sex])));
    words.push_back(fmt::arg("obj", w.obj[sex]));
    add_detail(words, event, w);
    const bool site = event.kind == Told::moves_within;
    words.push_back(
        fmt::arg("site", site ? of.sites.at(static_cast<std::size_t>(event.number)) : std::string()));
    words.push_back(fmt::arg("n", event.number));
    words.push_back(fmt::arg("months", months_text(event.number, language)));
    return fmt::vformat(w.told[static_cast<std::size_t>(event.kind)], words);
}

std::string person_text(const Life& life, Language language) {
    const auto& first = life.at(-1);
    const std::size_t grown_up = first.age >= adult_age ? 2 : 0;
    return story_words(language).person[grown_up + static_cast<std::size_t>(first.sex)];
}

std::string when_text(int month, Language language) {
    const auto& w = story_words(language);
    if (month < 0) return w.at_start;
    return fmt::format(fmt::runtime(w.when), fmt::arg("year", month / sim::months_per_year + 1),
                       fmt::arg("month", month % sim::months_per_year + 1));
}

std::string months_text(int months, Language language) {
    const auto& w = story_words(language);
    return fmt::format(fmt::runtime(w.months_of[months == 1 ? 0 : 1]), fmt::arg("n", months));
}

std::string name_of(Told kind) {
    return std::string(sim::enum_names<Told>()[static_cast<std::size_t>(kind)]);
}
std::string name_of(TermKind kind) {
    return std::string(sim::enum_names<TermKind>()[static_cast<std::size_t>(kind)]);
}
std::string name_of(Hazard hazard) {
    constexpr auto events = sim::enum_names<EventKind>();
    if (is_event_of_residents(hazard)) return std::string(events[static_cast<std::size_t>(hazard)]);
    return std::string(of_households(hazard) ? sim::enum_name<Hazard::move_out>()
                                             : sim::enum_name<Hazard::loneliness>());
}

}  // namespace weefsel
