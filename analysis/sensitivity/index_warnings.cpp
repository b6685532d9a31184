#include "analysis/sensitivity/index_warnings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

namespace weefsel::analysis {
namespace {

constexpr std::array<std::string_view, 4> kinds{"total_above_1", "interval_too_wide", "interval_undecided",
                                                "mostly_luck"};
/// As the table prints them, three decimals.
constexpr double half_a_digit = 0.0005;

/// Some of the indices, by name: `S1 of a, ST of a, ST of b and 3 more`.
class Named {
public:
    void add(const IndexRow& row) {
        constexpr std::size_t shown = 4;
        if (++count_ <= shown) text_ += (count_ > 1 ? ", " : "") + row.index + " of " + row.factor;
        widest_ = std::max(widest_, row.value.upper - row.value.lower);
    }
    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] std::string text() const {
        constexpr std::size_t shown = 4;
        return count_ > shown ? fmt::format("{} and {} more", text_, count_ - shown) : text_;
    }
    /// An interval narrows with the square root of the points.
    [[nodiscard]] std::string remedy() const {
        constexpr double narrow = 0.2;
        return fmt::format(
            "the design is too small for it: with about {:.0f} times as many points the widest "
            "would be {} wide",
            std::ceil((widest_ / narrow) * (widest_ / narrow)), narrow);
    }

private:
    std::size_t count_ = 0;
    std::string text_;
    double widest_ = 0;
};

std::string luck_remedy(const LuckParts& luck, std::size_t replicates) {
    constexpr double wanted = 0.2, beyond = 1000;
    const double ratio = luck.of_means / std::max(1 - luck.of_means, 1e-9) / (wanted / (1 - wanted));
    const double needed = std::ceil(ratio * static_cast<double>(replicates));
    return needed > beyond ? "replicates can hardly mend that: the factors do next to nothing"
                           : fmt::format("about {:.0f} replicates at each point would leave a fifth", needed);
}

}  // namespace

std::vector<IndexNote> index_warnings(const std::vector<IndexRow>& rows, const LuckParts& luck,
                                      std::size_t replicates) {
    std::vector<IndexNote> out;
    const std::string output = rows.empty() ? "" : rows.front().output;
    const auto warn = [&](std::string_view kind, double value, const std::string& text) {
        out.push_back({output, std::string(kind), value, "warning: " + text});
    };
    Named above, wide, undecided;
    for (const auto& row : rows) {
        if (row.index != "S1" && row.index != "ST" && row.index != "S2") continue;
        const auto& v = row.value;
        if (row.index == "ST" && v.mean > 1 + half_a_digit) above.add(row);
        if (std::isnan(v.lower) || std::isnan(v.upper)) continue;
        if (v.upper - v.lower > 1) wide.add(row);
        if (v.lower < half_a_digit && v.upper >= 0.5) undecided.add(row);
    }
    if (above.count() > 0)
        warn(kinds[0], static_cast<double>(above.count()),
             fmt::format("above 1, which no share can be: {}; {}", above.text(), above.remedy()));
    if (wide.count() > 0)
        warn(kinds[1], static_cast<double>(wide.count()),
             fmt::format("an interval wider than all that an index can be (0 to 1): {}; {}", wide.text(),
                         wide.remedy()));
    if (undecided.count() > 0)
        warn(kinds[2], static_cast<double>(undecided.count()),
             fmt::format("an interval holds both 0 and a half, so the factor may do nothing or most: {}; {}",
                         undecided.text(), undecided.remedy()));
    if (luck.of_means > 0.5)
        warn(kinds[3], luck.of_means,
             fmt::format(
                 "chance is {:.0f} % of the variance between points, more than all factors together; {}",
                 100 * luck.of_means, luck_remedy(luck, replicates)));
    return out;
}

bool is_warning(const IndexNote& note) {
    return std::find(kinds.begin(), kinds.end(), note.kind) != kinds.end();
}

}  // namespace weefsel::analysis
