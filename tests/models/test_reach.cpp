#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "models/scenario/read_scenario.hpp"
#include "models/study/option_blocks.hpp"
#include "models/study/study.hpp"
#include "models/study/twins.hpp"
#include "small_world.hpp"

#include "tests/models/kept_columns.hpp"

namespace weefsel::test_reach {

namespace {

constexpr std::size_t lonely = 1;  // among person_indicators
constexpr std::uint8_t gone = ReachHistories::gone;

/// So many meetings and so much loneliness, person by person, in one kept year.
ReachHistories people(const std::vector<std::uint8_t>& times, const std::vector<double>& value) {
    ReachHistories out;
    auto& year = out.persons.emplace_back();
    year.times = times;
    for (auto& values : year.value) values.assign(times.size(), 0);
    for (std::size_t i = 0; i < value.size(); ++i)
        year.value[lonely][i] = static_cast<std::uint16_t>(std::lround(value[i] * steps_of_shares));
    return out;
}

double sum_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

}  // namespace

TEST_CASE("how often work met somebody makes one of four classes") {
    CHECK(reach_class_of(0) == ReachClass::none);
    CHECK(reach_class_of(1) == ReachClass::few);
    CHECK(reach_class_of(2) == ReachClass::few);
    CHECK(reach_class_of(3) == ReachClass::several);
    CHECK(reach_class_of(9) == ReachClass::several);
    CHECK(reach_class_of(10) == ReachClass::many);
}

TEST_CASE("persons are kept of years 1, 4, 8, 20 and the last") {
    CHECK(years_of_persons(20) == std::vector<int>{1, 4, 8, 20});
    CHECK(years_of_persons(5) == std::vector<int>{1, 4, 5});
    CHECK(years_of_persons(1) == std::vector<int>{1});
    CHECK(years_of_persons(25) == std::vector<int>{1, 4, 8, 20, 25});
}

TEST_CASE("everybody is compared with the own twin, in the class that the option put them in") {
    const auto option = people({0, 2, 2, 12, gone}, {0.5, 0.1, 0.3, 0.0, 0.0});
    const auto other = people({0, 0, 0, 0, 3}, {0.5, 0.4, 0.4, 0.2, 0.9});
    const std::vector<std::uint8_t> cells{0, 0, 0, 0, 0};
    const auto by = effects_by_class(option, other, cells, 0, lonely);
    CHECK(by.n == std::array<std::int64_t, 4>{1, 2, 0, 1});
    CHECK(by.raw[0] == 0);
    CHECK(by.raw[1] == Approx(-0.2));
    CHECK(std::isnan(by.raw[2]));
    CHECK(by.raw[3] == Approx(-0.2));
    CHECK(lost_in_either(option, other, cells, 0) == 1);
}

TEST_CASE("a class is standardised to the mix of age, income and loneliness of all who are compared") {
    // Cell 0 holds three in four; the class of ten and more has one of each cell.
    const auto option = people({10, 10, 0, 0}, {0.5, 0.1, 0.0, 0.0});
    const auto other = people({0, 0, 0, 0}, {0.0, 0.0, 0.0, 0.0});
    const auto by = effects_by_class(option, other, {0, 7, 0, 0}, 0, lonely);
    CHECK(by.raw[3] == Approx(0.3));
    CHECK(by.standardised[3] == Approx(0.75 * 0.5 + 0.25 * 0.1));
    // A class that has none of most people cannot say what it would do to them.
    const auto few = effects_by_class(people({0, 10, 0, 0}, {0, 0.1, 0, 0}), other, {0, 7, 0, 0}, 0, lonely);
    CHECK(few.raw[3] == Approx(0.1));
    CHECK(std::isnan(few.standardised[3]));
}

TEST_CASE("children of month 0 are counted among those met, and are not compared") {
    const auto by =
        effects_by_class(people({1, 1}, {0.5, 0.5}), people({0, 0}, {0, 0}), {no_cell, 3}, 0, lonely);
    CHECK(by.n[1] == 1);
}

TEST_CASE("whom both, one or neither of two options met adds up to the whole difference, exactly") {
    const auto option = people({1, 1, 0, 0, 1}, {0.31, 0.17, 0.77, 0.03, 0.2});
    const auto reference = people({1, 0, 1, 0, gone}, {0.43, 0.29, 0.71, 0.09, 0.2});
    const auto by = effects_by_stratum(option, reference, {0, 0, 0, 0, 0}, 0, lonely);
    CHECK(by.n == std::array<std::int64_t, 4>{1, 1, 1, 1});
    CHECK(by.all() == 4);
    std::int64_t difference = 0;
    for (std::size_t who = 0; who < 4; ++who)
        difference += option.persons[0].value[lonely][who] - reference.persons[0].value[lonely][who];
    CHECK(by.sum_of_all() == difference);
    double parts = 0;
    for (std::size_t s = 0; s < reach_strata; ++s) {
        parts += by.part(s);
        CHECK(by.part(s) == Approx(by.effect(s) * static_cast<double>(by.n[s]) / 4));
    }
    CHECK(parts == Approx(by.total()));
}

TEST_CASE("in a world everybody of month 0 is in one class or lost, and strata add up") {
    const Study study(read_scenario_text(quick_study(with_staff + nothing), "test.toml"));
    const auto unit = study.run({0, 0});
    const auto &staff = unit.options[0], &none = unit.options[1];
    const auto years = static_cast<std::size_t>(study.layout().years());
    double founders = 0;
    for (const auto* world : {&staff, &none}) {
        const auto residents = column_of(study, *world, "/reached", "residents"),
                   lost = column_of(study, *world, "/reached", "lost");
        for (std::size_t y = 0; y < years; ++y) {
            const double all = residents[4 * y] + residents[4 * y + 1] + residents[4 * y + 2] +
                               residents[4 * y + 3] + lost[y];
            if (founders == 0) founders = all;
            CHECK(all == founders);
        }
    }
    const auto met = column_of(study, staff, "/reached", "residents");
    CHECK(met[1] + met[2] + met[3] > 0);
    const auto unmet = column_of(study, none, "/reached", "residents");
    CHECK(unmet[4 * (years - 1)] == sum_of({unmet.end() - 4, unmet.end()}));  // no money, nobody met
    for (const auto& declared : person_indicators) {
        const std::string name(observables()[static_cast<std::size_t>(declared.which)].name);
        const auto group = "/reached_strata/" + name;
        const auto n = column_of(study, none, group, "n"), part = column_of(study, none, group, "part"),
                   total = column_of(study, none, group, "total");
        for (std::size_t y = 0; y < total.size(); ++y)
            CHECK(part[4 * y] + part[4 * y + 1] + part[4 * y + 2] + part[4 * y + 3] ==
                  Approx(total[y]).margin(1e-12));
        const auto pairs = column_of(study, staff, "/reached_effect/" + name, "n");
        CHECK(sum_of(n) == sum_of(pairs));  // of two options the same pairs, whichever is first
    }
}

TEST_CASE("an option that is nothing by another name did nothing to anybody") {
    const Study study(read_scenario_text(quick_study("[[option]]\nname = \"a\"\n" + nothing), "test.toml"));
    const auto unit = study.run({0, 0});
    for (const auto& world : unit.options)
        for (const auto& declared : person_indicators) {
            const std::string name(observables()[static_cast<std::size_t>(declared.which)].name);
            for (const auto* column : {"raw", "standardised"})
                for (const double effect : column_of(study, world, "/reached_effect/" + name, column))
                    CHECK((std::isnan(effect) || effect == 0));
            for (const double total : column_of(study, world, "/reached_strata/" + name, "total"))
                CHECK(total == 0);
        }
}

TEST_CASE("without bought posts no month is short of staff, and never is more at work than was bought") {
    const Study study(read_scenario_text(quick_study(with_staff + nothing), "test.toml"));
    const auto unit = study.run({0, 0});
    CHECK(column_of(study, unit.options[1], "/staffing", "months_below_half").back() == 0);
    const auto at_work = column_of(study, unit.options[0], "/staffing", "at_work");
    for (const double share : at_work) {
        CHECK(share >= 0);
        CHECK(share <= 1);
    }
    // Month by month it is the same staff.
    const auto bought = column_of(study, unit.options[0], "/staffing", "fte_bought"),
               filled = column_of(study, unit.options[0], "/staffing", "fte_at_work"),
               short_of = column_of(study, unit.options[0], "/staffing", "months_below_half");
    REQUIRE(bought.size() == 12 * at_work.size());
    for (std::size_t y = 0; y < at_work.size(); ++y) {
        double paid = 0, there = 0, below = 0;
        for (std::size_t m = 12 * y; m < 12 * (y + 1); ++m) {
            paid += bought[m];
            there += filled[m];
            below += 2 * filled[m] < bought[m] ? 1 : 0;
        }
        CHECK(paid > 0);
        CHECK(at_work[y] == Approx(there / paid));
        CHECK(short_of[y] == below);
    }
    // What ran in month 0 has ended by then.
    CHECK(std::isnan(column_of(study, unit.options[1], "/staffing", "at_work").back()));
}

}  // namespace weefsel::test_reach
