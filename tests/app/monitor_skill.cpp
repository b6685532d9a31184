#include "app/validate/monitor_skill.hpp"

#include <catch2/catch.hpp>
#include <cmath>

namespace weefsel::test_monitor_skill {
using namespace weefsel::app;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t lonely = 0;

/// Areas whose published loneliness is 30 and half of the per cent of social rent, and whose simulation says
/// half the difference from 40, with ages and urbanity that tell nothing.
std::vector<ComparedArea> made(std::size_t n) {
    std::vector<ComparedArea> areas(n);
    for (std::size_t i = 0; i < n; ++i) {
        auto& f = areas[i].figures;
        const double k = static_cast<double>(i);
        f.residents = 1000;
        f.households = 500;
        f.urbanity = 1 + static_cast<int>(i % 5);
        f.age = {200 + std::fmod(7 * k, 11), 200, 200, 200, 200};
        f.social_rent = std::fmod(3 * k, 17) / 20;
        areas[i].published.fill(none);
        areas[i].simulated.fill(none);
        areas[i].published[lonely] = 30 + 50 * f.social_rent;
        areas[i].simulated[lonely] = 40 + (areas[i].published[lonely] - 40) / 2;
    }
    return areas;
}

}  // namespace

TEST_CASE("skill is 1 and the spread a half where the simulation says half of what differs") {
    auto areas = made(60);
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < areas.size(); ++i) all.push_back(i);
    std::array<std::string_view, monitor_columns> best{};
    predict_from_figures(areas, all, best);
    const auto skill = skill_of(areas, best);
    REQUIRE(skill.size() == 1);  // the other columns are not published
    CHECK(skill[0].column == MonitorColumn::lonely);
    CHECK(skill[0].areas == 60);
    CHECK(skill[0].correlation == Approx(1));
    CHECK(skill[0].spread_simulated / skill[0].spread_published == Approx(0.5));
    CHECK(skill[0].regression == Approx(1));
    CHECK(skill[0].best_figure == "social_rent");
    CHECK(skill[0].best_correlation == Approx(1));
    CHECK(skill[0].by_urbanity[0].areas == 24);
    CHECK(skill[0].by_urbanity[1].areas == 12);
    CHECK(skill[0].by_urbanity[2].correlation == Approx(1));
}

TEST_CASE("what is held out is predicted by the others and does not change what they say") {
    auto areas = made(60);
    std::vector<std::size_t> reported;
    for (std::size_t i = 0; i < 10; ++i) {
        areas[i].held_out = true;
        areas[i].published[lonely] = 99;  // nonsense: nothing may be learned from it
        reported.push_back(i);
    }
    std::array<std::string_view, monitor_columns> best{};
    predict_from_figures(areas, reported, best);
    for (const auto i : reported)
        CHECK(areas[i].regression[lonely] == Approx(30 + 50 * areas[i].figures.social_rent));
    CHECK(best[lonely] == "social_rent");
}

TEST_CASE("an area without a published share counts in no column, and one alone has no correlation") {
    auto areas = made(3);
    areas[1].published[lonely] = none;
    std::array<std::string_view, monitor_columns> best{};
    predict_from_figures(areas, std::vector<std::size_t>{0, 1, 2}, best);
    CHECK(skill_of(areas, best).at(0).areas == 2);
    areas[2].published[lonely] = none;
    CHECK(skill_of(areas, best).empty());
}

}  // namespace weefsel::test_monitor_skill
