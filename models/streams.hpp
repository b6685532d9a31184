#pragma once
#include <cstdint>

namespace weefsel {

/// One random stream for each decision. Append only: a number keeps its meaning for ever, so that
/// results stay the same when a process is added.
enum class Stream : std::uint8_t {
    population_household = 0,
    population_resident = 1,
    population_trait = 2,
    population_tie = 3,
    population_dwelling = 4,
    event_threshold = 5,  ///< index = kind of event * 2^16 + episode
    inflow_household = 6,
    inflow_resident = 7,
    birth = 8,
    couple = 9,
    attendance = 10,
    place_candidate = 11,
    session_lot = 12,
    street_lot = 13,
    tie_start = 14,
    introduction = 15,
    small_help = 16,
    volunteer = 17,
    initiative = 18,
    carer = 19,
    post_exit = 20,
    post_person = 21,
    line_renewal = 22,
    line_cut = 23,
    line_quality = 24,
    line_review = 25,
    work_lot = 26,
    care_duration = 27,
    survey_answer = 28,
    shock_onset = 29,
    place_position = 30,
    redeployment = 31,
    admission_lot = 32,
    household_event = 33,
    move_within = 34,
    kin_across = 35,
};

}  // namespace weefsel
