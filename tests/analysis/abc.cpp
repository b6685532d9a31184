#include "analysis/calibration/abc.hpp"

#include "analysis/calibration/fit_checks.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <set>
#include <string>

#include "sim/error.hpp"
#include "sim/random_source.hpp"

namespace weefsel::test_abc {
using namespace weefsel::analysis;
namespace sim = weefsel::sim;

namespace {

enum class Stream : std::uint8_t { noise };

/// Standard normal noise of one attempt, another for each `k`.
double noise(const Proposal& p, std::uint32_t k) {
    const sim::RandomSource draws(7, 0);
    const auto block = draws.block(Stream::noise, p.attempt, sim::Month{static_cast<int>(p.generation)}, k);
    return static_cast<double>(sim::normal_quantile(sim::open_uniform_of(block[0])));
}

Prior standard_normal(const std::string& name) { return {name, Scale::linear, true, -9, 9, 0, 1}; }

/// theta ~ N(0, 1); one figure y ~ N(theta, 1) was seen as 1: the posterior is N(1/2, 1/2).
AbcSetup one_mean() {
    AbcSetup s;
    s.free = {standard_normal("theta")};
    s.targets = {{"y", 1, 0}};
    s.particles = 2000;
    s.generations = 5;
    s.runs = 100000;
    s.minimal_acceptance = 0.001;
    return s;
}

std::vector<std::optional<Summaries>> simulate_one(const std::vector<Proposal>& points) {
    std::vector<std::optional<Summaries>> out;
    for (const auto& p : points) out.emplace_back(Summaries{p.values[0] + noise(p, 0)});
    return out;
}

struct Moments {
    double mean[2] = {0, 0}, cross[2][2] = {{0, 0}, {0, 0}};
};
Moments moments_of(const AbcGeneration& g, std::size_t k) {
    Moments m;
    for (const auto& p : g.particles)
        for (std::size_t i = 0; i < k; ++i) m.mean[i] += p.weight * p.at[i];
    for (const auto& p : g.particles)
        for (std::size_t i = 0; i < k; ++i)
            for (std::size_t j = 0; j < k; ++j)
                m.cross[i][j] += p.weight * (p.at[i] - m.mean[i]) * (p.at[j] - m.mean[j]);
    return m;
}

bool same(const AbcResult& a, const AbcResult& b) {
    if (a.generations.size() != b.generations.size() || a.end != b.end || a.runs != b.runs) return false;
    for (std::size_t g = 0; g < a.generations.size(); ++g) {
        const auto &one = a.generations[g].particles, &other = b.generations[g].particles;
        if (one.size() != other.size()) return false;
        for (std::size_t i = 0; i < one.size(); ++i)
            if (one[i].attempt != other[i].attempt || one[i].at != other[i].at ||
                one[i].weight != other[i].weight)
                return false;
    }
    return true;
}

}  // namespace

TEST_CASE("a normal mean with a normal prior: sequential ABC finds the known posterior", "[abc]") {
    AbcAnswers answers;
    const auto found = run_abc(one_mean(), answers, 500, simulate_one);
    REQUIRE(found.generations.size() == 5);
    CHECK(found.end == AbcEnd::generations);
    const auto m = moments_of(found.generations.back(), 1);
    // 2000 particles: standard error of the mean 0.016, of the variance 0.016; the threshold adds its own.
    CHECK(m.mean[0] == Approx(0.5).margin(0.06));
    CHECK(m.cross[0][0] == Approx(0.5).margin(0.06));
    for (std::size_t g = 2; g < 5; ++g)
        CHECK(found.generations[g].threshold < found.generations[g - 1].threshold);
}

TEST_CASE("two means seen in sum and difference: the posterior's correlation is minus a third", "[abc]") {
    // Precision I + [1 1; 1 1] / 1 + [1 -1; -1 1] / 4 = [2.25 0.75; 0.75 2.25]; its inverse is
    // [1/2 -1/6; -1/6 1/2], and the mean, with sum 1 and difference 0 seen, [1/3 1/3].
    auto setup = one_mean();
    setup.free = {standard_normal("a"), standard_normal("b")};
    setup.targets = {{"sum", 1, 0}, {"difference", 0, 0}};
    setup.particles = 3000;
    AbcAnswers answers;
    const auto found = run_abc(setup, answers, 500, [](const std::vector<Proposal>& points) {
        std::vector<std::optional<Summaries>> out;
        for (const auto& p : points)
            out.emplace_back(Summaries{p.values[0] + p.values[1] + noise(p, 0),
                                       p.values[0] - p.values[1] + 2 * noise(p, 1)});
        return out;
    });
    const auto m = moments_of(found.generations.back(), 2);
    CHECK(m.mean[0] == Approx(1.0 / 3).margin(0.06));
    CHECK(m.mean[1] == Approx(1.0 / 3).margin(0.06));
    CHECK(m.cross[0][0] == Approx(0.5).margin(0.06));
    CHECK(m.cross[1][1] == Approx(0.5).margin(0.06));
    CHECK(m.cross[0][1] == Approx(-1.0 / 6).margin(0.06));
}

TEST_CASE(
    "of ten parameters two are seen: these are found, the others keep their prior, and most particles count",
    "[abc]") {
    AbcSetup setup;
    constexpr std::size_t k = 10;
    for (std::size_t i = 0; i < k; ++i) setup.free.push_back(standard_normal("theta " + std::to_string(i)));
    setup.targets = {{"first", 1, 0}, {"second", -1, 0}};
    setup.particles = 400;
    setup.generations = 5;
    setup.runs = 40000;
    AbcAnswers answers;
    const auto found = run_abc(setup, answers, 500, [](const std::vector<Proposal>& points) {
        std::vector<std::optional<Summaries>> out;
        for (const auto& p : points)
            out.emplace_back(Summaries{p.values[0] + noise(p, 0), p.values[1] + noise(p, 1)});
        return out;
    });
    REQUIRE(found.generations.size() == 5);
    const auto& last = found.generations.back();
    double squares = 0;
    for (const auto& p : last.particles) squares += p.weight * p.weight;
    CHECK(1 / squares > 200);
    CHECK(last.attempts < 8000);
    const auto learnt = learnt_of(setup, last);
    // Seen with as much noise as the prior is wide: means of a half, half the variance. 200 particles:
    // standard error 0.05.
    CHECK(learnt[0].mean == Approx(0.5).margin(0.2));
    CHECK(learnt[1].mean == Approx(-0.5).margin(0.2));
    CHECK(learnt[0].width == Approx(std::sqrt(0.5)).margin(0.15));
    for (std::size_t i = 2; i < k; ++i) {
        CHECK(learnt[i].mean == Approx(0).margin(0.25));
        CHECK(learnt[i].width == Approx(1).margin(0.2));
    }
}

TEST_CASE("what is simulated side by side changes no particle", "[abc]") {
    auto setup = one_mean();
    setup.particles = 50;
    AbcAnswers first, second;
    const auto alone = run_abc(setup, first, 1, simulate_one);
    const auto many = run_abc(setup, second, 37, simulate_one);
    CHECK(same(alone, many));
}

TEST_CASE("a search that was stopped anywhere goes on to the same posterior", "[abc]") {
    auto setup = one_mean();
    setup.particles = 50;
    AbcAnswers whole;
    const auto at_once = run_abc(setup, whole, 8, simulate_one);
    AbcAnswers kept;
    std::size_t left = 0;
    const EvaluateWave stops_half_way = [&](const std::vector<Proposal>& points) {
        auto out = simulate_one(points);
        for (auto& answer : out)
            if (left == 0)
                answer.reset();
            else
                --left;
        return out;
    };
    std::size_t stops = 0;
    AbcResult result;
    do {
        left = 61;
        result = run_abc(setup, kept, 8, stops_half_way);
        if (result.end == AbcEnd::unfinished) ++stops;
    } while (result.end == AbcEnd::unfinished);
    CHECK(stops > 3);
    CHECK(same(at_once, result));
}

TEST_CASE("a generation that accepts too little is given up, and the one before it is the answer", "[abc]") {
    auto setup = one_mean();
    setup.particles = 20;
    setup.generations = 40;
    setup.minimal_acceptance = 0.1;
    AbcAnswers answers;
    const auto found = run_abc(setup, answers, 8, simulate_one);
    CHECK(found.end == AbcEnd::acceptance);
    CHECK(found.generations.size() < 40);
    CHECK(found.generations.back().particles.size() == 20);
    setup.runs = 70;
    AbcAnswers few;
    const auto cut = run_abc(setup, few, 8, simulate_one);
    CHECK(cut.end == AbcEnd::runs);
    CHECK(cut.runs == 70);  // what a wave simulated beyond the last acceptance counts for nothing
}

TEST_CASE("a tolerance is noise of the model: the posterior is as much wider as it would be", "[abc]") {
    // theta ~ N(0, 1), y ~ N(theta, 1 + 2) was seen as 1: the posterior is N(1/4, 3/4).
    auto setup = one_mean();
    setup.targets[0].tolerance = std::sqrt(2);
    AbcAnswers answers;
    const auto found = run_abc(setup, answers, 500, simulate_one);
    const auto m = moments_of(found.generations.back(), 1);
    CHECK(m.mean[0] == Approx(0.25).margin(0.06));
    CHECK(m.cross[0][0] == Approx(0.75).margin(0.08));
}

TEST_CASE("regression brings a coarse threshold to the known posterior", "[abc]") {
    auto setup = one_mean();
    setup.targets[0].value = 2;  // N(1, 1/2)
    setup.generations = 2;
    AbcAnswers answers;
    const auto found = run_abc(setup, answers, 500, simulate_one);
    const auto coarse = moments_of(found.generations.back(), 1),
               moved = moments_of(regression_adjusted(setup, found.generations.back()), 1);
    CHECK(std::abs(coarse.mean[0] - 1) > 0.1);
    CHECK(coarse.cross[0][0] > 0.55);
    CHECK(moved.mean[0] == Approx(1).margin(0.06));
    CHECK(moved.cross[0][0] == Approx(0.5).margin(0.05));
}

TEST_CASE("the sets of an earlier fit are a prior: what they knew and what is seen now come together",
          "[abc]") {
    // Seen as 1 with variance 1 twice: N(1/2, 1/2) of the first time, N(2/3, 1/3) after the second.
    auto setup = one_mean();
    setup.generations = 1;
    const Prior half{"theta", Scale::linear, true, -9, 9, 0.5, std::sqrt(0.5)};
    for (std::size_t i = 0; i < setup.particles; ++i)
        setup.prior_points.push_back(
            {quantile_of(half, (static_cast<double>(i) + 0.5) / static_cast<double>(setup.particles))});
    AbcAnswers answers;
    const auto found = run_abc(setup, answers, 500, simulate_one);
    REQUIRE(found.generations.size() == 1);
    CHECK(found.runs == setup.particles);
    CHECK(found.generations[0].particles[7].at == setup.prior_points[7]);
    const auto m = moments_of(regression_adjusted(setup, found.generations[0]), 1);
    CHECK(m.mean[0] == Approx(2.0 / 3).margin(0.05));
    CHECK(m.cross[0][0] == Approx(1.0 / 3).margin(0.05));
    // What was not free then comes from its own prior: nothing is seen of it here, so it stays there.
    setup.free.push_back(standard_normal("new"));
    for (auto& point : setup.prior_points) point.push_back(std::nan(""));
    AbcAnswers again;
    const auto more =
        moments_of(regression_adjusted(setup, run_abc(setup, again, 500, simulate_one).generations[0]), 2);
    CHECK(more.mean[0] == Approx(2.0 / 3).margin(0.05));
    CHECK(more.mean[1] == Approx(0).margin(0.08));
    CHECK(more.cross[1][1] == Approx(1).margin(0.1));
}

TEST_CASE("fits to made-up data give back what is seen, as far as it is seen, and nothing of what is not",
          "[abc]") {
    // Of y ~ N(theta, 1) the mean given y is y / 2: it goes with theta by the root of a half, whatever was
    // drawn.
    auto setup = one_mean();
    setup.free.push_back(standard_normal("unseen"));
    setup.generations = 1;
    AbcAnswers answers;
    const auto found = run_abc(setup, answers, 500, simulate_one);
    const auto recovered = recovery_of(setup, found.generations.front(), 200);
    REQUIRE(recovered.size() == 2);
    CHECK(recovered[0].correlation == Approx(std::sqrt(0.5)).margin(0.1));  // 200 cases: standard error 0.04
    CHECK(std::abs(recovered[1].correlation) < 0.25);
    for (const auto& r : recovered) CHECK(r.inside == Approx(0.95).margin(0.05));
    setup.particles = 5;  // two columns need six
    AbcAnswers few;
    CHECK(recovery_of(setup, run_abc(setup, few, 500, simulate_one).generations.front(), 200).empty());
}

TEST_CASE("what is left out of a fit is expected where the rest says, with what is unknown of it", "[abc]") {
    // first and second are both theta with noise; 1 was seen of the first: theta ~ N(1/2, 1/2), and the
    // second, with its own noise, N(1/2, 3/2), whatever was published of it. Of the third nothing is known
    // from the others.
    auto setup = one_mean();
    setup.targets = {{"first", 1, 0}, {"second", 40, 0}, {"third", -40, 0}};
    setup.generations = 1;
    AbcAnswers answers;
    const auto found = run_abc(setup, answers, 500, [](const std::vector<Proposal>& points) {
        std::vector<std::optional<Summaries>> out;
        for (const auto& p : points)
            out.emplace_back(Summaries{p.values[0] + noise(p, 0), p.values[0] + noise(p, 1), noise(p, 2)});
        return out;
    });
    const auto& all = found.generations.front();
    std::vector<Summaries> seen;
    for (const auto& p : all.particles) seen.push_back(p.summaries);
    const auto left = predicted_without(setup, all, seen, {1, 2});
    REQUIRE(left.size() == 2);
    CHECK(left[0].mean == Approx(0.5).margin(0.1));
    CHECK(left[0].high - left[0].low == Approx(2 * 1.96 * std::sqrt(1.5)).margin(0.4));
    CHECK(left[1].mean == Approx(0).margin(0.1));
    CHECK(predicted_without(setup, all, seen, {0, 1, 2}).empty());
}

TEST_CASE("a generation of less than three particles a column of the regression stays as it is", "[abc]") {
    const auto setup = one_mean();  // one target: two columns
    AbcGeneration six;
    six.scale = {1};
    for (std::size_t i = 0; i < 6; ++i) {
        const auto at = static_cast<double>(i);
        six.particles.push_back({i, {at}, {at}, at / 6, 1.0 / 6});
    }
    CHECK(is_adjustable(setup, six));
    CHECK(regression_adjusted(setup, six).particles[5].at[0] == Approx(1));  // where y = x is 1
    auto five = six;
    five.particles.pop_back();
    CHECK_FALSE(is_adjustable(setup, five));
    CHECK(regression_adjusted(setup, five).particles[4].at[0] == 4);
}

TEST_CASE("runs that fail are attempts, and a prior where all fail is refused", "[abc]") {
    auto setup = one_mean();
    setup.particles = 30;
    setup.generations = 2;
    AbcAnswers answers;
    const auto found = run_abc(setup, answers, 8, [](const std::vector<Proposal>& points) {
        auto out = simulate_one(points);
        for (std::size_t i = 0; i < points.size(); ++i)
            if (points[i].values[0] < 0) out[i] = Summaries{};
        return out;
    });
    CHECK(found.generations[0].attempts > 40);
    for (const auto& p : found.generations[1].particles) CHECK(p.at[0] >= 0);
    setup.minimal_acceptance = 0.5;
    AbcAnswers none;
    CHECK_THROWS_AS(run_abc(setup, none, 8,
                            [](const std::vector<Proposal>& points) {
                                return std::vector<std::optional<Summaries>>(points.size(), Summaries{});
                            }),
                    sim::InputError);
}

TEST_CASE("equal weights: a particle of half the weight stands in half the rows", "[abc]") {
    AbcGeneration g;
    g.particles = {{0, {1}, {}, 0, 0.25}, {1, {2}, {}, 0, 0.5}, {2, {3}, {}, 0, 0.25}};
    CHECK(equally_weighted(g, 4) == std::vector<std::size_t>{0, 1, 1, 2});
    CHECK(equally_weighted(g, 8).size() == 8);
}

TEST_CASE("what was learnt: half the prior's width, and ends in the parameter's own numbers", "[abc]") {
    AbcSetup setup;
    setup.free = {{"share", Scale::logit, true, 0.001, 0.999, 0.5, 1}};
    AbcGeneration g;
    g.particles = {{0, {-0.5}, {}, 0, 0.5}, {1, {0.5}, {}, 0, 0.5}};
    const auto learnt = learnt_of(setup, g).at(0);
    CHECK(learnt.mean == Approx(0.5));
    CHECK(learnt.width == Approx(0.5).margin(0.01));
    CHECK(learnt.low == Approx(1 / (1 + std::exp(0.5))));
    CHECK(learnt.high == Approx(1 / (1 + std::exp(-0.5))));
}

TEST_CASE("priors: a uniform logarithm, a negative value, and a normal cut at its ends", "[abc]") {
    const Prior loguniform{"a", Scale::log, false, 1, 100, 0, 1};
    CHECK(unscaled(loguniform, quantile_of(loguniform, 0.5)) == Approx(10));
    const Prior negative{"b", Scale::log, true, -4, -1, -2, 0.3};
    CHECK(unscaled(negative, quantile_of(negative, 0.5)) == Approx(-2));
    CHECK(density_of(negative, scaled(negative, -0.5)) == 0);
    const Prior half{"c", Scale::linear, true, 0, 9, 0, 1};
    CHECK(quantile_of(half, 0.5) == Approx(0.674490).margin(1e-5));
    CHECK(width_of(half) == Approx(std::sqrt(1 - 2 / 3.14159265)).margin(0.005));
}

}  // namespace weefsel::test_abc
