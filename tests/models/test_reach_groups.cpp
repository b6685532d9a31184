#include <catch2/catch.hpp>
#include <numeric>

#include "models/measure/indicators.hpp"
#include "models/scenario/read_scenario.hpp"
#include "models/study/group_blocks.hpp"
#include "models/study/staffing_log.hpp"
#include "models/study/study.hpp"
#include "small_world.hpp"

#include "tests/models/kept_columns.hpp"

namespace weefsel::test_reach_groups {

namespace {

constexpr std::size_t by_age = 0, by_income = 1;

/// So many residents who are well and need nobody, all of them 40.
Residents well(std::size_t rows) {
    Residents r;
    r.visit([&](const auto&, auto& column) { column.resize(rows); });
    for (const auto who : r.ids()) {
        r.present[who] = 1;
        r.age[who] = 40;
    }
    return r;
}

ResidentId row(std::size_t i) { return ResidentId{static_cast<std::uint16_t>(i)}; }

/// Every `groups` numbers become their sum.
std::vector<double> over_groups(const std::vector<double>& values, std::size_t groups) {
    std::vector<double> out;
    for (std::size_t at = 0; at < values.size(); at += groups)
        out.push_back(std::accumulate(values.begin() + static_cast<std::ptrdiff_t>(at),
                                      values.begin() + static_cast<std::ptrdiff_t>(at + groups), 0.0));
    return out;
}

}  // namespace

TEST_CASE("somebody needs it who is severely lonely, distressed, overloaded by care or waits for help") {
    const SurveyParameters p;
    auto r = well(6);
    r.loneliness[row(1)] = 8.5F;
    r.distress[row(2)] = static_cast<float>(p.distressed_from);
    r.care_given[row(3)] = r.care_given[row(4)] = static_cast<float>(p.carer_from);
    r.overload[row(3)] = r.overload[row(5)] = static_cast<float>(p.overloaded_from);
    r.signal[row(4)] = standing_from;
    CHECK(needs_of(r, row(0), p) == 0);
    CHECK(has(needs_of(r, row(1), p), Need::severely_lonely));
    CHECK(has(needs_of(r, row(2), p), Need::distressed));
    CHECK(has(needs_of(r, row(3), p), Need::overloaded_carer));
    CHECK_FALSE(has(needs_of(r, row(4), p), Need::overloaded_carer));
    CHECK(has(needs_of(r, row(4), p), Need::unmet_need));
    CHECK(needs_of(r, row(5), p) == 0);  // overload of who gives hardly any care
    for (const std::size_t i : {1U, 2U, 3U, 4U}) CHECK(has(needs_of(r, row(i), p), Need::any));
}

TEST_CASE("who was met and who was missed is counted group by group, children apart") {
    const SurveyParameters p;
    auto r = well(5);
    r.age[row(1)] = 80;
    r.age[row(4)] = 10;
    r.income[row(2)] = Income::high;
    r.loneliness[row(0)] = r.loneliness[row(1)] = 9.0F;
    r.distress[row(4)] = 1.0F;
    ReachGroups groups(6);
    for (std::size_t i = 0; i < 5; ++i) groups.note(i, r, row(i), p);
    const auto out = groups.count({0, 4, 12, 1, 0, 255});  // the last of month 0 is not there
    CHECK(out.adults[by_age][1] == GroupedReach::Classes{1, 1, 0, 1});
    CHECK(out.adults[by_age][4] == GroupedReach::Classes{0, 0, 1, 0});
    CHECK(out.adults[by_income][2] == GroupedReach::Classes{0, 0, 0, 1});
    CHECK(out.under_age == GroupedReach::Classes{1, 0, 0, 0});
    constexpr auto any = static_cast<std::size_t>(Need::any);
    CHECK(out.all_needed[any] == 2);  // a child in distress belongs to no group
    CHECK(out.all_missed[any] == 1);
    CHECK(out.needed[by_age][4][any] == 1);
    CHECK(out.missed[by_age][4][any] == 0);
    CHECK(out.missed[by_age][1][any] == 1);
    // What was counted is forgotten.
    CHECK(groups.count({0, 0, 0, 0, 0, 0}).all_needed[any] == 0);
}

TEST_CASE("in a world the groups of every grouping add up to all, exactly") {
    const Study study(read_scenario_text(quick_study(with_staff + nothing), "test.toml"));
    const auto unit = study.run({0, 0});
    const auto years = years_of_persons(study.layout().years());
    for (const auto& world : unit.options) {
        const auto reached = column_of(study, world, "/reached", "residents"),
                   needed = column_of(study, world, "/missed", "needed"),
                   missed = column_of(study, world, "/missed", "missed");
        for (const auto& grouping : groupings()) {
            const std::string name(grouping.name);
            auto by_class = over_groups(column_of(study, world, "/reached_by_group/" + name, "residents"),
                                        grouping.groups.size());
            const auto children = column_of(study, world, "/reached_by_group/" + name, "under_age");
            for (std::size_t i = 0; i < by_class.size(); ++i) by_class[i] += children[i];
            for (std::size_t y = 0; y < years.size(); ++y)
                for (std::size_t k = 0; k < reach_classes; ++k)
                    CHECK(by_class[y * reach_classes + k] ==
                          reached[static_cast<std::size_t>(years[y] - 1) * reach_classes + k]);
            CHECK(over_groups(column_of(study, world, "/missed_by_group/" + name, "needed"),
                              grouping.groups.size()) == needed);
            CHECK(over_groups(column_of(study, world, "/missed_by_group/" + name, "missed"),
                              grouping.groups.size()) == missed);
        }
    }
    // Where nothing is bought everybody who needs it is missed; where staff is, not everybody.
    const auto last = static_cast<std::ptrdiff_t>(needs);
    const auto needed = column_of(study, unit.options[1], "/missed", "needed");
    const auto missed = column_of(study, unit.options[1], "/missed", "missed");
    CHECK(std::vector<double>(needed.end() - last, needed.end()) ==
          std::vector<double>(missed.end() - last, missed.end()));
    CHECK(needed.back() > 0);
    CHECK(column_of(study, unit.options[0], "/missed", "missed").back() <
          column_of(study, unit.options[0], "/missed", "needed").back());
}

TEST_CASE("contacts away from need are some of the contacts, and without posts there are none") {
    const Study study(read_scenario_text(quick_study(with_staff + nothing), "test.toml"));
    const auto unit = study.run({0, 0});
    const auto contacts = column_of(study, unit.options[0], "/staffing", "contacts"),
               away = column_of(study, unit.options[0], "/staffing", "contacts_away");
    for (std::size_t y = 0; y < contacts.size(); ++y) {
        CHECK(contacts[y] > 0);
        CHECK(away[y] <= contacts[y]);
    }
    CHECK(column_of(study, unit.options[1], "/staffing", "contacts").back() == 0);
}

namespace {

/// One neighbourhood with a line that pays so much a year for activities of this ln q.
Neighbourhood with_line(double quality) {
    Neighbourhood n;
    n.lines.visit([](const auto&, auto& column) { column.resize(1); });
    const LineId line{0};
    n.lines.running[line] = 1;
    n.lines.full_year[line] = sim::Euros::of(1000);
    n.lines.quality[line] = static_cast<float>(quality);
    return n;
}

double low_months(double quality, double spread) {
    Parameters p;
    p.funding.quality_spread = spread;
    const std::vector<Neighbourhood> all{with_line(quality)};
    StaffingLog log(all, p, 1);
    log.note(0, all.front(), {}, p);
    log.sum_up(0);
    return log.years().front().months_low_quality;
}

}  // namespace

TEST_CASE("work is of the lowest quarter below 0.674 standard deviations under the mean of what is offered") {
    CHECK(low_months(-0.21, 0.3) == 1);
    CHECK(low_months(-0.20, 0.3) == 0);
    CHECK(low_months(0.5, 0.3) == 0);
    CHECK(low_months(0, 0) == 0);  // all is equally good
}

TEST_CASE("members of an initiative that ends are crowded out by the part of the hazard that work adds") {
    Parameters p;
    p.help.initiative_takeover = 0.25;
    Neighbourhood n;
    n.initiatives.visit([](const auto&, auto& column) { column.resize(2); });
    for (const auto id : n.initiatives.ids()) {
        n.initiatives.alive[id] = 1;
        n.initiatives.core[id] = 6;
    }
    const auto crowded = [&](double follow, float hours) {
        StaffingLog log({n}, p, follow);
        auto later = n;
        later.initiatives.alive[InitiativeId{0}] = 0;
        MonthRecord made;
        made.work.initiative_hours = hours;
        log.note(0, later, made, p);
        log.sum_up(0);
        return log.years().front().crowded_out;
    };
    CHECK(crowded(0, 10) == Approx(6 * 0.25 / 1.25));  // an hour or more each: the whole rise
    CHECK(crowded(0, 1) == Approx(6 * 0.125 / 1.125));
    CHECK(crowded(1, 10) == 0);  // work that follows crowds nobody out
    CHECK(crowded(0, 0) == 0);
}

}  // namespace weefsel::test_reach_groups
