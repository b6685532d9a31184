#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analysis/results/results_file.hpp"
#include "models/story/story_words.hpp"

namespace weefsel::app {

/// A resident in every option, ready to be told.
struct ResidentStory {
    std::size_t id = 0;  ///< from 1, see LivedAgainWorld
    sim::BirthNumber birth_number = 0;
    Telling why;
    std::vector<Life> lives;                           ///< by option
    std::vector<std::vector<LifeEvent>> events;        ///< by option
    std::vector<std::optional<Parting>> parting;       ///< by option, from the reference; none: the same
    std::vector<std::optional<LonelyParting>> lonely;  ///< by option, from the reference
    std::optional<Parting>
        most;  ///< in the option and kind of `why`, where that is another event than `parting`
};

/// What stories are told of.
struct StoryBook {
    std::string file, title;
    std::int64_t seed = 0;
    std::size_t draw = 0, replicate = 0, residents = 0;  ///< draw and replicate from 1; residents of month 0
    std::size_t reference = 0;
    struct Option {
        std::string name, label_nl, label_en;
        [[nodiscard]] const std::string& label(Language l) const {
            return l == Language::nl ? label_nl : label_en;
        }
    };
    std::vector<Option> options;
    std::vector<std::string> sites;
    std::vector<ResidentStory> stories;
};

/// Why this life is told; empty when it was asked for.
std::string why_text(const StoryBook& book, const ResidentStory& story, Language language);
/// In a sentence or two: which event, when in both lives, threshold and accumulated hazards.
std::string parting_text(const StoryBook& book, const std::optional<Parting>& parting, bool most,
                         std::size_t option, Language language);
std::string lonely_parting_text(const StoryBook& book, const LonelyParting& parting, std::size_t option,
                                Language language);
/// Whether an event is told, in the same month, in every option.
bool in_every_option(const ResidentStory& story, const LifeEvent& event);
/// The stories line by line in both languages, as a table for the report: who it is, what happens, and where
/// the lives part.
analysis::ResultTable story_lines(const StoryBook& book);
/// The whole book as plain text.
std::string book_text(const StoryBook& book, Language language);

}  // namespace weefsel::app
