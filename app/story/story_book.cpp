#include "app/story/story_book.hpp"

#include <exception>

#include "app/compare/study_run.hpp"
#include "app/compare/terms.hpp"
#include "app/story/story_terms.hpp"
#include "app/terminal/interrupt.hpp"

namespace weefsel::app {

std::vector<ResidentStory> followed(const Study& study, const WorldSimulatedAgain& world,
                                    const std::vector<Telling>& whom, std::size_t reference, int threads) {
    const auto& scenario = study.scenario();
    std::vector<sim::BirthNumber> numbers;
    for (const auto& t : whom) numbers.push_back(world.founders[t.who]);
    LifeWatch watch(scenario, world.parameters, sim::draws_of(scenario.seed, world.key), numbers);
    Attention attention;
    attention.hazards = watch.watch_hazards();
    const auto plan = sim::plan_threads(1, study.layout().sites, threads);
    static_cast<void>(study.run(world.key, &stop_requested(), plan.inside, watch.watch(), {}, attention));
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

StoryBook book_of(const Study& study, const WorldSimulatedAgain& world, const std::string& file,
                  const std::string& language) {
    const auto& scenario = study.scenario();
    const auto names = names_of(study);
    StoryBook book;
    book.file = file;
    book.title = language == "nl" ? scenario.title_nl : scenario.title;
    book.seed = scenario.seed;
    book.replicate = world.key.replicate + 1;
    book.draw = world.key.draw + 1;
    book.residents = world.founders.size();
    book.reference = names.reference;
    for (const auto& o : names.options) book.options.push_back({o.name, o.label_nl, o.label_en});
    book.sites = names.sites;
    return book;
}

namespace {

WorldSimulatedAgain simulated_once(const Study& study, sim::UnitKey key, int threads) {
    sim::UnitResult unit;
    return live_once(study, key, threads, unit);
}

WorldSimulatedAgain world_of(const Study& study, sim::UnitKey key, FirstLives simulated) {
    WorldSimulatedAgain world;
    world.key = key;
    world.parameters = parameters_of(study, key);
    world.lives = std::move(simulated.lives);
    world.founders = std::move(simulated.founders);
    return world;
}

}  // namespace

std::vector<analysis::ResultTable> lives_to_show(const Scenario& scenario, FirstLives first, int threads) {
    constexpr std::size_t most_stories = 3;
    if (!lives_are_told(scenario)) return {};
    try {
        const Study study(scenario);
        const auto world = first.lives.empty() ? simulated_once(study, {0, 0}, threads)
                                               : world_of(study, {0, 0}, std::move(first));
        auto book = book_of(study, world, "", "en");
        auto whom = telling_residents(world.lives, book.reference);
        while (whom.size() > most_stories) whom.erase(whom.end() - 2);  // the last one is the ordinary one
        book.stories = followed(study, world, whom, book.reference, threads);
        return {story_lines(book), story_terms(book)};
    } catch (const std::exception&) {
        return {};  // the world failed, which the results say, or somebody stopped waiting for stories
    }
}

}  // namespace weefsel::app
