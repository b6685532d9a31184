#include <catch2/catch.hpp>
#include <functional>

#include "chains.hpp"

namespace weefsel::test_chains {

// The chains of causes that no trial sizes (MODEL 5.5 to 5.7): each moves what it feeds by at least three
// Monte Carlo errors at its stated value, over the same people and the same chance, and by exactly nothing
// where it is switched off.

namespace {

/// A neighbourhood with much work of every kind, half of it by projects.
const Scenario& much_work() {
    static const Scenario s = read_scenario_text(
        quick_study("[[option]]\nname = \"a\"\n"
                    "[[option.line]]\nname = \"basis\"\nform = \"structural\"\nsource = \"structural\"\n"
                    "buys = [ { role = \"sociaal_werker\", fte = 1.5 }, { role = \"opbouwwerker\", fte = 1.5 "
                    "}, { place = \"buurthuis\", hours_week = 30 } ]\n"
                    "[[option.line]]\nname = \"more\"\nform = \"project\"\nsource = \"incidental\"\n"
                    "buys = [ { role = \"maatschappelijk_werker\", fte = 1.5 } ]\n"),
        "chains.toml");
    return s;
}

using Setting = std::function<void(Parameters&)>;

/// Difference that a setting makes to an outcome, in standard errors; `off` takes it away, `both` holds on
/// either side.
double in_errors(const Outcome& outcome, const Setting& off, const Setting& both = {}, double follow_on = 1,
                 double follow_off = 1) {
    Side with{&much_work(), much_work().parameters, follow_on};
    if (both) both(with.parameters);
    Side without = with;
    without.follow = follow_off;
    if (off) off(without.parameters);
    return weefsel::in_errors(with, without, outcome);
}

double lonely(const Residents& r, ResidentId who) { return r.loneliness[who]; }
double distressed(const Residents& r, ResidentId who) { return r.distress[who]; }
double volunteers(const Residents& r, ResidentId who) { return r.volunteer_hours[who] > 0.0F; }

}  // namespace

TEST_CASE("nothing that is switched nowhere makes a difference", "[long]") {
    CHECK(in_errors([](const Neighbourhood& n) { return mean_of_adults(n, lonely); }, {}) == 0.0);
}

TEST_CASE("bond: knowing a professional makes contacts act on distress", "[long]") {
    CHECK(in_errors([](const Neighbourhood& n) { return mean_of_adults(n, distressed); },
                    [](Parameters& p) { p.professional.bond_gain = 0; }) < -3);
}

TEST_CASE("continuity: a client whose professional leaves with the money is lonelier", "[long]") {
    CHECK(in_errors([](const Neighbourhood& n) { return mean_of_adults(n, lonely); },
                    [](Parameters& p) { p.support.interrupted = 0; },
                    [](Parameters& p) { p.professional.exit_hazard = 1; }) > 3);
}

TEST_CASE("collective work: those whose signals recur find company in a group", "[long]") {
    CHECK(in_errors([](const Neighbourhood& n) { return mean_of_adults(n, lonely); },
                    [](Parameters& p) { p.support.group_times = 0; }) < -3);
}

TEST_CASE("initiatives: following keeps more residents active than taking over", "[long]") {
    const Outcome initiatives = [](const Neighbourhood& n) {
        double alive = 0;
        for (const auto a : n.initiatives.alive) alive += a;
        return alive;
    };
    const Setting active = [](Parameters& p) {
        p.help.volunteer_here = 0.9;
        p.help.initiative_birth = 0.3;
    };
    CHECK(in_errors(initiatives, {}, active, 1, 0) > 3);
    // Residents notice: what is taken over has more output while it lasts, and is gone sooner.
    CHECK(in_errors([](const Neighbourhood& n) { return mean_of_adults(n, lonely); }, {}, active, 1, 0) !=
          0.0);
}

TEST_CASE("serve or mobilise: reading the network brings more volunteers where little runs", "[long]") {
    CHECK(in_errors([](const Neighbourhood& n) { return mean_of_adults(n, volunteers); },
                    [](Parameters& p) { p.help.read_network = 0; }) > 3);
}

TEST_CASE("voice: who is kept out by a door that is hard to enter comes more often", "[long]") {
    CHECK(in_errors(
              [](const Neighbourhood& n) {
                  return mean_of_adults(
                      n, [](const Residents& r, ResidentId who) { return r.visits[who]; },
                      [](const Residents& r, ResidentId who) {
                          return r.insecurity[who] > 0.4F || r.frailty[who] > 0.2F;
                      });
              },
              [](Parameters& p) { p.support.voice_access = 0; },
              [](Parameters& p) { p.professional.voice_share = 0.2; }) > 3);
}

TEST_CASE("partnership: without trust between the partners fewer people whom nobody knows are found",
          "[long]") {
    CHECK(in_errors(
              [](const Neighbourhood& n) {
                  return mean_of_adults(n, [](const Residents& r, ResidentId who) {
                      return r.known_post[who][0] != no_row || r.known_post[who][1] != no_row ? 1.0 : 0.0;
                  });
              },
              [](Parameters& p) { p.funding.trust_referral = 0; },
              [](Parameters& p) {
                  p.funding.trust_lost_at_tender = 1;
                  p.funding.trust_months = 240;
              }) < -3);
}

TEST_CASE("found need: who is looked at is indicated for care sooner", "[long]") {
    CHECK(in_errors(
              [](const Neighbourhood& n) {
                  double joined = 0;
                  for (std::size_t line = 0; line < care_lines; ++line)
                      joined += static_cast<double>(n.care.joined[line]);
                  return joined;
              },
              [](Parameters& p) { p.care.found_need = 0; }) > 3);
}

}  // namespace weefsel::test_chains
