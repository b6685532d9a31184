#pragma once
#include <string>
#include <vector>

#include "models/story/telling.hpp"
#include "models/study/study.hpp"

namespace weefsel::app {

/// Which world of a result file.
struct WorldArguments {
    int replicate = 1, draw = 1;  ///< from 1
};

/// A world of a result file, simulated once more.
struct WorldSimulatedAgain {
    sim::UnitKey key{};                      ///< draw and replicate, from 0
    Parameters parameters;                   ///< of that draw
    std::vector<LifeHistories> lives;        ///< of the residents of month 0, by option
    std::vector<sim::BirthNumber> founders;  ///< ascending: a resident's number is the place here, from 1
    std::vector<std::string> notes;          ///< what somebody should know though the world is the same
};

/// The study that a result file holds. Throws sim::InputError when the file holds none that this program
/// reads.
Study study_of_results(const std::string& path);

/// Those of one unit of a study.
Parameters parameters_of(const Study& study, sim::UnitKey key);

/// Simulates one unit; what it measured comes out in `unit`.
WorldSimulatedAgain live_once(const Study& study, sim::UnitKey key, int threads, sim::UnitResult& unit);

/// Simulates one unit of a result file once more and compares every
/// indicator of every month and option with the file. Throws sim::InputError when there is no such unit or
/// the world turns out to be another one: then a story of it would be of somebody else.
WorldSimulatedAgain live_again(const Study& study, const std::string& path, const WorldArguments& arguments,
                               int threads);

}  // namespace weefsel::app
