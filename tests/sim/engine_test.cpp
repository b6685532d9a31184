#include <array>
#include <catch2/catch.hpp>
#include <cstring>
#include <map>
#include <numeric>
#include <set>
#include <sstream>

#include "sim/checkpoint.hpp"
#include "sim/ensemble.hpp"
#include "sim/id.hpp"
#include "sim/quantity.hpp"
#include "sim/world.hpp"
#include "sim/world_result.hpp"

namespace weefsel::test_engine {
using namespace weefsel::sim;

namespace {

using CowId = Id<struct CowTag>;

struct Herd {
    Column<CowId, float> weight;
    Column<CowId, std::int16_t> age;
    template <class V>
    void visit(V&& v) {
        v("cow.weight", weight);
        v("cow.age", age);
    }
    friend bool operator==(const Herd&, const Herd&) = default;
};
static_assert(SteppableWorld<Herd>);
static_assert(!SteppableWorld<int>);

/// As Herd, but a later version with another width.
struct WiderHerd {
    Column<CowId, float> weight;
    Column<CowId, std::int32_t> age;
    template <class V>
    void visit(V&& v) {
        v("cow.weight", weight);
        v("cow.age", age);
    }
};
struct SmallerHerd {
    Column<CowId, float> weight;
    template <class V>
    void visit(V&& v) {
        v("cow.weight", weight);
    }
};

Herd some_herd() {
    Herd herd;
    for (int i = 0; i < 1001; ++i) {
        herd.weight.push_back(static_cast<float>(i) * 0.5F);
        herd.age.push_back(static_cast<std::int16_t>(i % 20));
    }
    return herd;
}

std::string saved(Herd herd) {
    std::ostringstream out;
    save_checkpoint(out, herd);
    return out.str();
}

template <class State>
State loaded(const std::string& bytes) {
    std::istringstream in(bytes);
    State state;
    load_checkpoint(in, "herd.part", state);
    return state;
}

}  // namespace

TEST_CASE("a world comes back from a checkpoint as it was") {
    const Herd herd = some_herd();
    CHECK(loaded<Herd>(saved(herd)) == herd);
    CHECK(loaded<Herd>(saved(Herd{})) == Herd{});
    Herd copy = herd;
    CHECK(bytes_held(copy) == 1001 * (sizeof(float) + sizeof(std::int16_t)));
}

TEST_CASE("a checkpoint that is torn anywhere is refused") {
    const std::string whole = saved(some_herd());
    for (std::size_t length = 0; length < whole.size(); length += length < 200 ? 1 : 97) {
        REQUIRE_THROWS_AS(loaded<Herd>(whole.substr(0, length)), InputError);
    }
    for (std::size_t at = 0; at < whole.size(); at += at < 200 ? 1 : 97) {
        std::string torn = whole;
        torn[at] = static_cast<char>(torn[at] ^ 0x40);
        REQUIRE_THROWS_AS(loaded<Herd>(torn), InputError);
    }
    CHECK_THROWS_AS(loaded<Herd>("this is not a checkpoint at all, it is a letter"), InputError);
}

TEST_CASE("a checkpoint that claims an impossible size asks for no memory") {
    std::string torn = saved(some_herd());
    const std::uint64_t huge = ~std::uint64_t{0} / 4;  // bytes of the first column
    constexpr std::size_t at = 8 + 8 + 8 + 8 + sizeof("cow.weight") - 1 + 8;
    std::memcpy(torn.data() + at, &huge, sizeof huge);
    CHECK_THROWS_WITH(loaded<Herd>(torn), Catch::Contains("torn"));
}

TEST_CASE("a checkpoint of another version of the state is refused by name of the column") {
    const std::string bytes = saved(some_herd());
    CHECK_THROWS_WITH(loaded<WiderHerd>(bytes),
                      Catch::Contains("herd.part:1:1") && Catch::Contains("cow.age of 4 bytes"));
    CHECK_THROWS_WITH(loaded<SmallerHerd>(bytes), Catch::Contains("it holds 2 columns; expected 1"));
}

TEST_CASE("a checkpoint that cannot be written is an error") {
    std::ostringstream out;
    out.setstate(std::ios::badbit);
    Herd herd = some_herd();
    CHECK_THROWS_AS(save_checkpoint(out, herd), std::runtime_error);
}

TEST_CASE("a digest changes with every byte, with the order and with the length") {
    std::vector<unsigned char> bytes(100);
    std::iota(bytes.begin(), bytes.end(), static_cast<unsigned char>(0));
    std::set<std::uint64_t> seen;
    for (std::size_t n = 0; n <= bytes.size(); ++n) seen.insert(digest_bytes(bytes.data(), n));
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        auto other = bytes;
        other[i] ^= 1U;
        seen.insert(digest_bytes(other.data(), other.size()));
    }
    for (std::size_t i = 0; i + 8 < bytes.size(); ++i) {
        auto other = bytes;
        std::swap(other[i], other[i + 8]);
        seen.insert(digest_bytes(other.data(), other.size()));
    }
    CHECK(seen.size() == 101 + 100 + 92);
    CHECK(digest_bytes(bytes.data(), 100, 1) != digest_bytes(bytes.data(), 100, 2));
    Herd herd = some_herd();
    const auto before = digest(herd);
    herd.age[CowId{1000}] = 77;
    CHECK(digest(herd) != before);
    CHECK(digests(herd)[0].name == "cow.weight");
}

TEST_CASE("every item is done once, on any number of threads") {
    for (const int threads : {0, 1, 2, 7}) {
        std::vector<std::atomic<int>> done(100);
        const auto failures =
            parallel_for_each(done.size(), threads, [&](std::size_t item) { ++done[item]; });
        CHECK(failures.empty());
        CHECK(std::all_of(done.begin(), done.end(), [](const auto& d) { return d == 1; }));
    }
    CHECK(parallel_for_each(0, 2, [](std::size_t) { throw 1; }).empty());
    CHECK(available_threads() >= 1);
}

TEST_CASE("what some items throw is collected in order, and the others go on") {
    std::atomic<int> done{0};
    const auto failures = parallel_for_each(30, 4, [&](std::size_t item) {
        if (item % 10 == 3) throw std::runtime_error("no hay " + std::to_string(item));
        if (item == 29) throw 5;
        ++done;
    });
    CHECK(done == 26);
    REQUIRE(failures.size() == 4);
    CHECK(failures[0].item == 3);
    CHECK(failures[2].reason == "no hay 23");
    CHECK(describe(failures, 30, "herd") ==
          "4 of 30 herds failed: no hay 3 (herd 4), no hay 13 (herd 14), and 2 more");
    CHECK(describe({}, 30, "herd").empty());
    CHECK(describe({{0, "x"}}, 1, "herd") == "1 of 1 herd failed: x (herd 1)");
}

TEST_CASE("no item begins after a stop") {
    std::atomic<bool> stop{false};
    std::atomic<int> begun{0};
    parallel_for_each(
        1000, 2,
        [&](std::size_t) {
            ++begun;
            stop = true;
        },
        &stop);
    CHECK(begun >= 1);
    CHECK(begun <= 2);
}

TEST_CASE("a burn-in lives its months unobserved, and what follows is observed month by month") {
    Herd herd = some_herd();
    std::vector<int> simulated, seen;
    const auto step = [&](Herd&, Month month) { simulated.push_back(month.value); };
    const Month from = burn_in(herd, step, 3);
    CHECK(from == Month{3});
    const Month next = run_months(
        herd, step, [&](Herd&, Month month) { seen.push_back(month.value); }, from, 2);
    CHECK(next == Month{5});
    CHECK(simulated == std::vector<int>{0, 1, 2, 3, 4});
    CHECK(seen == std::vector<int>{3, 4});
}

TEST_CASE("units are numbered with the replicate fastest, there and back") {
    const EnsembleShape shape{3, 5};
    CHECK(shape.units() == 15);
    CHECK(shape.key(1) == UnitKey{0, 1});
    CHECK(shape.key(5) == UnitKey{1, 0});
    CHECK(shape.key(14) == UnitKey{2, 4});
    for (std::size_t unit = 0; unit < shape.units(); ++unit) CHECK(shape.unit(shape.key(unit)) == unit);
    CHECK(EnsembleShape{0, 5}.units() == 0);
}

TEST_CASE("the first draw has the luck of the study's seed, every other one luck of its own") {
    enum class Stream : std::uint8_t { coin };
    const auto coin = [](UnitKey key) { return draws_of(7, key).block(Stream::coin, 1, Month{0}); };
    CHECK(coin({0, 3}) == RandomSource(7, 3).block(Stream::coin, 1, Month{0}));
    CHECK(coin({1, 3}) != coin({0, 3}));
    CHECK(coin({2, 3}) != coin({1, 3}));
    CHECK(coin({1, 2}) != coin({2, 1}));
    std::set<std::uint32_t> seeds;
    constexpr std::size_t many = 100000;
    for (std::size_t draw = 0; draw < many; ++draw) seeds.insert(seed_of_draw(7, draw));
    CHECK(seeds.size() == many);
}

TEST_CASE("threads work on units side by side, or on the sites of one when units are few") {
    CHECK(plan_threads(30, 100, 8).units == 8);
    CHECK(plan_threads(30, 100, 8).inside == 1);
    CHECK(plan_threads(3, 100, 8).units == 1);
    CHECK(plan_threads(3, 100, 8).inside == 8);
    CHECK(plan_threads(1, 1, 8).inside == 1);
}

TEST_CASE("a total over several sites is the sum of its sites, another value the mean over all") {
    const std::vector<Observable> observables{
        {"cows", "1", Better::higher, Measured::monthly, "", "", "", "", true},
        {"milk", "1", Better::higher, Measured::monthly, "", "", "", ""}};
    std::vector<double> sum(2, 0.0), below(2, 0.0);
    const double west[] = {100, 30}, of_west[] = {1, 30}, east[] = {50, 50}, of_east[] = {1, 10};
    add_site(west, of_west, 2, observables, sum.data(), below.data());
    add_site(east, of_east, 2, observables, sum.data(), below.data());
    CHECK(sum == std::vector<double>{150, 80});
    CHECK(below == std::vector<double>{1, 40});
}

TEST_CASE("an ensemble that was stopped goes on where it stopped and ends the same") {
    const EnsembleShape shape{1, 16};
    std::map<std::size_t, int> kept;
    std::atomic<bool> stop{false};
    std::atomic<int> ran{0};
    const auto run_all = [&](int stop_after) {
        ran = 0;
        return run_ensemble<int>(
            shape, 2, stop, nullptr,
            [&](UnitKey key) -> std::optional<int> {
                const auto at = kept.find(shape.unit(key));
                return at == kept.end() ? std::nullopt : std::optional(at->second);
            },
            [&](UnitKey key) {
                if (++ran >= stop_after) stop = true;
                return static_cast<int>(shape.unit(key)) * 10;
            },
            [&](UnitKey key, const int& result) { kept[shape.unit(key)] = result; });
    };
    const auto first = run_all(5);
    CHECK(first.interrupted);
    const int before = ran;
    CHECK(kept.size() == static_cast<std::size_t>(before));
    stop = false;
    const auto second = run_all(1000);
    CHECK_FALSE(second.interrupted);
    CHECK(ran == 16 - before);
    for (std::size_t unit = 0; unit < shape.units(); ++unit)
        CHECK(second.results[unit] == static_cast<int>(unit) * 10);
}

TEST_CASE("units begin in the order that is asked for, and results and failures have their own numbers") {
    const EnsembleShape shape{2, 2};
    const std::atomic<bool> stop{false};
    std::vector<std::size_t> begun;
    const auto outcome = run_ensemble<int>(shape, 1, stop, nullptr, {},
                                           [&](UnitKey key) -> int {
                                               const auto unit = shape.unit(key);
                                               begun.push_back(unit);
                                               if (unit >= 2)
                                                   throw std::runtime_error("herd " + std::to_string(unit));
                                               return static_cast<int>(unit);
                                           },
                                           {}, {3, 1, 2, 0});
    CHECK(begun == std::vector<std::size_t>{3, 1, 2, 0});
    CHECK(outcome.results[0] == 0);
    CHECK(outcome.results[1] == 1);
    REQUIRE(outcome.failures.size() == 2);
    CHECK(outcome.failures[0].item == 2);
    CHECK(outcome.failures[0].reason == "herd 2");
    CHECK(outcome.failures[1].item == 3);
}

TEST_CASE("a unit that fails leaves the others whole, and a kept unit that is torn is run again") {
    const EnsembleShape shape{1, 4};
    const std::atomic<bool> stop{false};
    const auto outcome = run_ensemble<int>(
        shape, 2, stop, nullptr,
        [](UnitKey key) -> std::optional<int> {
            if (key.replicate == 1) throw InputError(Place{"1.part", 1, 1}, "torn");
            return std::nullopt;
        },
        [](UnitKey key) -> int {
            if (key.replicate == 2) throw std::runtime_error("the cow fell ill");
            return 7;
        },
        [](UnitKey key, const int&) {
            if (key.replicate == 3) throw std::runtime_error("disk full");
        });
    CHECK_FALSE(outcome.interrupted);
    CHECK(outcome.results[0] == 7);
    CHECK(outcome.results[1] == 7);
    CHECK_FALSE(outcome.results[2]);
    CHECK(outcome.results[3] == 7);
    REQUIRE(outcome.failures.size() == 2);
    CHECK(outcome.failures[0].reason == "the cow fell ill");
    CHECK(outcome.failures[1].reason == "disk full");
}

TEST_CASE("money is exact to the cent, whatever the order of adding") {
    CHECK(Euros::of(0.1) + Euros::of(0.2) == Euros::of(0.3));
    CHECK(Euros::of(-1.005).ticks == -100);  // the nearest double lies above -1.005
    CHECK(Euros::of(2.5).value() == 2.5);
    CHECK(Hours::of(0.0005).ticks == 1);
}

TEST_CASE("an id that was never given refers to nothing") {
    CHECK_FALSE(CowId{}.exists());
    CHECK(CowId{3}.exists());
    CHECK(CowId{3}.index() == 3);
}

}  // namespace weefsel::test_engine
