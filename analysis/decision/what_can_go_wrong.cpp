#include "analysis/decision/what_can_go_wrong.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/results/values_by_run.hpp"
#include "analysis/statistics/unknown.hpp"

namespace weefsel::analysis {
namespace {

constexpr double half_of_staff = 0.5;
constexpr int many_years = 3;

/// A column of /staffing in one option: a value for each world.
class StaffCourse {
public:
    StaffCourse(const Cube& cube, std::size_t option) : cube_(cube), option_(option) {}

    /// `of_years` of the values by year, in each world.
    template <class OfYears>
    [[nodiscard]] std::vector<double> by_world(const char* column, OfYears&& of_years) const {
        std::vector<double> out(cube_.shape().worlds(), unknown);
        const auto at = block_named(cube_.layout(), "/staffing", column);
        if (!at) return out;
        const ValuesByRun values(cube_, cube_.block(at->block, at->column));
        for (std::size_t w = 0; w < out.size(); ++w) {
            std::vector<double> years;
            for (std::size_t y = 0; y < values.places; ++y) years.push_back(values.at(option_, w, y));
            out[w] = of_years(years);
        }
        return out;
    }
    [[nodiscard]] std::vector<double> sums(const char* column) const {
        return by_world(column, [](const std::vector<double>& years) {
            double sum = 0;
            for (const double value : years) sum += value;
            return sum;
        });
    }
    [[nodiscard]] Interval over_worlds(const std::vector<double>& values) const {
        return interval_of_worlds(values, cube_.shape().replicates);
    }

private:
    const Cube& cube_;
    std::size_t option_;
};

/// Years in which less than half was at work; unknown in a world that is missing.
double short_years(const std::vector<double>& at_work) {
    if (std::all_of(at_work.begin(), at_work.end(), [](double share) { return std::isnan(share); }))
        return unknown;
    return static_cast<double>(
        std::count_if(at_work.begin(), at_work.end(), [](double share) { return share < half_of_staff; }));
}

double exceeded_in_one_of_ten(std::vector<double> values) {
    values = known(values);
    if (values.empty()) return unknown;
    std::sort(values.begin(), values.end());
    return values[(values.size() * 9) / 10 < values.size() ? (values.size() * 9) / 10 : values.size() - 1];
}

double share_with_many(const std::vector<double>& years) {
    const auto all = known(years);
    if (all.empty()) return unknown;
    const auto many = std::count_if(all.begin(), all.end(), [](double n) { return n >= many_years; });
    return static_cast<double>(many) / static_cast<double>(all.size());
}

}  // namespace

std::vector<WhatCanGoWrong> what_can_go_wrong(const Cube& cube, const Names& names) {
    std::vector<WhatCanGoWrong> out;
    for (std::size_t o = 0; o < names.options.size(); ++o) {
        if (names.nothing && o == *names.nothing) continue;
        const StaffCourse course(cube, o);
        const auto years = course.by_world("at_work", short_years);
        if (known(years).empty()) continue;
        const auto bonds = course.sums("bonds_broken");
        auto& of = out.emplace_back();
        of.option = o;
        of.short_years = course.over_worlds(years);
        of.share_of_worlds = share_with_many(years);
        of.below_half = course.over_worlds(course.sums("months_below_half"));
        of.breaks = course.over_worlds(course.sums("breaks"));
        of.bonds_broken = course.over_worlds(bonds);
        of.closures = course.over_worlds(course.sums("closures"));
        of.initiatives_lost = course.over_worlds(course.sums("initiatives_lost"));
        of.worst_bonds = exceeded_in_one_of_ten(bonds);
    }
    return out;
}

ResultTable what_can_go_wrong_table(const std::vector<WhatCanGoWrong>& all, const Names& names) {
    ResultTable out("what_can_go_wrong", {"option"},
                    {"short_years 1|years with less than half of the bought staff at work",
                     "share_of_worlds 1|with three or more such years",
                     "months_below_half 1|months with less than half of it at work",
                     "breaks 1|grants that ended and were not renewed",
                     "bonds_broken 1|residents in contact with a professional who left, and no more",
                     "bonds_broken_worst 1|exceeded in one world of ten",
                     "closures 1|times that a place lost all its hours", "initiatives_lost", "worlds"});
    for (const auto& of : all)
        out.add({names.options[of.option].name},
                {of.short_years.mean, of.share_of_worlds, of.below_half.mean, of.breaks.mean,
                 of.bonds_broken.mean, of.worst_bonds, of.closures.mean, of.initiatives_lost.mean,
                 static_cast<double>(of.short_years.n)});
    return out;
}

}  // namespace weefsel::analysis
