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

    /// Values by year, in each world; none where the column is not kept.
    [[nodiscard]] std::vector<std::vector<double>> years(const char* column) const {
        std::vector<std::vector<double>> out(cube_.shape().worlds());
        const auto at = block_named(cube_.layout(), "/staffing", column);
        if (!at) return out;
        const ValuesByRun values(cube_, cube_.block(at->block, at->column));
        for (std::size_t w = 0; w < out.size(); ++w)
            for (std::size_t y = 0; y < values.places; ++y) out[w].push_back(values.at(option_, w, y));
        return out;
    }
    /// `of_years` of them, in each world.
    template <class OfYears>
    [[nodiscard]] std::vector<double> by_world(const char* column, OfYears&& of_years) const {
        std::vector<double> out;
        for (const auto& of_world : years(column))
            out.push_back(of_world.empty() ? unknown : of_years(of_world));
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

/// Years for which `is` holds; unknown in a world that is missing.
template <class Is>
double years_in_which(const std::vector<double>& years, Is&& is) {
    if (std::all_of(years.begin(), years.end(), [](double value) { return std::isnan(value); }))
        return unknown;
    return static_cast<double>(std::count_if(years.begin(), years.end(), is));
}

/// One column over another, year by year in each world; unknown where there is nothing to divide by.
std::vector<std::vector<double>> year_by_year(const StaffCourse& course, const char* part,
                                              const char* whole) {
    auto out = course.years(part);
    const auto wholes = course.years(whole);
    for (std::size_t w = 0; w < out.size(); ++w)
        for (std::size_t y = 0; y < out[w].size(); ++y)
            out[w][y] = wholes[w][y] > 0 ? out[w][y] / wholes[w][y] : unknown;
    return out;
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

/// Work of little quality, for who does not need it, in the place of what residents do themselves.
void count_misfits(const StaffCourse& course, WhatCanGoWrong& of) {
    constexpr double half_a_year = 6, most = 0.5, one_resident = 1;
    const auto locked = course.by_world("months_low_quality", [](const std::vector<double>& years) {
        return years_in_which(years, [](double months) { return months > half_a_year; });
    });
    of.locked_years = course.over_worlds(locked);
    of.share_locked = share_with_many(locked);
    const auto contacts = course.sums("contacts"), away = course.sums("contacts_away");
    std::vector<double> shares, years_away;
    for (std::size_t w = 0; w < contacts.size(); ++w)
        shares.push_back(contacts[w] > 0 ? away[w] / contacts[w] : unknown);
    of.contacts_away = course.over_worlds(shares);
    for (const auto& years : year_by_year(course, "contacts_away", "contacts"))
        years_away.push_back(years_in_which(years, [](double share) { return share > most; }));
    of.share_away = share_with_many(years_away);
    of.crowded_out = course.over_worlds(course.sums("crowded_out"));
    of.share_crowded = share_with_many(course.by_world("crowded_out", [](const std::vector<double>& years) {
        return years_in_which(years, [](double residents) { return residents >= one_resident; });
    }));
}

}  // namespace

std::vector<WhatCanGoWrong> what_can_go_wrong(const Cube& cube, const Names& names) {
    std::vector<WhatCanGoWrong> out;
    for (std::size_t o = 0; o < names.options.size(); ++o) {
        if (names.nothing && o == *names.nothing) continue;
        const StaffCourse course(cube, o);
        const auto years = course.by_world("at_work", [](const std::vector<double>& all) {
            return years_in_which(all, [](double share) { return share < half_of_staff; });
        });
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
        count_misfits(course, of);
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
                     "closures 1|times that a place lost all its hours", "initiatives_lost", "worlds",
                     "locked_years 1|years with most months in work of the lowest quarter of quality",
                     "share_locked 1|of worlds with three or more such years",
                     "contacts_away 1|share of contacts with adults who had no need a month before",
                     "share_away 1|of worlds with three or more years in which that is most contacts",
                     "crowded_out 1|residents whose initiative ended because work took over",
                     "share_crowded 1|of worlds with three or more years with such residents"});
    for (const auto& of : all)
        out.add({names.options[of.option].name},
                {of.short_years.mean, of.share_of_worlds, of.below_half.mean, of.breaks.mean,
                 of.bonds_broken.mean, of.worst_bonds, of.closures.mean, of.initiatives_lost.mean,
                 static_cast<double>(of.short_years.n), of.locked_years.mean, of.share_locked,
                 of.contacts_away.mean, of.share_away, of.crowded_out.mean, of.share_crowded});
    return out;
}

}  // namespace weefsel::analysis
