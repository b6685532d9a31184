#pragma once
#include <cstdint>
#include <vector>

#include "models/study/realisation.hpp"
#include "models/study/worker_pool.hpp"
#include "models/trial/recruit.hpp"
#include "models/trial/trial_quantity.hpp"

namespace weefsel {

/// Whom a trial measures: who was recruited, and where a measure is among all, everybody.
struct Cohort {
    const Trial& trial;
    Recruits recruits;
    std::vector<Person> people;             ///< the recruits first
    std::vector<TrialQuantity> quantities;  ///< of the measures

    Cohort(const Trial& trial, const Realisation& realisation);
};

/// Marks of a measure's people, by person: who belongs to it. `of_recruits` by recruit.
std::vector<std::uint8_t> marks_of(const Cohort& cohort, const std::vector<std::uint8_t>& of_recruits,
                                   bool everybody);

/// A cohort followed through one run: what is counted month by month, and what is measured when it is asked.
class TrialFollow {
public:
    TrialFollow(const Cohort& cohort, const Realisation& realisation);

    /// After each month of the run; `months` since entry. `among`: marks of each measure, by person.
    void note(const Municipality& m, const std::vector<MonthRecord>& made, int months,
              const std::vector<std::vector<std::uint8_t>>& among);

    /// Values of a measure by person, NaN where there is none; at entry, and when it was due.
    [[nodiscard]] const std::vector<float>& at_entry(std::size_t measure) const { return entry_[measure]; }
    [[nodiscard]] const std::vector<float>& then(std::size_t measure) const { return then_[measure]; }
    /// The same of an indicator of the group as a whole.
    [[nodiscard]] double group_at_entry(std::size_t measure) const { return group_entry_[measure]; }
    [[nodiscard]] double group_then(std::size_t measure) const { return group_then_[measure]; }

private:
    void count(const Municipality& m, const std::vector<MonthRecord>& made);
    [[nodiscard]] std::vector<float> values(std::size_t measure, const Municipality& m, int months) const;
    [[nodiscard]] double group_value(std::size_t measure, const Municipality& m,
                                     const std::vector<MonthRecord>* made, int months,
                                     const std::vector<std::uint8_t>& among) const;
    [[nodiscard]] sim::Month month_at(int months) const { return entry_month_ + months; }

    const Cohort& cohort_;
    const Realisation& realisation_;
    sim::Month entry_month_;
    AnsweredLoneliness answered_;
    std::vector<Followed> since_;
    std::vector<std::vector<std::int32_t>> person_in_;  ///< [site][row]: place among the people, or -1
    std::vector<std::vector<float>> entry_, then_;
    std::vector<double> group_entry_, group_then_;
};

}  // namespace weefsel
