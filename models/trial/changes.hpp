#pragma once
#include <cstdint>
#include <vector>

#include "models/question/trial.hpp"
#include "models/study/month_step.hpp"
#include "models/trial/recruit.hpp"

namespace weefsel {

/// What a change is done to in one neighbourhood.
struct ChangeSite {
    const std::vector<Person>& people;         ///< all recruits
    const std::vector<std::size_t>& recruits;  ///< those of this neighbourhood, by priority
    std::uint32_t key;                         ///< of the trial and the change
    int month;                                 ///< of the arm, from 0
    int sites;                                 ///< neighbourhoods of the study
};

/// Does a change to a neighbourhood before the month's work, in a month in which it goes on. Returns which of
/// `recruits` it concerns (places among all). What each word does:
///   close         all places of the kind are shut while it lasts
///   price         a factor on the cost of entry, for residents of `age`
///   travel        a factor on what distance takes from going out, for residents of `age`
///   public_space  street, square: the public space of a share of the streets is raised, once;
///                 park: what parks offer is better while it lasts
///   end_posts     a share of the posts ends: planned, a successor begins and every bond is taken over;
///                 resigned, bonds are lost but for a handover and a successor is sought;
///                 lapsed, nobody follows
///   absent        one post does no direct work
///   relocate      households change dwellings with others: apart, each with one in another street;
///                 together, whole streets with others of like length
///   mix           recruits meet in fixed groups in which origins are spread evenly
///   euro          takes away insecurity: it is multiplied with exp(-`funding.euro_relief` euro / 1000)
///   open          with within_m: the place that a line opens stands so near to a recruit's dwelling
/// What is bought (enlarge, open, fte, buys) is a line of the arm's policy.
std::vector<std::size_t> make_change(const Change& change, const ChangeSite& site, MonthUnderWay& month);

}  // namespace weefsel
