#include "analysis/decision/shown.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace weefsel::analysis {
namespace {

constexpr int decimals_of_difference = 2, max_decimals = 5;

std::string plain_name(const sim::Observable& o, Reading language) {
    const auto words = language == Reading::nl ? o.plain_nl : o.plain_en;
    if (!words.empty()) return std::string(words);
    if (language == Reading::nl && !o.prose_nl.empty()) return std::string(o.prose_nl);
    std::string name(o.name);
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

std::string rounded(double value, int decimals, Reading language) {
    if (std::isnan(value)) return "-";
    std::string text = fmt::format("{:.{}f}", value, decimals);
    const bool zero = text.find_first_of("123456789") == std::string::npos;
    if (zero && text.front() == '-') text.erase(0, 1);
    if (language == Reading::nl) std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

}  // namespace

Shown shown(const sim::Observable& observable, const std::vector<Noticeable>& set, Reading language) {
    const bool dutch = language == Reading::nl;
    Shown how;
    how.name = plain_name(observable, language);
    how.language = language;
    switch (observable.scale) {
        case sim::Scale::share:
            how.unit = "%";
            how.difference_unit = dutch ? "procentpunt" : "percentage points";
            how.factor = 100;
            how.decimals = 1;
            break;
        case sim::Scale::score:
            how.unit = "0-10";
            how.difference_unit = dutch ? "punt" : "points of 10";
            break;
        case sim::Scale::money:
            how.difference_unit = "euro";
            break;
        default:
            how.unit = observable.unit == "1" ? "" : std::string(observable.unit);
            how.difference_unit = how.unit;
    }
    how.noticeable = how.factor * noticeable_of(set, observable);
    return how;
}

Verdict judge(const Interval& difference, const Shown& how) {
    return verdict_of(difference, how.noticeable / how.factor);
}

std::string value_text(double value, const Shown& how) {
    return rounded(value * how.factor, how.decimals, how.language);
}

std::string difference_text(double difference, const Shown& how, int decimals) {
    const std::string text = rounded(difference * how.factor, decimals, how.language);
    const bool positive = text.find_first_of("123456789") != std::string::npos && text.front() != '-';
    return positive ? "+" + text : text;
}

std::string interval_text(const Interval& interval, const Shown& how) {
    std::string mean = difference_text(interval.mean, how);
    if (std::isnan(interval.lower)) return mean;
    return fmt::format("{} ({} {} {})", mean, difference_text(interval.lower, how),
                       how.language == Reading::nl ? "tot" : "to", difference_text(interval.upper, how));
}

int decimals_of(const Interval& difference, const Shown& how) {
    const auto verdict = judge(difference, how);
    if (verdict != Verdict::too_small && verdict != Verdict::higher && verdict != Verdict::lower)
        return decimals_of_difference;
    const double least = how.factor * std::min({std::abs(difference.mean), std::abs(difference.lower),
                                                std::abs(difference.upper)});
    int decimals = decimals_of_difference;
    while (decimals < max_decimals && least < 0.5 * std::pow(10.0, -decimals)) ++decimals;
    return decimals;
}

}  // namespace weefsel::analysis
