#include "models/process/professional/caseworkers.hpp"

#include <algorithm>

#include "models/process/meeting_place/attendance.hpp"
#include "models/world/streams.hpp"
#include "models/world/tie_change.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr std::uint8_t in_no_place = no_row;

/// The place that an invitation leads to, for each age band: open, hosted, and meant for that age.
std::array<std::uint8_t, age_bands> inviting_places(const Places& places, const MeetingPlaceParameters& p) {
    std::array<std::uint8_t, age_bands> best{};
    best.fill(in_no_place);
    for (std::size_t band = 0; band < age_bands; ++band) {
        float most = 0.0F;
        for (std::size_t k = 0; k < places.rows(); ++k) {
            const PlaceId place{static_cast<std::uint8_t>(k)};
            if (opening_share(places, place, p) <= 0.0F || places.host_hours(place) <= 0.0F) continue;
            const float worth =
                places.audience[place][band] * (places.funded_hours[place] > 0.0F ? 2.0F : 1.0F);
            if (worth > most) {
                most = worth;
                best[band] = place.value;
            }
        }
    }
    return best;
}

/// Bond that so many contacts leave, fading between them aside. Bonds fade a little and are rounded; where
/// none grows no contact is the third with anybody.
float bond_after(double contacts, double gain) {
    constexpr float nearly = 0.9F, not_quite = 0.999F, never = 2.0F;
    if (gain <= 0.0) return contacts > 0.0 ? never : 0.0F;
    return nearly * (1.0F - sim::exp_of(static_cast<float>(contacts) *
                                        sim::log_of(1.0F - not_quite * static_cast<float>(gain))));
}

}  // namespace

Caseworkers::Caseworkers(const Posts& posts, Residents& r, const Places& places, const Parameters& parameters,
                         const sim::RandomSource& draws, sim::Month now)
    : posts_(posts),
      draws_(draws),
      r_(r),
      all_(parameters),
      p_(parameters.professional),
      now_(now),
      invites_(inviting_places(places, parameters.meeting_place)),
      coping_from_(bond_after(parameters.support.coping_from, parameters.professional.bond_gain)) {}

Contacts* Caseworkers::choose(std::vector<Contacts*>& group, ResidentId who) const {
    Contacts* best = nullptr;
    std::uint64_t highest = 0;
    for (auto* c : group) {
        if (c->left == 0) continue;
        const bool known = r_.known_post[who][0] == c->post.value || r_.known_post[who][1] == c->post.value;
        constexpr std::uint64_t first = 1ULL << 63U;
        const auto pair = sim::pair_number(posts_.number[c->post], r_.birth_number[who]);
        const auto priority =
            (draws_.priority(Stream::caseworker, pair, lifelong) >> 1U) | (known ? first : 0U);
        if (best == nullptr || priority > highest) {
            best = c;
            highest = priority;
        }
    }
    return best;
}

float Caseworkers::see(const Contacts& c, ResidentId who, std::uint32_t random_word) {
    const auto slot = slot_of(who, c.post);
    float& bond = r_.bond[who][slot];
    const float norm = static_cast<float>(p_.caseload_norm) * posts_.fte[c.post];
    const float over = norm > 0.0F ? std::clamp(posts_.caseload[c.post] / norm - 1.0F, 0.0F, 1.0F) : 0.0F;
    const float effect = efficacy(bond, static_cast<float>(p_.efficacy_start)) * c.quality *
                         (1.0F + static_cast<float>(p_.focus) * c.goal_share) *
                         (1.0F - static_cast<float>(p_.caseload_efficacy) * over) *
                         when_held_long(r_.bond_months[who][slot], p_);
    const float hours = c.hours * effect;
    if (c.mode == WorkMode::casework) cope(who, hours, bond);
    bond += static_cast<float>(p_.bond_gain) * (1.0F - bond);
    seen_.push_back(who.value);
    r_.support_hours[who] += hours;
    r_.last_reached[who] = static_cast<std::int16_t>(now_.value);
    float& trust = r_.institutional_trust[who];
    trust = sim::clamp01(trust +
                         static_cast<float>(all_.wellbeing.institutional_support) * hours * (1.0F - trust));
    const float u = sim::uniform_of(random_word);
    if (c.mode == WorkMode::money)
        r_.insecurity[who] *= std::max(0.0F, 1.0F - static_cast<float>(p_.money_effect) * hours);
    const bool shared = c.mode == WorkMode::collective;
    if ((c.mode == WorkMode::casework || shared) && u < effect) r_.signal[who] = 0;
    const bool invites = c.mode == WorkMode::casework || c.mode == WorkMode::outreach;
    const float v = sim::uniform_of(sim::pair_word(random_word, 0x1d2c3b4aU));
    if (shared || (invites && v < static_cast<float>(p_.invite_chance) * effect))
        r_.invited[who] = invites_[static_cast<std::size_t>(age_band(r_.age[who]))];
    return effect;
}

void Caseworkers::cope(ResidentId who, float hours, float bond_before) {
    if (bond_before < coping_from_) return;
    const auto gain = static_cast<float>(all_.support.coping_gain);
    float& coping = r_.coping[who];
    coping = 1.0F - (1.0F - coping) * sim::exp_of(-gain * hours);
}

std::size_t Caseworkers::slot_of(ResidentId who, PostId post) {
    auto& known = r_.known_post[who];
    for (std::size_t k = 0; k < professionals_known; ++k)
        if (known[k] == post.value) return k;
    const std::size_t k = r_.bond[who][0] <= r_.bond[who][1] ? 0 : 1;
    known[k] = post.value;
    r_.bond[who][k] = 0.0F;
    r_.bond_months[who][k] = 0;
    return k;
}

void Caseworkers::connect(Ties& ties, ResidentId who, const std::vector<Ranked>& pool, float effect,
                          std::uint32_t random_word, TieProposals& proposals) {
    const auto& net = all_.network;
    ResidentId best = ResidentId::none();
    float best_score = 0.0F;
    for (const auto& ranked : pool) {
        const ResidentId other{ranked.row};
        if (other == who || entry_of(ties, who, other) >= 0) continue;
        const auto number = sim::pair_word(random_word, static_cast<std::uint32_t>(r_.birth_number[other]));
        const float score = homophily(r_, who, other, net) * (0.5F + sim::uniform_of(number));
        if (score > best_score) {
            best = other;
            best_score = score;
        }
    }
    if (!best.exists()) return;
    const float chance = static_cast<float>(p_.connect_success) * effect * homophily(r_, who, best, net) *
                         openness(r_, who, net) * openness(r_, best, net);
    if (sim::uniform_of(sim::pair_word(random_word, 0x77777777U)) >= chance) return;
    proposals.push_back({sim::pair_number(r_.birth_number[who], r_.birth_number[best]), who.value, best.value,
                         to_tie_hours(static_cast<float>(p_.connect_hours)),
                         static_cast<std::uint8_t>(TieKind::fellow_member)});
    const auto place = invites_[static_cast<std::size_t>(age_band(r_.age[who]))];
    if (place != in_no_place) r_.invited[who] = r_.invited[best] = place;
}

}  // namespace weefsel
