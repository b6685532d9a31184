#include "analysis/decision/findings.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "analysis/decision/answer.hpp"
#include "analysis/decision/stopping.hpp"
#include "tests/analysis/temporary_folder.hpp"

namespace weefsel::test_findings {
using namespace weefsel::analysis;

namespace {

constexpr double not_known = std::numeric_limits<double>::quiet_NaN();
constexpr double adults = 1000;
enum Row : std::size_t { now, more, nothing };

/// A study of one year and ten worlds: option `now` is the reference, `more` has less severe loneliness by
/// 2 points, give or take, and nobody is paid in `nothing`. Its blocks are those of the model, with four
/// residents in every hundred met often.
struct Study {
    sim::ResultLayout layout;
    CubeShape shape{3, 1, 10};
    Names names{{{"now", "Nu", "Now"}, {"more", "Meer", "More"}, {"nothing", "Niets", "Nothing"}},
                0,
                {},
                "",
                {},
                {},
                nothing};
    double spread = 0.001;        ///< of the effect between worlds
    double effect_of_met = -0.4;  ///< on those met, in `more`
    std::vector<double> short_years{0, 1, 0, 0};

    Study() {
        using sim::Better;
        using sim::Measured;
        using sim::Observable;
        layout.observables = {
            Observable{"warmth", "1", Better::higher, Measured::monthly, "Warmth", "Warmte", "", ""}
                .as(sim::Scale::score)
                .called("social cohesion", "sociale cohesie")
                .noticed_from(0.1, 1),
            Observable{"lonely", "1", Better::lower, Measured::monthly, "Lonely", "Eenzaam", "", ""}
                .as(sim::Scale::share)
                .called("severe loneliness", "ernstige eenzaamheid")
                .counting("who are severely lonely", "die ernstig eenzaam zijn")
                .noticed_from(0.005, 2),
            Observable{"population", "1", Better::neither, Measured::monthly, "People", "Mensen", "", ""}.as(
                sim::Scale::positive)};
        layout.groupings = {{"age", {"young", "old"}}};
        layout.months = 12;
        const sim::ResultLayout::Block::Axis year{"year", {1}, {}, "year", ""},
            four{"year", {1, 2, 3, 4}, {}, "year", ""},
            by_class{"class", {}, {"0", "1-2", "3-9", "10+"}, "", ""},
            stratum{"stratum", {}, {"both", "only_option", "only_reference", "neither"}, "", ""};
        layout.blocks = {
            {"/reached", {year, by_class}, {{"residents", "1", "", 2}, {"lost", "1", "", 1}}},
            {"/reached_effect/lonely",
             {year, by_class},
             {{"n", "1", "", 2}, {"raw", "1", "", 2}, {"standardised", "1", "", 2}, {"lost", "1", "", 1}}},
            {"/reached_strata/lonely",
             {year, stratum},
             {{"n", "1", "", 2}, {"effect", "1", "", 2}, {"part", "1", "", 2}, {"total", "1", "", 1}}},
            {"/staffing",
             {four},
             {{"at_work", "1", "", 1},
              {"months_below_half", "1", "", 1},
              {"breaks", "1", "", 1},
              {"bonds_broken", "1", "", 1},
              {"closures", "1", "", 1},
              {"initiatives_lost", "1", "", 1}}}};
    }
    /// Between -1 and 1, another in every world, 0 on average.
    [[nodiscard]] double wobble(std::size_t world) const { return (static_cast<double>(world) - 4.5) / 4.5; }
    [[nodiscard]] std::vector<double> blocks_of(std::size_t option, std::size_t world) const {
        if (option == nothing) {
            std::vector<double> out{1000, 0, 0, 0, 50};
            out.resize(layout.block_values(), not_known);
            return out;
        }
        const double met = option == more ? effect_of_met + spread * wobble(world) : 0;
        const double apart = -0.01;                                         // of those not met
        std::vector<double> out{960, 10, 10, 20, 50};                       // reached
        for (const double v : {960.0, 10.0, 10.0, 20.0}) out.push_back(v);  // n
        for (int i = 0; i < 2; ++i)                                         // raw, standardised
            for (const double v : {apart, met, met, met}) out.push_back(v);
        out.push_back(50);
        for (const double v : {30.0, 10.0, 0.0, 960.0}) out.push_back(v);  // n of the strata
        for (const double v : {-0.1, -0.2, not_known, 0.0}) out.push_back(v);
        for (const double v : {-0.003, -0.002, 0.0, 0.0}) out.push_back(v);
        out.push_back(-0.005);
        for (const double v : short_years) out.push_back(world < 3 && v > 0 ? 0.25 : 1);  // at work
        for (const double v : {0.0, 8.0, 0.0, 0.0}) out.push_back(v);
        for (const double v : {0.0, 1.0, 0.0, 0.5}) out.push_back(v);
        for (const double v : {2.0, 3.0, 0.0, 0.0}) out.push_back(world == 9 ? 10 * v : v);
        for (int i = 0; i < 8; ++i) out.push_back(0);
        return out;
    }
    [[nodiscard]] Cube cube() const {
        Cube out(layout, shape);
        for (std::size_t w = 0; w < shape.worlds(); ++w) {
            sim::UnitResult unit;
            for (std::size_t o = 0; o < shape.options; ++o) {
                auto& r = unit.options.emplace_back();
                const double lonely = 0.1 - (o == more ? 0.02 + spread * wobble(w) : 0);
                for (int month = 0; month < 12; ++month) {
                    r.numerator.insert(r.numerator.end(), {6 + wobble(w), lonely, 1200});
                    r.denominator.insert(r.denominator.end(), {1, 1, 1});
                }
                for (const double part : {0.4, 0.6}) {
                    r.group_numerator.insert(r.group_numerator.end(), {6, lonely, part * adults});
                    r.group_denominator.insert(r.group_denominator.end(), {1, 1, 1});
                }
                r.site_mean.assign(3, 0.0F);
                r.blocks = blocks_of(o, w);
            }
            out.add(0, w, unit);
        }
        return out;
    }
    [[nodiscard]] Answer answer(Monitor monitor = {}, const ResultTable* ending = nullptr) const {
        const auto all = cube();
        const auto reference = compare_paired(all, now), none = compare_paired(all, nothing);
        return whole_answer({all, names, reference, none, ending, {}, monitor}, std::vector<SameMoney>(3));
    }
};

const Finding& finding(const Answer& answer, Question question, std::size_t option) {
    for (const auto& f : answer.findings)
        if (f.question == question && f.option == option) return f;
    throw std::runtime_error("no such finding");
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a no is one of three: the same in this model, undecided, or there and invisible to the monitor") {
    constexpr double noticed = 0.1;
    CHECK(reserve_of({0, 0, 0, 9}, noticed) == Reserve::equal);
    CHECK(reserve_of({0.01, -0.05, 0.07, 9}, noticed) == Reserve::equal);
    CHECK(reserve_of({0.01, -0.05, 0.11, 9}, noticed) == Reserve::undecided);
    CHECK(reserve_of({0.01, -0.11, 0.05, 9}, noticed) == Reserve::undecided);
    CHECK(reserve_of({0.05, 0.01, 0.09, 9}, noticed) == Reserve::too_small);
    CHECK(reserve_of({0.3, 0.2, 0.4, 9}, noticed, 0.5) == Reserve::invisible);
    CHECK(reserve_of({-0.3, -0.4, -0.2, 9}, noticed, 0.5) == Reserve::invisible);
    CHECK(reserve_of({0.3, 0.2, 0.4, 9}, noticed, 0.25) == Reserve::none);
    CHECK(reserve_of({0.3, 0.2, 0.4, 9}, noticed) == Reserve::none);  // nobody asks
    CHECK(reserve_of({0.3, not_known, not_known, 1}, noticed) == Reserve::undecided);
    CHECK(reserve_of({0.01, -0.05, 0.07, 9}, 0) == Reserve::undecided);  // nobody knows what is noticed
}

TEST_CASE("what the work does is said of people, in both languages, with how many worlds say so") {
    const auto answer = Study().answer();
    const auto& f = finding(answer, Question::work, more);
    CHECK(f.against == nothing);
    CHECK(f.indicator == 1U);
    CHECK(f.residents == Approx(-20));
    CHECK(has(
        f.sentence.en,
        "After 1 year ‘More’, compared with ‘Nothing’, gives less severe loneliness: about 20 fewer adults "
        "who are severely lonely (-2.00 percentage points; margin -2.0"));
    CHECK(
        has(f.sentence.nl,
            "Na 1 jaar geeft ‘Meer’, vergeleken met ‘Niets’, minder ernstige eenzaamheid: ongeveer 20 minder "
            "volwassenen die ernstig eenzaam zijn (-2,00 procentpunt; marge -2,0"));
    CHECK(f.said.en == "less severe loneliness: about 20 fewer adults who are severely lonely");
    CHECK(has(f.sentence.nl, f.said.nl + " ("));
    CHECK(f.one_way == 1);
    CHECK(f.certainty.en == "It points this way in 10 of 10 simulated worlds.");
    CHECK(f.certainty.nl == "Dat wijst in 10 van de 10 gesimuleerde werelden dezelfde kant op.");
}

TEST_CASE(
    "the three questions are asked of every option that is paid for, and nothing of the one that is not") {
    const auto answer = Study().answer();
    REQUIRE(answer.findings.size() == 3);
    CHECK(finding(answer, Question::work, now).against == nothing);
    CHECK(finding(answer, Question::form, more).against == now);
    CHECK(answer.met.size() == 2);
    CHECK(answer.risks.size() == 2);
    REQUIRE(answer.against_nothing.size() == 2);
    CHECK(answer.against_nothing[1].parts[0].verdict == Verdict::lower);
}

TEST_CASE("without an option in which nothing is bought it is not said what the work does") {
    Study study;
    study.names.nothing = std::nullopt;
    const auto all = study.cube();
    const auto rows = compare_paired(all, now);
    const auto answer =
        whole_answer({all, study.names, rows, {}, nullptr, {}, {}}, std::vector<SameMoney>(3));
    for (const auto& f : answer.findings) CHECK(f.question == Question::form);
    CHECK(answer.against_nothing.empty());
    CHECK(reached_effects(all, study.names).empty());
}

TEST_CASE("where nothing differs it is said in what way that is a no") {
    const auto answer = Study().answer();
    const auto& f = finding(answer, Question::work, now);
    CHECK_FALSE(f.indicator);
    CHECK(f.said.nl.empty());
    CHECK(std::isnan(f.one_way));
    CHECK(f.reserve == Reserve::equal);
    CHECK(f.sentence.en ==
          "After 1 year no difference that matters is shown between ‘Now’ and ‘Nothing’; the same in this "
          "model: "
          "social cohesion and severe loneliness.");
    Study noisy;
    noisy.spread = 0.2;
    const auto undecided = noisy.answer();
    CHECK(has(finding(undecided, Question::form, more).sentence.nl,
              "in dit model gelijk: sociale cohesie; onbeslist: ernstige eenzaamheid"));
}

TEST_CASE("a true difference may be invisible to a small monitor and plain to a large one") {
    const auto small = Study().answer({100, 2}), large = Study().answer({100000, 2});
    CHECK(finding(small, Question::work, more).reserve == Reserve::invisible);
    CHECK(has(finding(small, Question::work, more).certainty.en, "would probably not see it"));
    CHECK(finding(large, Question::work, more).reserve == Reserve::none);
    CHECK(has(finding(large, Question::work, more).certainty.nl, "zou het waarschijnlijk zien"));
    CHECK(small.options[0].parts[0].reserve == Reserve::invisible);
}

TEST_CASE("what is lost is looked at two years after the end, and what is left is said of an effect") {
    ResultTable ending(
        "ending", {"option", "indicator"},
        {"ended_after_years", "years_after", "difference", "lower", "upper", "left", "worlds"});
    ending.add({"more", "lonely"}, {1, 1, 0.01, 0.008, 0.012, 0.6, 8});
    ending.add({"more", "lonely"}, {1, 2, 0.015, 0.01, 0.02, 0.25, 8});
    ending.add({"more", "lonely"}, {1, 3, 0.02, 0.01, 0.03, 0.1, 8});
    const auto answer = Study().answer({}, &ending);
    const auto& f = finding(answer, Question::stop, more);
    CHECK(f.months_after == 24);
    CHECK(f.left == 0.25);
    CHECK(f.difference.mean == 0.015);
    CHECK(has(f.sentence.en, "‘More’ ends after 1 year: 24 months later more severe loneliness"));
    CHECK(has(f.sentence.en, "than with going on; of what it did, 25 % is left."));
    CHECK(f.certainty.en == "Margins are over 8 simulated worlds.");
}

TEST_CASE("share met times effect on those met, beside what came out: the rest is spill-over") {
    const Study study;
    const auto all = study.cube();
    const auto effects = reached_effects(all, study.names);
    REQUIRE(effects.size() == 2);
    const auto& e = effects[1];
    CHECK(e.option == more);
    CHECK(e.share_met.mean == Approx(0.04));
    CHECK(e.effect.mean == Approx(-0.4));
    CHECK(e.spill_over.mean == Approx(-0.01));
    CHECK(e.expected == Approx(0.04 * -0.4));
    CHECK(e.came_out.mean == Approx(e.expected + (1 - 0.04) * -0.01));
    CHECK(e.number_needed == Approx(2.5));
    CHECK(std::isnan(effects[0].number_needed));  // an effect of nothing needs nobody
}

TEST_CASE("there is no number needed where the margin holds nothing at all") {
    Study study;
    study.spread = 5;
    const auto all = study.cube();
    CHECK(std::isnan(reached_effects(all, study.names)[1].number_needed));
    CHECK_FALSE(has(study.answer().met[1].sentence.en, "For every"));
    CHECK(has(Study().answer().met[1].sentence.en,
              "For every 3 it met there is one fewer who are severely lonely."));
}

TEST_CASE("whom the work met is said with who was lost, as numbers of people") {
    const auto met = Study().answer().met.at(1);
    CHECK(met.met.there == 1000);
    CHECK(met.met.met == 40);
    CHECK(met.met.often == 20);
    CHECK(met.met.lost == 50);
    CHECK(has(met.sentence.en,
              "met 40 of the 1000 residents of the start who are still there (4.0 %), 20 of them"));
}

TEST_CASE("the tidy table has every class and stratum with its margin, and no row of what is not known") {
    const Study study;
    const auto all = study.cube();
    const auto csv = reached_csv(all, study.names);
    CHECK(
        has(csv, "option,against,indicator,unit,year,of,quantity,mean,lower,upper,worlds,grouping,group\n"));
    CHECK(has(csv, "more,,,1,1,10+,residents,20,20,20,10,,\n"));
    CHECK(has(csv, "more,,,1,1,all,lost,50,50,50,10,,\n"));
    CHECK(has(csv, "more,nothing,lonely,1,1,10+,n,20,20,20,10,,\n"));
    CHECK(has(csv, "more,now,lonely,1,1,neither,part,0,0,0,10,,\n"));
    CHECK_FALSE(has(csv, "only_reference,effect"));
    CHECK_FALSE(has(csv, "nothing,nothing"));
    CHECK_FALSE(has(csv, "now,now"));
    const auto tables = reached_tables(all, study.names);
    REQUIRE(tables.size() == 3);
    CHECK(tables[2].number("part")[0] == Approx(-0.003));
}

TEST_CASE("a tail is told: in how many worlds there are three or more bad years") {
    Study study;
    const auto one = what_can_go_wrong(study.cube(), study.names);
    REQUIRE(one.size() == 2);  // nothing can go wrong with nothing
    CHECK(one[0].short_years.mean == Approx(0.3));
    CHECK(one[0].share_of_worlds == 0);
    CHECK(one[0].breaks.mean == Approx(1.5));
    CHECK(one[0].bonds_broken.mean == Approx((9 * 5 + 50) / 10.0));
    CHECK(one[0].worst_bonds == 50);
    study.short_years = {1, 1, 0, 1};
    CHECK(what_can_go_wrong(study.cube(), study.names)[0].share_of_worlds == Approx(0.3));
    CHECK(has(study.answer().risks[0].sentence.nl,
              "‘Nu’: in 0,9 van de 1 jaar is minder dan de helft van het gekochte personeel aan het werk; "
              "drie of meer "
              "zulke jaren in 30 % van de werelden."));
}

TEST_CASE("blocks go through a result file, with their axes, and so does which option is nothing") {
    const Study study;
    const TemporaryFolder folder;
    const std::string path = folder.path() + "/results.h5";
    ResultTable expected("/scenario/expected_money", {"option"}, {"has_lines"}, "option");
    expected.add({"now"}, {1});
    expected.add({"more"}, {1});
    expected.add({"nothing"}, {0});
    Results results{study.cube(), study.names, {}, {}};
    results.names.site_dimension = "neighbourhood";
    results.names.sites = {"here"};
    results.record.tables = {expected};
    write_results(path, results);
    const auto read = read_results(path);
    CHECK(read.names.nothing == std::size_t{nothing});
    REQUIRE(read.cube.layout().blocks.size() == 4);
    CHECK(reached_csv(read.cube, study.names) == reached_csv(results.cube, study.names));
    CHECK(what_can_go_wrong(read.cube, read.names)[0].worst_bonds == 50);
}

}  // namespace weefsel::test_findings
