#include "models/measure/survey/quantities.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace weefsel {
namespace {

using Value = std::optional<double>;
using Sites = std::span<const SurveyCounts>;
constexpr double hundred = 100.0;

Value mean(const Share& s) { return s.among > 0 ? Value(s.of / s.among) : std::nullopt; }
Value per_cent(const Share& s) { return s.among > 0 ? Value(hundred * s.of / s.among) : std::nullopt; }

Value minus(Value a, Value b) { return a && b ? Value(*a - *b) : std::nullopt; }
Value over(Value a, Value b) { return a && b && *b != 0 ? Value(*a / *b) : std::nullopt; }
Value quotient(const StratifiedRatio& r) { return r.under > 0 ? Value(r.over / r.under) : std::nullopt; }

template <std::size_t What>
Value share_of(Sites, const SurveyCounts& all) {
    return per_cent(all[What]);
}
template <std::size_t What>
Value mean_of(Sites, const SurveyCounts& all) {
    return mean(all[What]);
}
template <std::size_t One, std::size_t Other>
Value points_between(Sites, const SurveyCounts& all) {
    return minus(per_cent(all[One]), per_cent(all[Other]));
}
template <std::size_t One, std::size_t Other>
Value ratio_between(Sites, const SurveyCounts& all) {
    return over(mean(all[One]), mean(all[Other]));
}

Value rural_minus_urban(Sites, const SurveyCounts& all) {
    constexpr std::size_t very_urban = 0, rural = 4;
    return minus(mean(all[asked::cohesion_by_urbanity + rural]),
                 mean(all[asked::cohesion_by_urbanity + very_urban]));
}

/// Most of the neighbourhoods' own shares of severe loneliness, or least.
template <bool Most>
Value extreme_area(Sites sites, const SurveyCounts&) {
    Value out;
    for (const auto& site : sites) {
        const auto here = per_cent(site[asked::severe]);
        if (here && (!out || (Most ? *here > *out : *here < *out))) out = here;
    }
    return out;
}

Value carers_peak(Sites, const SurveyCounts& all) {
    constexpr std::size_t peak = 3;  // 55-64
    Value elsewhere;
    for (std::size_t k = 0; k < carer_ages.size(); ++k) {
        const auto here = per_cent(all[asked::carers_by_age + k]);
        if (k != peak && here && (!elsewhere || *here > *elsewhere)) elsewhere = here;
    }
    return minus(per_cent(all[asked::carers_by_age + peak]), elsewhere);
}

Value gp_least_step(Sites, const SurveyCounts& all) {
    Value least;
    for (std::size_t k = 1; k + 1 < gp_ages.size(); ++k) {
        const auto step = minus(mean(all[asked::gp_by_age + k + 1]), mean(all[asked::gp_by_age + k]));
        if (!step) return std::nullopt;
        if (!least || *step < *least) least = step;
    }
    return least;
}

Value network_change(Sites, const SurveyCounts& all) {
    const auto ratio = over(mean(all[asked::network_now]), mean(all[asked::network_then]));
    return ratio ? Value(hundred * (*ratio - 1)) : std::nullopt;
}

struct Moments {
    double n = 0, mean = 0, variance = 0, third = 0;
};
Moments moments_of(const SurveyCounts& all) {
    Moments m;
    for (std::size_t k = 0; k < all.degree.size(); ++k) {
        m.n += all.degree[k];
        m.mean += static_cast<double>(k) * all.degree[k];
    }
    if (m.n == 0) return m;
    m.mean /= m.n;
    for (std::size_t k = 0; k < all.degree.size(); ++k) {
        const double from = static_cast<double>(k) - m.mean;
        m.variance += from * from * all.degree[k] / m.n;
        m.third += from * from * from * all.degree[k] / m.n;
    }
    return m;
}
Value degree_skew(Sites, const SurveyCounts& all) {
    const auto m = moments_of(all);
    return m.variance > 0 ? Value(m.third / (m.variance * std::sqrt(m.variance))) : std::nullopt;
}
Value degree_mode(Sites, const SurveyCounts& all) {
    const auto most = std::max_element(all.degree.begin(), all.degree.end());
    return *most > 0 ? Value(static_cast<double>(most - all.degree.begin())) : std::nullopt;
}
Value admission_odds(Sites, const SurveyCounts& all) { return quotient(all.admission); }
Value gp_ratio(Sites, const SurveyCounts& all) { return quotient(all.gp); }
Value offences(Sites, const SurveyCounts& all) {
    constexpr double thousand = 1000.0;
    const auto rate = mean(all[asked::offences]);
    return rate ? Value(thousand * *rate) : std::nullopt;
}

/// Correlation of loneliness before the first month and a wave of the panel later.
Value correlation(const TwoScores& s) {
    const double x = s.n * s.xx - s.x * s.x, y = s.n * s.yy - s.y * s.y;
    return x > 0 && y > 0 ? Value((s.n * s.xy - s.x * s.y) / std::sqrt(x * y)) : std::nullopt;
}
template <std::size_t Wave>
Value answered_order(Sites, const SurveyCounts& all) {
    return correlation(all.answered_order[Wave]);
}
template <std::size_t Wave>
Value state_order(Sites, const SurveyCounts& all) {
    return correlation(all.state_order[Wave]);
}
/// Ratio of two ratios: social loneliness by contact to emotional.
Value social_over_emotional(Sites, const SurveyCounts& all) {
    const auto by_contact = [&](std::size_t what) { return over(mean(all[what]), mean(all[what + 1])); };
    return over(by_contact(asked::social_by_contact), by_contact(asked::emotional_by_contact));
}

constexpr std::size_t partnered =
                          asked::severe_by_partner + static_cast<std::size_t>(PartnerState::partnered),
                      separated =
                          asked::severe_by_partner + static_cast<std::size_t>(PartnerState::separated);

constexpr auto counted = std::to_array<Quantity>({
    {"lonely", "%", "Adults at home with a De Jong Gierveld score of 3 or more, mean over the years.",
     share_of<asked::lonely>},
    {"severely_lonely", "%", "Adults at home with a score of 9 or more, mean over the years.",
     share_of<asked::severe>},
    {"lonely_6", "%", "15 and over at home with 2 or more on the De Jong Gierveld form of six items.",
     share_of<asked::lonely_6>},
    {"strongly_lonely_6", "%", "The same with 5 or more of six.", share_of<asked::strongly_lonely_6>},
    {"severe_85_minus_75", "pp", "Severely lonely at 85 and over minus at 75-84.",
     points_between<asked::severe_by_age + 5, asked::severe_by_age + 4>},
    {"lonely_85_minus_75", "pp", "Lonely at 85 and over minus at 75-84.",
     points_between<asked::lonely_by_age + 5, asked::lonely_by_age + 4>},
    {"severe_separated_to_partnered", "1",
     "Severely lonely among those whose partner left while the option was simulated, to those who live with "
     "a "
     "partner. The state knows neither marriage nor divorces of before, so these separations are recent.",
     ratio_between<separated, partnered>},
    {"severe_least_area", "%",
     "Severely lonely in the neighbourhood with the least. Buurten, not municipalities.",
     extreme_area<false>},
    {"severe_most_area", "%",
     "Severely lonely in the neighbourhood with the most. Buurten, not municipalities.", extreme_area<true>},
    {"low_contact", "%",
     "15 and over with usually less than weekly contact outside the house: with friends and relatives by "
     "habit, with "
     "neighbours by the chance of it.",
     share_of<asked::low_contact>},
    {"strongly_lonely_low_contact", "%", "Of those, strongly lonely (5 or more of six items).",
     share_of<asked::strongly_by_contact>},
    {"strongly_lonely_weekly", "%", "Of the others, strongly lonely.",
     share_of<asked::strongly_by_contact + 1>},
    {"social_low_contact", "%", "Of those with less than weekly contact, all three social items lonely.",
     share_of<asked::social_by_contact>},
    {"social_weekly", "%", "Of the others.", share_of<asked::social_by_contact + 1>},
    {"emotional_low_contact", "%",
     "Of those with less than weekly contact, all three emotional items lonely.",
     share_of<asked::emotional_by_contact>},
    {"emotional_weekly", "%", "Of the others.", share_of<asked::emotional_by_contact + 1>},
    {"social_over_emotional", "1",
     "Ratio of less than weekly to weekly contact in strong social loneliness, over that in emotional.",
     social_over_emotional},
    {"loneliness_recovery", "%",
     "Of the adults who answered as lonely (the score that 16 % pass) before the first month, no longer so "
     "four years "
     "later.",
     share_of<asked::recovered>},
    {"loneliness_incidence", "%", "Of the others, lonely by that score four years later.",
     share_of<asked::became_lonely>},
    {"loneliness_recovery_state", "%", "The same recovery without errors of answers.",
     share_of<asked::recovered_state>},
    {"loneliness_incidence_state", "%", "The same incidence without errors of answers.",
     share_of<asked::became_lonely_state>},
    {"loneliness_order_1", "1", "Correlation of answered scores (0-11) of the same adults after one year.",
     answered_order<0>},
    {"loneliness_order_4", "1", "The same after four years.", answered_order<1>},
    {"loneliness_order_7", "1", "The same after seven years.", answered_order<2>},
    {"loneliness_order_1_state", "1", "After one year, without errors of answers.", state_order<0>},
    {"loneliness_order_4_state", "1", "After four years, without errors of answers.", state_order<1>},
    {"loneliness_order_7_state", "1", "After seven years, without errors of answers.", state_order<2>},
    {"cohesion", "0-10", "Score of the four statements of the safety monitor, 15 and over.",
     mean_of<asked::cohesion>},
    {"hardly_known", "%",
     "15 and over who disagree that people here know each other (the monitor puts it as: hardly know).",
     share_of<asked::hardly_known>},
    {"cohesion_rural_minus_urban", "0-10",
     "Score in neighbourhoods that are not urban (class 5) minus very urban ones (class 1).",
     rural_minus_urban},
    {"at_home_below_average", "pp",
     "Agree to feel at home: all minus low incomes. The state knows the lowest 40 % of income, not the "
     "lowest fifth, so this gap is smaller than the published one.",
     points_between<asked::at_home, asked::at_home_low_income>},
    {"weekly_neighbours", "%",
     "Adults' chance of contact in a week with neighbours: encounters on the pavement by the rule of the "
     "street "
     "from who lives next door (Poisson, each of network.street_hours a month in contacts of "
     "survey.contact_hours) and the hours behind friendships in the street.",
     share_of<asked::weekly_neighbours>},
    {"weekly_family", "%",
     "Adults' chance of contact in a week with relatives in another house: elsewhere by the own habit, here "
     "by the "
     "hours behind the tie, in contacts of survey.contact_hours, Poisson.",
     share_of<asked::weekly_family>},
    {"weekly_friends", "%", "The same with friends.", share_of<asked::weekly_friends>},
    {"weekly_neighbours_old_minus_young", "pp",
     "Weekly contact with neighbours at 65 and over minus at 18-34.",
     points_between<asked::weekly_neighbours_by_age + 2, asked::weekly_neighbours_by_age>},
    {"weekly_friends_old_minus_young", "pp", "Weekly contact with friends at 65 and over minus at 18-34.",
     points_between<asked::weekly_friends_by_age + 2, asked::weekly_friends_by_age>},
    {"volunteering", "%", "15 and over who volunteered in some month of the year (remembered by the survey).",
     share_of<asked::volunteers>},
    {"volunteering_high_to_low", "1", "Volunteering at high education to low, 25 and over.",
     ratio_between<asked::volunteers_by_education + 2, asked::volunteers_by_education>},
    {"volunteering_35_minus_25", "pp", "Volunteering at 35-54 minus at 25-34.",
     points_between<asked::volunteers_by_age + 2, asked::volunteers_by_age + 1>},
    {"volunteering_65_minus_55", "pp", "Volunteering at 65-74 minus at 55-64.",
     points_between<asked::volunteers_by_age + 4, asked::volunteers_by_age + 3>},
    {"volunteering_65_minus_75", "pp", "Volunteering at 65-74 minus at 75 and over.",
     points_between<asked::volunteers_by_age + 4, asked::volunteers_by_age + 5>},
    {"volunteer_hours", "h/week", "Hours of those who volunteer at the end of the year.",
     mean_of<asked::volunteer_hours>},
    {"carers", "%", "20 and over who give as many hours of informal care as count (survey.carer_from).",
     share_of<asked::carers>},
    {"carers_peak", "pp", "Carers at 55-64 minus the highest share at another age.", carers_peak},
    {"carers_burdened", "%", "Carers who are heavily burdened (survey.overloaded_from).",
     share_of<asked::burdened>},
    {"burdened_hours_ratio", "1", "Hours of heavily burdened carers to those of other carers.",
     ratio_between<asked::hours_burdened, asked::hours_other_carers>},
    {"gp_least_step", "1",
     "Least rise of GP contacts a year from one age group to the next, from 5-17 to 85 and over.",
     gp_least_step},
    {"gp_85_to_adults", "1", "GP contacts at 85 and over to those at 18-44.",
     ratio_between<asked::gp_by_age + 6, asked::gp_by_age + 2>},
    {"trust_high_minus_low", "pp",
     "Institutional trust of adults, read as the chance to say yes, high minus low education. The state has "
     "no trust in people in general and three classes of education, not university and primary school.",
     points_between<asked::trust_by_education + 2, asked::trust_by_education>},
    {"ties_retained", "%",
     "Of the network that adults had in year 0 outside their household (ties of 50 h and more with people of "
     "other dwellings here, and friends elsewhere), the share kept after seven years, of those who still "
     "live "
     "here. Friends elsewhere are a count: each is kept with the chance that network.outside_turnover "
     "leaves.",
     share_of<asked::ties_retained>},
    {"ties_retained_here", "%",
     "The same of ties with people here alone, whether they still live here or not.",
     share_of<asked::ties_retained_here>},
    {"ties_retained_stayers", "%", "The same of ties with people here of which both ends still live here.",
     share_of<asked::ties_retained_stayers>},
    {"ties_retained_kin", "%", "Of these: kin of other dwellings.", share_of<asked::ties_retained_by_kind>},
    {"ties_retained_friends", "%", "Of these: friends.", share_of<asked::ties_retained_by_kind + 1>},
    {"ties_retained_neighbours", "%", "Of these: neighbours and fellow members who are no friends.",
     share_of<asked::ties_retained_by_kind + 2>},
    {"network_size", "1", "Size of that network in year 0, of those who still live here after seven years.",
     mean_of<asked::network_then>},
    {"network_change", "%", "Change of it in those seven years, of the same residents.", network_change},
    {"hours_at_friend", "h",
     "Shared hours when a tie of two hours a week becomes a friendship, by the rule of the network. Not from "
     "lives: the state holds hours after fading, not hours shared.",
     mean_of<asked::hours_at_friend>},
    {"degree_skew", "1", "Skewness of the number of ties of 10 h and more here, adults.", degree_skew},
    {"degree_mode", "1", "Most frequent number of such ties (a power law has it at the least).", degree_mode},
    {"staff_exit", "%", "Workers who leave a post, a year of a filled post.", share_of<asked::staff_exits>},
    {"belonging", "%", "Belonging of adults at the end, read as the chance to say yes.",
     share_of<asked::belonging_at_end>},
    {"distressed", "%", "Adults at high risk of anxiety or depression at the end.",
     share_of<asked::distressed_at_end>},
    {"youth_offending", "1", "Offences of the young (12-22) in the first six years, per 1000 a year.",
     offences},
    {"admission_odds_severe", "1",
     "Odds of an indication for residential care within a year, severely lonely to others, 60 and over at "
     "home; "
     "Mantel-Haenszel over age (5 years), partner and frailty (tenths), pooled over the years.",
     admission_odds},
    {"gp_ratio_severe", "1",
     "GP contacts of a year, severely lonely to other adults of equal age group, frailty, distress (steps of "
     "0.05) and insecurity (0.2); Mantel-Haenszel, pooled over the years. Every contact costs the same.",
     gp_ratio},
});

}  // namespace

std::span<const Quantity> counted_quantities() { return counted; }

}  // namespace weefsel
