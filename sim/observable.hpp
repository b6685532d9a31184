#pragma once
#include <string_view>

namespace weefsel::sim {

enum class Better { higher, lower, neither };

/// How often an observable is measured. What costs much is measured once a year, in its last month.
enum class Measured { monthly, yearly };

/// A number that a model reports, declared once: result files, tables, help and documentation read
/// it from here. Its value is numerator / denominator, both summed over the units of the model.
struct Observable {
    std::string_view name;
    std::string_view unit;
    Better better;
    Measured measured;
    std::string_view prose_en;
    std::string_view prose_nl;
    std::string_view how;     ///< how it is computed, in one sentence
    std::string_view how_nl;  ///< the same in Dutch
    bool total = false;       ///< true: numerators are added over sites and the value is their sum
};

}  // namespace weefsel::sim
