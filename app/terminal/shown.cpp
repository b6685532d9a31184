#include "app/terminal/shown.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <string_view>

namespace weefsel::app {
namespace {

struct Share {
    std::string_view indicator;
    std::string_view words;
};

constexpr std::array shares{
    Share{"lonely", "loneliness"},
    Share{"severely_lonely", "severe loneliness"},
    Share{"isolated", "isolation"},
    Share{"tie_turnover", "ties lost in a year"},
    Share{"participation", "participation"},
    Share{"volunteering", "volunteering"},
    Share{"informal_care", "informal care"},
    Share{"carers_overloaded", "overloaded carers"},
    Share{"healthy", "perceived good health"},
    Share{"distressed", "distress"},
    Share{"residents_reached", "residents reached"},
    Share{"same_worker_after_3_years", "same worker after 3 years"},
};

/// Without a threshold.
Shown plain(const sim::Observable& observable) {
    for (const auto& share : shares) {
        if (share.indicator == observable.name && observable.unit == "1") {
            return {std::string(share.words), "%", "percentage points", 100, 1};
        }
    }
    std::string name(observable.name);
    for (auto& c : name) c = c == '_' ? ' ' : c;
    if (observable.name == "social_cohesion") return {name, "0-10", "points of 10", 1, 2};
    if (observable.unit == "EUR/year") return {name, "", "euro", 1, 2};
    const std::string unit = observable.unit == "1" ? "" : std::string(observable.unit);
    return {name, unit, unit, 1, 2};
}

std::string rounded(double value, int decimals) {
    if (std::isnan(value)) return "-";
    std::string text = fmt::format("{:.{}f}", value, decimals);
    const bool zero = text.find_first_of("123456789") == std::string::npos;
    if (zero && text.front() == '-') text.erase(0, 1);
    return text;
}

}  // namespace

Shown shown(const sim::Observable& observable, const std::vector<analysis::Noticeable>& set) {
    Shown how = plain(observable);
    how.noticeable =
        how.factor *
        analysis::noticeable_of(set, observable.name).value_or(analysis::usual_noticeable(observable.name));
    return how;
}

Verdict judge(const analysis::Interval& difference, const Shown& how) {
    if (difference.n < 2) return Verdict::unknown;
    if (difference.lower == 0 && difference.upper == 0) return Verdict::same;
    if (difference.lower <= 0 && difference.upper >= 0) return Verdict::unclear;
    if (std::abs(difference.mean) * how.factor < how.noticeable) return Verdict::too_small;
    return difference.mean > 0 ? Verdict::higher : Verdict::lower;
}

std::string value_text(double value, const Shown& how) { return rounded(value * how.factor, how.decimals); }

std::string difference_text(double difference, const Shown& how) {
    constexpr int decimals = 2;
    const std::string text = rounded(difference * how.factor, decimals);
    const bool positive = text.find_first_of("123456789") != std::string::npos && text.front() != '-';
    return positive ? "+" + text : text;
}

std::string interval_text(const analysis::Interval& interval, const Shown& how) {
    std::string mean = difference_text(interval.mean, how);
    if (std::isnan(interval.lower)) return mean;
    return fmt::format("{} ({} to {})", mean, difference_text(interval.lower, how),
                       difference_text(interval.upper, how));
}

}  // namespace weefsel::app
