#include <catch2/catch.hpp>
#include <cmath>

#include "models/process/professional/reach.hpp"
#include "models/process/professional/voice.hpp"
#include "tests/models/small_world.hpp"

namespace weefsel::test_voice {

namespace {

/// A neighbourhood of two halves: the young with a high income, and the old with a low one; both in equal
/// need, only the young are heard.
SmallWorld two_halves() {
    SmallWorld world(0);
    for (int i = 0; i < 40; ++i) {
        const bool young = i < 20;
        const auto who = world.add_resident(young ? 25 : 75, Sex::female);
        world.n.residents.income[who] = young ? Income::high : Income::low;
        world.n.residents.insecurity[who] = 0.5F;
        world.n.residents.signal[who] = young ? 4 : 0;
    }
    return world;
}

const ResidentId first_young{0}, first_old{20};

}  // namespace

TEST_CASE("one pot goes to who is heard, and the more to need the higher v is") {
    const auto world = two_halves();
    const std::vector<float> everybody(world.n.residents.rows(), 1.0F);
    const auto loud = redivision(world.n.residents, everybody, 0.3F, 4);
    // Half of the need, all of the voice: (1 / 0.5)^0.7; who is not heard at all keeps a quarter^0.7.
    CHECK(loud[first_young.index()] == Approx(std::pow(2.0, 0.7)).epsilon(0.02));
    CHECK(loud[first_old.index()] == Approx(std::pow(0.25, 0.7)).epsilon(0.02));
    const auto just = redivision(world.n.residents, everybody, 0.8F, 4);
    CHECK(just[first_young.index()] < loud[first_young.index()]);
    CHECK(just[first_old.index()] > loud[first_old.index()]);
    CHECK(redivision(world.n.residents, everybody, 1.0F, 4) == everybody);
}

TEST_CASE("a pot is not divided anew while no signal has stood for three months") {
    auto world = two_halves();
    for (auto& signal : world.n.residents.signal) signal = std::min<std::uint8_t>(signal, 2);
    const std::vector<float> everybody(world.n.residents.rows(), 1.0F);
    CHECK(redivision(world.n.residents, everybody, 0.0F, 4) == everybody);
}

TEST_CASE(
    "those with little trust, far from the language and with a low income are reached less, unless hours "
    "go to giving them a voice") {
    SmallWorld world(4);
    auto& r = world.n.residents;
    for (int i = 0; i < 4; ++i) r.institutional_trust[ResidentId{static_cast<std::uint16_t>(i)}] = 0.5F;
    r.institutional_trust[ResidentId{1}] = 0.1F;
    r.origin[ResidentId{2}] = Origin::outside_europe;
    r.income[ResidentId{3}] = Income::low;
    const auto& p = world.p.professional;
    const auto usual = reachable_by_themselves(r, {}, p);
    CHECK(usual[1] / usual[0] == Approx(std::exp(-0.4 * p.outreach_trust)).epsilon(1e-4));
    CHECK(usual[2] / usual[0] == Approx(std::exp(-p.reach_language)).epsilon(1e-4));
    CHECK(usual[3] / usual[0] == Approx(std::exp(-p.reach_income)).epsilon(1e-4));
    Reaching full_voice;
    full_voice.voice = 1.0F;
    for (const float reach : reachable_by_themselves(r, full_voice, p)) CHECK(reach == 1.0F);
}

TEST_CASE("so many hours as the scale says take away 63 percent of what keeps people from being heard") {
    SmallWorld world(1000);
    FundingLine line;
    line.buys.push_back({});
    line.buys[0].fte = 1;
    line.voice = 0.5;
    begin_policy(world.n.lines, world.n.posts, policy_of({line}, 1, 1, world.p), world.p, world.draws,
                 sim::Month{0});
    auto& posts = world.n.posts;
    const PostId post{0};
    posts.direct_hours[post] = static_cast<float>(2 * world.p.professional.voice_hours);
    const auto reach = reaching(posts, world.n.lines, world.n.residents, world.p.professional, 0);
    CHECK(reach.voice == Approx(1 - std::exp(-1.0)).epsilon(1e-4));
    CHECK(reach.need_exponent == Approx(0.3 + 0.7 * (1 - std::exp(-1.0))).epsilon(1e-4));
    CHECK(reach.passed_on == 1.0F);
}

TEST_CASE("without trust between municipality and organisation fewer needs are passed on") {
    SmallWorld world(10);
    world.n.lines.trust[the_partnership] = 0.0F;
    CHECK(reaching(world.n.posts, world.n.lines, world.n.residents, world.p.professional, 0.3).passed_on ==
          Approx(0.7));
    world.n.lines.trust[the_partnership] = 1.0F;
    CHECK(reaching(world.n.posts, world.n.lines, world.n.residents, world.p.professional, 0.3).passed_on ==
          1.0F);
}

TEST_CASE("signals that recur become a shared activity, and a single one does not") {
    const auto answered = [](int signals) {
        SmallWorld world(60);
        auto& r = world.n.residents;
        for (int i = 0; i < signals; ++i) r.signal[ResidentId{static_cast<std::uint16_t>(i)}] = 5;
        FundingLine line;
        line.buys.push_back({});
        line.buys[0].fte = 1;
        begin_policy(world.n.lines, world.n.posts, policy_of({line}, 1, 1, world.p), world.p, world.draws,
                     sim::Month{0});
        auto& p = world.p.professional;
        p.efficacy_start = 1;
        const PostId post{0};
        std::vector<Contacts> contacts{
            {post, WorkMode::collective, Goal::everyone, true, 10, 0.0F, 1.0F, 3.0F}};
        TieProposals none;
        Arranged arranged;
        reach_residents(contacts, world.n.posts, r, world.n.ties, world.n.places, {}, world.p, world.draws,
                        sim::Month{0}, none, arranged, world.w);
        int left = 0;
        for (const auto signal : r.signal) left += signal > 0;
        return signals - left;
    };
    CHECK(answered(4) == 0);
    CHECK(answered(5) == 5);
    CHECK(answered(30) == 10);  // as many as there is time for
}

TEST_CASE("focus helps those who serve the goal of an earmark, in proportion") {
    const auto hours = [](float goal_share) {
        SmallWorld world(20);
        FundingLine line;
        line.buys.push_back({});
        line.buys[0].fte = 1;
        begin_policy(world.n.lines, world.n.posts, policy_of({line}, 1, 1, world.p), world.p, world.draws,
                     sim::Month{0});
        for (auto& insecurity : world.n.residents.insecurity) insecurity = 0.5F;
        std::vector<Contacts> contacts{
            {PostId{0}, WorkMode::outreach, Goal::everyone, false, 5, goal_share, 1.0F, 3.0F}};
        TieProposals none;
        Arranged arranged;
        reach_residents(contacts, world.n.posts, world.n.residents, world.n.ties, world.n.places, {}, world.p,
                        world.draws, sim::Month{0}, none, arranged, world.w);
        float sum = 0;
        for (const float support : world.n.residents.support_hours) sum += support;
        return sum;
    };
    CHECK(hours(1.0F) == Approx(1.1 * hours(0.0F)));
}

}  // namespace weefsel::test_voice
