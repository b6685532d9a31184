#include "models/professional/reach.hpp"

#include <algorithm>

#include "models/meeting_place/attendance.hpp"
#include "models/network/tie_change.hpp"
#include "models/streams.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr std::uint8_t nobody = 255, nowhere = 255;
constexpr int adult = 18;

struct Ranked {
    float score;
    std::uint16_t row;
};

float strongest_bond(const Residents& r, ResidentId who) { return std::max(r.bond[who][0], r.bond[who][1]); }

/// Need for a contact, before the lot. Without outreach the trusting are reached more.
float need(const Residents& r, ResidentId who, WorkMode mode, const ProfessionalParameters& p) {
    const float lonely = r.loneliness[who] / 11.0F;
    const float trusting = sim::exp_of(static_cast<float>(p.outreach_trust) * (r.institutional_trust[who] - 1.0F));
    const float again = 1.0F + static_cast<float>(p.continuity) * strongest_bond(r, who);
    switch (mode) {
        case WorkMode::casework:
            return (r.signal[who] > 0 ? 1.0F : 0.05F) *
                   (0.2F + r.distress[who] + r.insecurity[who] + r.frailty[who]) * trusting * again;
        case WorkMode::outreach: return (0.1F + lonely + r.insecurity[who]) * (1.0F - 0.8F * strongest_bond(r, who));
        case WorkMode::connecting: return (0.1F + lonely * lonely) * trusting * again;
        default: return r.insecurity[who] * r.insecurity[who] * trusting * again;
    }
}

/// The `n` residents of a group with the lowest lot / need, lowest first.
std::vector<Ranked> most_urgent(const Residents& r, WorkMode mode, Goal goal, std::size_t n,
                                const ProfessionalParameters& p, const Workspace& w) {
    const auto& word = w.words[static_cast<std::size_t>(mode)];
    std::vector<float> score(r.rows());
    float total = 0.0F;
    for (std::size_t i = 0; i < r.rows(); ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        const float weight = in_group(r, who, goal) ? need(r, who, mode, p) : 0.0F;
        total += weight;
        score[i] = weight > 0.0F ? sim::open_uniform_of(word[i]) / weight : 1e30F;
    }
    // Few are wanted of many: sort only those below a bound that more than n can be expected to pass.
    std::vector<Ranked> found;
    constexpr float generous = 2.0F, spare = 8.0F;
    float bound = total > 0.0F ? (generous * static_cast<float>(n) + spare) / total : 1e30F;
    for (int attempt = 0; attempt < 2 && found.size() < n; ++attempt, bound = 1e29F) {
        found.clear();
        for (std::size_t i = 0; i < r.rows(); ++i)
            if (score[i] < bound) found.push_back({score[i], static_cast<std::uint16_t>(i)});
    }
    std::sort(found.begin(), found.end(), [&](const Ranked& a, const Ranked& b) {
        if (a.score != b.score) return a.score < b.score;
        return r.birth_number[ResidentId{a.row}] < r.birth_number[ResidentId{b.row}];
    });
    if (found.size() > n) found.resize(n);
    return found;
}

/// The place that an invitation leads to, for each age band: open, hosted, and meant for that age.
std::array<std::uint8_t, age_bands> inviting_places(const Places& places, const MeetingPlaceParameters& p) {
    std::array<std::uint8_t, age_bands> best{};
    best.fill(nowhere);
    for (std::size_t band = 0; band < age_bands; ++band) {
        float most = 0.0F;
        for (std::size_t k = 0; k < places.rows(); ++k) {
            const PlaceId place{static_cast<std::uint8_t>(k)};
            if (opening_share(places, place, p) <= 0.0F || places.host_hours[place] <= 0.0F) continue;
            const float worth = places.audience[place][band] * (places.funded_hours[place] > 0.0F ? 2.0F : 1.0F);
            if (worth > most) {
                most = worth;
                best[band] = place.value;
            }
        }
    }
    return best;
}

class Caseworkers {
public:
    Caseworkers(const Posts& posts, Residents& r, const Places& places, const Parameters& parameters, sim::Month now)
        : posts_(posts), r_(r), p_(parameters.professional), w_(parameters.wellbeing), now_(now),
          invites_(inviting_places(places, parameters.meeting_place)) {}

    /// The post that sees a resident: one that is known and has time, else by keyed lot.
    Contacts* choose(std::vector<Contacts*>& group, ResidentId who) const {
        Contacts* best = nullptr;
        std::uint64_t best_lot = 0;
        for (auto* c : group) {
            if (c->left == 0) continue;
            const bool known = r_.known_post[who][0] == c->post.value || r_.known_post[who][1] == c->post.value;
            constexpr std::uint64_t first = 1ULL << 63U;
            const auto lot = (sim::pair_number(posts_.number[c->post], r_.birth_number[who]) >> 1U) | (known ? first : 0U);
            if (best == nullptr || lot > best_lot) {
                best = c;
                best_lot = lot;
            }
        }
        return best;
    }

    /// One contact takes effect; returns its efficacy.
    float see(const Contacts& c, ResidentId who, std::uint32_t lot) {
        float& bond = bond_with(who, c.post);
        const float norm = static_cast<float>(p_.caseload_norm) * posts_.fte[c.post];
        const float over = norm > 0.0F ? std::clamp(posts_.caseload[c.post] / norm - 1.0F, 0.0F, 1.0F) : 0.0F;
        const float effect = efficacy(bond, static_cast<float>(p_.efficacy_start)) * c.quality *
                             (c.earmarked ? 1.0F + static_cast<float>(p_.focus) : 1.0F) *
                             (1.0F - static_cast<float>(p_.caseload_efficacy) * over);
        bond += static_cast<float>(p_.bond_gain) * (1.0F - bond);
        const float hours = static_cast<float>(p_.contact_hours) * effect;
        r_.support_hours[who] += hours;
        r_.last_reached[who] = static_cast<std::int16_t>(now_.value);
        float& trust = r_.institutional_trust[who];
        trust = sim::clamp01(trust + static_cast<float>(w_.institutional_support) * hours * (1.0F - trust));
        const float u = sim::uniform_of(lot);
        if (c.mode == WorkMode::money) r_.insecurity[who] *= std::max(0.0F, 1.0F - static_cast<float>(p_.money_effect) * hours);
        if (c.mode == WorkMode::casework && u < effect) r_.signal[who] = 0;
        const bool invites = c.mode == WorkMode::casework || c.mode == WorkMode::outreach;
        const float v = sim::uniform_of(sim::pair_lot(lot, 0x1d2c3b4aU));
        if (invites && v < static_cast<float>(p_.invite_chance) * effect)
            r_.invited[who] = invites_[static_cast<std::size_t>(age_band(r_.age[who]))];
        return effect;
    }

private:
    float& bond_with(ResidentId who, PostId post) {
        auto& known = r_.known_post[who];
        for (int k = 0; k < professionals_known; ++k)
            if (known[k] == post.value) return r_.bond[who][k];
        const int k = r_.bond[who][0] <= r_.bond[who][1] ? 0 : 1;
        known[k] = post.value;
        r_.bond[who][k] = 0.0F;
        return r_.bond[who][k];
    }

    const Posts& posts_;
    Residents& r_;
    const ProfessionalParameters& p_;
    const WellbeingParameters& w_;
    sim::Month now_;
    std::array<std::uint8_t, age_bands> invites_;
};

/// Brings a resident in touch with the sociable one of a small pool who is most alike and whose lot
/// with this resident is highest.
void connect(Residents& r, Ties& ties, ResidentId who, const std::vector<Ranked>& pool, float effect,
             std::uint32_t lot, const Parameters& parameters, Workspace& w) {
    const auto& p = parameters.professional;
    const auto& net = parameters.network;
    ResidentId best = ResidentId::none();
    float best_score = 0.0F;
    for (const auto& ranked : pool) {
        const ResidentId other{ranked.row};
        if (other == who || entry_of(ties.row[who], other.value) >= 0) continue;
        const auto number = sim::pair_lot(lot, static_cast<std::uint32_t>(r.birth_number[other]));
        const float score = homophily(r, who, other, net) * (0.5F + sim::uniform_of(number));
        if (score > best_score) {
            best = other;
            best_score = score;
        }
    }
    if (!best.exists()) return;
    const float chance = static_cast<float>(p.connect_success) * effect * homophily(r, who, best, net) *
                         openness(r, who, net) * openness(r, best, net);
    if (sim::uniform_of(sim::pair_lot(lot, 0x77777777U)) >= chance) return;
    w.proposals.push_back({sim::pair_number(r.birth_number[who], r.birth_number[best]), who.value, best.value,
                           to_tie_hours(static_cast<float>(p.connect_hours)),
                           static_cast<std::uint8_t>(TieKind::fellow_member)});
}

/// Sociable residents of a group who have room in their lives, by keyed lot.
std::vector<Ranked> sociable(const Residents& r, Goal goal, std::size_t n, const Workspace& w) {
    std::vector<Ranked> all;
    for (std::size_t i = 0; i < r.rows(); ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        if (r.sociability[who] < 0.5F || !in_group(r, who, goal)) continue;
        const auto lot = sim::pair_lot(w.words[2][i], 0x50c1ab1eU);
        all.push_back({sim::open_uniform_of(lot), static_cast<std::uint16_t>(i)});
    }
    const auto by_score = [&](const Ranked& a, const Ranked& b) {
        if (a.score != b.score) return a.score < b.score;
        return r.birth_number[ResidentId{a.row}] < r.birth_number[ResidentId{b.row}];
    };
    const std::size_t kept = std::min(n, all.size());
    std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(kept), all.end(), by_score);
    all.resize(kept);
    return all;
}

}  // namespace

bool in_group(const Residents& r, ResidentId who, Goal goal) {
    constexpr int youngest = 12, grown_up = 24, old = 65;
    constexpr float cares = 10.0F, lonely = 5.5F;
    if (!r.present[who] || !r.dwelling[who].exists()) return false;
    const int age = r.age[who];
    switch (goal) {
        case Goal::youth: return age >= youngest && age < grown_up;
        case Goal::elderly: return age >= old;
        case Goal::carers: return r.care_given[who] >= cares;
        case Goal::low_income: return age >= adult && r.income[who] == Income::low;
        case Goal::lonely: return age >= adult && r.loneliness[who] >= lonely;
        case Goal::newcomers: return age >= adult && r.origin[who] != Origin::netherlands;
        default: return age >= adult;
    }
}

void reach_residents(std::vector<Contacts>& contacts, const Posts& posts, Residents& r, Ties& ties,
                     const Places& places, const Parameters& parameters, const sim::Draws& draws, sim::Month now,
                     Workspace& w) {
    constexpr std::size_t pool_size = 24;
    if (contacts.empty()) return;
    constexpr std::uint32_t contact_lots = 1;
    draws.fill(Stream::work_lot, r.birth_number.data(), r.rows(), now, contact_lots, w.word_pointers());
    Caseworkers workers(posts, r, places, parameters, now);
    for (std::size_t m = 0; m < contact_modes; ++m)
        for (std::size_t g = 0; g < static_cast<std::size_t>(Goal::count); ++g) {
            std::vector<Contacts*> group;
            std::size_t wanted = 0;
            for (auto& c : contacts)
                if (static_cast<std::size_t>(c.mode) == m && static_cast<std::size_t>(c.goal) == g) {
                    group.push_back(&c);
                    wanted += static_cast<std::size_t>(c.left);
                }
            if (wanted == 0) continue;
            const auto mode = static_cast<WorkMode>(m);
            const auto goal = static_cast<Goal>(g);
            const auto seen = most_urgent(r, mode, goal, wanted, parameters.professional, w);
            const auto pool = mode == WorkMode::connecting ? sociable(r, goal, pool_size, w) : std::vector<Ranked>{};
            for (const auto& ranked : seen) {
                const ResidentId who{ranked.row};
                auto* post = workers.choose(group, who);
                if (post == nullptr) break;
                --post->left;
                const auto lot = sim::pair_lot(w.words[m][ranked.row], static_cast<std::uint32_t>(m));
                const float effect = workers.see(*post, who, lot);
                if (mode == WorkMode::connecting) connect(r, ties, who, pool, effect, lot, parameters, w);
            }
        }
}

}  // namespace weefsel
