#include <catch2/catch.hpp>

#include "models/process/funding/bundles.hpp"
#include "models/process/funding/mechanisms.hpp"
#include "models/scenario/read_scenario.hpp"
#include "tests/models/small_funding.hpp"
#include "tests/models/small_world.hpp"

namespace weefsel {
namespace {

FundingLine line_as(std::string_view form, std::optional<double> euro) {
    FundingLine line;
    line.form = form;
    line.terms = *bundle_of(form);
    line.buys = {fte_of(1)};
    line.euro_year = euro;
    return line;
}

const FundingLine project = line_as(form_project, std::nullopt), lasting = line_as(form_structural, 90000.0);

Mechanisms all_but(std::optional<Mechanism> left_out) {
    Mechanisms taken{};
    taken.fill(true);
    if (left_out) taken[static_cast<std::size_t>(*left_out)] = false;
    return taken;
}

bool same_numbers(const FundingLine& a, const FundingLine& b) {
    for (const auto& d : terms_declared)
        if (a.terms.*d.member != b.terms.*d.member) return false;
    return a.euro_year == b.euro_year && a.terms.pot == b.terms.pot && a.terms.goal == b.terms.goal &&
           a.terms.unspent == b.terms.unspent;
}

}  // namespace

TEST_CASE("a line with every mechanism of another has all its numbers, and with none keeps its own",
          "[mechanisms]") {
    CHECK(same_numbers(mixed(project, lasting, all_but(std::nullopt)), lasting));
    CHECK(same_numbers(mixed(project, lasting, {}), project));
}

TEST_CASE("every number that a form stands for belongs to exactly one mechanism", "[mechanisms]") {
    for (const auto& d : terms_declared) {
        auto other = project;
        other.terms.*d.member += 1;
        const auto by = differing({project}, {other});
        CHECK(std::count(by.begin(), by.end(), true) == 1);
        const auto which = static_cast<Mechanism>(std::find(by.begin(), by.end(), true) - by.begin());
        CHECK(same_numbers(mixed(project, other, all_but(which)), project));
    }
    const auto by = differing({project}, {lasting});
    CHECK(std::count(by.begin(), by.end(), false) == 0);
}

TEST_CASE("options that do not buy the same work cannot be taken apart by mechanism", "[mechanisms]") {
    CHECK_FALSE(not_one_work({project}, {lasting}).has_value());
    auto more = lasting;
    more.buys = {fte_of(2)};
    CHECK(not_one_work({project}, {more}).has_value());
    CHECK(not_one_work({project}, {lasting, lasting}).has_value());
    CHECK(not_one_work({project}, {}).has_value());
    auto later = lasting;
    later.start_months = 12;
    CHECK(not_one_work({project}, {later}).has_value());
}

TEST_CASE("an option that is stopped lives on as before until its notice is over, then pays for nothing",
          "[mechanisms][stopped]") {
    const std::string lines =
        "[[option.line]]\nname = \"x\"\nform = \"structural\"\nsource = \"structural\"\nterm_months = "
        "480\ncut_hazard = 0\nnotice_months = 3\nbuys = [ { role = \"opbouwwerker\", fte = 1.5 } ]\n";
    auto scenario = read_scenario_text(
        quick_study("[[option]]\nname = \"a\"\n" + lines + "[[option]]\nname = \"ended\"\n" + lines),
        "test.toml");
    constexpr int stopped = 12, months_a_year = 12;
    scenario.options[1].stopped = stopped;
    const Study study(scenario);
    const auto unit = study.run({0, 0});
    const std::size_t observables = study.layout().observables.size();
    const auto& on = unit.options[0];
    const auto& ended = unit.options[1];
    const auto first_year = static_cast<std::ptrdiff_t>(observables * months_a_year);
    CHECK(std::equal(on.numerator.begin(), on.numerator.begin() + first_year, ended.numerator.begin()));
    const auto granted_in = [&](const sim::WorldResult& r, std::size_t year) {
        return r.money.at(year * study.layout().flows.size() * study.layout().payers.size());
    };
    CHECK(granted_in(on, 0) == granted_in(ended, 0));
    CHECK(granted_in(on, 1) > 0);
    CHECK(granted_in(ended, 1) < granted_in(on, 1));
    CHECK(granted_in(ended, 2) == 0);
}

}  // namespace weefsel
