#pragma once
#include <optional>
#include <vector>

#include "models/story/life_watch.hpp"

namespace weefsel {

/// Where two lives of one resident part: the first event with a hazard that falls in one of them, and later
/// or not at all in the other.
struct Parting {
    static constexpr int never = -1, months_shown = 12;

    Hazard hazard{};
    bool first_in_reference = false;
    int month = 0;            ///< of the event, where it is first
    int month_other = never;  ///< of the same event in the other life
    double threshold = 0;     ///< unit exponential that the accumulated hazard has to pass
    double reference = 0;     ///< hazard of this episode accumulated at the end of `month`
    double option = 0;
    bool same_episode = false;  ///< both lives bear the same threshold; else only the months are compared

    /// The hazards of one month in both lives, term by term; a term that only one has stands against 0.
    struct Month {
        int month = 0;
        double reference = 0, option = 0;  ///< hazards; 0: not at risk
        struct Term {
            TermKind kind;
            double reference, option;
            [[nodiscard]] double difference() const { return option - reference; }
        };
        std::vector<Term> terms;  ///< of log-hazards; none unless both are at risk
    };
    std::vector<Month> last;  ///< the last months up to `month`, oldest first

    /// What each term did to the accumulated hazard of the option, against the reference, since the options
    /// began. Months in which both were at risk are divided over the terms by the logarithmic mean of the
    /// two hazards, L = (h_b - h_a) / ln(h_b / h_a): h_b - h_a = sum of L x (term_b - term_a), exactly.
    /// Source: Ang (2005), Energy Policy 33, 867-871 (LMDI-I).
    std::vector<HazardTerm> shares;
    double not_at_risk = 0;  ///< the same of months in which only one of them was at risk
    double carried = 0;      ///< the same of hazard that an earlier episode left over
    /// Difference in accumulated hazard: the sum of the shares, `not_at_risk` and `carried`.
    [[nodiscard]] double difference() const;
};

/// None: every event with a hazard falls in the same month of both. `only`: events of this hazard alone.
std::optional<Parting> parting_of(const Life& reference, const Life& option, std::optional<Hazard> only = {});

/// From when on one of two lives is severely lonely and the other is not, both being there, for three months
/// at least.
struct LonelyParting {
    int month = 0;
    bool in_reference = false;         ///< lonely there
    std::vector<Parting::Month> last;  ///< the last months up to `month`; the terms are of the logit, and
                                       ///< `reference` and `option` the scores to which loneliness goes
    /// Of these the month in which the scores lie furthest apart: loneliness follows with some delay.
    [[nodiscard]] const Parting::Month& widest() const;
};
std::optional<LonelyParting> lonely_parting_of(const Life& reference, const Life& option);

/// (b - a) / ln(b / a) of two positive numbers; a where they are equal.
double logarithmic_mean(double a, double b);

}  // namespace weefsel
