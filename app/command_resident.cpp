#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/exit_codes.hpp"
#include "app/interrupt.hpp"
#include "app/json_text.hpp"
#include "app/lived_again.hpp"
#include "app/prepare.hpp"
#include "app/study_run.hpp"
#include "app/terminal.hpp"
#include "app/texts.hpp"

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

/// Lives the world a second time and follows those who are told of.
std::vector<ResidentStory> follow(const Study& study, const LivedAgainWorld& world,
                                  const std::vector<Telling>& whom, std::size_t reference,
                                  const Invocation& asked) {
    const auto& scenario = study.scenario();
    std::vector<sim::BirthNumber> numbers;
    for (const auto& t : whom) numbers.push_back(world.founders[t.who]);
    LifeWatch watch(scenario, world.parameters,
                    sim::Draws(scenario.seed, static_cast<std::uint32_t>(world.key.replicate)), numbers);
    Attention attention;
    attention.hazards = watch.watch_hazards();
    const auto plan = sim::plan_threads(1, study.layout().sites, asked.threads);
    static_cast<void>(study.run(world.key, &stop_asked(), plan.inside, watch.watch(), {}, attention));
    std::vector<ResidentStory> stories;
    for (std::size_t k = 0; k < whom.size(); ++k) {
        ResidentStory story{whom[k].who + 1, numbers[k], whom[k], watch.lives()[k], {}, {}, {}, {}};
        for (const auto& life : story.lives) {
            story.events.push_back(story_of(life, world.parameters.survey));
            story.parting.push_back(parting_of(story.lives[reference], life));
            story.lonely.push_back(lonely_parting_of(story.lives[reference], life));
        }
        if (const auto hazard = hazard_of(story.why.kind); hazard && story.why.gained != 0) {
            story.most = parting_of(story.lives[reference], story.lives[story.why.option], hazard);
            const auto& first = story.parting[story.why.option];
            if (first && story.most && first->hazard == story.most->hazard) story.most.reset();
        }
        stories.push_back(std::move(story));
    }
    return stories;
}

StoryBook book_of(const Study& study, const LivedAgainWorld& world, const Invocation& asked) {
    const auto& scenario = study.scenario();
    const auto names = names_of(study);
    StoryBook book;
    book.file = asked.file_a;
    book.title = scenario.title;
    book.seed = scenario.seed;
    book.replicate = world.key.replicate + 1;
    book.draw = world.key.draw + 1;
    book.residents = world.founders.size();
    book.reference = names.reference;
    for (const auto& o : names.options) book.options.push_back({o.name, o.label_nl, o.label_en});
    book.sites = names.sites;
    return book;
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
        book = book_of(study, world, asked);
        book.stories = follow(study, world, chosen(asked, world, book.reference), book.reference, asked);
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
        fmt::runtime(language == Language::nl
                         ? "{}\nWereld {} van het bestand; bewoners bij het begin: {} (nummers 1 tot en met "
                           "{}).\n\n"
                         : "{}\nReplicate {} of the file; residents at the start: {} (numbers 1 to {}).\n\n"),
        book.title, book.replicate, book.residents, book.residents));
    put(book_text(book, language));
    return exit_done;
}

}  // namespace weefsel::app
