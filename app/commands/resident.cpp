#include <fmt/format.h>

#include "app/commands/commands.hpp"
#include "app/compare/lived_again.hpp"
#include "app/compare/prepare.hpp"
#include "app/story/story_book.hpp"
#include "app/story/story_json.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/interrupt.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"

namespace weefsel::app {
namespace {

/// Whom to tell of: the one who was asked for, or those whose lives say something.
std::vector<Telling> chosen(const Invocation& asked, const LivedAgainWorld& world, std::size_t reference) {
    if (!asked.id) return telling_residents(world.lives, reference);
    const auto residents = static_cast<std::int64_t>(world.founders.size());
    if (*asked.id < 1 || *asked.id > residents)
        throw sim::InputError({asked.file_a, 1, 1},
                              fmt::format("--id: found {}, allowed is 1 to {}, the residents of "
                                          "month 0",
                                          *asked.id, residents));
    return {told_difference(world.lives, reference, static_cast<std::size_t>(*asked.id) - 1, Why::asked)};
}

}  // namespace

int command_resident(const Invocation& asked) {
    const auto study = study_of_results(asked.file_a);
    if (study.scenario().options.size() < 2)
        throw sim::InputError(
            {asked.file_a, 1, 1},
            "holds one option; lives are told beside each other, from the results of weefsel compare");
    say_seed(asked, study.scenario());
    StoryBook book;
    watch_for_interrupt();
    try {
        const auto world = live_again(study, asked.file_a, asked);
        if (!asked.quiet)
            for (const auto& note : world.notes) say("note: " + note);
        book = book_of(study, world, asked.file_a, asked.language);
        book.stories =
            followed(study, world, chosen(asked, world, book.reference), book.reference, asked.threads);
    } catch (const sim::Interrupted&) {
        say("Interrupted; nothing was kept.");
        return exit_interrupted;
    }
    if (asked.json) {
        put(json_of_stories(book));
        return exit_done;
    }
    const auto language = asked.language == "nl" ? Language::nl : Language::en;
    put(fmt::format(
        fmt::runtime(
            language == Language::nl
                ? "{}\nSimulatie {} van het bestand; bewoners bij het begin: {} (nummers 1 tot en met "
                  "{}).\n\n"
                : "{}\nReplicate {} of the file; residents at the start: {} (numbers 1 to {}).\n\n"),
        book.title, book.replicate, book.residents, book.residents));
    put(book_text(book, language));
    return exit_done;
}

}  // namespace weefsel::app
