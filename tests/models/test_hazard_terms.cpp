#include <array>
#include <catch2/catch.hpp>
#include <cmath>

#include "models/scenario/read_scenario.hpp"
#include "models/story/hazard_terms.hpp"
#include "month_in_parts.hpp"

namespace weefsel::test_hazard_terms {

namespace {

double sum_of(const std::vector<HazardTerm>& terms) {
    double sum = 0;
    for (const auto& t : terms) sum += t.value;
    return sum;
}

/// Somebody whose hazard was seen, and whose it was.
struct Noted {
    ResidentId who;
    sim::BirthNumber number;
    HazardSeen seen;
};

}  // namespace

TEST_CASE("the terms of every hazard sum to the log of the hazard that the process adds up") {
    auto m = a_rich_buurt();
    const auto s = read_scenario_text(quick_study("[[option]]\nname = \"a\"\n"), "rich.toml");
    const auto& p = s.parameters;
    std::array<std::size_t, hazard_kinds> at_risk{};
    std::array<double, hazard_kinds> worst{};
    const HazardWatch watch = [&](std::size_t, Hazard h, const HazardColumns& c, const Neighbourhood& n,
                                  sim::Month) {
        if (!has_terms(h) || h == Hazard::loneliness) return;
        for (std::size_t i = 0; i < n.residents.rows(); ++i) {
            const ResidentId who{static_cast<std::uint16_t>(i)};
            if (!n.residents.present[who]) continue;
            const auto seen = hazard_seen(h, c, n, who, p, m.draws);
            const auto k = static_cast<std::size_t>(h);
            CHECK((seen.hazard > 0.0F) == !seen.terms.empty());
            if (seen.terms.empty()) continue;
            ++at_risk[k];
            worst[k] = std::max(worst[k], std::fabs(std::exp(sum_of(seen.terms)) / seen.hazard - 1.0));
        }
    };
    m.under.hazards = &watch;
    constexpr int months = 6;
    for (int k = 0; k < months; ++k, m.now = m.now + 1) m.step(p);
    constexpr double float_precision = 3e-6;
    for (std::size_t k = 0; k < hazard_kinds; ++k) {
        INFO("hazard " << k);
        if (!has_terms(static_cast<Hazard>(k)) || static_cast<Hazard>(k) == Hazard::loneliness) continue;
        CHECK(at_risk[k] > 0);
        CHECK(worst[k] < float_precision);
    }
}

TEST_CASE(
    "what is left of a threshold falls by the hazard that was seen, and the threshold is the episode's own") {
    auto m = a_rich_buurt();
    const auto s = read_scenario_text(quick_study("[[option]]\nname = \"a\"\n"), "rich.toml");
    const auto& p = s.parameters;
    std::array<std::vector<Noted>, event_kinds> noted;
    const HazardWatch watch = [&](std::size_t, Hazard h, const HazardColumns& c, const Neighbourhood& n,
                                  sim::Month) {
        if (!has_terms(h) || !is_event_of_residents(h) || h == hazard_of(EventKind::separation)) return;
        for (std::size_t i = 0; i < n.residents.rows(); ++i) {
            const ResidentId who{static_cast<std::uint16_t>(i)};
            if (!n.residents.present[who]) continue;
            noted[static_cast<std::size_t>(h)].push_back(
                {who, n.residents.birth_number[who], hazard_seen(h, c, n, who, p, m.draws)});
        }
    };
    m.under.hazards = &watch;
    m.step(p);
    std::size_t due = 0, stayed = 0;
    for (std::size_t k = 0; k < event_kinds; ++k)
        for (const auto& x : noted[k]) {
            const auto& r = m.n.residents;
            CHECK(x.seen.threshold >= x.seen.left - 1e-4F);
            CHECK(x.seen.accumulated() >= -1e-4);
            if (!r.present[x.who] || r.birth_number[x.who] != x.number) continue;
            if (x.seen.falls()) {
                ++due;
                CHECK(r.hazard_left[k][x.who] > x.seen.left - x.seen.hazard);
            } else {
                ++stayed;
                CHECK(r.hazard_left[k][x.who] == x.seen.left - x.seen.hazard);
            }
        }
    CHECK(due > 0);
    CHECK(stayed > 1000);
}

TEST_CASE("both parts of loneliness go to what the terms of their mean logit come to, after a shock too") {
    auto m = a_rich_buurt();
    const auto s = read_scenario_text(quick_study("[[option]]\nname = \"a\"\n"), "rich.toml");
    const auto& p = s.parameters;
    std::vector<Noted> noted;
    std::vector<std::array<float, 2>> before;
    const HazardWatch watch = [&](std::size_t, Hazard h, const HazardColumns& c, const Neighbourhood& n,
                                  sim::Month) {
        if (h != Hazard::loneliness) return;
        for (std::size_t i = 0; i < n.residents.rows(); ++i) {
            const ResidentId who{static_cast<std::uint16_t>(i)};
            if (!n.residents.present[who]) continue;
            noted.push_back({who, n.residents.birth_number[who], hazard_seen(h, c, n, who, p, m.draws)});
            const float emotional = n.residents.emotional_loneliness[who];
            before.push_back({emotional, n.residents.loneliness[who] - emotional});
        }
    };
    m.under.hazards = &watch;
    m.under.shocks.visits_given_up = 0.4F;
    m.step(p);
    REQUIRE(noted.size() > 500);
    double worst = 0;
    int compared = 0;
    for (std::size_t k = 0; k < noted.size(); ++k) {
        const auto& x = noted[k];
        CHECK_FALSE(x.seen.falls());
        const float emotional = m.n.residents.emotional_loneliness[x.who];
        const auto logit_of = [&](float was, float is, double items) {
            const double share =
                (static_cast<double>(was) + static_cast<double>(is - was) / p.wellbeing.loneliness_rate) /
                items;
            return std::log(share / (1.0 - share));
        };
        const double e = logit_of(before[k][0], emotional, 6),
                     social = logit_of(before[k][1], m.n.residents.loneliness[x.who] - emotional, 5);
        if (std::fabs(e) > 4 || std::fabs(social) > 4) continue;  // rounding would show
        ++compared;
        worst = std::max(worst, std::fabs((6 * e + 5 * social) / 11 - sum_of(x.seen.terms)));
    }
    CHECK(compared > 300);
    CHECK(worst < 1e-3);
}

}  // namespace weefsel::test_hazard_terms
