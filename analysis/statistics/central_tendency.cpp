#include "analysis/statistics/central_tendency.hpp"

#include <algorithm>
#include <cstddef>

namespace weefsel::analysis {

double mean_of(const std::vector<double>& values) {
    double sum = 0;
    for (const double v : values) sum += v - values.front();
    return values.front() + sum / static_cast<double>(values.size());
}

double median_of(std::vector<double> values) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

}  // namespace weefsel::analysis
