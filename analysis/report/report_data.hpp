#pragma once
#include <optional>
#include <string>
#include <vector>

#include "analysis/statistics/interval.hpp"

namespace weefsel::analysis {

/// Everything that the report shows, as plain data. `Interval`s are over worlds (see interval_of_worlds);
/// differences are option minus reference in the same world. Groups that a result file lacks leave their part
/// empty.
struct ReportData {
    struct Option {
        std::string name, label_nl, label_en;
    };
    /// What the options cost and buy by the plain arithmetic of contracts.
    struct Expected {
        std::string option;
        bool has_lines = true;
        double granted = 0, returned = 0, direct_hours = 0, hours_per_euro = 0;
        double years = 0, discount_rate = 0, price_year = 0;
    };
    struct Indicator {
        std::string name, unit, better, measured, label_nl, label_en, how_nl, how_en;
        std::string scale{};          ///< see sim::Scale
        double usual_noticeable = 0;  ///< smallest difference worth noticing unless one was set; 0: not known
        int headline = 0;             ///< place in an answer; 0: none
        double noticeable = 0;        ///< the one that was set; 0: none was
    };
    /// A row of /comparison.
    struct Row {
        std::size_t option = 0;
        std::string indicator;
        int horizon_years = 0;
        Interval level{}, difference{};
        double probability_better = 0;
        std::string verdict{};  ///< see Verdict
    };
    /// [option][year]
    struct Series {
        std::string indicator;
        std::vector<std::vector<Interval>> levels, differences;
    };
    /// Differences in the last year, [option][world]; NaN where a world is missing.
    struct Worlds {
        std::string indicator;
        std::vector<std::vector<double>> differences;
    };
    /// In the last year, [option][group].
    struct GroupValues {
        std::string indicator;
        std::vector<std::vector<Interval>> levels, differences;
    };
    struct Grouping {
        std::string name;
        std::vector<std::string> groups;
        std::vector<GroupValues> values;
        std::vector<double> x, y;         ///< m, of the groups; empty when unknown
        std::vector<std::string> within;  ///< what their places are seen from the centre of
    };
    /// What a payer gains by an option (negative: pays more than in the reference). EUR of all years.
    struct Balance {
        std::vector<Interval> present_value;  ///< by rate
        Interval granted{}, care{};           ///< its parts, not discounted
        Interval saved{};                     ///< of `care`, what falls in no year of life that was added
        Interval own_hours{};                 ///< valued, no money, not in the balance
        Interval added_life{};                ///< the part of `care` that falls in years of life added
        std::vector<double> granted_by_year, care_by_year;
        std::vector<double> youth_by_year;  ///< the part of `care_by_year` that is youth care; empty: unknown
        Interval cash{};                    ///< of `care`, what becomes cash before the last year ends
        /// What is paid in a year as it stands (not against the reference): granted, care, and youth care.
        std::vector<double> granted_paid, care_paid, youth_paid;
        std::vector<Interval> cumulative;  ///< not discounted, to the end of each year
    };
    struct Money {
        std::vector<std::string> payers;
        std::vector<double> rates;
        std::vector<double> cash_share;  ///< by payer: of a saving on care; NaN: unknown, or no payer of care
        double cash_after = 0;           ///< months
        std::vector<std::vector<Balance>> balances;  ///< [option][payer]
    };
    struct LedgerEntry {
        std::string entry;
        std::vector<Interval> counts;   ///< by option
        std::vector<Interval> placebo;  ///< by option; empty when there is no placebo comparison
        /// The same per 1000 residents of month 0, which is what people are told; empty when it is not known
        /// how many they were.
        std::vector<Interval> per_1000, placebo_per_1000;
    };
    struct Ledger {
        std::string kind;
        std::vector<LedgerEntry> entries;
    };
    struct Shock {
        std::string kind;
        double start_year = 0, months = 0;
        bool random = false;  ///< may begin later, or never
    };
    struct Parameter {
        std::string name, unit, source, evidence, meaning;
        double value = 0;
    };
    /// A table of a later analysis, drawn as it is: /decision/NAME or /lives.
    struct Table {
        struct Column {
            std::string name;
            std::vector<std::string> texts;
            std::vector<double> numbers;  ///< when `texts` is empty
        };
        std::string name;
        std::vector<Column> columns;
    };

    std::string title, question;        ///< in English, or as given
    std::string title_nl, question_nl;  ///< in Dutch; as those where the file has none
    std::string version, commit, created, command, scenario_sha256, seed, tree_clean, failures;
    std::string parameter_draws;  ///< where several sets of assumptions come from; empty with one
    std::size_t draws = 0, replicates = 0, reference = 0;
    int years = 0;
    double residents = 0;                ///< in the first month, mean over the worlds of the reference
    std::optional<bool> equal_money;     ///< whether the scenario asks for it
    std::vector<std::string> headlines;  ///< what the answer is about, in order
    std::vector<std::string> neighbourhoods;
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
    std::vector<Parameter> parameters;
    std::vector<Table> tables;
};

/// Reads what the report shows from a result file, and computes what is not there as such: yearly means,
/// differences by group, balances by payer. Throws sim::InputError when it is no result file.
ReportData read_report(const std::string& results);

}  // namespace weefsel::analysis
