#include "analysis/decision/missed.hpp"

#include <catch2/catch.hpp>

#include "analysis/decision/reached_summary.hpp"
#include "analysis/decision/what_can_go_wrong.hpp"

namespace weefsel::test_missed {
using namespace weefsel::analysis;

namespace {

/// Two worlds of one year: of 100 adults in need `missed` are missed, of the 40 with a low income `low` of
/// them.
struct Missing {
    double missed = 60, low = 36;
    sim::ResultLayout layout;
    Names names{{{"a", "Optie", "Option"}, {"nothing", "Niets", "Nothing"}}, 0, {}, "", {}, {}, 1};

    Missing() {
        using sim::Better;
        layout.observables = {
            {"warmth", "1", Better::higher, sim::Measured::monthly, "Warmth", "Warmte", "", ""}};
        layout.groupings = {{"income", {"low", "high"}}};
        layout.months = 12;
        const sim::ResultLayout::Block::Axis year{"year", {1}, {}, "year", ""},
            need{"need", {}, {"any"}, "", ""}, by_class{"class", {}, {"0", "1-2"}, "", ""},
            group{"group", {}, {"low", "high"}, "", ""};
        layout.blocks = {{"/reached_by_group/income",
                          {year, by_class, group},
                          {{"residents", "1", "", 3}, {"under_age", "1", "", 2}}},
                         {"/missed", {year, need}, {{"needed", "1", "", 2}, {"missed", "1", "", 2}}},
                         {"/missed_by_group/income",
                          {year, need, group},
                          {{"needed", "1", "", 3}, {"missed", "1", "", 3}}}};
    }
    [[nodiscard]] Cube cube() const {
        Cube out(layout, {2, 1, 2});
        for (std::size_t w = 0; w < 2; ++w) {
            sim::UnitResult unit;
            for (std::size_t o = 0; o < 2; ++o) {
                auto& r = unit.options.emplace_back();
                r.numerator.assign(12, 1);
                r.denominator.assign(12, 1);
                r.group_numerator.assign(2, 1);
                r.group_denominator.assign(2, 1);
                r.site_mean.assign(1, 0.0F);
                const double more = 2 * static_cast<double>(w);
                r.blocks = {300, 500, 30, 20, 5, 6, 100, missed + more, 40, 60, low, missed - low + more};
            }
            out.add(0, w, unit);
        }
        return out;
    }
};

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("of those in need the share that was missed is over worlds, for all and group by group") {
    const Missing study;
    const auto rows = missed_needs(study.cube(), study.names);
    REQUIRE(rows.size() == 3);  // nothing of the option in which nothing is bought
    CHECK(rows[0].grouping.empty());
    CHECK(rows[0].share.mean == Approx(0.61));
    CHECK(rows[1].group == "low");
    CHECK(rows[1].share.mean == Approx(0.9));
    CHECK(rows[2].missed.mean == Approx(25));
    CHECK(rows[1].missed.mean + rows[2].missed.mean == rows[0].missed.mean);
}

TEST_CASE("it is said where most of those in need were missed, with the group that was missed most") {
    const Missing study;
    const auto said = what_was_missed(study.cube(), study.names);
    REQUIRE(said.size() == 1);
    CHECK(says(said[0].sentence.en, "Of the 100 adults who need it in year 1"));
    CHECK(says(said[0].sentence.en, "did not meet 61 %"));
    CHECK(says(said[0].sentence.en, "least often those with a low income (90 % missed)."));
    CHECK(says(said[0].sentence.nl, "het vaakst niet met wie een laag inkomen heeft (90 %)."));
    // Few are missed, and of the poor as many as of the rich: nothing to say.
    Missing few;
    few.missed = 20;
    few.low = 8;
    CHECK(what_was_missed(few.cube(), few.names).empty());
    // Few are missed, but most of those of one group.
    few.low = 20;
    CHECK(what_was_missed(few.cube(), few.names).size() == 1);
}

TEST_CASE("the table and the tidy file have every class of every group, children apart") {
    const Missing study;
    const auto tables = missed_tables(study.cube(), study.names);
    const auto* by_group = table_named(tables, "reached_by_group");
    REQUIRE(by_group != nullptr);
    REQUIRE(by_group->rows() == 6);
    CHECK(by_group->text("group") ==
          std::vector<std::string>{"low", "high", "under_age", "low", "high", "under_age"});
    CHECK(by_group->text("class")[3] == "1-2");
    CHECK(by_group->number("residents") == std::vector<double>{300, 500, 5, 30, 20, 6});
    const auto csv = reached_csv(study.cube(), study.names);
    CHECK(says(csv, "a,,,1,1,1-2,residents,6,6,6,2,income,under_age\n"));
    CHECK(says(csv, "a,,,1,1,any,share_missed,0.9"));
}

TEST_CASE("years of bad work, contacts away from need and crowded out residents are counted world by world") {
    sim::ResultLayout layout;
    layout.observables = {
        {"warmth", "1", sim::Better::higher, sim::Measured::monthly, "Warmth", "Warmte", "", ""}};
    layout.months = 12;
    const sim::ResultLayout::Block::Axis four{"year", {1, 2, 3, 4}, {}, "year", ""};
    layout.blocks = {{"/staffing",
                      {four},
                      {{"at_work", "1", "", 1},
                       {"months_low_quality", "1", "", 1},
                       {"contacts", "1", "", 1},
                       {"contacts_away", "1", "", 1},
                       {"crowded_out", "1", "", 1}}}};
    Cube cube(layout, {1, 1, 2});
    for (std::size_t w = 0; w < 2; ++w) {
        sim::UnitResult unit;
        auto& r = unit.options.emplace_back();
        r.numerator.assign(12, 1);
        r.denominator.assign(12, 1);
        r.site_mean.assign(1, 0.0F);
        r.blocks = {1,
                    1,
                    1,
                    1,  // at work
                    12,
                    7,
                    w == 0 ? 7.0 : 6.0,
                    0,  // months of low quality
                    10,
                    10,
                    10,
                    0,  // contacts
                    8,
                    6,
                    w == 0 ? 4.0 : 6.0,
                    0,  // of them away
                    2,
                    0,
                    0,
                    w == 0 ? 0.5 : 1.5};  // crowded out
        cube.add(0, w, unit);
    }
    const auto all = what_can_go_wrong(cube, {{{"a", "A", "A"}}, 0, {}, "", {}, {}, {}});
    REQUIRE(all.size() == 1);
    CHECK(all[0].locked_years.mean == Approx(2.5));  // three years, and two
    CHECK(all[0].share_locked == Approx(0.5));
    CHECK(all[0].contacts_away.mean == Approx((18.0 + 20.0) / 60));
    CHECK(all[0].share_away == Approx(0.5));
    CHECK(all[0].crowded_out.mean == Approx(3));
    CHECK(all[0].share_crowded == 0);
}

}  // namespace weefsel::test_missed
