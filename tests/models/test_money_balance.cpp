#include <catch2/catch.hpp>
#include <cmath>

#include "tests/models/small_funding.hpp"

namespace weefsel::test_money_balance {

namespace {

/// Terms drawn anew for every world: anything that a scenario may ask for.
LineTerms random_terms(const sim::RandomSource& draws, std::uint64_t line) {
    const auto u = [&](std::uint32_t index) {
        return static_cast<double>(draws.uniform(static_cast<std::uint8_t>(200), line, sim::Month{0}, index));
    };
    LineTerms terms;
    terms.term_months = u(0) < 0.2 ? 0 : std::floor(1 + 60 * u(1));
    terms.start_up_months = std::floor(8 * u(2));
    terms.notice_months = std::floor(13 * u(3));
    terms.renewal = u(4) < 0.2 ? std::round(u(5)) : u(5);
    terms.gap_months = std::floor(9 * u(6));
    terms.indexation = u(7);
    terms.reporting_share = 0.3 * u(8);
    terms.cut_hazard = 0.3 * u(9);
    terms.review = 0.3 * u(10);
    terms.unspent = u(11) < 0.5 ? Unspent::carry : Unspent::give_back;
    terms.pot = u(12) < 0.5 ? Pot::one : Pot::earmark;
    return terms;
}

void require_balanced(SmallFunding& small, double austerity) {
    const auto before = small.lines.held;
    small.month(austerity);
    REQUIRE(books_balance(small.lines, before));
    for (const auto held : small.lines.held) REQUIRE(held.ticks >= 0);
    const auto hours = staff_hours_of(small.posts, small.lines, small.parameters.professional);
    const double used =
        hours.vacant + hours.reporting + hours.partners + hours.learning + hours.slack + hours.direct;
    REQUIRE(hours.bought + hours.extra == Approx(used).margin(1e-3));
}

}  // namespace

TEST_CASE("every cent and every hour is accounted for, over 40 years of any terms") {
    for (std::uint32_t world = 0; world < 100; ++world) {
        SmallFunding small;
        small.draws = sim::RandomSource(3, world);
        small.parameters.funding.cut_depth = world % 5 == 0 ? 1.0 : 0.3;
        small.begin({line_of({fte_of(1.7), hours_of(PlaceKind::buurthuis, 13)}, random_terms(small.draws, 1)),
                     line_of({fte_of(0.33, Role::connector)}, random_terms(small.draws, 2))});
        for (int i = 0; i < 180; ++i) require_balanced(small, 0);
        const auto held = money_of(small.lines).held;
        const bool ends = world % 7 == 0;
        if (ends) {
            small.begin({});
        } else {
            small.begin(
                {line_of({fte_of(2.2), fte_of(1, Role::jongerenwerker)}, random_terms(small.draws, 3))});
            REQUIRE(small.lines.settled[the_partnership] == held);
        }
        for (int i = 0; i < 300; ++i)
            require_balanced(small, i >= 100 && i < 112 ? 1.0 : (i > 200 ? 0.2 : 0));
        if (ends) REQUIRE(money_of(small.lines).held == sim::Euros{});
    }
}

TEST_CASE("two lines of equal numbers live the same months, whatever their form and name") {
    SmallFunding one, other;
    auto line = line_of({fte_of(1.5), hours_of(PlaceKind::buurthuis, 20)}, project_terms());
    one.begin({line});
    line.form = "structural";
    line.name = "another";
    other.begin({line});
    for (int i = 0; i < 480; ++i) {
        one.month();
        other.month();
        REQUIRE(one.digest() == other.digest());
    }
}

TEST_CASE("with form_effects at 0 equal content gives the same months under every bundle") {
    SmallFunding project, lasting;
    for (auto* small : {&project, &lasting}) {
        small->parameters.funding.form_effects = 0;
        small->begin({line_of({fte_of(1)}, lasting_terms())});
        small->months(180);
    }
    project.begin({line_of({fte_of(1.5), hours_of(PlaceKind::park, 8)}, project_terms())});
    lasting.begin({line_of({fte_of(1.5), hours_of(PlaceKind::park, 8)}, lasting_terms())});
    for (int i = 0; i < 240; ++i) {
        project.month();
        lasting.month();
        REQUIRE(project.digest() == lasting.digest());
        REQUIRE(project.lines.running[line0] == 1);
    }
}

TEST_CASE("a line of zero euros, or one that buys nothing, changes nothing") {
    SmallFunding without, with;
    auto empty = line_of({fte_of(1, Role::connector)}, project_terms());
    empty.euro_year = 0;
    auto nothing = line_of({fte_of(0)}, project_terms());
    nothing.euro_year = 50000;
    const auto bought = line_of({fte_of(2)}, project_terms());
    without.begin({bought});
    with.begin({empty, nothing, bought});
    without.months(240);
    with.months(240);
    REQUIRE(without.digest() == with.digest());
}

TEST_CASE("terms that are swapped between two options swap their months") {
    const auto simulated = [](const LineTerms& terms) {
        SmallFunding small;
        small.begin({line_of({fte_of(1)}, lasting_terms())});
        small.months(180);
        small.begin({line_of({fte_of(1)}, terms)});
        small.months(240);
        return small.digest();
    };
    REQUIRE(simulated(project_terms()) == simulated(project_terms()));
    REQUIRE(simulated(project_terms()) != simulated(lasting_terms()));
}

}  // namespace weefsel::test_money_balance
