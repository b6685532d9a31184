#include "analysis/decision/answer.hpp"

#include <catch2/catch.hpp>

#include "tests/analysis/hand_made_cube.hpp"

namespace weefsel::test_answer {
using namespace weefsel::analysis;

namespace {

/// A study of one year in which cohesion, severe loneliness and taking part are what an answer is about, with
/// the differences of option b that are told; two worlds.
struct Said {
    Cube cube;
    Names names = two_options();
    std::vector<Comparison> rows;

    static sim::ResultLayout layout() {
        using sim::Better;
        using sim::Measured;
        using sim::Observable;
        using sim::Scale;
        sim::ResultLayout out;
        out.observables = {
            Observable{"lonely", "1", Better::lower, Measured::monthly, "Severely lonely", "Ernstig eenzaam",
                       "", ""}
                .as(Scale::share)
                .called("severe loneliness", "ernstige eenzaamheid")
                .noticed_from(0.005, 2),
            Observable{"warmth", "1", Better::higher, Measured::monthly, "Warmth", "Warmte", "", ""}
                .as(Scale::score)
                .called("social cohesion", "sociale cohesie")
                .noticed_from(0.1, 1),
            Observable{"people", "1", Better::neither, Measured::monthly, "People", "Mensen", "", ""}.as(
                Scale::positive)};
        out.months = 12;
        return out;
    }
    Said(const Interval& warmth, const Interval& lonely) : cube(layout(), {2, 1, 2}) {
        const auto& observables = cube.layout().observables;
        const Interval differences[] = {lonely, warmth, {0, 0, 0, 2}};
        for (std::size_t o = 0; o < 2; ++o)
            for (std::size_t i = 0; i < observables.size(); ++i) {
                const Interval d = o == 0 ? Interval{0, 0, 0, 2} : differences[i];
                rows.push_back({o, i, 1, {5, 4, 6, 2}, d, 0.5, verdict_of(d, observables[i].noticeable)});
            }
    }
    [[nodiscard]] Answer answer(SameMoney same_money = SameMoney::no) const {
        return answer_of(cube, rows, names, {}, {same_money, same_money});
    }
    [[nodiscard]] std::string nl() const { return answer().options.at(0).sentence.nl; }
    [[nodiscard]] std::string en() const { return answer().options.at(0).sentence.en; }
};

constexpr Interval unclear_share{-0.001, -0.004, 0.002, 2};

}  // namespace

TEST_CASE("a clear difference is more or less, and its margin stands behind it") {
    CHECK(Said({0.3, 0.2, 0.4, 2}, unclear_share).en() ==
          "After 1 year ‘B’, compared with ‘A’, gives more social cohesion (+0.30 points of 10; margin +0.20 "
          "to "
          "+0.40) and no clear difference in severe loneliness (-0.10 percentage points; margin -0.40 to "
          "+0.20).");
    CHECK(Said({-0.3, -0.4, -0.2, 2}, unclear_share).nl() ==
          "Na 1 jaar geeft ‘B’, vergeleken met ‘A’, minder sociale cohesie (-0,30 punt; marge -0,40 tot "
          "-0,20) en "
          "geen duidelijk verschil in ernstige eenzaamheid (-0,10 procentpunt; marge -0,40 tot +0,20).");
}

TEST_CASE("a difference that people would not notice is said to be one, with as many decimals as it needs") {
    const auto more = Said({0.05, 0.01, 0.09, 2}, unclear_share).nl();
    CHECK(more.find("iets meer sociale cohesie, te weinig om te merken (+0,05 punt") != std::string::npos);
    const auto less = Said({-0.004, -0.006, -0.002, 2}, unclear_share).nl();
    CHECK(less.find(
              "iets minder sociale cohesie, te weinig om te merken (-0,004 punt; marge -0,006 tot -0,002)") !=
          std::string::npos);
}

TEST_CASE("what is clear comes first, and no clear difference in several is said once") {
    const auto clear = Said({0.01, -0.1, 0.12, 2}, {-0.02, -0.03, -0.01, 2}).nl();
    CHECK(clear.find("minder ernstige eenzaamheid") <
          clear.find("geen duidelijk verschil in sociale cohesie"));
    const auto none = Said({0.01, -0.1, 0.12, 2}, unclear_share).nl();
    CHECK(none.find(
              "geen duidelijk verschil in sociale cohesie (+0,01 punt; marge -0,10 tot +0,12) en ernstige "
              "eenzaamheid (") != std::string::npos);
    CHECK(none.find("verschil") == none.rfind("verschil"));
    // What is apart from it is apart in the sentence.
    CHECK(Said({0, 0, 0, 2}, {0, 0, 0, 2}).nl().find(";") == std::string::npos);
}

TEST_CASE("what has no margin is said to have none, and its number is not said") {
    const double unknown_end = std::numeric_limits<double>::quiet_NaN();
    const auto said = Said({0.3, unknown_end, unknown_end, 1}, unclear_share).answer().options.at(0);
    CHECK(said.sentence.en.find("a difference without a margin in social cohesion.") != std::string::npos);
    CHECK(said.sentence.en.find("0.30") == std::string::npos);
    CHECK(said.parts.back().margin.nl.empty());
}

TEST_CASE("exactly the same has no number either") {
    const auto said = Said({0, 0, 0, 2}, {0, 0, 0, 2}).en();
    CHECK(
        said ==
        "After 1 year ‘B’, compared with ‘A’, gives exactly as much social cohesion and severe loneliness.");
}

TEST_CASE("equal money is said where both options were made to cost the same, and nowhere else") {
    const Said told({0.3, 0.2, 0.4, 2}, unclear_share);
    const auto said = [&](SameMoney money) { return told.answer(money).options.at(0).sentence; };
    CHECK(said(SameMoney::net).nl.rfind("Met evenveel geld geeft ‘B’ na 1 jaar", 0) == 0);
    CHECK(said(SameMoney::budget).nl.rfind("Met een even groot budget geeft ‘B’ na 1 jaar", 0) == 0);
    CHECK(said(SameMoney::budget).en.rfind("With an equal budget ‘B’, compared with", 0) == 0);
    CHECK(told.answer().options.at(0).sentence.nl.find("evenveel geld") == std::string::npos);
}

TEST_CASE("a threshold that was set governs the verdict and not the number") {
    const Interval d{0.3, 0.2, 0.4, 9};
    CHECK(verdict_of(d, 0.1) == Verdict::higher);
    CHECK(verdict_of(d, 0.4) == Verdict::too_small);
    CHECK(verdict_of({-0.3, -0.4, -0.2, 9}, 0.3) == Verdict::lower);
    CHECK(verdict_of({0.3, 0, 0.6, 9}, 0.1) == Verdict::unclear);
    CHECK(verdict_of({0, 0, 0, 9}, 0.1) == Verdict::same);
    CHECK(verdict_of({0, 0, 0, 1}, 0.1) == Verdict::unknown);
}

TEST_CASE("the tables of a result file hold the answer word for word") {
    const Said told({0.3, 0.2, 0.4, 2}, unclear_share);
    const auto answer = told.answer();
    const auto tables = answer_tables(answer, told.cube, told.names);
    REQUIRE(tables.size() == 2);
    CHECK(tables[0].text("sentence_nl").at(0) == told.nl());
    CHECK(tables[1].text("indicator") == std::vector<std::string>{"warmth", "lonely"});
    CHECK(tables[1].text("verdict") == std::vector<std::string>{"higher", "unclear"});
    CHECK(tables[1].text("margin_en").at(0) == "+0.30 points of 10; margin +0.20 to +0.40");
}

}  // namespace weefsel::test_answer
