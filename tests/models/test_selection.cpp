#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "models/process/funding/activities.hpp"
#include "models/process/funding/line_chain.hpp"
#include "models/process/funding/selection.hpp"
#include "sim/normal_distribution.hpp"
#include "tests/models/small_funding.hpp"

namespace weefsel::test_selection {

namespace {

constexpr double third = 0.3;

/// A normal number of its own for each pair.
double normal(std::uint32_t who, std::uint32_t index) {
    static const sim::RandomSource draws(8, 1);
    const auto words = draws.block(static_cast<std::uint8_t>(201), who, sim::Month{0}, index);
    return static_cast<double>(sim::normal_quantile(sim::open_uniform_of(words[0])));
}

/// z of the best seen of so many bids.
double best_seen(std::uint32_t tender, const Choosing& c) {
    double best = 0, seen = -1e9;
    for (int k = 0; k < c.bids; ++k) {
        const auto index = static_cast<std::uint32_t>(2 * k);
        const double z = normal(tender, index);
        const double looks = c.spread * z + c.noise * normal(tender, index + 1);
        if (looks > seen) {
            seen = looks;
            best = z;
        }
    }
    return best;
}

void require_uniform(std::vector<double> ranks) {
    std::sort(ranks.begin(), ranks.end());
    const auto n = static_cast<double>(ranks.size());
    double farthest = 0;  // Kolmogorov and Smirnov: 1.63 / sqrt(n) at 1 %
    for (std::size_t k = 0; k < ranks.size(); ++k)
        farthest = std::max(farthest, std::abs(ranks[k] - (static_cast<double>(k) + 0.5) / n));
    REQUIRE(farthest < 1.63 / std::sqrt(n) + 0.002);
}

/// Sixty lines of places, without posts, simulated for twenty years.
struct ManyLines {
    SmallFunding small = SmallFunding::calm();
    double months = 0;                   ///< mean months with money, of a line
    double quality_first = 0, last = 0;  ///< mean ln q in the first year, and of lines that run in the last

    ManyLines(std::uint32_t replicate, const LineTerms& terms, const FundingParameters& p) {
        small.draws = sim::RandomSource(21, replicate);
        small.parameters.funding = p;
        small.begin(
            std::vector<FundingLine>(lines_bought, line_of({hours_of(PlaceKind::buurthuis, 1)}, terms)));
        for (int month = 0; month < simulated; ++month) {
            small.month();
            double running = 0, quality = 0;
            for (const auto line : small.lines.ids()) {
                running += small.lines.running[line];
                quality += small.lines.running[line] * static_cast<double>(small.lines.quality[line]);
            }
            months += running / lines_bought;
            if (month == 0) quality_first = quality / running;
            if (month == simulated - 1) last = running > 0 ? quality / running : 0;
        }
    }

    static constexpr int lines_bought = 60, simulated = 240;
};

LineTerms tendered_terms() {
    auto terms = project_terms();
    terms.cut_hazard = 0;
    terms.gap_months = 12;
    terms.review = third;
    return terms;
}

FundingParameters eventful() {
    FundingParameters p;
    p.renewal_merit = 1;
    p.bids = 3;
    p.spill_over = 0.5;
    return p;
}

}  // namespace

TEST_CASE("the distribution function of the normal distribution is as tables have it") {
    CHECK(sim::normal_cdf(0) == Approx(0.5).margin(1e-7));
    CHECK(sim::normal_cdf(1.959964) == Approx(0.975).margin(1e-7));
    CHECK(sim::normal_cdf(-3) == Approx(0.0013498980).margin(1e-7));
    CHECK(sim::normal_cdf(9) == 1.0);
    CHECK(sim::normal_cdf(-9) < 1e-15);
}

TEST_CASE("merit moves the chance of renewal up and down around that of the terms") {
    CHECK(renewal_chance(0.6, 0, 0.5) == Approx(0.4));
    CHECK(renewal_chance(0.6, 0.5, 0.5) == Approx(0.6));
    CHECK(renewal_chance(0.6, 1, 0.5) == Approx(0.8));
    for (const double rank : {0.0, 0.3, 1.0}) {
        CHECK(renewal_chance(0.6, rank, 0) == 0.6);
        CHECK(renewal_chance(1, rank, 1) == 1.0);
        CHECK(renewal_chance(0, rank, 1) == 0.0);
    }
    CHECK(renewal_chance(0.6, 0, 1) == Approx(0.2));  // merit alone: the best always, the worst hardly
    CHECK(renewal_chance(0.6, 1, 1) == Approx(1));
}

TEST_CASE("those renewed have ranks as evenly spread as before, so the next mean chance is the same") {
    constexpr int parts = 10000;
    for (const double renewal : {0.2, 0.6, 0.9})
        for (const double merit : {0.0, 0.5, 1.0}) {
            double below = 0;
            for (int k = 0; k < parts; ++k) {
                const double rank = (k + 0.5) / parts;
                below += renewal_chance(renewal, rank, merit) / renewal / parts;
                if (k % 1000 == 999)
                    CHECK(rank_when_renewed(renewal, (k + 1.0) / parts, merit) == Approx(below).margin(1e-6));
            }
        }
    CHECK(rank_when_renewed(0, 0.3, 1) == 0.3);
}

TEST_CASE("of activities that a tender chose the ranks are even, however many bids there are") {
    for (const auto& c : {Choosing{2, third, third}, Choosing{5, third, third}, Choosing{3, third, 0},
                          Choosing{4, 0, third}, Choosing{2, 0.6, 0.02}}) {
        INFO(c.bids << " bids, spread " << c.spread << ", noise " << c.noise);
        std::vector<double> ranks;
        for (std::uint32_t tender = 0; tender < 4000; ++tender)
            ranks.push_back(rank_when_chosen(best_seen(tender, c), c));
        require_uniform(ranks);
    }
}

TEST_CASE("of activities that a review kept the ranks are even again") {
    for (const auto& c : {Choosing{1, third, third}, Choosing{3, third, third}, Choosing{2, third, 0}}) {
        INFO(c.bids << " bids, noise " << c.noise);
        constexpr double bar = 0.1;
        std::vector<double> ranks;
        for (std::uint32_t tender = 0; tender < 8000; ++tender) {
            const double z = best_seen(tender, c);
            if (c.spread * z + c.noise * normal(tender, 50) < bar) continue;
            auto curve = curve_when_chosen(c);
            ranks.push_back(rank_when_kept(curve, rank_when_chosen(z, c), c, bar));
        }
        CHECK(ranks.size() > 1000);
        require_uniform(ranks);
    }
    // Nothing is learnt where everything is kept, or everything is equal.
    auto curve = curve_when_chosen({1, third, third});
    CHECK(rank_when_kept(curve, 0.3, {1, third, third}, -100) == Approx(0.3).margin(1e-6));
    CHECK(rank_when_kept(curve, 0.3, {1, 0, third}, 0) == Approx(0.3).margin(1e-6));
}

TEST_CASE("who was renewed by merit and then kept by a review has an even rank too") {
    const Choosing c{2, third, third};
    constexpr double bar = 0.1, renewal = 0.6, merit = 1;
    std::vector<double> ranks;
    for (std::uint32_t tender = 0; tender < 20000; ++tender) {
        const double z = best_seen(tender, c);
        auto curve = curve_when_chosen(c);
        double rank = rank_when_chosen(z, c);
        bool there = true;
        for (std::uint32_t term = 0; term < 3 && there; ++term) {
            const double drawn = sim::normal_cdf(normal(tender, 60 + term));
            there = drawn < renewal_chance(renewal, rank, merit) &&
                    c.spread * z + c.noise * normal(tender, 70 + term) >= bar;
            if (!there) break;
            rank = rank_when_renewed(renewal, rank, merit);
            curve_when_renewed(curve, renewal, merit);
            rank = rank_when_kept(curve, rank, c, bar);
        }
        if (there) ranks.push_back(rank);
    }
    CHECK(ranks.size() > 1000);
    require_uniform(ranks);
}

TEST_CASE("merit, bids, reviews and spill-over leave the months with money as the terms have them") {
    const auto terms = tendered_terms();
    const auto p = eventful();
    double expected = 0;
    for (const double running :
         line_course(line_graph(terms, p, ManyLines::simulated), ManyLines::simulated).running)
        expected += running;
    double months = 0;
    constexpr int worlds = 150;
    for (std::uint32_t world = 0; world < worlds; ++world)
        months += ManyLines(world, terms, p).months / worlds;
    CHECK(months == Approx(expected).epsilon(0.003));  // three standard errors of 9,000 lines: 0.25 %
}

TEST_CASE("with merit good activities are held longer, and without it nothing tells them apart") {
    auto terms = tendered_terms();
    terms.review = 0;
    const auto gained = [&](double merit) {
        auto p = eventful();
        p.bids = 1;
        p.spill_over = 0;
        p.renewal_merit = merit;
        double gain = 0;
        for (std::uint32_t world = 0; world < 40; ++world) gain += ManyLines(world, terms, p).last / 40;
        return gain;
    };
    // Standard deviation of ln q is 0.3; 2,400 lines give a standard error of 0.007.
    CHECK(std::abs(gained(0)) < 0.02);
    CHECK(gained(1) > 0.05);
    CHECK(gained(1) < 0.3);
}

TEST_CASE("a tender takes the best seen of its bids, and one bid is as it was") {
    const auto mean_of = [](double bids, double noise) {
        auto p = SmallFunding::calm().parameters.funding;
        p.bids = bids;
        p.review_noise = noise;
        double mean = 0;
        for (std::uint32_t world = 0; world < 40; ++world)
            mean += ManyLines(world, LineTerms{}, p).quality_first / 40;
        return mean / p.quality_spread;
    };
    CHECK(mean_of(1, third) == Approx(0).margin(0.06));
    CHECK(mean_of(2, 0) == Approx(0.564).margin(0.06));    // 1 / sqrt(pi)
    CHECK(mean_of(1.5, 0) == Approx(0.282).margin(0.06));  // half of the tenders have two
    CHECK(mean_of(5, 0) == Approx(1.163).margin(0.06));
    CHECK(mean_of(5, third) == Approx(1.163 * std::sqrt(0.5)).margin(0.06));
    CHECK(mean_of(5, 2) < 0.3);  // who sees little chooses by chance
}

TEST_CASE("other lines follow the best of what was reviewed by the share that spills over") {
    const auto after_review = [](double spill_over, double review) {
        auto small = SmallFunding::calm();
        auto& p = small.parameters.funding;
        p.spill_over = spill_over;
        p.review_noise = 0;
        p.review_bar = -2;
        LineTerms terms;
        terms.review = review;
        small.begin({line_of({fte_of(1)}, terms), line_of({fte_of(1, Role::jongerenwerker)}, terms)});
        small.month();
        small.lines.quality[LineId{0}] = -1;
        small.lines.quality[LineId{1}] = 0.5;
        small.months(11);
        CHECK(small.lines.quality[LineId{1}] == 0.5F);
        return small.lines.quality[LineId{0}];
    };
    CHECK(after_review(0, 1) == -1.0F);
    CHECK(after_review(0.1, 1) == Approx(-0.85));
    CHECK(after_review(1, 1) == Approx(0.5));
    CHECK(after_review(1, 0) == -1.0F);  // what nobody reviewed teaches nobody
}

TEST_CASE(
    "learning together raises the quality of work with trust, and accounting with the hours that it takes") {
    auto small = SmallFunding::calm();
    LineTerms terms;
    terms.reporting_share = 0.3;
    small.begin({line_of({fte_of(1)}, terms)});
    small.month();
    auto p = small.parameters.funding;
    small.lines.quality[line0] = 0.1F;
    small.lines.trust[the_partnership] = 0.5F;
    CHECK(quality_now(small.lines, line0, p) == Approx(0.1));
    p.learning_together = 0.2;
    CHECK(quality_now(small.lines, line0, p) == Approx(0.2));
    p.learning_together = 0;
    p.accounting = 0.1;  // twice the neutral 0.15
    CHECK(quality_now(small.lines, line0, p) == Approx(0.2));
    p.accounting = -0.1;
    CHECK(quality_now(small.lines, line0, p) == Approx(0.0).margin(1e-6));
    p.neutral_reporting_share = 0;
    CHECK(quality_now(small.lines, line0, p) == Approx(0.1));
}

}  // namespace weefsel::test_selection
