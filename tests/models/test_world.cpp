#include <catch2/catch.hpp>
#include <cmath>
#include <sstream>

#include "models/process/funding/policy.hpp"
#include "models/process/meeting_place/attendance.hpp"
#include "models/scenario/read_scenario.hpp"
#include "sim/checkpoint.hpp"
#include "small_world.hpp"

namespace weefsel::test_world {

namespace {

bool same(const sim::WorldResult& a, const sim::WorldResult& b) {
    return a.numerator == b.numerator && a.denominator == b.denominator && a.money == b.money &&
           a.group_numerator == b.group_numerator && a.digests == b.digests;
}

sim::UnitResult run(const std::string& text, bool digests = true) {
    const Study study(read_scenario_text(text, "test.toml"), digests);
    return study.run({0, 0});
}

/// A buurt after its burn-in.
Neighbourhood simulated(const Scenario& s, const sim::RandomSource& draws, Workspace& w, int months) {
    auto n = begin(s, 0, draws);
    for (int m = 0; m < months; ++m) burn_in_month(n, s.parameters, draws, sim::Month{m}, months, w);
    end_burn_in(n, s.parameters, months);
    return n;
}

const std::string two_options =
    option_text("a", std::string("form = \"project\"\nsource = \"incidental\"\n") + same_buys) +
    option_text("b", std::string("form = \"structural\"\nsource = \"structural\"\n") + same_buys);

}  // namespace

TEST_CASE("four people step by step against a table worked out by hand") {
    // 0 and 1 are partners; 1 and 2 are friends of 100 h; 3 knows nobody. Nobody goes out.
    SmallWorld world(4);
    world.p.network.want_friend = 2.5;
    world.p.network.want_partner = 8;
    world.p.wellbeing.loneliness_contact = 0.5;
    world.p.wellbeing.loneliness_contact_social = 1;
    world.p.wellbeing.loneliness_contact_usual = 0;
    world.p.wellbeing.loneliness_casual = 0.25;
    world.p.wellbeing.loneliness_partner = 0.75;
    world.p.wellbeing.loneliness_partner_social = 0.25;
    world.marry(0, 1);
    world.tie(1, 2, TieKind::friend_, 100.0F);
    // Contact outside the house, where all four have one of their own: 0: 8 h, 1: 10.5 h, 2: 2.5 h, 3: none.
    // Casual friends there: 1, 2, 1, 0. Emotional, then social:
    //   x0 = -0.5 ln 9    - 0.25 ln 2 - 0.75 = -2.021899; 6 sigma = 0.701537
    //        -  1 ln 9    - 0.25 ln 2 - 0.25 = -2.620511; 5 sigma = 0.339150
    //   x1 = -0.5 ln 11.5 - 0.25 ln 3 - 0.75 = -2.245827; 6 sigma = 0.574260
    //        -  1 ln 11.5 - 0.25 ln 3 - 0.25 = -2.967000; 5 sigma = 0.244696
    //   x2 = -0.5 ln 3.5  - 0.25 ln 2        = -0.799668; 6 sigma = 1.860579
    //        -  1 ln 3.5  - 0.25 ln 2        = -1.426050; 5 sigma = 0.968575
    //   x3 = 0 both;                                      3 and 2.5
    // L goes a quarter of the way from 5.5 each month: L1 = 5.5 + (target - 5.5)/4, L2 likewise.
    const float target[] = {1.040686F, 0.818956F, 2.829154F, 5.5F};
    const float friendship[] = {102.5F, 105.0F};
    // Trust returns from 0.5 to 0.55 at 3 % a month: 0.5015, 0.502955. Partners stay at 400 h.
    const float trust[] = {0.5015F, 0.502955F};
    float expected[] = {5.5F, 5.5F, 5.5F, 5.5F};
    for (int month = 0; month < 2; ++month) {
        world.step(month);
        for (int i = 0; i < 4; ++i) {
            const ResidentId who{static_cast<std::uint16_t>(i)};
            expected[i] += 0.25F * (target[i] - expected[i]);
            CHECK(world.n.residents.loneliness[who] == Approx(expected[i]).margin(2e-4));
            CHECK(world.n.residents.trust[who] == Approx(trust[month]).margin(1e-5));
        }
        CHECK(world.hours(1, 2) == Approx(friendship[month]));
        CHECK(world.hours(0, 1) == 400.0F);
        CHECK(world.n.ties.count[ResidentId{3}] == 0);
        check_balances(world.n);
    }
}

TEST_CASE("people, ties and queue places balance in every month, and so do cents") {
    const auto s = read_scenario_text(quick_study(two_options), "test.toml");
    const sim::RandomSource draws(s.seed, 0);
    Workspace w;
    auto n = simulated(s, draws, w, 24);
    begin_policy(n.lines, n.posts, policy_of(s.options[0].lines, 1, 1, s.parameters), s.parameters, draws,
                 sim::Month{24});
    std::int64_t held = 0;
    for (const auto h : n.lines.held) held += h.ticks;
    for (int m = 24; m < 24 + 96; ++m) {
        step_month(n, {}, s.parameters, draws, sim::Month{m}, w);
        REQUIRE_NOTHROW(check_balances(n));
        std::int64_t flow = 0, holds = 0;
        for (std::size_t k = 0; k < n.lines.rows(); ++k) {
            const LineId line{static_cast<std::uint8_t>(k)};
            flow += n.lines.granted[line].ticks - n.lines.spent[line].ticks - n.lines.returned[line].ticks;
            holds += n.lines.held[line].ticks;
        }
        REQUIRE(holds == held + flow);
        held = holds;
    }
}

TEST_CASE("a run that is stopped, written, read and gone on with is the run that went on") {
    const auto s = read_scenario_text(quick_study(two_options), "test.toml");
    const sim::RandomSource draws(s.seed, 0);
    Workspace w;
    auto on = simulated(s, draws, w, 12);
    std::stringstream file;
    sim::save_checkpoint(file, on);
    for (int m = 12; m < 24; ++m) step_month(on, {}, s.parameters, draws, sim::Month{m}, w);
    Neighbourhood resumed;
    sim::load_checkpoint(file, "memory", resumed);
    Workspace fresh;
    for (int m = 12; m < 24; ++m) step_month(resumed, {}, s.parameters, draws, sim::Month{m}, fresh);
    CHECK(sim::digest(on) == sim::digest(resumed));
}

TEST_CASE(
    "options of equal numbers are the same bits whatever they are called and however they are written") {
    const std::string spelled =
        "form = \"project\"\nsource = \"incidental\"\nterm_months = 108\nstart_up_months = 3\nnotice_months "
        "= 12\nrenewal = 1\n"
        "gap_months = 0\nindexation = 1\nreporting_share = 0.1\ncut_hazard = 0.03\nreview = 0.05\npot = "
        "\"one\"\nunspent = \"carry\"\n";
    const auto unit = run(quick_study(
        option_text("a", spelled + same_buys) +
        option_text("b", std::string("form = \"structural\"\nsource = \"structural\"\n") + same_buys)));
    CHECK(same(unit.options[0], unit.options[1]));
}

TEST_CASE("bundles that are swapped between two options swap the results, and their order leaves no trace") {
    const std::string project = std::string("form = \"project\"\nsource = \"incidental\"\n") + same_buys;
    const std::string structural =
        std::string("form = \"structural\"\nsource = \"structural\"\n") + same_buys;
    const auto one = run(quick_study(option_text("a", project) + option_text("b", structural)));
    const auto other = run(quick_study(option_text("a", structural) + option_text("b", project)));
    CHECK(same(one.options[0], other.options[1]));
    CHECK(same(one.options[1], other.options[0]));
    CHECK_FALSE(same(one.options[0], one.options[1]));
}

TEST_CASE("with form_effects at 0 the form of money acts on nothing") {
    const auto unit = run(quick_study(two_options + "[parameters]\n\"funding.form_effects\" = 0\n"));
    CHECK(same(unit.options[0], unit.options[1]));
}

TEST_CASE("a line of zero euros changes nothing") {
    const std::string line = std::string("form = \"project\"\nsource = \"incidental\"\n") + same_buys;
    const auto unit =
        run(quick_study(option_text("a", line) +
                        "[[option]]\nname = \"b\"\n[[option.line]]\nname = \"nought\"\nform = "
                        "\"structural\"\nsource = \"structural\"\neuro_year = 0\n"
                        "buys = [ { role = \"connector\", fte = 1 } ]\n[[option.line]]\nname = \"b\"\n" +
                        line));
    CHECK(same(unit.options[0], unit.options[1]));
}

TEST_CASE("a shock outside the horizon changes nothing, one inside does") {
    const std::string line = std::string("form = \"structural\"\nsource = \"structural\"\n") + same_buys;
    const auto calm = run(quick_study(option_text("a", line)));
    const auto later = run(quick_study(option_text("a", line) +
                                       "[[shock]]\nkind = \"pandemic\"\nstart_year = 9\nmonths = 18\n"));
    const auto now = run(
        quick_study(option_text("a", line) + "[[shock]]\nkind = \"pandemic\"\nstart_year = 2\nmonths = 6\n"));
    CHECK(same(calm.options[0], later.options[0]));
    CHECK_FALSE(same(calm.options[0], now.options[0]));
}

TEST_CASE("one resident more, alone, leaves every other life as it was") {
    const auto s = read_scenario_text(
        // Workers divide their hours over groups by need, of which a loner has some: not here.
        quick_study(two_options + "[parameters]\n\"network.street_chance\" = 0\n"
                                  "\"professional.redivision_most\" = 1\n"),
        "test.toml");
    const sim::RandomSource draws(s.seed, 0);
    Workspace w;
    auto without = simulated(s, draws, w, 24);
    auto with = without;
    // A dwelling in a street of its own, for somebody who goes nowhere and never moves.
    auto& d = with.dwellings;
    const auto row = d.rows();
    d.visit([&](const char*, auto& column) { column.resize(row + 1); });
    const DwellingId dwelling{static_cast<std::uint16_t>(row)};
    with.streets.first_dwelling.push_back(dwelling);
    with.streets.dwellings.push_back(1);
    with.streets.public_space.push_back(0.5F);
    with.streets.space_base.push_back(0.5F);
    with.streets.space_built.push_back(0.0F);
    with.streets.turnover.push_back(0.0F);
    with.streets.efficacy.push_back(0.6F);
    with.streets.nuisance.push_back(0.2F);
    d.number[dwelling] = 424242;
    d.street[dwelling] = StreetId{static_cast<std::uint16_t>(with.streets.rows() - 1)};
    d.move_left[dwelling] = 1e9F;
    d.occupancy[dwelling] = 0;
    People people{with.residents, with.dwellings, with.ties, with.care, with.people, with.free_rows};
    const Newcomer somebody{987654321,         sim::Month{-500},    Sex::male,
                            Education::middle, Origin::netherlands, Income::middle};
    const auto loner = settle(people, somebody, dwelling, s.parameters, draws, sim::Month{24});
    ++with.people.of(Flow::arrivals);
    with.residents.sociability[loner] = 0.0F;
    with.residents.loneliness_level[loner] = -20.0F;  // and nobody's client
    set_loneliness(with.residents, loner, 0.0F);
    with.residents.free_hours[loner] = 1e-6F;
    with.residents.birth_month[loner] =
        static_cast<std::int16_t>(24 - 12 * 41 - 1);  // no birthday while we look: hours are counted anew
    for (std::size_t k = 0; k < event_kinds; ++k) with.residents.hazard_left[k][loner] = 1e9F;
    Workspace other;
    for (int m = 24; m < 34; ++m) {
        step_month(with, {}, s.parameters, draws, sim::Month{m}, w);
        step_month(without, {}, s.parameters, draws, sim::Month{m}, other);
    }
    std::size_t compared = 0;
    for (std::size_t i = 0; i < without.residents.rows(); ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        if (!without.residents.present[who]) continue;
        for (std::size_t j = 0; j < with.residents.rows(); ++j) {
            const ResidentId twin{static_cast<std::uint16_t>(j)};
            if (!with.residents.present[twin] ||
                with.residents.birth_number[twin] != without.residents.birth_number[who])
                continue;
            ++compared;
            REQUIRE(with.residents.loneliness[twin] == without.residents.loneliness[who]);
            REQUIRE(with.residents.frailty[twin] == without.residents.frailty[who]);
            REQUIRE(with.residents.trust[twin] == without.residents.trust[who]);
            for (std::size_t m = 0; m < regular_places; ++m)
                REQUIRE(with.residents.habit[m][twin] == without.residents.habit[m][who]);
            REQUIRE(with.ties.count[twin] == without.ties.count[who]);
        }
    }
    CHECK(compared == without.people.residents());
    CHECK(with.people.residents() == without.people.residents() + 1);
}

TEST_CASE("nobody lives on in a state that depends on rows: digests of two runs are equal") {
    const auto text = quick_study(two_options);
    CHECK(same(run(text).options[1], run(text).options[1]));
}

TEST_CASE("an option without lines ends what there was after notice") {
    const auto unit = run(quick_study("[[option]]\nname = \"a\"\n"), false);
    const auto& o = unit.options[0];
    const auto professionals = static_cast<std::size_t>(Indicator::professionals);
    CHECK(o.numerator[professionals] > 0.0);
    CHECK(o.numerator[35 * indicator_count + professionals] == 0.0);
}

}  // namespace weefsel::test_world
