#pragma once
#include <string>
#include <vector>

#include "app/check/mend_file.hpp"
#include "app/compare/answer_text.hpp"
#include "app/compare/study_run.hpp"
#include "sim/error.hpp"

namespace weefsel::app {

/// Where the results of a run lie; empty when there is no such file.
struct Files {
    std::string results;
    std::string summary;
    std::string report{};
    std::string scenario{};    ///< the scenario with all that it was made from
    std::string crate{};       ///< provenance
    std::string reached{};     ///< whom the work met, as a table
    std::string break_even{};  ///< where the other option begins to win, where it was asked for
    std::string menu{};        ///< what one thing more adds, likewise
};

// Machine-readable texts (JSON, with a line break at the end); what is unknown is null.

std::string json_of_comparison(const Findings& found, const StudyOutcome& outcome, const Files& files);
std::string json_of_run(const Scenario& scenario, const StudyOutcome& outcome, const Files& files);
std::string json_of_check(const Scenario& scenario, const std::vector<OptionMoney>& expected,
                          const std::vector<Remark>& unequal, const std::vector<MendedNumber>& changed);

}  // namespace weefsel::app
