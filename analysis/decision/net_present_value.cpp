#include "analysis/decision/net_present_value.hpp"

#include <cmath>

#include "sim/error.hpp"

namespace weefsel::analysis {

double discount_factor(int year, double rate) {
    constexpr double middle = 0.5;  // of the year
    return std::pow(1 + rate, -(year - 1 + middle));
}

std::vector<double> cashable(std::span<const double> saving_by_year, double share, double lag) {
    sim::require(share >= 0 && share <= 1, "the cashable part is a share");
    sim::require(lag >= 0, "cash comes no sooner than the saving");
    const double whole = std::floor(lag);
    const double later = lag - whole;  // part that waits one year more
    std::vector<double> out(saving_by_year.size(), 0.0);
    for (std::size_t y = 0; y < out.size(); ++y) {
        const double cash = share * saving_by_year[y];
        const double year = static_cast<double>(y) + whole;
        if (year < static_cast<double>(out.size())) out[static_cast<std::size_t>(year)] += (1 - later) * cash;
        if (year + 1 < static_cast<double>(out.size()))
            out[static_cast<std::size_t>(year) + 1] += later * cash;
    }
    return out;
}

}  // namespace weefsel::analysis
