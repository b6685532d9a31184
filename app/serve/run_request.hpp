#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace weefsel::app {

/// One line that asks for a run.
struct RunRequest {
    std::string id = "null";       ///< as JSON, whatever it was
    std::vector<std::string> set;  ///< PATH=VALUE of parameters and settings, in their order
    std::int64_t replicate = 1;    ///< which chance, from 1
    std::optional<std::int64_t> seed;
    std::string problem;  ///< why it cannot be run; empty when it can
};

/// Values of one indicator of one option: of years that were asked for, in order.
struct AnsweredIndicator {
    std::string name;
    std::vector<double> values;
};
struct AnsweredOption {
    std::string name;
    std::vector<AnsweredIndicator> indicators;
};

/// What a door offers: the first line that it says.
struct Door {
    std::string scenario;
    std::uint32_t seed = 0;
    int replicates = 1;
    std::vector<std::string> options;
    std::vector<std::string> indicators;  ///< that are answered
    std::vector<int> years;               ///< that are answered
};

}  // namespace weefsel::app
