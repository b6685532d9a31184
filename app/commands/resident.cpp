#include <fmt/format.h>

#include "app/commands/all_commands.hpp"
#include "app/commands/command_line.hpp"
#include "app/compare/prepare.hpp"
#include "app/compare/simulated_again.hpp"
#include "app/story/story_book.hpp"
#include "app/story/story_json.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/interrupt.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"

namespace weefsel::app {
namespace {

struct ResidentArguments : CommonArguments, WorldArguments {
    std::string results;             ///< file
    std::optional<std::int64_t> id;  ///< of a resident, from 1; absent: telling ones

    ResidentArguments() { language = "nl"; }
};

/// Whom to tell of: the one who was asked for, or those whose lives say something.
std::vector<Telling> chosen(const ResidentArguments& arguments, const WorldSimulatedAgain& world,
                            std::size_t reference) {
    if (!arguments.id) return telling_residents(world.lives, reference);
    const auto residents = static_cast<std::int64_t>(world.founders.size());
    if (*arguments.id < 1 || *arguments.id > residents)
        throw sim::InputError({arguments.results, 1, 1},
                              fmt::format("--id: found {}, allowed is 1 to {}, the residents of "
                                          "month 0",
                                          *arguments.id, residents));
    return {told_difference(world.lives, reference, static_cast<std::size_t>(*arguments.id) - 1, Why::asked)};
}

int run_resident(const ResidentArguments& arguments) {
    const auto study = study_of_results(arguments.results);
    if (study.scenario().options.size() < 2)
        throw sim::InputError(
            {arguments.results, 1, 1},
            "holds one option; lives are told beside each other, from the results of weefsel compare");
    say_seed(arguments, study.scenario());
    StoryBook book;
    watch_for_interrupt();
    try {
        const auto world = live_again(study, arguments.results, arguments, arguments.threads);
        if (!arguments.quiet)
            for (const auto& note : world.notes) say("note: " + note);
        book = book_of(study, world, arguments.results, arguments.language);
        book.stories = followed(study, world, chosen(arguments, world, book.reference), book.reference,
                                arguments.threads);
    } catch (const sim::Interrupted&) {
        say("Interrupted; nothing was kept.");
        return exit_interrupted;
    }
    if (arguments.json) {
        put(json_of_stories(book));
        return exit_done;
    }
    const auto language = arguments.language == "nl" ? Language::nl : Language::en;
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

}  // namespace

void add_resident(CommandLine& line) {
    auto [command, arguments] = line.add<ResidentArguments>(
        "resident", "Tell the life of one resident in each option, and what made the lives part",
        "  weefsel resident out/first-look/results.h5            two or three telling lives, one typical\n"
        "  weefsel resident out/first-look/results.h5 --id 1024 --lang en\n"
        "  weefsel resident out/first-look/results.h5 --replicate 2 --json",
        run_resident);
    command.add_option("RESULTS.h5", arguments.results, "Result file of weefsel compare")->required();
    command
        .add_option(
            "--id", arguments.id,
            "Number of a resident of month 0: 1 to as many as there are, in the order of birth numbers "
            "(default: telling ones are picked)")
        ->type_name("N");
    command
        .add_option("--replicate", arguments.replicate,
                    "Which replicate of the file, that is, which chance events (default: 1)")
        ->type_name("N");
    command
        .add_option("--draw", arguments.draw,
                    "Which set of assumptions, where the file has several (default: 1)")
        ->type_name("N");
    command.add_option("--lang", arguments.language, "Language: nl (default) or en")
        ->type_name("LANG")
        ->check(CLI::IsMember({"nl", "en"}));
}

}  // namespace weefsel::app
