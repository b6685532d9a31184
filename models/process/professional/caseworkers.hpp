#pragma once
#include <array>
#include <vector>

#include "models/process/professional/reach.hpp"
#include "models/world/month_record.hpp"

namespace weefsel {

/// A resident in an order of urgency: the lowest score first.
struct Ranked {
    float score;
    std::uint16_t row;
};

/// The professionals of a neighbourhood at work with single residents, for one month.
class Caseworkers {
public:
    Caseworkers(const Posts& posts, Residents& residents, const Places& places, const Parameters& parameters,
                const sim::RandomSource& draws, sim::Month now);

    /// The post that sees a resident: one that is known and has time, else by a random priority for life.
    Contacts* choose(std::vector<Contacts*>& group, ResidentId who) const;

    /// One contact takes effect; returns its efficacy, 0..1 and above for a good professional. It adds hours
    /// of support and a bond, and by what it is: less insecurity (money), coping (casework, from
    /// support.coping_from contacts on), an invitation (outreach, casework, collective work).
    float see(const Contacts& contact, ResidentId who, std::uint32_t random_word);

    /// The rows of whom they saw, one for each contact, in order.
    [[nodiscard]] const std::vector<std::uint16_t>& seen() const { return seen_; }

    /// Brings a resident in touch with the sociable one of a small pool who is most alike and whose random
    /// number with this resident is highest; the two are invited to one place, where they may go on meeting.
    void connect(Ties& ties, ResidentId who, const std::vector<Ranked>& pool, float effect,
                 std::uint32_t random_word, TieProposals& proposals);

private:
    /// Which of the professionals known a post is; whom one knew least gives way to a new one.
    std::size_t slot_of(ResidentId who, PostId post);
    void cope(ResidentId who, float hours, float bond_before);

    const Posts& posts_;
    const sim::RandomSource& draws_;
    Residents& r_;
    const Parameters& all_;
    const ProfessionalParameters& p_;
    sim::Month now_;
    std::array<std::uint8_t, age_bands> invites_;
    float coping_from_;  ///< bond from which it rises
    std::vector<std::uint16_t> seen_;
};

}  // namespace weefsel
