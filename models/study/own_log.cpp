#include "models/study/own_log.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace weefsel {

OwnLog::OwnLog(const Hooks* hooks, int months, std::size_t sites)
    : hooks_(hooks),
      indicators_(hooks == nullptr ? 0 : hooks->indicators().size()),
      months_(static_cast<std::size_t>(months)),
      sums_(indicators_ == 0 ? 0 : sites, std::vector<double>(2 * indicators_)),
      values_(indicators_ * months_, std::nan("")) {}

void OwnLog::note(std::size_t site, Neighbourhood& n, const HookMoment& moment) {
    if (indicators_ == 0) return;
    std::fill(sums_[site].begin(), sums_[site].end(), 0.0);
    hooks_->analyze(n, moment, sums_[site]);
}

void OwnLog::sum_up(int month) {
    for (std::size_t k = 0; k < indicators_; ++k) {
        double numerator = 0, denominator = 0;
        for (const auto& site : sums_) {
            numerator += site[2 * k];
            denominator += site[2 * k + 1];
        }
        if (denominator != 0)
            values_[k * months_ + static_cast<std::size_t>(month)] = numerator / denominator;
    }
}

sim::ResultLayout::Block own_block(const Hooks& hooks, int months) {
    std::vector<double> numbers(static_cast<std::size_t>(months));
    std::iota(numbers.begin(), numbers.end(), 1.0);
    sim::ResultLayout::Block block{
        own_group, {{"month", std::move(numbers), {}, "month", "month of the options"}}, {}};
    for (const auto& own : hooks.indicators()) block.columns.push_back({own.name, own.unit, own.about, 1});
    return block;
}

}  // namespace weefsel
