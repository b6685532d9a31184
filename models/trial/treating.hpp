#pragma once
#include <cstdint>
#include <vector>

#include "models/study/month_step.hpp"
#include "models/study/municipality.hpp"
#include "models/trial/recruit.hpp"

namespace weefsel {

/// One arm of a trial while it is done to all who were recruited: hands each dose to the model's own
/// mechanisms. `funding.policy_effects` below one half: nothing is done.
///
/// A month has `a_month` contacts (a fraction by a keyed number) of `hours` each. What each word does:
///   call, visit   by a volunteer: hours of company;
///                 by a professional: a contact as casework has it (bond, efficacy, signals, invitations)
///   group         the same members meet as visitors of one session do and get hours of company;
///                 `host`: it has a host; not `known`: mixed anew each month, company among strangers
///   connect       a contact that brings in touch with one of the other recruits, as connecting does
///   money         a contact that takes away insecurity, as money casework does
///   practical     a contact as casework has it
///   counselling   the same: it leaves coping, which relieves a carer, beside what support does
///   respite       hours of support to the person alone, without bond or efficacy
///   volunteer     becomes a volunteer of `hours` times `a_month`, and stays one for `months` at least
///   side_by_side  the two of a pair spend the hours together and may become friends, as in a session of two
///                 that others have put together (meeting_place.start_assigned)
/// `known = false`: another professional each time, so that no bond grows. `ends = "interrupted"`: the
/// professional is gone in the month after, as one who leaves a post; else bonds fade by themselves.
class ArmInForce {
public:
    /// Adds the trial's own professionals to the posts of `start`: they see nobody but those whom a dose
    /// names.
    ArmInForce(const Trial& trial, const TrialArm& arm, const Recruits& recruits, Municipality& start,
               sim::Month first);
    ArmInForce(const ArmInForce&) = delete;
    ArmInForce& operator=(const ArmInForce&) = delete;

    /// What a month of the run is simulated under.
    [[nodiscard]] const Treatment& treatment() const { return treatment_; }
    /// By recruit: got anything so far; and did in the last month in which the arm gave something.
    [[nodiscard]] const std::vector<std::uint8_t>& reached() const { return reached_; }
    [[nodiscard]] std::vector<std::uint8_t> continuing() const;

private:
    struct Site {
        std::vector<std::size_t> recruits;  ///< places among the recruits, by priority
        PostId first_worker;                ///< rows of the trial's own professionals follow each other
        int last_given = -1;                ///< month
    };
    void before_work(MonthUnderWay& m);
    void after_work(MonthUnderWay& m);
    void give(MonthUnderWay& m, Site& site, const Dose& dose, std::size_t nth);
    void give_group(MonthUnderWay& m, Site& site, const Dose& dose, std::size_t nth);
    void give_one(MonthUnderWay& m, const Site& site, const Dose& dose, std::size_t nth, std::size_t recruit);
    void contact(MonthUnderWay& m, const Site& site, const Dose& dose, ResidentId who, int times,
                 std::uint32_t random_word);
    void note(MonthUnderWay& m, Site& site, std::size_t recruit);
    [[nodiscard]] int month_of(const MonthUnderWay& m) const { return m.now - first_; }

    const Trial& trial_;
    const TrialArm& arm_;
    const Recruits& recruits_;
    sim::Month first_;
    std::uint32_t key_;
    std::vector<Site> sites_;
    std::vector<std::uint8_t> reached_;
    std::vector<std::int16_t> last_;  ///< month in which a recruit last got something, or -1
    Treatment treatment_;
};

/// Contacts of a dose that fall in a month, whole: the fraction is decided by `word`.
int times_of(double a_month, std::uint32_t word);
/// Whether something that begins in `from` and lasts `months` (0: for good) is going on.
constexpr bool goes_on(int month, int from, int months) {
    return month >= from && (months == 0 || month < from + months);
}

}  // namespace weefsel
