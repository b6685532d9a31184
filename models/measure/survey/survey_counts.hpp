#pragma once
#include <array>
#include <cstddef>
#include <vector>

#include "models/world/tie_state.hpp"

namespace weefsel {

/// A sum and how many it was taken over; of several neighbourhoods both are added.
struct Share {
    double of = 0;
    double among = 0;
    void add(double value, double weight = 1) {
        of += value;
        among += weight;
    }
};

/// Age groups that the surveys publish: first age of each, ascending; the last has no end.
template <std::size_t N>
using AgesFrom = std::array<int, N>;
inline constexpr AgesFrom<6> loneliness_ages{18, 35, 50, 65, 75, 85};
inline constexpr AgesFrom<7> gp_ages{0, 5, 18, 45, 65, 75, 85};
inline constexpr AgesFrom<6> volunteer_ages{15, 25, 35, 55, 65, 75};
inline constexpr AgesFrom<6> carer_ages{20, 35, 45, 55, 65, 75};
inline constexpr AgesFrom<3> contact_ages{18, 35, 65};

/// Group of an age, or -1 below the first.
template <std::size_t N>
constexpr int age_group(const AgesFrom<N>& from, int age) {
    int group = -1;
    for (const int first : from) group += age >= first;
    return group;
}

/// What the state knows of a partner: living together, and how that ended while it was simulated through.
enum class PartnerState : std::size_t { partnered, widowed, separated, other, count };

inline constexpr std::size_t tie_groups = 3;  ///< kin, friends, neighbours and fellow members

/// Everything that is counted, by first place; groups follow each other.
namespace asked {
enum : std::size_t {
    lonely,
    severe,
    lonely_by_age,
    severe_by_age = lonely_by_age + loneliness_ages.size(),
    severe_by_partner = severe_by_age + loneliness_ages.size(),
    cohesion = severe_by_partner + static_cast<std::size_t>(PartnerState::count),
    cohesion_by_urbanity,
    at_home = cohesion_by_urbanity + 5,
    at_home_low_income,
    weekly_neighbours,
    weekly_neighbours_by_age,
    weekly_family = weekly_neighbours_by_age + contact_ages.size(),
    weekly_friends,
    weekly_friends_by_age,
    volunteers = weekly_friends_by_age + contact_ages.size(),
    volunteers_by_education,
    volunteers_by_age = volunteers_by_education + 3,
    volunteer_hours = volunteers_by_age + volunteer_ages.size(),  ///< a week, of those who volunteer now
    carers,
    carers_by_age,
    burdened = carers_by_age + carer_ages.size(),  ///< among carers
    hours_burdened,                                ///< a week, of heavily burdened carers
    hours_other_carers,
    gp_by_age,  ///< contacts of a year
    trust_by_education = gp_by_age + gp_ages.size(),
    ties_retained = trust_by_education + 3,  ///< of the network of year 0, after seven years
    ties_retained_here,                      ///< of it: ties with people who lived here in year 0
    ties_retained_stayers,                   ///< of these: both still live here
    ties_retained_by_kind,                   ///< of these: kin, friends, neighbours and fellow members
    network_then = ties_retained_by_kind + tie_groups,  ///< size in year 0, of those who are still here
    network_now,                                        ///< size after seven years, of the same
    staff_exits,                                        ///< a year of a filled post
    hours_at_friend,
    belonging_at_end,
    distressed_at_end,
    lonely_6,  ///< short form, 15 and over
    strongly_lonely_6,
    hardly_known,  ///< disagree that people here know each other
    offences,      ///< in the first six years, a year of somebody of 12-22
    recovered,  ///< of the lonely of before the first month, four years later; as answered, and by the state
    became_lonely,
    recovered_state,
    became_lonely_state,
    low_contact,          ///< less than weekly contact outside the house
    strongly_by_contact,  ///< short form: less than weekly, then weekly and more; so are the next two
    emotional_by_contact = strongly_by_contact + 2,
    social_by_contact = emotional_by_contact + 2,
    count = social_by_contact + 2
};
}  // namespace asked

/// Sums of a Mantel-Haenszel ratio over strata of people who are alike; the ratio is their quotient.
struct StratifiedRatio {
    double over = 0;
    double under = 0;
};

/// Years after which the panel on loneliness is interviewed again.
inline constexpr std::array panel_years{1, 4, 7};

/// Sums for the correlation of two scores of the same people.
struct TwoScores {
    double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    void add(double one, double other) {
        n += 1;
        x += one;
        y += other;
        xx += one * one;
        yy += other * other;
        xy += one * other;
    }
    void add(const TwoScores& more) {
        n += more.n;
        x += more.x;
        y += more.y;
        xx += more.xx;
        yy += more.yy;
        xy += more.xy;
    }
};

/// What a survey among adults knows of somebody's composition, and the answer last: see composition_names.
inline constexpr std::array composition_names{"everybody",
                                              "man",
                                              "35-49",
                                              "50-64",
                                              "65-74",
                                              "75-84",
                                              "85 and over",
                                              "lives with a partner",
                                              "low education",
                                              "high education",
                                              "low income",
                                              "high income",
                                              "origin in Europe",
                                              "origin outside Europe",
                                              "loneliness"};
inline constexpr std::size_t composition = composition_names.size();

/// One post over the years of an option.
struct PostRecord {
    double exits = 0;
    double months = 0;       ///< in which it was paid for
    double long_months = 0;  ///< of these, with the same worker for three years or longer
};

/// All that was counted in one neighbourhood (or several together) under one option.
struct SurveyCounts {
    std::array<Share, asked::count> share{};
    StratifiedRatio admission;  ///< odds of an indication for residential care, severely lonely to others
    StratifiedRatio gp;         ///< GP contacts, severely lonely to others of equal health
    std::array<double, ties_kept + 1> degree{};  ///< adults by number of ties of 10 h and more here
    double adults = 0;                           ///< in `cross`
    std::array<std::array<double, composition>, composition> cross{};  ///< sums of products, year of the end
    std::array<TwoScores, panel_years.size()>
        answered_order{};                                     ///< loneliness before the first month and later
    std::array<TwoScores, panel_years.size()> state_order{};  ///< the same without errors of answers
    std::vector<PostRecord> posts;

    Share& operator[](std::size_t what) { return share[what]; }
    const Share& operator[](std::size_t what) const { return share[what]; }
};

/// Adds what was counted in another neighbourhood; posts are put beside each other.
void add(SurveyCounts& to, const SurveyCounts& more);

}  // namespace weefsel
