#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "models/measure/indicators.hpp"
#include "models/measure/survey/answered_loneliness.hpp"
#include "models/parameters/survey_parameters.hpp"
#include "models/study/life_log.hpp"
#include "models/study/reach_classes.hpp"
#include "models/study/reach_groups.hpp"
#include "models/world/month_record.hpp"
#include "models/world/neighbourhood.hpp"

namespace weefsel {

/// What is kept of a person, as a whole number of steps: sums of differences are exact in any order.
struct PersonIndicator {
    Indicator which;
    float steps;  ///< to one unit of the indicator
};
inline constexpr float steps_of_shares = 50000, steps_of_scores = 5000, steps_of_counts = 100;
inline constexpr std::array person_indicators{
    PersonIndicator{Indicator::social_cohesion, steps_of_scores},
    PersonIndicator{Indicator::lonely, steps_of_shares},
    PersonIndicator{Indicator::severely_lonely, steps_of_shares},
    PersonIndicator{Indicator::close_ties, steps_of_counts},
    PersonIndicator{Indicator::friends, steps_of_counts},
    PersonIndicator{Indicator::participation, steps_of_shares},
    PersonIndicator{Indicator::volunteering, steps_of_shares},
    PersonIndicator{Indicator::belonging, steps_of_shares},
    PersonIndicator{Indicator::distressed, steps_of_shares},
    PersonIndicator{Indicator::healthy, steps_of_shares},
};

/// Years of which persons are kept: 1, 4, 8, 20 and the last, those that there are, ascending.
std::vector<int> years_of_persons(int years);

/// How funded work met the residents of month 0 in one option, and how they were: by year, and in the years
/// of `years_of_persons` person by person, in the order of `founders_of`.
struct ReachHistories {
    static constexpr std::uint8_t gone = 255;  ///< as `times` of who is not there
    struct Year {
        std::vector<std::uint8_t> times;  ///< in the twelve months up to its end; stays at 254
        std::array<std::vector<std::uint16_t>, person_indicators.size()> value;  ///< in steps, at its end
    };
    std::vector<std::array<std::uint32_t, reach_classes>> residents;  ///< [year]: who is there, by class
    std::vector<std::uint32_t> lost;                                  ///< [year]: who is not
    std::vector<Year> persons;                                        ///< [kept year]
    std::vector<GroupedReach> by_group;                               ///< [kept year]
    [[nodiscard]] bool there(std::size_t kept, std::size_t who) const {
        return persons[kept].times[who] != gone;
    }
};

/// Counts and keeps them. It reads what a month made and left, and changes nothing.
class ReachLog {
public:
    /// `founders`: how many residents of month 0 there are.
    ReachLog(std::size_t founders, int years);

    /// What a month of a site did: between `note` and `sum_up` of `log`. Different sites may do so at the
    /// same time. Who moves from one neighbourhood to another, or comes to stand in another row, is not
    /// counted in that month.
    void note(std::size_t site, const Neighbourhood& n, const MonthRecord& made, const LifeLog& log);
    /// How those in a site are at the end of a year, after `sum_up`; the same holds.
    void look(std::size_t site, const Neighbourhood& n, const LifeLog& log,
              const AnsweredLoneliness& answered, const SurveyParameters& p, const sim::RandomSource& draws,
              sim::Month now);
    /// After all sites: the year is over.
    void end_year();

    [[nodiscard]] const ReachHistories& histories() const { return out_; }

private:
    /// Where persons of this year are kept; null where they are not.
    [[nodiscard]] ReachHistories::Year* persons_now();

    std::vector<int> kept_;            ///< years
    std::vector<std::uint8_t> times_;  ///< per founder, of the year so far
    std::vector<std::uint8_t> there_;  ///< per founder, at its end
    ReachGroups groups_;
    int year_ = 1;
    ReachHistories out_;
};

}  // namespace weefsel
