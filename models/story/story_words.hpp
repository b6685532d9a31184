#pragma once
#include <array>
#include <string>
#include <vector>

#include "models/story/life_story.hpp"
#include "models/story/parting.hpp"
#include "models/story/telling.hpp"

namespace weefsel {

enum class Language : std::uint8_t { nl, en };

/// Every word of a story in one language: plain (B1), without markup. Sentences take {who} (she, he), {Who}
/// at their beginning, {poss}, {Poss}, {obj}, {place}, {role}, {line}, {site} and {n}; those about hazards
/// what they name.
struct StoryWords {
    std::array<std::string, 2> who, poss, obj;  ///< by Sex: she, her, her
    std::array<std::string, 4> person;          ///< girl, boy (below 18), woman, man
    std::array<std::string, told_kinds> told;
    std::array<std::string, place_kinds> place;
    std::array<std::string, roles> role;
    std::array<std::string, care_lines> line;
    std::array<std::string, hazard_kinds> event;  ///< what falls: "the death"
    std::array<std::string, term_kinds> term;
    std::string header;                      ///< {id} {person} {age}
    std::string why_most, why_typical;       ///< {option} {gained} {n}; {n}
    std::string gained, lost;                ///< months without severe loneliness: {n}
    std::string later_first, earlier_first;  ///< of what happens for the first time: {n} {kind}
    std::string when, at_start;              ///< {year} {month}
    std::string in_every_option, nothing;
    std::string summary;                   ///< {months} {gp} {lonely} {volunteer} {waiting} {requests}
    std::array<std::string, 2> months_of;  ///< one month, {n} months
    std::string parts, parts_most;         ///< {event} {first} {when}
    std::string later, never;              ///< {other} {when}
    std::string no_parting, same_threshold_not;
    std::string threshold;     ///< {threshold} {first} {first_sum} {other} {other_sum}
    std::string difference;    ///< {option} {reference}
    std::string last_month;    ///< {when}
    std::string lonely_parts;  ///< {when} {first} {other}
    std::string lonely_month;  ///< {when}
    std::string score_row;     ///< in tables, as those that follow
    std::string carried, only_one, total, term_column, log_note, hazard_row;  ///< in tables
};

/// By Language; built once.
const StoryWords& story_words(Language language);
/// The tables themselves, one file a language.
StoryWords dutch_story_words();
StoryWords english_story_words();

/// What the words are about.
struct StoryOf {
    const Life& life;
    const std::vector<std::string>& sites;
};

/// One sentence.
std::string told_text(const LifeEvent& event, const StoryOf& of, Language language);
/// "a woman of 71"
std::string person_text(const Life& life, Language language);
/// "year 3, month 2", or "at the start" for month -1
std::string when_text(int month, Language language);
std::string months_text(int months, Language language);

/// Name of an enumerator in the machine-readable form, in small letters with underscores.
std::string name_of(Told kind);
std::string name_of(TermKind kind);
std::string name_of(Hazard hazard);

}  // namespace weefsel
