#pragma once
#include <cstdint>
#include <vector>

#include "models/measure/survey/loneliness_panel.hpp"
#include "models/measure/survey/survey_counts.hpp"
#include "models/parameters/parameters.hpp"
#include "models/world/month_record.hpp"
#include "models/world/neighbourhood.hpp"
#include "sim/month.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// A survey of one neighbourhood under one option, kept up month by month: what the patterns are
/// measured with. It looks at the state and remembers what the state forgets (who volunteered this
/// year, whose partner left, which ties there were in year 0); it changes nothing and draws no chance
/// but the noise of answers, keyed as the monthly indicators key it.
class PatternSurvey {
public:
    /// `urbanity`: class of the neighbourhood, 1 to 5. `parameters` must outlive the survey.
    PatternSurvey(const Parameters& parameters, const sim::RandomSource& draws, int urbanity);

    /// Before the first month (`month` -1), then after each month of the option (from 0).
    void look(int month, const Neighbourhood& n, const MonthRecord& made, sim::Month now);

    /// Counts up to now. `years`: simulated in all; the answers of the last year are kept apart.
    [[nodiscard]] const SurveyCounts& counts() const { return counts_; }

private:
    /// What is remembered of the resident in one row; void when somebody else lives in the row.
    struct Remembered {
        sim::BirthNumber who = 0;
        sim::BirthNumber partner = 0;   ///< of last month, 0: none
        std::uint16_t gp_contacts = 0;  ///< this year
        bool volunteered = false;       ///< this year
        bool separated = false;         ///< a partner left while observed
        bool whole_year = false;        ///< here since the year began
        bool at_risk = false;           ///< at the year's beginning: 60 or older, at home, without indication
        bool indicated = false;         ///< for residential care, this year
        bool severe = false;            ///< as the year began, and so are the next
        std::uint8_t age = 0;
        bool partnered = false;
        float frailty = 0, distress = 0, insecurity = 0;
    };
    struct Known {
        sim::BirthNumber who;
        std::size_t group;  ///< of tie_groups
    };
    /// Ties with people of other dwellings, and friends elsewhere.
    struct Network {
        sim::BirthNumber who;
        std::vector<Known> others;
        double elsewhere;
    };
    static Network network_of(const Neighbourhood& n, ResidentId who);

    void begin_year(const Neighbourhood& n, sim::Month now);
    void remember_month(const Neighbourhood& n, sim::Month now);
    void end_year(const Neighbourhood& n, sim::Month now);
    void remember_ties(const Neighbourhood& n);
    void compare_ties(const Neighbourhood& n);
    void count_staff(const Neighbourhood& n);

    const Parameters& p_;
    sim::RandomSource draws_;
    std::size_t urbanity_;
    std::vector<Remembered> memory_;
    std::vector<Network> networks_;
    LonelinessPanel panel_;
    SurveyCounts counts_;
};

/// Shared hours at which a tie that begins with nothing and gets two hours a week becomes a friendship,
/// by the rule of the network (Hall 2018 asks the same of his respondents). h
double shared_hours_at_friend(const NetworkParameters& p);

}  // namespace weefsel
