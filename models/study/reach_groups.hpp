#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "models/parameters/survey_parameters.hpp"
#include "models/study/reach_classes.hpp"
#include "models/world/resident_state.hpp"

namespace weefsel {

/// What somebody may need somebody for, as the indicators and the ledger count it: severely lonely (a state
/// of 8.5 of 11 and more), distressed (`survey.distressed_from`), an overloaded carer (`survey.carer_from`
/// and `survey.overloaded_from`), an unmet need for help that stood for three months. `any`: one or more of
/// these.
enum class Need : std::uint8_t { severely_lonely, distressed, overloaded_carer, unmet_need, any, count };
inline constexpr std::size_t needs = static_cast<std::size_t>(Need::count);
inline constexpr std::array<const char*, needs> need_names{"severely_lonely", "distressed",
                                                           "overloaded_carer", "unmet_need", "any"};

/// A bit for each Need that a resident has; 0: none.
std::uint8_t needs_of(const Residents& residents, ResidentId who, const SurveyParameters& parameters);
constexpr bool has(std::uint8_t bits, Need need) { return (bits >> static_cast<unsigned>(need) & 1U) != 0; }

/// How many groupings of residents there are (see groupings()).
inline constexpr std::size_t grouping_count = 4;

/// Residents of month 0 at the end of one year, by group as they are then; counts.
struct GroupedReach {
    using Classes = std::array<std::uint32_t, reach_classes>;
    using Needs = std::array<std::uint32_t, needs>;
    std::array<std::vector<Classes>, grouping_count> adults;  ///< [grouping][group]: by class
    Classes under_age{};                                      ///< those who belong to no group
    std::array<std::vector<Needs>, grouping_count> needed, missed;
    Needs all_needed{};  ///< adults
    Needs all_missed{};  ///< of them, those whom work did not meet in the year before
};

/// In which group, and with which needs, the residents of month 0 stand at the end of a year.
class ReachGroups {
public:
    explicit ReachGroups(std::size_t founders) : people_(founders) {}
    /// Different residents may be noted at the same time.
    void note(std::size_t founder, const Residents& residents, ResidentId who, const SurveyParameters& p);
    /// Counts those noted by how often they were met (per founder), and forgets them.
    GroupedReach count(const std::vector<std::uint8_t>& times);

private:
    struct Person {
        bool there = false;
        std::array<std::int8_t, grouping_count> group{};  ///< -1: under age
        std::uint8_t needs = 0;
    };
    std::vector<Person> people_;
};

}  // namespace weefsel
