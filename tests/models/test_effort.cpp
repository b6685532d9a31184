#include <catch2/catch.hpp>
#include <cmath>

#include "models/process/funding/effort.hpp"
#include "models/process/professional/aim.hpp"
#include "models/process/professional/reach.hpp"
#include "tests/models/small_funding.hpp"
#include "tests/models/small_world.hpp"

namespace weefsel::test_effort {

namespace {

FundingParameters without_effort() {
    FundingParameters p;
    p.effort_new = p.effort_deadline = p.slack = 0;
    return p;
}

LinePoint running_for(int months, int undecided_in = 0, int ends_in = -1) {
    return {LinePhase::running, months, months, ends_in, -1, undecided_in};
}

WholeTerms terms_with(double renewal, int term = 48) { return {term, 0, 4, renewal}; }

}  // namespace

TEST_CASE("a new grant begins with more effort, which fades in a straight line") {
    auto p = without_effort();
    p.effort_new = 0.12;
    p.effort_months = 6;
    const auto after = [&](int months) { return effort_of(running_for(months), terms_with(0.5), p); };
    CHECK(after(0) == Approx(1.12));
    CHECK(after(3) == Approx(1.06));
    CHECK(after(6) == 1.0);
    CHECK(after(40) == 1.0);
}

TEST_CASE("an undecided end that comes near changes effort, up or down; a decided one does not") {
    auto p = without_effort();
    p.effort_months = 6;
    for (const double change : {-0.2, 0.0, 0.1}) {
        p.effort_deadline = change;
        CHECK(effort_of(running_for(20, 7), terms_with(0.5), p) == 1.0);
        CHECK(effort_of(running_for(20, 6), terms_with(0.5), p) == Approx(1 + change));
        CHECK(effort_of(running_for(20), terms_with(0.5), p) == 1.0);
    }
}

TEST_CASE("slack grows where renewal is certain, and there is none at even chances or before a decided end") {
    auto p = without_effort();
    p.slack = 0.1;
    p.slack_months = 20;
    CHECK(effort_of(running_for(0), terms_with(1), p) == 1.0);
    CHECK(effort_of(running_for(10), terms_with(1), p) == Approx(0.95));
    CHECK(effort_of(running_for(20), terms_with(1), p) == Approx(0.9));
    CHECK(effort_of(running_for(200), terms_with(1), p) == Approx(0.9));
    CHECK(effort_of(running_for(200), terms_with(0.9), p) == Approx(0.92));
    CHECK(effort_of(running_for(200), terms_with(0.5), p) == 1.0);
    CHECK(effort_of(running_for(200), terms_with(0.1), p) == 1.0);
    CHECK(effort_of(running_for(200, 0, 5), terms_with(1), p) == 1.0);
    CHECK(effort_of(running_for(200), terms_with(0.2, 0), p) == Approx(0.9));  // a grant without end
}

TEST_CASE("effort changes hours with residents and not a cent") {
    auto usual = SmallFunding::calm(), eager = SmallFunding::calm();
    auto& p = eager.parameters.funding;
    p.effort_new = 0.3;
    p.slack = 0.3;
    p.slack_months = 36;
    for (auto* small : {&usual, &eager}) small->begin({line_of({fte_of(1), fte_of(0.5)}, lasting_terms())});
    for (int month = 0; month < 120; ++month) {
        usual.month();
        eager.month();
        const auto one = money_of(usual.lines), other = money_of(eager.lines);
        REQUIRE(one.granted == other.granted);
        REQUIRE(one.spent == other.spent);
        REQUIRE(one.returned == other.returned);
        if (usual.posts.direct_hours[post0] > 0.0F && month % 24 == 0)
            CHECK(eager.posts.direct_hours[post0] / usual.posts.direct_hours[post0] ==
                  Approx(eager.lines.effort[line0]));
    }
    CHECK(usual.lines.effort[line0] == 1.0F);
}

TEST_CASE("a new grant knows where need is, and half of that is out of date after the months that it takes") {
    FundingParameters p;
    p.aim_renewal = 0.4;
    p.aim_months = 12;
    CHECK(aim_of(running_for(0), p) == Approx(0.4));
    CHECK(aim_of(running_for(12), p) == Approx(0.2));
    CHECK(aim_of(running_for(36), p) == Approx(0.05));
    p.aim_renewal = 0;
    CHECK(aim_of(running_for(0), p) == 0.0);
    auto small = SmallFunding::calm();
    small.begin({line_of({fte_of(1)}, lasting_terms())});
    small.month();
    CHECK(small.lines.aim[line0] == Approx(small.parameters.funding.aim_renewal));
    small.months(24);
    CHECK(small.lines.aim[line0] == Approx(small.parameters.funding.aim_renewal / 2));
}

TEST_CASE("knowing where need is makes need weigh more, by its power") {
    SmallWorld world(2);
    auto& r = world.n.residents;
    auto p = world.p.professional;
    p.need_usual = 0;
    for (const int who : {0, 1}) set_loneliness(r, ResidentId{static_cast<std::uint16_t>(who)}, 0.0F);
    r.distress[ResidentId{0}] = 0.8F;
    r.distress[ResidentId{1}] = 0.2F;
    std::vector<float> weight{1.0F, 1.0F};
    aim_at_need(r, 0.5F, p, weight);
    CHECK(weight[0] / weight[1] == Approx(2).epsilon(1e-3));
    std::vector<float> as_before{0.7F, 0.3F};
    aim_at_need(r, 0.0F, p, as_before);
    CHECK(as_before == std::vector<float>{0.7F, 0.3F});
}

TEST_CASE("contacts of a line that knows where need is go to more need") {
    const auto mean_need = [](float aim) {
        float sum = 0;
        int seen = 0;
        for (int month = 0; month < 40; ++month) {
            SmallWorld world(200);
            auto& r = world.n.residents;
            for (int i = 0; i < 200; ++i)
                r.insecurity[ResidentId{static_cast<std::uint16_t>(i)}] = static_cast<float>(i) / 200.0F;
            FundingLine line;
            line.buys.push_back({});
            line.buys[0].fte = 1;
            begin_policy(world.n.lines, world.n.posts, policy_of({line}, 1, 1, world.p), world.p, world.draws,
                         sim::Month{0});
            std::vector<Contacts> contacts{
                {PostId{0}, WorkMode::outreach, Goal::everyone, false, 10, 0.0F, 1.0F, 3.0F, aim}};
            TieProposals none;
            Arranged arranged;
            reach_residents(contacts, world.n.posts, r, world.n.ties, world.n.places, {}, world.p,
                            world.draws, sim::Month{month}, none, arranged, world.w);
            for (const auto who : r.ids())
                if (r.support_hours[who] > 0.0F) {
                    sum += r.insecurity[who];
                    ++seen;
                }
        }
        return sum / static_cast<float>(seen);
    };
    CHECK(mean_need(1.0F) > mean_need(0.0F) + 0.02F);
    CHECK(mean_need(1.0F) < 0.9F);
}

TEST_CASE("a client held long by one worker gains less from a contact, and a successor begins anew") {
    ProfessionalParameters p;
    p.dependency = 0.4;
    p.dependency_from = 12;
    CHECK(when_held_long(12, p) == 1.0F);
    CHECK(when_held_long(18, p) == Approx(0.8));
    CHECK(when_held_long(24, p) == Approx(0.6));
    CHECK(when_held_long(255, p) == Approx(0.6));
    p.dependency = 0;
    CHECK(when_held_long(255, p) == 1.0F);

    SmallWorld world(1);
    auto& n = world.n;
    FundingLine line;
    line.buys.push_back({});
    line.buys[0].fte = 1;
    begin_policy(n.lines, n.posts, policy_of({line}, 1, 1, world.p), world.p, world.draws, sim::Month{0});
    const ResidentId who{0};
    n.residents.known_post[who] = {0, no_row};
    n.residents.bond[who] = {0.9F, 0.0F};
    const auto work_month = [&](int month) {
        TieProposals none;
        Arranged arranged;
        static_cast<void>(work(n.posts, n.lines, n.provisions, n.residents, n.ties, n.dwellings, n.places,
                               n.initiatives, 1, world.p, world.draws, sim::Month{month}, none, arranged,
                               world.w));
    };
    n.posts.filled[PostId{0}] = 0;  // nobody sees anybody: bonds alone
    for (int month = 0; month < 5; ++month) work_month(month);
    CHECK(n.residents.bond_months[who][0] == 5);
    n.posts.left[PostId{0}] = Leaving::resigned;
    work_month(5);
    CHECK(n.residents.bond_months[who][0] == 1);
    n.posts.left[PostId{0}] = Leaving::stays;
    n.residents.bond[who] = {0.05F, 0.0F};  // hardly known: not in contact
    work_month(6);
    CHECK(n.residents.bond_months[who][0] == 1);
    n.residents.bond[who] = {0.01F, 0.0F};
    work_month(7);
    CHECK(n.residents.known_post[who][0] == no_row);
    CHECK(n.residents.bond_months[who][0] == 0);
}

}  // namespace weefsel::test_effort
