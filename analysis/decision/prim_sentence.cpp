#include "analysis/decision/prim_sentence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

/// The words in which the two languages differ.
struct Words {
    char decimal;
    std::string_view at_least, at_most, from, to, joined, or_else;
    std::string DimensionText::*name;
    std::string DimensionText::*unit;
};
const Words english{'.',
                    "at least",
                    "at most",
                    "between",
                    "and",
                    " and ",
                    " or ",
                    &DimensionText::en,
                    &DimensionText::unit_en};
const Words dutch{',',
                  "minstens",
                  "hoogstens",
                  "tussen",
                  "en",
                  " en ",
                  " of ",
                  &DimensionText::nl,
                  &DimensionText::unit_nl};

/// Four figures, no exponent, no zeros at the end.
std::string figures(double value, char decimal) {
    constexpr int wanted = 4;
    const int before = value == 0 ? 1 : static_cast<int>(std::floor(std::log10(std::abs(value)))) + 1;
    const int decimals = std::max(0, wanted - before);
    std::string text = fmt::format("{:.{}f}", value, decimals);
    if (decimals > 0) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') text.pop_back();
    }
    std::replace(text.begin(), text.end(), '.', decimal);
    return text;
}

/// `pot one`, `form project or structural`.
std::string condition_of_names(const BoxLimit& limit, const DimensionText& dimension, const Words& words) {
    std::string text = dimension.*words.name;
    std::size_t held = 0;
    for (std::size_t i = 0; i < dimension.labels.size(); ++i) {
        const auto number = static_cast<double>(i + 1);
        if (number < limit.lower || number > limit.upper) continue;
        text += (held++ == 0 ? std::string(" ") : std::string(words.or_else)) + dimension.labels[i];
    }
    return text;
}

/// `total biomass at most 755.8 ton`.
std::string condition(const BoxLimit& limit, const DimensionText& dimension, const Words& words) {
    if (!dimension.labels.empty()) return condition_of_names(limit, dimension, words);
    const auto number = [&](double v) { return figures(v, words.decimal); };
    std::string text = dimension.*words.name + " ";
    if (limit.has_lower() && limit.has_upper())
        text += fmt::format("{} {} {} {}", words.from, number(limit.lower), words.to, number(limit.upper));
    else if (limit.has_lower())
        text += fmt::format("{} {}", words.at_least, number(limit.lower));
    else
        text += fmt::format("{} {}", words.at_most, number(limit.upper));
    const std::string& unit = dimension.*words.unit;
    return unit.empty() ? text : text + " " + unit;
}

std::string conditions(const Box& box, std::span<const DimensionText> dimensions, const Words& words) {
    sim::require(dimensions.size() == box.limits.size(), "a sentence about a box names its dimensions");
    std::vector<std::string> parts;
    for (std::size_t d = 0; d < dimensions.size(); ++d)
        if (box.limits[d].restricts()) parts.push_back(condition(box.limits[d], dimensions[d], words));
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) out += i + 1 == parts.size() ? words.joined : std::string_view(", ");
        out += parts[i];
    }
    return out;
}

}  // namespace

std::string box_sentence_en(const Box& box, std::span<const DimensionText> dimensions,
                            std::string_view of_interest) {
    const std::string common = conditions(box, dimensions, english);
    if (box.all_hits == 0) return fmt::format("There are no simulations in which {}.", of_interest);
    if (common.empty())
        return fmt::format("Nothing sets the {} of {} simulations in which {} apart.", box.all_hits, box.all,
                           of_interest);
    return fmt::format(
        "Of the {} simulations in which {}, {:.0f} % have this in common: {}; in {:.0f} % of the {} "
        "simulations like that, {}.",
        box.all_hits, of_interest, 100 * box.coverage(), common, 100 * box.density(), box.inside,
        of_interest);
}

std::string box_sentence_nl(const Box& box, std::span<const DimensionText> dimensions,
                            std::string_view of_interest) {
    const std::string common = conditions(box, dimensions, dutch);
    if (box.all_hits == 0) return fmt::format("Er zijn geen simulaties waarin {}.", of_interest);
    if (common.empty())
        return fmt::format("Niets onderscheidt de {} van de {} simulaties waarin {}.", box.all_hits, box.all,
                           of_interest);
    return fmt::format(
        "Van de {} simulaties waarin {}, heeft {:.0f} % dit gemeen: {}; van de {} simulaties met deze "
        "kenmerken hoort {:.0f} % daarbij.",
        box.all_hits, of_interest, 100 * box.coverage(), common, box.inside, 100 * box.density());
}

}  // namespace weefsel::analysis
