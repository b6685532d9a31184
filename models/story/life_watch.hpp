#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "models/question/scenario.hpp"
#include "models/story/hazard_terms.hpp"
#include "models/study/study.hpp"

namespace weefsel {

/// A regular place as a story sees it.
struct PlaceSeen {
    std::uint64_t number = 0;  ///< key of the place; 0: none
    PlaceKind kind = PlaceKind::buurthuis;
    float habit = 0;
    bool open = false;
};

/// A professional whom somebody knows.
struct ProfessionalSeen {
    std::uint32_t person = 0;  ///< 0: nobody
    Role role = Role::opbouwwerker;
    float bond = 0;
    bool works = false;  ///< still in a post here a month later
};

/// What a story may tell of one resident at the end of a month.
struct MonthSeen {
    bool present = false;
    std::size_t site = 0;  ///< row of the neighbourhood in the scenario
    Sex sex = Sex::female;
    int age = 0;
    std::uint64_t home = 0;  ///< key of the dwelling; 0: residential care
    sim::BirthNumber partner = 0;
    bool widowed = false;  ///< this month
    bool own_baby = false,
         baby = false;  ///< born this month: of the resident or the partner; in the household
    bool volunteers = false;
    bool volunteers_here = false;
    PlaceKind volunteer_place = PlaceKind::buurthuis;
    std::array<PlaceSeen, regular_places> regular{};
    std::array<ProfessionalSeen, professionals_known> known{};
    int signal = 0;  ///< months
    bool needs_help = false, has_carer = false;
    float care_given = 0;  ///< h
    float overload = 0;
    std::uint8_t care_use = 0, care_waiting = 0;
    float loneliness = 0;
    int gp_contacts = 0;
    int offences = 0, breakdowns = 0, homes_left = 0;  ///< so far
};

/// One resident in one option, month by month.
struct Life {
    static constexpr int does_not_die = -1;

    std::vector<MonthSeen> seen;  ///< [month + 1]: the first is the state in which the options begin
    std::vector<std::array<HazardSeen, hazard_kinds>> hazards;  ///< [month], by Hazard
    int died = does_not_die;                                    ///< month

    [[nodiscard]] int months() const { return static_cast<int>(hazards.size()); }
    /// At the end of a month, from -1.
    [[nodiscard]] const MonthSeen& at(int month) const { return seen[static_cast<std::size_t>(month + 1)]; }
    [[nodiscard]] const HazardSeen& hazard(int month, Hazard h) const {
        return hazards[static_cast<std::size_t>(month)][static_cast<std::size_t>(h)];
    }
};

/// Follows a few residents by birth number through every option of one unit, also from one neighbourhood
/// of the study to another. Hand `watch` and `watch_hazards` to Study::run; sites may look at the same time,
/// for a resident is in one of them at a time.
class LifeWatch {
public:
    /// `parameters`: those of the draw, which may differ from the scenario's. `draws`: chance of the
    /// replicate.
    LifeWatch(const Scenario& scenario, const Parameters& parameters, const sim::RandomSource& draws,
              std::vector<sim::BirthNumber> who);

    [[nodiscard]] Watch watch();
    [[nodiscard]] WatchHazards watch_hazards();
    /// [resident in the order asked][option]
    [[nodiscard]] const std::vector<std::vector<Life>>& lives() const { return lives_; }

private:
    void month(std::size_t site, std::size_t option, int month, const Neighbourhood& n,
               const MonthRecord& made, sim::Month now);
    void hazards(std::size_t site, std::size_t option, int month, Hazard h, const HazardColumns& columns,
                 const Neighbourhood& n);

    Parameters parameters_;
    sim::RandomSource draws_;
    std::vector<sim::BirthNumber> who_;
    std::vector<std::vector<Life>> lives_;
    std::vector<std::vector<ResidentId>> row_;  ///< [site][resident]: row at the end of last month, or none
};

}  // namespace weefsel
