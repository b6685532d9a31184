#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sim/error.hpp"

namespace weefsel {

/// How an option is set against another in the same world.
enum class Against { nothing, difference, relative };

/// One pattern of the world that the simulation should show, with its band.
struct Pattern {
    std::string id;
    std::string text_nl, text_en;
    std::string quantity;
    std::string option;   ///< whose life is measured; empty: the reference of the sample
    std::string against;  ///< the option that it is set against; empty: none
    Against as = Against::nothing;
    std::optional<double> low, high;  ///< the band, in `unit`; one of them may be absent
    std::string unit;
    std::string source;
    bool calibration = false;  ///< else for validation only
    std::string note;          ///< what a reader of the result should know
    sim::Place at;
};

struct PatternFile {
    std::string file;
    std::string sample;  ///< path of the scenario that is simulated, as seen from here
    sim::Place sample_at;
    std::vector<Pattern> patterns;
};

/// A quantity that a pattern may name, with its unit.
struct KnownQuantity {
    std::string name;
    std::string unit;
};

/// Unit in which a pattern is judged: `pp` for a difference of percentages, `%` for a relative one.
std::string unit_of(const std::string& unit, Against as);

/// Reads a file of patterns. Throws sim::InputError with all that is wrong.
PatternFile read_patterns(const std::string& path, const std::vector<KnownQuantity>& known);
PatternFile read_patterns_text(const std::string& text, const std::string& file,
                               const std::vector<KnownQuantity>& known);

/// Whether a value lies in the band (its ends included).
bool within(const Pattern& pattern, double value);

}  // namespace weefsel
