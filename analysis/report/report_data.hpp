#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/results/results_file.hpp"
#include "analysis/statistics/interval.hpp"

namespace weefsel::analysis {

/// Everything that the report shows, as plain data. `Interval`s are over worlds (see interval_of_worlds);
/// differences are option minus reference in the same world. What the results lack leaves its part empty.
///
/// `fields` says once how each part is called in the page's data, in which order, and what it is:
/// report_json.cpp writes the JSON from it, and analysis/report/types.ts is made from it
/// (tests/analysis/report_types.cpp). A field that may be unknown, so null, is marked by `or_unknown`.
struct ReportData {
    /// A field whose numbers may be NaN.
    template <class T>
    struct OrUnknown {
        const T& value;
    };
    template <class T>
    static OrUnknown<T> or_unknown(const T& value) {
        return {value};
    }

    struct Option {
        std::string name, nl, en;
        static void fields(auto& s, auto& field) { field("name", s.name)("nl", s.nl)("en", s.en); }
    };
    /// What an option costs and buys by the plain arithmetic of its contracts, before any social effect. The
    /// names are the columns of /scenario/expected_money.
    struct Expected {
        std::string option;
        bool has_lines = true;
        double granted = 0, returned = 0, direct_hours = 0, hours_per_euro = 0, years = 0, discount_rate = 0,
               price_year = 0;
        static void fields(auto& s, auto& field) {
            field("option", s.option)("has_lines", s.has_lines)("granted", s.granted);
            field("returned", s.returned)("direct_hours", s.direct_hours);
            field("hours_per_euro", s.hours_per_euro)("years", s.years);
            field("discount_rate", s.discount_rate)("price_year", s.price_year);
        }
    };
    struct Indicator {
        std::string name, unit, better, measured, nl, en, how_nl, how_en, scale;
        double usual_noticeable = 0;
        std::optional<double> noticeable{};
        static void fields(auto& s, auto& field) {
            field("name", s.name)("unit", s.unit)("better", s.better);
            field("measured", s.measured)("nl", s.nl)("en", s.en)("how_nl", s.how_nl);
            field("how_en", s.how_en);
            field("scale", s.scale, "What kind of number: share, score, money, ...");
            field("usual_noticeable", s.usual_noticeable,
                  "Smallest difference worth noticing, in its unit, unless one was set; 0: not known.");
            field("noticeable", s.noticeable, "The one that was set, where one was.");
        }
    };
    /// A row of /comparison.
    struct Row {
        std::size_t option = 0;
        std::string indicator;
        std::size_t horizon = 0;
        Interval level{}, difference{};
        double better = 0;
        Verdict verdict{};
        static void fields(auto& s, auto& field) {
            field("option", s.option)("indicator", s.indicator)("horizon", s.horizon);
            field("level", s.level)("difference", s.difference);
            field("better", or_unknown(s.better), "Share of pairs in which the option is better.");
            field("verdict", s.verdict)("pairs", s.difference.n);
        }
    };
    /// Year by year.
    struct Series {
        std::string indicator;
        std::vector<std::vector<Interval>> levels, differences;
        static void fields(auto& s, auto& field) {
            field("indicator", s.indicator);
            field("levels", s.levels, "[option][year]");
            field("differences", s.differences, "[option][year]");
        }
    };
    /// The last year by world.
    struct Worlds {
        std::string indicator;
        std::vector<std::vector<double>> differences;
        std::vector<std::size_t> pairs, more, better, passing_draws;
        static void fields(auto& s, auto& field) {
            field("indicator", s.indicator);
            field("differences", or_unknown(s.differences), "[option][world]");
            field("pairs", s.pairs, "By option: how many worlds it was measured in.");
            field("more", s.more, "By option: in how many of them it is more than in the reference.");
            field("better", s.better, "By option: in how many of them it is better.");
            field("passing_draws", s.passing_draws,
                  "By option: in how many sets of assumptions it is better by what is worth noticing.");
        }
    };
    /// The last year by group.
    struct GroupValues {
        std::string indicator;
        std::vector<std::vector<Interval>> levels, differences;
        std::vector<std::vector<Verdict>> verdicts;
        static void fields(auto& s, auto& field) {
            field("indicator", s.indicator);
            field("levels", s.levels, "[option][group]");
            field("differences", s.differences, "[option][group]");
            field("verdicts", s.verdicts, "Of the differences, whatever their size.");
        }
    };
    struct Grouping {
        std::string name;
        std::vector<std::string> groups;
        std::vector<GroupValues> values;
        std::vector<double> x, y;
        std::vector<std::string> within;
        static void fields(auto& s, auto& field) {
            field("name", s.name)("groups", s.groups)("values", s.values);
            field("x", s.x, "Metres from the centre of what is named in `within`; empty when unknown.");
            field("y", s.y)("within", s.within);
        }
    };
    /// What a payer gains by an option against the reference; negative: it pays more. EUR of all years, not
    /// discounted where nothing else is said.
    struct Balance {
        std::vector<Interval> present_value;
        Verdict verdict{}, own_hours_verdict{};
        Interval granted{}, care{}, saved{}, own_hours{}, added_life{}, cash{};
        std::vector<double> granted_by_year, care_by_year, youth_by_year, granted_paid, care_paid, youth_paid;
        std::vector<Interval> cumulative;
        std::string break_even;
        std::size_t break_even_year = 0;
        static void fields(auto& s, auto& field) {
            field("present_value", s.present_value, "By rate.");
            field("verdict", s.verdict, "Of the present value at the first rate.");
            field("granted", s.granted)("care", s.care);
            field("saved", s.saved, "Of `care`, what does not fall in added years of life.");
            field("own_hours", s.own_hours, "Valued; no money, and not in the balance.");
            field("own_hours_verdict", s.own_hours_verdict);
            field("added_life", s.added_life, "The part of `care` that falls in added years of life.");
            field("granted_by_year", s.granted_by_year)("care_by_year", s.care_by_year);
            field("youth_by_year", s.youth_by_year,
                  "The part of `care_by_year` that is youth care; empty: unknown.");
            field("cash", s.cash, "Of what is saved on care, what becomes cash before the last year ends.");
            field("granted_paid", s.granted_paid,
                  "What is paid in a year as it stands, not against the reference.");
            field("care_paid", s.care_paid)("youth_paid", s.youth_paid);
            field("cumulative", s.cumulative, "To the end of each year.");
            field(
                "break_even", s.break_even,
                "Whether the payer has its money back and keeps it: from, never, unclear, same or unknown.");
            field("break_even_year", s.break_even_year, "From which year on, where it has.");
        }
    };
    struct Money {
        std::vector<std::string> payers;
        std::vector<double> rates, cash_share;
        double cash_after = 0;
        std::vector<std::vector<Balance>> balances;
        static void fields(auto& s, auto& field) {
            field("payers", s.payers);
            field("rates", s.rates, "Discount rates a year.");
            field("cash_share", or_unknown(s.cash_share),
                  "By payer: the share of a saving on care that becomes cash.");
            field("cash_after", or_unknown(s.cash_after), "After so many months.");
            field("balances", s.balances, "[option][payer]");
        }
    };
    struct LedgerEntry {
        std::string entry;
        std::vector<Interval> counts, placebo, per_1000, placebo_per_1000;
        static void fields(auto& s, auto& field) {
            field("entry", s.entry);
            field("counts", s.counts, "By option.");
            field("placebo", s.placebo, "By option; empty without a placebo comparison.");
            field("per_1000", s.per_1000, "Per 1000 residents of month 0; empty when they were not counted.");
            field("placebo_per_1000", s.placebo_per_1000);
        }
    };
    struct Ledger {
        std::string kind;
        std::vector<LedgerEntry> entries;
        static void fields(auto& s, auto& field) { field("kind", s.kind)("entries", s.entries); }
    };
    struct Shock {
        std::string kind;
        double start_year = 0, months = 0;
        bool random = false;
        static void fields(auto& s, auto& field) {
            field("kind", s.kind)("start_year", s.start_year)("months", s.months);
            field("random", s.random, "It may begin later, or never.");
        }
    };
    /// Something that a line of an option buys, as the scenario has it.
    struct Bought {
        std::string option, line, form, kind, what, quantity, goal;
        double much = 0;
        static void fields(auto& s, auto& field) {
            field("option", s.option)("line", s.line)("form", s.form);
            field("kind", s.kind, "What kind of purchase: role, place, support, public_space, ...");
            field("what", s.what, "Which: opbouwwerker, buurthuis, ...; empty where the kind says it all.");
            field("quantity", s.quantity, "What `much` counts: fte, hours_week, ...")("much", s.much);
            field("goal", s.goal, "Whom its money is meant for; empty: everybody.");
        }
    };
    /// Of an option that buys staff, month by month.
    struct Staffing {
        std::string option;
        std::vector<double> bought, below_half;
        std::vector<std::vector<double>> at_work;
        static void fields(auto& s, auto& field) {
            field("option", s.option)("bought", s.bought, "Fte, mean over worlds.");
            field("below_half", or_unknown(s.below_half),
                  "Share of worlds with less than half of it at work; null: nothing was bought.");
            field("at_work", or_unknown(s.at_work),
                  "[world][month] Share of what was bought that was at work, of the first worlds.");
        }
    };
    /// The names are columns of /scenario/parameters.
    struct Parameter {
        std::string name;
        double value = 0;
        std::string unit, source, evidence, meaning;
        static void fields(auto& s, auto& field) {
            field("name", s.name)("value", s.value)("unit", s.unit)("source", s.source);
            field("evidence", s.evidence)("meaning", s.meaning);
        }
    };
    struct MadeBy {
        Made made;
        std::string command, seed, scenario_sha256, failures, parameter_draws, replaced_equations;
        static void fields(auto& s, auto& field) {
            field("version", s.made.version)("commit", s.made.commit);
            field("tree_clean", s.made.tree_clean)("created", s.made.created);
            field("command", s.command)("seed", s.seed);
            field("scenario_sha256", s.scenario_sha256)("failures", s.failures);
            field("parameter_draws", s.parameter_draws,
                  "Where several sets of assumptions come from; empty with one.");
            field("replaced_equations", s.replaced_equations,
                  "Equations of the model that a plugin replaces; empty when none does.");
        }
    };

    std::string title, question, title_nl, question_nl;
    MadeBy made;
    std::size_t draws = 0, replicates = 0, reference = 0, years = 0;
    double residents = 0;
    std::optional<bool> equal_money;
    bool equal_budget = false;
    std::vector<std::string> headlines, clearest, neighbourhoods;
    std::vector<Option> options;
    std::vector<Expected> expected;
    std::vector<Indicator> indicators;
    std::vector<Row> comparison;
    std::vector<Series> series;
    std::vector<Worlds> worlds;
    std::vector<Grouping> groupings;
    Money money;
    std::vector<Ledger> ledgers;
    std::vector<Shock> shocks;
    std::vector<Bought> bought;
    std::vector<Staffing> staffing;
    std::vector<Parameter> parameters;
    std::vector<ResultTable> tables;
    static void fields(auto& s, auto& field) {
        field("title", s.title)("question", s.question)("title_nl", s.title_nl);
        field("question_nl", s.question_nl)("made", s.made)("draws", s.draws);
        field("replicates", s.replicates)("reference", s.reference)("years", s.years);
        field("residents", s.residents, "In the first month, mean over the worlds of the reference.");
        field("equal_money", s.equal_money, "Whether the scenario asks for it.");
        field("equal_budget", s.equal_budget,
              "Whether it asks that of what is granted, not of the net cost.");
        field("headlines", s.headlines, "What the answer is about, in order.");
        field("clearest", s.clearest, "The same, those about which the answer is clearest first.");
        field("neighbourhoods", s.neighbourhoods)("options", s.options);
        field("expected", s.expected)("indicators", s.indicators);
        field("comparison", s.comparison)("series", s.series)("worlds", s.worlds);
        field("groupings", s.groupings)("money", s.money)("ledgers", s.ledgers);
        field("shocks", s.shocks)("bought", s.bought)("staffing", s.staffing);
        field("parameters", s.parameters)("tables", s.tables);
    }
};

/// What the report shows of results, those in memory and those of a file alike, and what they do not hold as
/// such: yearly means, differences by group, balances by payer, and verdicts on those.
ReportData report_of(const Results& results);

}  // namespace weefsel::analysis
