#include <catch2/catch.hpp>
#include <cmath>

#include "models/scenario/read_scenario.hpp"
#include "models/story/parting.hpp"
#include "models/story/telling.hpp"
#include "small_world.hpp"

namespace weefsel::test_parting {

namespace {

const auto offending = hazard_of(EventKind::offending);

Life quiet(int months) {
    Life life;
    life.seen.resize(static_cast<std::size_t>(months) + 1);
    life.hazards.resize(static_cast<std::size_t>(months));
    return life;
}

/// Hazards of offending from a month on: exp(level + reach) a month against a threshold.
void at_risk(Life& life, int from, float threshold, double level, double reach) {
    float left = threshold;
    for (int m = from; m < life.months(); ++m) {
        const auto hazard = static_cast<float>(std::exp(level + reach));
        life.hazards[static_cast<std::size_t>(m)][static_cast<std::size_t>(offending)] = {
            hazard, left, threshold, {{TermKind::level, level}, {TermKind::reach, reach}}};
        left -= hazard;
        if (left <= 0.0F) left = 1e9F;  // the next episode never ends
    }
}

/// Options of a study with money that differs.
const std::string two_options =
    "[[option]]\nname = \"a\"\n[[option]]\nname = \"b\"\n[[option.line]]\nname = \"team\"\nform = "
    "\"structural\"\nsource = \"structural\"\nbuys = [ { role = \"opbouwwerker\", fte = 2 }, { role = "
    "\"sociaal_werker\", fte = 2 }, { role = \"jongerenwerker\", fte = 2 } ]\n";

/// Many lives in both options, and what the ledger knows of all.
struct Simulated {
    Scenario s = read_scenario_text(quick_study(two_options), "test.toml");
    std::vector<sim::BirthNumber> founders;
    std::vector<LifeHistories> lives;
    std::vector<std::vector<Life>> seen;  ///< [row of founders][option]

    explicit Simulated() {
        const Study study(s);
        Attention first;
        first.lives = &lives;
        first.founders = &founders;
        static_cast<void>(study.run({0, 0}, nullptr, 1, {}, {}, first));
        LifeWatch watch(s, s.parameters, sim::RandomSource(s.seed, 0), founders);
        Attention second;
        second.hazards = watch.watch_hazards();
        static_cast<void>(study.run({0, 0}, nullptr, 1, watch.watch(), {}, second));
        seen = watch.lives();
    }
};

const Simulated& simulated() {
    static const Simulated all;
    return all;
}

}  // namespace

TEST_CASE("the logarithmic mean lies between two numbers and is the number where they are equal") {
    CHECK(logarithmic_mean(1.0, std::exp(1.0)) == Approx(std::exp(1.0) - 1.0));
    CHECK(logarithmic_mean(0.2, 0.2) == 0.2);
    CHECK(logarithmic_mean(0.2, 0.2 * (1 + 1e-7)) == Approx(0.2));
    CHECK(logarithmic_mean(3.0, 2.0) == Approx(logarithmic_mean(2.0, 3.0)));
}

TEST_CASE("lives of the same hazards do not part") {
    auto a = quiet(40), b = quiet(40);
    at_risk(a, 0, 0.5F, -3, 0), at_risk(b, 0, 0.5F, -3, 0);
    CHECK_FALSE(parting_of(a, b).has_value());
}

TEST_CASE("a parting names the event, both months, threshold and sums as worked out by hand") {
    // exp(-3) = 0.0498 a month passes 0.5 in the 11th month; exp(-3.5) = 0.0302 in the 17th.
    auto a = quiet(40), b = quiet(40);
    at_risk(a, 0, 0.5F, -3, 0), at_risk(b, 0, 0.5F, -3, -0.5);
    const auto p = parting_of(a, b);
    REQUIRE(p.has_value());
    CHECK(p->hazard == offending);
    CHECK(p->first_in_reference);
    CHECK(p->month == 10);
    CHECK(p->month_other == 16);
    CHECK(p->same_episode);
    CHECK(p->threshold == Approx(0.5));
    CHECK(p->reference == Approx(11 * std::exp(-3.0)).epsilon(1e-5));
    CHECK(p->option == Approx(11 * std::exp(-3.5)).epsilon(1e-5));
    REQUIRE(p->shares.size() == 2);
    CHECK(p->shares[0].value == 0.0);
    CHECK(p->shares[1].kind == TermKind::reach);
    CHECK(p->difference() == Approx(11 * (std::exp(-3.5) - std::exp(-3.0))));
    REQUIRE(p->last.size() == 11);
    CHECK(p->last.back().terms[1].difference() == Approx(-0.5));
    const auto turned = parting_of(b, a);
    CHECK_FALSE(turned->first_in_reference);
    CHECK(turned->difference() == Approx(-p->difference()));
}

TEST_CASE("months in which only one life is at risk stand apart") {
    auto a = quiet(40), b = quiet(40);
    at_risk(a, 0, 0.5F, -3, 0), at_risk(b, 4, 0.5F, -3, 0);
    const auto p = parting_of(a, b);
    REQUIRE(p.has_value());
    CHECK(p->not_at_risk == Approx(-4 * std::exp(-3.0)));
    CHECK(p->difference() == Approx(p->not_at_risk));
    CHECK(p->option - p->reference == Approx(p->difference()).epsilon(1e-5));
}

TEST_CASE("what an earlier episode left over is part of the difference") {
    auto a = quiet(40), b = quiet(40);
    at_risk(a, 0, 0.5F, -3, 0), at_risk(b, 0, 0.5F, -3, -0.5);
    for (auto& month : b.hazards) month[static_cast<std::size_t>(offending)].left -= 0.02F;
    const auto p = parting_of(a, b);
    REQUIRE(p.has_value());
    CHECK(p->carried == Approx(0.02).epsilon(1e-4));
    CHECK(p->option - p->reference == Approx(p->difference()).epsilon(1e-5));
}

TEST_CASE("a parting can be asked of one event alone") {
    auto a = quiet(40), b = quiet(40);
    at_risk(a, 0, 0.5F, -3, 0), at_risk(b, 0, 0.5F, -3, -0.5);
    CHECK(parting_of(a, b, offending).has_value());
    CHECK_FALSE(parting_of(a, b, hazard_of(EventKind::death)).has_value());
}

TEST_CASE("wherever lived lives part the terms sum to the difference of the accumulated hazards") {
    int parted = 0, summed = 0;
    for (const auto& life : simulated().seen) {
        const auto p = parting_of(life[0], life[1]);
        if (!p) continue;
        ++parted;
        CHECK((p->first_in_reference ? p->reference : p->option) >= p->threshold - 1e-5);
        for (const auto& m : p->last) {
            double difference = 0;
            for (const auto& t : m.terms) difference += t.difference();
            if (!m.terms.empty()) CHECK(difference == Approx(std::log(m.option / m.reference)).margin(1e-5));
        }
        if (!p->same_episode) continue;
        ++summed;
        CHECK((p->first_in_reference ? p->option : p->reference) < p->threshold + 1e-5);
        CHECK(p->difference() == Approx(p->option - p->reference).margin(2e-5));
    }
    CHECK(parted >= 5);
    CHECK(summed >= 5);
}

TEST_CASE("a followed life ends, and needs care first, in the months that the ledger notes") {
    const auto& all = simulated();
    const auto none = never_happened;
    int ended = 0, needed = 0;
    for (std::size_t who = 0; who < all.founders.size(); ++who)
        for (std::size_t o = 0; o < 2; ++o) {
            const auto& life = all.seen[who][o];
            int gone = 0;
            while (gone < life.months() && life.at(gone).present) ++gone;
            CHECK(gone == all.lives[o].gone[who]);
            CHECK((life.died == gone) == (all.lives[o].end[who] == LifeEnd::died));
            ended += gone < life.months();
            for (std::size_t k = 0; k < ledger_kinds; ++k) {
                const auto hazard = hazard_of(static_cast<LedgerKind>(k));
                if (!hazard) continue;
                int first = 0;
                while (first < life.months() && !life.hazard(first, *hazard).falls()) ++first;
                const int noted = all.lives[o].first[k][who];
                CHECK(first == (noted == none ? life.months() : noted));
                needed += first < life.months();
            }
        }
    CHECK(ended > 50);
    CHECK(needed > 50);
}

TEST_CASE(
    "telling residents differ most, each in another kind, and the ordinary one as little as the median") {
    const auto& all = simulated();
    const auto told = telling_residents(all.lives, 0);
    REQUIRE(told.size() >= 2);
    int most = 0;
    for (std::size_t who = 0; who < all.founders.size(); ++who)
        most = std::max(most, told_difference(all.lives, 0, who, Why::asked).months);
    CHECK(told.front().months == most);
    CHECK(told.front().why == Why::differs_most);
    CHECK(told.back().why == Why::typical);
    for (std::size_t i = 0; i + 1 < told.size(); ++i)
        for (std::size_t j = i + 1; j + 1 < told.size(); ++j) CHECK(told[i].kind != told[j].kind);
    std::size_t less = 0;
    for (std::size_t who = 0; who < all.founders.size(); ++who)
        less += told_difference(all.lives, 0, who, Why::asked).months <= told.back().months;
    CHECK(2 * less >= all.founders.size());
}

TEST_CASE(
    "waiting alone makes no resident telling, and a life in the other order of options tells the same") {
    LifeHistories quiet_lives;
    quiet_lives.months = 100;
    quiet_lives.gone.assign(3, 100);
    quiet_lives.end.assign(3, LifeEnd::present);
    for (auto& first : quiet_lives.first) first.assign(3, never_happened);
    quiet_lives.severe.assign(3 * quiet_lives.words(), 0);
    auto other = quiet_lives;
    other.first[static_cast<std::size_t>(LedgerKind::waiting)][0] = 5;
    other.first[static_cast<std::size_t>(LedgerKind::wmo)][2] = 60;
    const auto told = telling_residents({quiet_lives, other}, 0);
    REQUIRE(told.size() == 2);
    CHECK(told[0].who == 2);
    CHECK(told[0].gained == -40);
    CHECK(told[0].kind == LedgerKind::wmo);
    CHECK(told[1].months == 0);
    CHECK(told_difference({quiet_lives, other}, 1, 2, Why::asked).gained == 40);
}

TEST_CASE("lives part in loneliness when the difference lasts, with the terms of both scores") {
    auto a = quiet(20), b = quiet(20);
    for (auto* life : {&a, &b})
        for (int m = -1; m < 20; ++m) {
            auto& seen = life->seen[static_cast<std::size_t>(m + 1)];
            seen.present = true;
            seen.age = 50;
            const bool severe = life == &a && (m == 3 || m >= 8);
            seen.loneliness = severe ? 9.0F : 8.0F;
            if (m < 0) continue;
            const double contact = life == &a ? -1.0 : -1.5;
            life->hazards[static_cast<std::size_t>(m)][static_cast<std::size_t>(Hazard::loneliness)].terms = {
                {TermKind::person, 3.0}, {TermKind::contact, contact}};
        }
    const auto p = lonely_parting_of(a, b);
    REQUIRE(p.has_value());
    CHECK(p->month == 8);
    CHECK(p->in_reference);
    REQUIRE(p->last.size() == 9);
    CHECK(p->last.back().reference == Approx(11.0 / (1.0 + std::exp(-2.0))));
    CHECK(p->last.back().option == Approx(11.0 / (1.0 + std::exp(-1.5))));
    CHECK(p->last.back().terms[1].difference() == Approx(-0.5));
    CHECK(p->widest().month == 0);
    CHECK_FALSE(lonely_parting_of(a, a).has_value());
    CHECK_FALSE(parting_of(a, b).has_value());  // no event falls
}

}  // namespace weefsel::test_parting
