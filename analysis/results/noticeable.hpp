#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/error.hpp"
#include "sim/observable.hpp"

namespace weefsel::analysis {

/// From where on a difference of an indicator is worth noticing, as somebody set it.
struct Noticeable {
    std::string indicator;
    double value = 0;  ///< above 0, in the unit of the indicator
};

/// What was set for an indicator; nothing where nothing was.
std::optional<double> noticeable_of(const std::vector<Noticeable>& set, std::string_view indicator);
/// From where on a difference of it is worth noticing, in its unit: what was set, else the usual; 0 where
/// nobody knows.
double noticeable_of(const std::vector<Noticeable>& set, const sim::Observable& indicator);

/// Reads `NAME=VALUE` texts. `indicators`: the names that there are. All that is wrong goes to `problems`: no
/// such indicator, one that is set twice, a value that is no number above 0 which a result file can hold.
std::vector<Noticeable> read_noticeable(const std::vector<std::string>& texts,
                                        const std::vector<std::string>& indicators,
                                        std::vector<sim::Problem>& problems);

}  // namespace weefsel::analysis
