#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "models/population/population.hpp"
#include "models/scenario/figures.hpp"
#include "models/scenario/household_plan.hpp"
#include "models/scenario/kwb.hpp"
#include "models/scenario/read_scenario.hpp"
#include "sim/checkpoint.hpp"
#include "tests/beside_project.hpp"
#include "tests/models/small_scenario.hpp"

namespace weefsel::test_population {

namespace {

NeighbourhoodFigures overvecht() { return read_scenario(shipped("first-look.toml")).neighbourhoods.at(0); }

Population people_of(const NeighbourhoodFigures& figures, std::uint64_t site = 0,
                     std::uint32_t replicate = 0) {
    return populate(figures, {}, {PlaceKind::buurthuis}, Parameters{}, sim::RandomSource(1, replicate), site);
}

ResidentId resident(std::size_t i) { return ResidentId{static_cast<ResidentId::rep>(i)}; }
DwellingId dwelling(std::size_t i) { return DwellingId{static_cast<DwellingId::rep>(i)}; }

struct Margins {
    std::array<int, age_bands> age{};
    int households = 0, single = 0, with_children = 0;
};

/// Counted on the people there are; a household with children is one with a parent of somebody.
Margins margins_of(const Population& all) {
    Margins m;
    for (std::size_t i = 0; i < all.residents.rows(); ++i)
        ++m.age[population::band_of(all.residents.age[resident(i)])];
    for (std::size_t d = 0; d < all.dwellings.rows(); ++d) {
        const int n = all.dwellings.members[dwelling(d)];
        m.households += n > 0 ? 1 : 0;
        m.single += n == 1 ? 1 : 0;
    }
    return m;
}

bool close(double got, double wanted, double rounding) {
    return std::abs(got - wanted) <= std::max(0.01 * wanted, rounding);
}

void check_margins(const NeighbourhoodFigures& figures) {
    constexpr double fives = 5;  // two counts of a sum, each rounded to fives
    INFO(figures.code << " " << figures.name);
    const auto all = people_of(figures);
    const auto m = margins_of(all);
    REQUIRE(all.residents.rows() == static_cast<std::size_t>(figures.residents));
    REQUIRE(m.households == figures.households);
    for (std::size_t a = 0; a < age_bands; ++a) REQUIRE(close(m.age[a], figures.age[a], 1));
    REQUIRE(close(m.single, figures.single, fives));
    const auto plan = population::plan_households(figures, PopulationParameters{});
    REQUIRE(close(plan.couples, figures.without_children, fives));
    REQUIRE(close(plan.families(), figures.with_children, fives));
}

void check_file(const std::string& name, std::size_t buurten, std::size_t refused) {
    const auto path = beside_project(name);
    if (path.empty()) return;
    const auto file = read_kwb(path);
    std::size_t seen = 0, no = 0;
    for (const auto& row : file.rows) {
        if (row.code.substr(0, 2) != "BU") continue;
        ++seen;
        std::vector<sim::Problem> problems, skipped;
        const auto figures = figures_from_kwb(file, row.code, {"test", 1, 1}, problems, skipped);
        if (figures.empty()) {
            ++no;
            INFO(row.code);
            REQUIRE(problems.size() == 1);
            REQUIRE(
                (says({problems[0].text}, "no residents") || says({problems[0].text}, "more households")));
        } else {
            check_margins(figures.at(0));
        }
    }
    REQUIRE(seen == buurten);
    REQUIRE(no == refused);
}

}  // namespace

TEST_CASE("every buurt of Utrecht is populated to its margins or refused with a reason", "[data]") {
    check_file("kwb-2023-utrecht.csv", 111, 1);
    check_file("kwb-2024-utrecht.csv", 111, 2);
}
TEST_CASE("every buurt of Amsterdam is populated to its margins or refused with a reason", "[data]") {
    check_file("kwb-2020-amsterdam.csv", 479, 24);
}

TEST_CASE("shares of women, income, origin and tenure hold among the people of month 0") {
    const auto figures = overvecht();
    const auto all = people_of(figures);
    const auto& r = all.residents;
    double women = 0, low = 0, high = 0, outside = 0, educated = 0, widowed = 0;
    for (std::size_t i = 0; i < r.rows(); ++i) {
        women += r.sex[resident(i)] == Sex::female;
        low += r.income[resident(i)] == Income::low;
        high += r.income[resident(i)] == Income::high;
        outside += r.origin[resident(i)] == Origin::outside_europe;
        educated += r.education[resident(i)] == Education::high;
        widowed += r.widowed[resident(i)] > Residents::never;
    }
    const double n = figures.residents;
    REQUIRE(women / n == Approx(figures.women).margin(0.002));
    REQUIRE(low / n == Approx(figures.low_income).margin(0.002));
    REQUIRE(high / n == Approx(figures.high_income).margin(0.002));
    REQUIRE(outside / n == Approx(figures.origin_outside_europe).margin(0.002));
    REQUIRE(educated / n == Approx(figures.education_high).margin(0.002));
    REQUIRE(widowed / n == Approx(figures.widowed).margin(0.002));
    std::array<double, 3> tenure{};
    for (std::size_t d = 0; d < all.dwellings.rows(); ++d)
        ++tenure[static_cast<std::size_t>(all.dwellings.tenure[dwelling(d)])];
    REQUIRE(tenure[0] / static_cast<double>(all.dwellings.rows()) == Approx(figures.owned).margin(0.01));
    REQUIRE(tenure[1] / static_cast<double>(all.dwellings.rows()) ==
            Approx(figures.social_rent).margin(0.01));
}

TEST_CASE("margins of income, origin, sex and tenure hold within 1 % in very different neighbourhoods") {
    const auto margin = [](double persons) { return std::max(0.01 * persons, 3.0); };  // or half a household
    std::vector<NeighbourhoodFigures> all(4, overvecht());
    all[1].low_income = 0.15;
    all[1].high_income = 0.45;
    all[1].origin_netherlands = 0.92;
    all[1].origin_europe = 0.05;
    all[1].origin_outside_europe = 0.03;
    all[1].owned = 0.95;
    all[1].social_rent = 0.02;
    all[1].private_rent = 0.03;
    all[2].women = 0.53;
    all[2].origin_netherlands = 0.40;
    all[2].origin_europe = 0.30;
    all[2].origin_outside_europe = 0.30;
    all[3] = read_scenario_text(small_text, "small.toml").neighbourhoods.at(0);
    for (std::uint32_t replicate = 0; replicate < 3; ++replicate)
        for (const auto& figures : all) {
            INFO(figures.name << " " << figures.low_income << " " << replicate);
            const auto people = people_of(figures, 7, replicate);
            const auto& r = people.residents;
            std::array<double, 3> income{}, origin{}, tenure{};
            double women = 0;
            for (std::size_t i = 0; i < r.rows(); ++i) {
                ++income[static_cast<std::size_t>(r.income[resident(i)])];
                ++origin[static_cast<std::size_t>(r.origin[resident(i)])];
                women += r.sex[resident(i)] == Sex::female;
            }
            for (std::size_t d = 0; d < people.dwellings.rows(); ++d)
                ++tenure[static_cast<std::size_t>(people.dwellings.tenure[dwelling(d)])];
            const double n = figures.residents, homes = static_cast<double>(people.dwellings.rows());
            const auto near = [&](double got, double share, double of) {
                CHECK(std::abs(got - share * of) <= margin(share * of));
            };
            near(income[0], figures.low_income, n);
            near(income[2], figures.high_income, n);
            near(origin[0], figures.origin_netherlands, n);
            near(origin[1], figures.origin_europe, n);
            near(origin[2], figures.origin_outside_europe, n);
            near(women, figures.women, n);
            near(tenure[0], figures.owned, homes);
            near(tenure[1], figures.social_rent, homes);
            near(tenure[2], figures.private_rent, homes);
        }
}

TEST_CASE("couples are of about one age, and mothers were of a plausible age at each birth") {
    const auto all = people_of(overvecht());
    const auto& r = all.residents;
    int couples = 0, gaps = 0, children = 0, implausible = 0, one_parent = 0, families = 0;
    for (std::size_t d = 0; d < all.dwellings.rows(); ++d) {
        const auto& member = all.dwellings.member[dwelling(d)];
        const std::size_t n = all.dwellings.members[dwelling(d)];
        ResidentId mother;
        bool has_child = false;
        for (std::size_t i = 0; i < n; ++i) {
            if (r.partner[member[i]].exists()) {
                REQUIRE(r.partner[r.partner[member[i]]] == member[i]);
                REQUIRE(r.dwelling[r.partner[member[i]]] == dwelling(d));
                ++couples;
                gaps += std::abs(int{r.age[member[i]]} - int{r.age[r.partner[member[i]]]}) > 12;
            }
            if (r.age[member[i]] < 15) has_child = true;
        }
        if (!has_child) continue;
        ++families;
        bool pair = false;
        for (std::size_t i = 0; i < n; ++i) {
            pair = pair || r.partner[member[i]].exists();
            if (r.age[member[i]] >= 18 &&
                (!mother.exists() || (r.sex[member[i]] == Sex::female && r.age[member[i]] > r.age[mother])))
                mother = member[i];
        }
        REQUIRE(mother.exists());
        one_parent += !pair;
        for (std::size_t i = 0; i < n; ++i) {
            if (r.age[member[i]] >= 15) continue;
            ++children;
            const int at_birth = int{r.age[mother]} - int{r.age[member[i]]};
            implausible += at_birth < 18 || at_birth > 45;
        }
    }
    REQUIRE(gaps < couples / 20);
    REQUIRE(implausible < children / 50);
    REQUIRE(one_parent > families / 10);
    REQUIRE(one_parent < families / 3);
}

TEST_CASE("birth numbers are unique, and ages lie between 0 and 105") {
    std::set<sim::BirthNumber> numbers;
    std::size_t people = 0;
    for (std::uint64_t site = 0; site < 3; ++site) {
        const auto all = people_of(overvecht(), site);
        people += all.residents.rows();
        for (std::size_t i = 0; i < all.residents.rows(); ++i) {
            const auto who = resident(i);
            numbers.insert(all.residents.birth_number[who]);
            REQUIRE(all.residents.present[who] == 1);
            REQUIRE(all.residents.birth_month[who] <= 0);
            REQUIRE(-all.residents.birth_month[who] / 12 == all.residents.age[who]);
            REQUIRE(all.residents.age[who] <= 105);
            REQUIRE(all.residents.arrived[who] <= 0);
            REQUIRE(all.residents.arrived[who] >= all.residents.birth_month[who]);
        }
    }
    REQUIRE(numbers.size() == people);
}

TEST_CASE("every tie stands at both ends with equal hours and kind, and once") {
    const auto all = people_of(overvecht());
    const auto& ties = all.ties;
    REQUIRE(ties.count.size() == all.residents.rows());
    double friends = 0;
    for (std::size_t i = 0; i < all.residents.rows(); ++i) {
        const auto who = resident(i);
        REQUIRE(ties.count[who] <= ties_kept);
        std::set<std::uint16_t> others;
        for (std::size_t k = 0; k < ties.count[who]; ++k) {
            const auto other = resident(ties.row[who].other(k));
            REQUIRE(other != who);
            REQUIRE(others.insert(other.value).second);
            friends += ties.row[who].kind(k) == TieKind::friend_;
            bool mirrored = false;
            for (std::size_t m = 0; m < ties.count[other]; ++m)
                mirrored = mirrored || (ties.row[other].other(m) == who.value &&
                                        ties.row[other].hours(m) == ties.row[who].hours(k) &&
                                        ties.row[other].kind(m) == ties.row[who].kind(k));
            REQUIRE(mirrored);
        }
        if (all.residents.partner[who].exists()) REQUIRE(others.count(all.residents.partner[who].value) == 1);
    }
    const double mean = friends / static_cast<double>(all.residents.rows());
    REQUIRE(mean > 2);
    REQUIRE(mean < 4);
}

TEST_CASE("friends live nearer, and are more alike, than two residents at random") {
    const auto all = people_of(overvecht());
    const auto& r = all.residents;
    double gap = 0, same = 0, n = 0, random_gap = 0, random_same = 0;
    for (std::size_t i = 0; i < r.rows(); ++i) {
        const auto who = resident(i);
        const auto chance = resident((i * 2654435761U + 17) % r.rows());
        for (std::size_t k = 0; k < all.ties.count[who]; ++k) {
            if (all.ties.row[who].kind(k) != TieKind::friend_) continue;
            const auto other = resident(all.ties.row[who].other(k));
            gap += std::abs(int{r.age[who]} - int{r.age[other]});
            same += r.origin[who] == r.origin[other];
            random_gap += std::abs(int{r.age[who]} - int{r.age[chance]});
            random_same += r.origin[who] == r.origin[chance];
            ++n;
        }
    }
    REQUIRE(gap / n < 0.5 * random_gap / n);
    REQUIRE(same / n > random_same / n + 0.05);
}

TEST_CASE("dwellings stand in streets of 20 to 60, next to each other") {
    const auto all = people_of(overvecht());
    std::size_t next = 0;
    for (std::size_t s = 0; s < all.streets.rows(); ++s) {
        const StreetId street{static_cast<StreetId::rep>(s)};
        REQUIRE(all.streets.first_dwelling[street].index() == next);
        REQUIRE(all.streets.dwellings[street] >= 20);
        REQUIRE(all.streets.dwellings[street] <= 60);
        REQUIRE(all.streets.public_space[street] >= 0.3F);
        REQUIRE(all.streets.public_space[street] <= 0.8F);
        for (std::size_t d = 0; d < all.streets.dwellings[street]; ++d)
            REQUIRE(all.dwellings.street[dwelling(next + d)] == street);
        next += all.streets.dwellings[street];
    }
    REQUIRE(next == all.dwellings.rows());
}

TEST_CASE("the profile of those who move in holds every household of month 0") {
    const auto all = people_of(overvecht());
    const auto& in = all.inflow;
    REQUIRE(in.age_months.size() == all.residents.rows());
    REQUIRE(in.first.size() == 2065);
    float before = 0;
    for (std::size_t h = 0; h < in.first.size(); ++h) {
        REQUIRE(in.cumulative_weight[h] > before);
        before = in.cumulative_weight[h];
        for (std::size_t m = 0; m < in.members[h]; ++m) {
            const auto partner = in.partner[in.first[h] + m];
            if (partner == 255) continue;
            REQUIRE(partner < in.members[h]);
            REQUIRE(in.partner[in.first[h] + partner] == m);
        }
    }
}

TEST_CASE("the same key gives the same people to the bit, another replicate or site gives others") {
    auto one = people_of(overvecht()), two = people_of(overvecht());
    REQUIRE(sim::digest(one.residents) == sim::digest(two.residents));
    REQUIRE(sim::digest(one.ties) == sim::digest(two.ties));
    REQUIRE(sim::digest(one.dwellings) == sim::digest(two.dwellings));
    REQUIRE(sim::digest(one.places) == sim::digest(two.places));
    REQUIRE(sim::digest(one.inflow) == sim::digest(two.inflow));
    auto other_chance = people_of(overvecht(), 0, 1), other_site = people_of(overvecht(), 1);
    REQUIRE(sim::digest(one.residents) != sim::digest(other_chance.residents));
    REQUIRE(sim::digest(one.ties) != sim::digest(other_chance.ties));
    REQUIRE(sim::digest(one.residents) != sim::digest(other_site.residents));
}

TEST_CASE("whole persons by position and age hold both margins exactly") {
    const auto figures = overvecht();
    const auto plan = population::plan_households(figures, PopulationParameters{});
    const auto counts = population::whole_persons(population::fit_cells(plan, figures), plan);
    const auto persons = plan.persons();
    for (std::size_t i = 0; i < population::positions; ++i) {
        int sum = 0;
        for (int n : counts[i]) sum += n;
        REQUIRE(sum == persons[i]);
    }
    for (std::size_t a = 0; a < age_bands; ++a) {
        int sum = 0;
        for (const auto& row : counts) sum += row[a];
        REQUIRE(sum == plan.age[a]);
    }
    REQUIRE(counts[static_cast<std::size_t>(population::Position::parent)][0] == 0);
    REQUIRE(counts[static_cast<std::size_t>(population::Position::child)][4] == 0);
}

TEST_CASE("low incomes of a poorer neighbourhood are less secure, and nobody else is") {
    auto poor = overvecht(), usual = overvecht();
    usual.poverty = usual.low_income * 0.13 / 0.40;  // as many of the low incomes as in the country
    poor.poverty = usual.poverty + 0.5 * poor.low_income;
    CHECK(poorer_than_country(usual) == Approx(0.0).margin(1e-6));
    CHECK(poorer_than_country(poor) == Approx(0.5));
    const auto here = people_of(poor).residents, elsewhere = people_of(usual).residents;
    const Parameters p;
    for (std::size_t i = 0; i < here.rows(); ++i) {
        const auto logit = [&](const Residents& r) {
            const double x = r.insecurity_base[resident(i)];
            return std::log(x / (1 - x));
        };
        const double expected =
            here.income[resident(i)] == Income::low ? 0.5 * p.wellbeing.insecurity_poverty : 0;
        REQUIRE(logit(here) - logit(elsewhere) == Approx(expected).margin(1e-3));
    }
}

}  // namespace weefsel::test_population
