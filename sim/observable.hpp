#pragma once
#include <string_view>

namespace weefsel::sim {

enum class Better { higher, lower, neither };

/// How often an observable is measured. What costs much is measured once a year, in its last month.
enum class Measured { monthly, yearly };

/// What kind of number it is: what it can be at all, and how people read it.
enum class Scale {
    value,         ///< any number
    share,         ///< of a whole, 0 to 1; read as a percentage, its differences as percentage points
    unit_score,    ///< a mean of scores from 0 to 1
    score,         ///< 0 to 10
    correlation,   ///< -1 to 1
    per_thousand,  ///< 0 to 1000
    positive,      ///< counts, rates and ratios: from 0
    money          ///< in euros
};

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
    Scale scale = Scale::value;
    double noticeable = 0;           ///< smallest difference that people would notice; 0: nobody knows
    int headline = 0;                ///< place among what an answer is about, from 1; 0: none
    std::string_view plain_en = {};  ///< in a sentence; empty: the name with blanks
    std::string_view plain_nl = {};
    std::string_view whom_en = {};  ///< of a share: whom it counts, behind their number; empty: not said so
    std::string_view whom_nl = {};

    /// The same, of that scale.
    [[nodiscard]] constexpr Observable as(Scale kind) const {
        Observable out = *this;
        out.scale = kind;
        return out;
    }
    /// The same, called so in a sentence.
    [[nodiscard]] constexpr Observable called(std::string_view en, std::string_view nl) const {
        Observable out = *this;
        out.plain_en = en;
        out.plain_nl = nl;
        return out;
    }
    /// The same, whom it counts: `who are tall`.
    [[nodiscard]] constexpr Observable counting(std::string_view en, std::string_view nl) const {
        Observable out = *this;
        out.whom_en = en;
        out.whom_nl = nl;
        return out;
    }
    /// The same, with the smallest difference that people would notice, and its place in an answer.
    [[nodiscard]] constexpr Observable noticed_from(double difference, int rank = 0) const {
        Observable out = *this;
        out.noticeable = difference;
        out.headline = rank;
        return out;
    }
};

}  // namespace weefsel::sim
