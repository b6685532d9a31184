#include "app/validate/monitor_skill.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/statistics/association.hpp"

namespace weefsel::app {
namespace {

constexpr auto names = std::to_array<std::string_view>(
    {"age_0_14",      "age_15_24",     "age_25_44",      "age_45_64",      "age_65_over",
     "single",        "with_children", "household_size", "women",          "origin_netherlands",
     "origin_europe", "married",       "divorced",       "widowed",        "low_income",
     "high_income",   "poverty",       "education_low",  "education_high", "owned",
     "social_rent",   "multi_family",  "vacancy",        "urbanity"});

struct UrbanityClass {
    std::string_view label;
    int from, to;
};
constexpr std::array<UrbanityClass, 3> urbanity_classes{{{"1-2", 1, 2}, {"3", 3, 3}, {"4-5", 4, 5}}};

/// Areas as a regression sees them: those of `rows` with a published share.
struct Sample {
    std::vector<std::size_t> at;  ///< in the areas
    std::vector<double> figures;  ///< row-major
    std::vector<double> outcome;
};

Sample sample_of(const std::vector<ComparedArea>& areas, const std::vector<std::vector<double>>& figures,
                 std::size_t column, const auto& wanted) {
    Sample sample;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        if (!wanted(i) || std::isnan(areas[i].published[column])) continue;
        sample.at.push_back(i);
        sample.figures.insert(sample.figures.end(), figures[i].begin(), figures[i].end());
        sample.outcome.push_back(areas[i].published[column]);
    }
    return sample;
}

/// One figure of each row.
std::vector<double> only(const std::vector<double>& figures, std::size_t which) {
    std::vector<double> out;
    for (std::size_t i = which; i < figures.size(); i += names.size()) out.push_back(figures[i]);
    return out;
}

std::size_t best_of(const Sample& fitted) {
    std::size_t best = 0;
    double closest = -1;
    for (std::size_t f = 0; f < names.size(); ++f) {
        const double r = std::abs(analysis::correlation(only(fitted.figures, f), fitted.outcome));
        if (!(r > closest)) continue;
        closest = r;
        best = f;
    }
    return best;
}

/// Predictions for all reported rows: of those that were fitted on by all the others.
void predict(std::vector<ComparedArea>& areas, const Sample& fitted, const Sample& judged,
             std::size_t columns, const std::vector<double>& fitted_on, const std::vector<double>& judged_on,
             std::size_t column, std::array<double, monitor_columns> ComparedArea::*where) {
    const auto by_all = analysis::predicted_for_others(fitted_on, columns, fitted.outcome, judged_on);
    for (std::size_t k = 0; k < judged.at.size(); ++k) (areas[judged.at[k]].*where)[column] = by_all[k];
    const auto by_others = analysis::predicted_by_others(fitted_on, columns, fitted.outcome);
    for (std::size_t k = 0; k < fitted.at.size(); ++k) (areas[fitted.at[k]].*where)[column] = by_others[k];
}

}  // namespace

std::span<const std::string_view> compared_figures() { return names; }

std::vector<double> values_of_figures(const NeighbourhoodFigures& f) {
    const double residents = f.residents, households = f.households;
    return {f.age[0] / residents,
            f.age[1] / residents,
            f.age[2] / residents,
            f.age[3] / residents,
            f.age[4] / residents,
            f.single / households,
            f.with_children / households,
            f.household_size,
            f.women,
            f.origin_netherlands,
            f.origin_europe,
            f.married,
            f.divorced,
            f.widowed,
            f.low_income,
            f.high_income,
            f.poverty,
            f.education_low,
            f.education_high,
            f.owned,
            f.social_rent,
            f.multi_family,
            f.vacancy,
            static_cast<double>(f.urbanity)};
}

void predict_from_figures(std::vector<ComparedArea>& areas, std::span<const std::size_t> reported,
                          std::array<std::string_view, monitor_columns>& best) {
    std::vector<std::vector<double>> figures;
    std::vector<bool> is_reported(areas.size(), false);
    for (const auto& area : areas) figures.push_back(values_of_figures(area.figures));
    for (const auto i : reported) is_reported[i] = true;
    for (std::size_t c = 0; c < monitor_columns; ++c) {
        for (auto& area : areas)
            area.regression[c] = area.best_figure[c] = std::numeric_limits<double>::quiet_NaN();
        const auto fitted = sample_of(areas, figures, c, [&](std::size_t i) { return !areas[i].held_out; });
        if (fitted.at.empty()) continue;
        const auto judged =
            sample_of(areas, figures, c, [&](std::size_t i) { return is_reported[i] && areas[i].held_out; });
        predict(areas, fitted, judged, names.size(), fitted.figures, judged.figures, c,
                &ComparedArea::regression);
        const auto figure = best_of(fitted);
        best[c] = names[figure];
        predict(areas, fitted, judged, 1, only(fitted.figures, figure), only(judged.figures, figure), c,
                &ComparedArea::best_figure);
    }
}

std::vector<ColumnSkill> skill_of(const std::vector<ComparedArea>& areas,
                                  const std::array<std::string_view, monitor_columns>& best) {
    std::vector<ColumnSkill> all;
    for (std::size_t c = 0; c < monitor_columns; ++c) {
        std::vector<double> published, simulated, regression, figure;
        std::vector<int> urbanity;
        for (const auto& area : areas) {
            if (std::isnan(area.published[c]) || std::isnan(area.simulated[c])) continue;
            published.push_back(area.published[c]);
            simulated.push_back(area.simulated[c]);
            regression.push_back(area.regression[c]);
            figure.push_back(area.best_figure[c]);
            urbanity.push_back(area.figures.urbanity);
        }
        if (published.size() < 2) continue;
        const auto mean = [](const std::vector<double>& x) {
            double sum = 0;
            for (const double v : x) sum += v;
            return sum / static_cast<double>(x.size());
        };
        ColumnSkill skill{static_cast<MonitorColumn>(c),
                          published.size(),
                          analysis::correlation(simulated, published),
                          mean(simulated),
                          mean(published),
                          analysis::spread(simulated),
                          analysis::spread(published),
                          analysis::mean_absolute_error(simulated, published),
                          analysis::correlation(regression, published),
                          best[c],
                          analysis::correlation(figure, published),
                          {}};
        for (std::size_t k = 0; k < urbanity_classes.size(); ++k) {
            std::vector<double> a, b;
            for (std::size_t i = 0; i < urbanity.size(); ++i) {
                if (urbanity[i] < urbanity_classes[k].from || urbanity[i] > urbanity_classes[k].to) continue;
                a.push_back(simulated[i]);
                b.push_back(published[i]);
            }
            skill.by_urbanity[k] = {urbanity_classes[k].label, a.size(), analysis::correlation(a, b)};
        }
        all.push_back(skill);
    }
    return all;
}

}  // namespace weefsel::app
