#include <catch2/catch.hpp>

#include "chains.hpp"
#include "models/process/professional/aim.hpp"

namespace weefsel::test_chains_of_lines {

// What lines and councils can do that no trial sizes (decision 0038): each chain moves what it feeds by at
// least three Monte Carlo errors at a stated value, and by exactly nothing at 0.

namespace {

/// Base funding and a project for the old, with more in `buys` of the first line.
Scenario lines_with(const std::string& more) {
    return read_scenario_text(
        quick_study("[[option]]\nname = \"a\"\n"
                    "[[option.line]]\nname = \"basis\"\nform = \"structural\"\nsource = \"structural\"\n"
                    "buys = [ { role = \"sociaal_werker\", fte = 2 }, { role = \"opbouwwerker\", fte = 2 "
                    "}, { place = \"buurthuis\", hours_week = 30 }" +
                    more +
                    " ]\n"
                    "[[option.line]]\nname = \"old\"\nform = \"project\"\nsource = \"incidental\"\n"
                    "goal = \"elderly\"\nbuys = [ { role = \"maatschappelijk_werker\", fte = 2 } ]\n"),
        "chains.toml");
}
const Scenario& plain() {
    static const Scenario s = lines_with("");
    return s;
}
Side side_of(const Scenario& s) { return {&s, s.parameters}; }

double known(const Residents& r, ResidentId who) {
    return r.known_post[who][0] != no_row || r.known_post[who][1] != no_row ? 1.0 : 0.0;
}
double volunteers(const Residents& r, ResidentId who) { return r.volunteer_hours[who] > 0.0F; }

double old_and_known(const Neighbourhood& n) {
    return mean_of_adults(n, known, [](const Residents& r, ResidentId who) { return r.age[who] >= 65; });
}
double with_contact(const Neighbourhood& n) {
    return mean_of_adults(n, [](const Residents& r, ResidentId who) {
        return static_cast<double>(r.bond[who][0] + r.bond[who][1]);
    });
}
double months_in_post(const Neighbourhood& n) {
    double sum = 0;
    for (const auto post : n.posts.ids())
        sum += n.posts.filled[post] != 0 ? static_cast<double>(n.posts.months_in_post[post]) : 0.0;
    return sum;
}
double quality(const Neighbourhood& n) {
    double sum = 0;
    for (const auto q : n.lines.quality) sum += static_cast<double>(q);
    return sum;
}
/// Need of the streets of those who know a professional: ln over the mean.
double need_of_streets_reached(const Neighbourhood& n) {
    const auto need = need_of_streets(n.residents, n.dwellings, {});
    return mean_of_adults(
        n, [&](const Residents&, ResidentId who) { return static_cast<double>(need[who.index()]); },
        [](const Residents& r, ResidentId who) { return known(r, who) > 0; });
}

/// A council that stands for the young, in the first month of the second year.
MonthSetting council_of(double size) {
    return [size](int month, Circumstances& under) {
        if (month == sim::months_per_year) under.shocks.council = NewCouncil{size, Goal::youth};
    };
}
void doors_closed(int, Circumstances& under) { under.shocks.places_closed = 0.7F; }

}  // namespace

TEST_CASE("council: fewer of the old know a professional once their project is for the young", "[long]") {
    auto with = side_of(plain());
    with.parameters.funding.council_within = 1;
    with.setting = council_of(1);
    CHECK(in_errors(with, side_of(plain()), old_and_known) < -3);
    with.setting = council_of(0);
    CHECK(in_errors(with, side_of(plain()), old_and_known) == 0.0);
}

TEST_CASE("crisis: where doors are closed, visits in place of groups find more people", "[long]") {
    auto without = side_of(plain());
    without.setting = doors_closed;
    auto with = without;
    with.parameters.professional.crisis_calls = 0.5;
    CHECK(in_errors(with, without, [](const Neighbourhood& n) { return mean_of_adults(n, known); }) > 3);
    // Without a crisis there is nothing to turn into visits.
    without.setting = with.setting = {};
    CHECK(in_errors(with, without, with_contact) == 0.0);
}

TEST_CASE("pay: whom pay keeps residents know longer", "[long]") {
    static const Scenario paid = lines_with(", { pay = 0.2 }"), same = lines_with(", { pay = 0 }");
    CHECK(in_errors(side_of(paid), side_of(plain()), months_in_post) > 3);
    CHECK(in_errors(side_of(paid), side_of(plain()), with_contact, 60) > 3);
    CHECK(in_errors(side_of(same), side_of(plain()), with_contact) == 0.0);
    auto off = side_of(paid);
    off.parameters.professional.pay_exit = off.parameters.professional.pay_vacancy = 0;
    CHECK(in_errors(off, side_of(plain()), months_in_post) == 0.0);
}

TEST_CASE(
    "innovation: where reviews see well, a line that tries something new each year works better after five",
    "[long]") {
    static const Scenario tries = lines_with(", { innovation = 0.2 }"),
                          same = lines_with(", { innovation = 0 }");
    auto with = side_of(tries), without = side_of(plain()), zero = side_of(same);
    for (auto* side : {&with, &without, &zero}) side->parameters.funding.review_noise = 0.05;
    CHECK(in_errors(with, without, quality, 60) > 3);
    CHECK(in_errors(zero, without, quality, 60) == 0.0);
}

TEST_CASE("streets: hours by the need of streets reach people in streets that need more", "[long]") {
    static const Scenario aimed = lines_with(", { by_street = 2 }"), same = lines_with(", { by_street = 0 }");
    CHECK(in_errors(side_of(aimed), side_of(plain()), need_of_streets_reached) > 3);
    CHECK(in_errors(side_of(same), side_of(plain()), need_of_streets_reached) == 0.0);
}

TEST_CASE("appeal: the more is asked of volunteers, the fewer there are", "[long]") {
    const Outcome active = [](const Neighbourhood& n) { return mean_of_adults(n, volunteers); };
    auto worn = side_of(plain());
    worn.parameters.help.volunteer_wear = 0.5;
    CHECK(in_errors(worn, side_of(plain()), active) < -3);
    worn.parameters.help.volunteer_wear = 0;
    CHECK(in_errors(worn, side_of(plain()), active) == 0.0);
}

}  // namespace weefsel::test_chains_of_lines
