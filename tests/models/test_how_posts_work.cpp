#include <catch2/catch.hpp>
#include <cmath>

#include "models/process/funding/activities.hpp"
#include "models/process/funding/prices.hpp"
#include "models/process/professional/aim.hpp"
#include "models/process/professional/staffing.hpp"
#include "tests/models/month_in_parts.hpp"
#include "tests/models/small_funding.hpp"
#include "tests/models/small_scenario.hpp"
#include "tests/models/small_world.hpp"

namespace weefsel::test_how_posts_work {

// What a line says of the pay and the work of its posts (`is_of_posts`), by hand.

namespace {

using Kind = Purchase::Kind;

/// A neighbourhood in which the doors of all places are closed by `share`, after the hours of posts are
/// known.
MonthInParts closed_by(float share) {
    MonthInParts month = a_rich_buurt();
    for (auto& closed : month.n.places.closed_share) closed = share;
    return month;
}

/// Contacts and hours as a host in one month of work.
struct Worked {
    int seen = 0;
    float hosted = 0;
};
Worked work_of(MonthInParts month, const Parameters& p,
               const std::vector<std::uint8_t>& earmarked_lines = {}) {
    for (std::size_t k = 0; k < earmarked_lines.size(); ++k)
        month.n.lines.earmarked[LineId{static_cast<std::uint8_t>(k)}] = earmarked_lines[k];
    for (const auto& part : parts_of_month())
        if (part.name == "work") month.run(part, p);
    Worked out;
    for (const auto last : month.n.residents.last_reached) out.seen += last == month.now.value;
    for (const auto hours : month.n.places.paid_host_hours) out.hosted += hours;
    return out;
}

}  // namespace

TEST_CASE("ten per cent above the tariff does half of what pay can, and costs ten per cent of the posts") {
    ProfessionalParameters p;
    p.pay_exit = 0.4;
    p.pay_vacancy = 0.2;
    p.vacancy_months = 5;
    CHECK(exit_at_pay(0.1, p) == Approx(0.8));
    CHECK(exit_at_pay(0, p) == 1.0);
    CHECK(exit_at_pay(1e9, p) == Approx(0.6));
    CHECK(vacancy_length(0, 0.3, 0.1, p) == Approx(4.5));
    CHECK(vacancy_length(0, 0.3, 0, p) == 5.0);
    p.vacancy_months = 1;
    CHECK(vacancy_length(0, 0.3, 1, p) == 1.0);

    const FundingParameters f;
    const auto line = line_of({fte_of(1.5), hours_of(PlaceKind::buurthuis, 10), amount_of(Kind::pay, 0.1)});
    const auto usual = line_of({fte_of(1.5), hours_of(PlaceKind::buurthuis, 10)});
    CHECK(price_of(line, f) == Approx(price_of(usual, f) + 0.1 * 1.5 * f.cost_opbouwwerker));
}

TEST_CASE("of pay above the tariff not a cent is spent while a post is empty") {
    auto small = SmallFunding::calm();
    small.begin({line_of({fte_of(1), amount_of(Kind::pay, 0.2)})});
    small.month();
    CHECK(money_of(small.lines).spent.value() == Approx(1.2 * 90000 / 12));
    small.posts.exit_left[post0] = 0;
    small.parameters.professional.exit_hazard = 0.1;
    small.month();
    CHECK(small.posts.filled[post0] == 0);
    CHECK(money_of(small.lines).spent.value() == 0.0);
    CHECK(money_of(small.lines).held.value() == Approx(1.2 * 90000 / 12));
}

TEST_CASE("who is paid above the tariff leaves later, in their own line and in no other") {
    auto small = SmallFunding::calm();
    small.parameters.professional.exit_hazard = 0.24;  // 0.02 a month
    small.parameters.professional.pay_exit = 0.4;
    small.begin({line_of({fte_of(1), amount_of(Kind::pay, 0.1)}), line_of({fte_of(1, Role::connector)})});
    for (auto& left : small.posts.exit_left) left = 5.0F;
    small.month();
    for (const auto post : small.posts.ids())
        CHECK(small.posts.exit_left[post] ==
              Approx(5 - 0.02 * (small.posts.role[post] == Role::connector ? 1.0 : 0.8)));
}

TEST_CASE("more money buys more posts at the same pay") {
    const Parameters p;
    auto line = line_of({fte_of(2), amount_of(Kind::pay, 0.1), amount_of(Kind::innovation, 0.2)});
    line.euro_year = 2 * price_of(line, p.funding);
    const auto ready = policy_of({line}, 1, 1, p).lines[0];
    CHECK(workers_of(ready) == Approx(4));
    CHECK(pay_above_tariff(ready) == 0.1);
    CHECK(price_of(ready, p.funding) == Approx(*line.euro_year));
}

TEST_CASE(
    "something new is tried for a year, and what is seen to be better is kept by its share of the hours") {
    auto small = SmallFunding::calm();
    auto& p = small.parameters.funding;
    p.review_noise = 0;
    p.innovation_start = 0.5;
    LineTerms terms;  // without end, never reviewed
    small.begin({line_of({fte_of(1), amount_of(Kind::innovation, 0.2)}, terms)});
    small.month();
    int kept = 0, dropped = 0;
    for (int year = 0; year < 12; ++year) {
        const auto before = static_cast<double>(small.lines.quality[line0]);
        const auto now = static_cast<double>(small.lines.quality_now[line0]);
        // While it is tried: q + 0.2 (q' - q) + ln(1 - 0.2 x 0.5).
        const double tried = before + (now - before - std::log(0.9)) / 0.2;
        small.months(12);
        const auto after = static_cast<double>(small.lines.quality[line0]);
        if (tried > before) {
            CHECK(after == Approx(before + 0.2 * (tried - before)).margin(1e-5));
            ++kept;
        } else {
            CHECK(after == before);
            ++dropped;
        }
    }
    CHECK(kept > 0);
    CHECK(dropped > 0);
}

TEST_CASE("a line without an innovation share tries nothing") {
    auto small = SmallFunding::calm();
    small.begin({line_of({fte_of(1)})});
    small.months(30);
    CHECK(quality_of_innovation(small.lines, line0, 0, small.parameters.funding, small.draws, small.now) ==
          0.0);
    CHECK(small.lines.quality_now[line0] == small.lines.quality[line0]);
}

TEST_CASE("a street with four times the need of the others gets four times the weight at power 1") {
    auto n = a_rich_buurt().n;
    auto& r = n.residents;
    ProfessionalParameters p;
    p.need_usual = 0;
    const StreetId needy{0};
    const auto street_of = [&](ResidentId who) {
        return r.present[who] != 0 && r.dwelling[who].exists() ? n.dwellings.street[r.dwelling[who]]
                                                               : StreetId::none();
    };
    for (const auto who : r.ids()) {
        r.loneliness[who] = r.insecurity[who] = r.frailty[who] = 0.0F;
        r.distress[who] = street_of(who) == needy ? 0.8F : 0.2F;
    }
    const auto need = need_of_streets(r, n.dwellings, p);
    for (const float power : {0.0F, 1.0F, 2.0F}) {
        std::vector<float> weight(r.rows(), 3.0F);
        favour_streets(need, power, weight);
        float in_need = 0, elsewhere = 0, homeless = 3.0F;
        for (const auto who : r.ids()) {
            const auto street = street_of(who);
            (!street.exists() ? homeless : street == needy ? in_need : elsewhere) = weight[who.index()];
        }
        REQUIRE(elsewhere > 0.0F);
        CHECK(in_need / elsewhere == Approx(std::pow(4.0, static_cast<double>(power))).epsilon(1e-3));
        CHECK(homeless == 3.0F);
    }
}

TEST_CASE(
    "where doors are closed, one pot turns group work into visits, an earmarked line as its goal allows") {
    Parameters p;
    const auto open = work_of(closed_by(0.0F), p);
    const auto stays = work_of(closed_by(0.8F), p);
    CHECK(stays.seen == open.seen);  // switched off, closed doors change no hour of work
    p.professional.crisis_calls = 1;
    CHECK(work_of(closed_by(0.0F), p).seen == open.seen);
    const auto open_pot = work_of(closed_by(0.0F), p, {0, 0, 0}),
               of_one_pot = work_of(closed_by(0.8F), p, {0, 0, 0});
    CHECK(of_one_pot.seen > open_pot.seen);
    CHECK(of_one_pot.hosted == Approx(open_pot.hosted * 0.2).epsilon(1e-3));
    p.professional.crisis_calls_earmarked = 0;
    const auto tied = work_of(closed_by(0.8F), p, {1, 1, 1});
    CHECK(tied.hosted == Approx(work_of(closed_by(0.0F), p, {1, 1, 1}).hosted));
    p.professional.crisis_calls_earmarked = 0.5;
    CHECK(work_of(closed_by(0.8F), p, {1, 1, 1}).hosted ==
          Approx(tied.hosted * (1 - 0.8 * 0.5)).epsilon(0.02));
}

TEST_CASE("what is said of posts is refused on a line without posts") {
    for (const std::string key : {"pay", "innovation", "by_street"}) {
        const auto with = [&](const std::string& buys) {
            return problems_of(small_figures +
                               "[[option]]\nname = \"a\"\n[[option.line]]\nform = \"structural\"\nbuys "
                               "= [ " +
                               buys + " ]\n");
        };
        CHECK(says(with("{ " + key + " = 0.1 }"), key + " is for the workers of the same line"));
        CHECK(with("{ " + key + " = 0.1 }, { role = \"connector\", fte = 1 }").empty());
        CHECK(says(with("{ " + key + " = 9 }, { role = \"connector\", fte = 1 }"), key));
        CHECK(says(with("{ " + key + " = -0.1 }, { role = \"connector\", fte = 1 }"), key));
    }
}

}  // namespace weefsel::test_how_posts_work
