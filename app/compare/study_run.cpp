#include "app/compare/study_run.hpp"

#include <fmt/format.h>

#include <chrono>
#include <memory>
#include <optional>

#include "app/compare/burn_in_files.hpp"
#include "app/compare/first_answer.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/interrupt.hpp"
#include "app/terminal/language.hpp"
#include "app/terminal/speech.hpp"
#include "app/terminal/terminal.hpp"
#include "app/terminal/texts.hpp"
#include "sim/provenance.hpp"

namespace weefsel::app {
namespace {

/// A finished unit on its way into the cube; empty when it was stopped half way.
using Unit = std::shared_ptr<sim::UnitResult>;

/// Told of what is there already, when so many worlds are done.
using SaySoFar = std::function<void(const analysis::Cube&, std::size_t worlds)>;

/// What the threads share; the ensemble calls `load` and `keep` one at a time.
struct Gatherer {
    const Study& study;
    const analysis::Parts& parts;
    int threads_inside;  ///< of one unit
    sim::Progress& progress;
    FirstLives& first;
    BurnInStore burn_ins;
    SaySoFar say_so_far;
    analysis::Cube cube;
    std::size_t finished = 0, found = 0;
    std::string cannot_keep;

    void take(sim::UnitKey key, const Unit& unit) {
        cube.add(key.draw, key.replicate, *unit);
        *unit = {};
        ++finished;
        if (say_so_far && says_so_far(finished, study.shape().units())) say_so_far(cube, finished);
    }
    std::optional<Unit> load(sim::UnitKey key) {
        auto kept = parts.load(key.draw, key.replicate);
        if (!kept) return std::nullopt;
        auto unit = std::make_shared<sim::UnitResult>(std::move(*kept));
        take(key, unit);
        ++found;
        return unit;
    }
    Unit live(sim::UnitKey key) const {
        Attention attention;
        if (key.draw == 0 && key.replicate == 0 && lives_are_told(study.scenario()))
            attention = {{}, &first.lives, &first.founders};
        attention.burn_ins = burn_ins;
        try {
            return std::make_shared<sim::UnitResult>(study.run(
                key, &stop_requested(), threads_inside, {}, [this] { progress.tick(); }, attention));
        } catch (...) {
            if (stop_requested()) return nullptr;
            throw;
        }
    }
    /// A unit that cannot be kept ends the run: the results could not be written either.
    void keep(sim::UnitKey key, const Unit& unit) {
        if (unit == nullptr) return;
        try {
            parts.save(key.draw, key.replicate, *unit);
        } catch (const std::runtime_error& e) {
            cannot_keep = e.what();
            stop_requested() = true;
            return;
        }
        take(key, unit);
    }
};

}  // namespace

StudyOutcome run_study(const Study& study, const analysis::Parts& parts, const CommonArguments& arguments,
                       const std::vector<analysis::Noticeable>* told) {
    const auto shape = study.shape();
    const auto begin = std::chrono::steady_clock::now();
    const auto plan = sim::plan_threads(shape.units(), study.layout().sites, arguments.threads);
    ErrorSink sink;
    const Speech in(reading_of(arguments.language));
    sim::Progress progress(in("werelden", "worlds"), shape.units(), arguments.quiet ? nullptr : &sink,
                           study.years_a_unit(), {in("van de", "of"), in("te gaan", "left")});
    FirstLives first;
    SaySoFar say_so_far;
    if (told != nullptr && !arguments.quiet)
        say_so_far = [&, names = names_of(study)](const analysis::Cube& cube, std::size_t worlds) {
            progress.note(so_far(cube, names, *told, worlds, shape.units(), in));
        };
    const BurnInFiles kept(arguments.keep_burn_ins ? burn_in_folder() : "", shape.units());
    Gatherer gatherer{
        study,
        parts,
        plan.inside,
        progress,
        first,
        kept.store(),
        say_so_far,
        analysis::Cube(study.layout(), {study.scenario().options.size(), shape.draws, shape.replicates},
                       study.digest_columns().size()),
        0,
        0,
        {}};
    auto outcome = sim::run_ensemble<Unit>(
        shape, plan.units, stop_requested(), &progress, [&](sim::UnitKey key) { return gatherer.load(key); },
        [&](sim::UnitKey key) { return gatherer.live(key); },
        [&](sim::UnitKey key, const Unit& unit) { gatherer.keep(key, unit); }, study.quickest_first());
    progress.finish();
    if (!gatherer.cannot_keep.empty()) throw CannotWrite(gatherer.cannot_keep);
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
    const bool interrupted = gatherer.finished + outcome.failures.size() < shape.units();
    return {std::move(gatherer.cube),
            std::move(outcome.failures),
            interrupted,
            shape.units(),
            gatherer.finished,
            gatherer.found,
            spent.count(),
            std::move(first)};
}

bool lives_are_told(const Scenario& scenario) {
    constexpr double max_residents = 20000;  // more would take long
    double residents = 0;
    for (const auto& n : scenario.neighbourhoods) residents += n.residents;
    return scenario.options.size() > 1 && residents <= max_residents;
}

analysis::Parts parts_of(const Study& study, const std::string& root) {
    const auto& made = sim::provenance();
    const auto& columns = study.digest_columns();
    const std::string fingerprint =
        sim::sha256(fmt::format("{}\n{}\n{}\n{}\n{}\n", study.fingerprint(), made.version, made.commit,
                                made.tree_clean, columns.size()));
    return {root, fingerprint, study.layout(), study.scenario().options.size(), columns.size()};
}

analysis::ResultTable places_table(const Study& study, const analysis::Names& names) {
    const auto layout = study.layout();
    const auto column = [&](const std::string& name) {
        return name + " m|from the centre of the " + names.site_dimension;
    };
    const auto x = column("x"), y = column("y");
    analysis::ResultTable out(analysis::places_group(layout), {layout.fine.name, names.site_dimension},
                              {x, y}, layout.fine.name);
    const auto places = study.street_places();
    if (places.empty()) return out;
    sim::require(places.size() == layout.fine.groups.size(), "every group has a place");
    for (std::size_t k = 0; k < places.size(); ++k)
        out.add({layout.fine.groups[k], names.sites.at(places[k].site)},
                {places[k].centre.x, places[k].centre.y});
    return out;
}

std::string describe_failures(const Study& study, const std::vector<sim::Failure>& failures) {
    std::string out;
    for (const auto& f : failures) {
        const auto key = study.shape().key(f.item);
        out += fmt::format("draw {}, replicate {} (seed {}): {}\n", key.draw + 1, key.replicate + 1,
                           study.scenario().seed, f.reason);
    }
    return out;
}

int say_interrupted(const CommonArguments& arguments, const StudyOutcome& outcome,
                    const std::string& parts_root) {
    const Speech in(reading_of(arguments.language));
    say(in(
        "\nOnderbroken: {} van de {} werelden zijn klaar{}. Hetzelfde commando gaat van daar verder:\n  {}",
        "\nInterrupted: {} of {} worlds are finished{}. The same command goes on from there:\n  {}",
        outcome.finished, outcome.units,
        outcome.finished > 0 ? in(" en bewaard in {}", " and kept in {}", parts_root) : std::string(),
        arguments.typed));
    return exit_interrupted;
}

int say_failed(const Study& study, const StudyOutcome& outcome) {
    if (outcome.failures.empty()) return exit_done;
    say(fmt::format("weefsel: {} of {} worlds failed; {}:\n{}", outcome.failures.size(), outcome.units,
                    outcome.finished == 0 ? "there are no results" : "the results hold the others",
                    describe_failures(study, outcome.failures)));
    return exit_failed;
}

}  // namespace weefsel::app
