#pragma once
#include <vector>

#include "models/process/professional/voice.hpp"
#include "models/process/professional/work.hpp"
#include "models/world/line_terms.hpp"

namespace weefsel {

/// Contacts that one post has time for this month, in one mode and with one group.
struct Contacts {
    PostId post;
    WorkMode mode;
    Goal goal;
    bool one_pot;         ///< hours are divided over groups of residents anew each month
    int left;             ///< count
    float goal_share;     ///< share of the hours that serve the goal of an earmark, 0..1
    float quality;        ///< q of the line's activities, times that of who works there
    float hours;          ///< h of one contact that are spent with the resident
    float aim = 0;        ///< rise of the power of need in whom it goes to
    float by_street = 0;  ///< power of the need of the street in whom it goes to
};

/// People whom one contact in the mode connecting may bring in touch.
inline constexpr std::size_t connecting_pool = 24;

/// Whether a resident belongs to the group of a goal.
bool in_group(const Residents& residents, ResidentId who, Goal goal, const ProfessionalParameters& p);

/// Chooses who is seen: per mode and group the residents with the lowest random priority divided by need;
/// a resident with a bond goes to the professional who is known. Then the contacts take effect. Those in a
/// trajectory come first (trajectory.hpp), and an intake of casework may begin one. Collective work sees
/// those whose signals recur, where they are enough for a shared activity: they meet as a group, added to
/// `arranged`. Whom connecting brings together is added to `proposals`.
void reach_residents(std::vector<Contacts>& contacts, const Posts& posts, Residents& residents, Ties& ties,
                     const Places& places, const Reaching& reaching, const Parameters& parameters,
                     const sim::RandomSource& draws, sim::Month now, TieProposals& proposals,
                     Arranged& arranged, Workspace& workspace);

/// One contact apart from the ranking, as a trial has it: it takes effect as those of the month do, and in
/// the mode connecting may bring the resident in touch with one of `pool` (rows). Returns its efficacy, 0..1.
float contact_one(const Contacts& contact, ResidentId who, std::uint32_t random_word,
                  const std::vector<std::uint16_t>& pool, const Posts& posts, Residents& residents,
                  Ties& ties, const Places& places, const Parameters& parameters,
                  const sim::RandomSource& draws, sim::Month now, TieProposals& proposals);

}  // namespace weefsel
