#include "models/process/professional/reach.hpp"

#include <algorithm>

#include "models/process/meeting_place/attendance.hpp"
#include "models/process/professional/aim.hpp"
#include "models/world/ages.hpp"
#include "models/world/loneliness_scale.hpp"
#include "models/world/streams.hpp"
#include "models/world/tie_change.hpp"
#include "sim/marked.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr std::uint8_t nobody = no_row, nowhere = no_row;

struct Ranked {
    float score;
    std::uint16_t row;
};

/// What every mode weighs: how likely residents come by themselves, and whether somebody is known.
struct Reachable {
    std::vector<float> trusting;  ///< as `reachable_by_themselves`, per row
    std::vector<float> known;     ///< strongest bond, per row
};

Reachable reachable(const Residents& r, const Reaching& reaching, const ProfessionalParameters& p) {
    Reachable out{reachable_by_themselves(r, reaching, p), std::vector<float>(r.rows())};
    const auto* bond = r.bond.data();
    const std::size_t n = r.rows();
    float* known = out.known.data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) known[i] = bond[i][0] > bond[i][1] ? bond[i][0] : bond[i][1];
    return out;
}

/// Need for a contact, before the random number, of everybody in the group (others 0). Without outreach the
/// trusting are reached more; needs of residents whom nobody knows arrive as far as they are passed on.
void needs(const Residents& r, const Reachable& reach, float passed_on, WorkMode mode,
           const std::vector<float>& member, const ProfessionalParameters& p, float* need) {
    const float *loneliness = r.loneliness.data(), *distress = r.distress.data(),
                *insecurity = r.insecurity.data(), *frailty = r.frailty.data(),
                *trusting = reach.trusting.data(), *known = reach.known.data(), *in = member.data();
    const std::uint8_t* signal = r.signal.data();
    const auto more = static_cast<float>(p.continuity);
    const auto usual_need = static_cast<float>(p.need_usual), silent = static_cast<float>(p.need_silent),
               anybody = static_cast<float>(p.outreach_anybody),
               known_less = static_cast<float>(p.outreach_known_less);
    const std::size_t n = r.rows();
    switch (mode) {
        case WorkMode::casework:
#pragma omp simd
            for (std::size_t i = 0; i < n; ++i)
                need[i] = in[i] * (signal[i] ? (known[i] > 0.0F ? 1.0F : passed_on) : silent) *
                          (usual_need + distress[i] + insecurity[i] + frailty[i]) * trusting[i] *
                          (1.0F + more * known[i]);
            break;
        case WorkMode::outreach:
#pragma omp simd
            for (std::size_t i = 0; i < n; ++i)
                need[i] = in[i] * (anybody + loneliness[i] * per_point_of_loneliness + insecurity[i]) *
                          (1.0F - known_less * known[i]);
            break;
        case WorkMode::connecting:
#pragma omp simd
            for (std::size_t i = 0; i < n; ++i) {
                const float lonely = loneliness[i] * per_point_of_loneliness;
                need[i] = in[i] * (anybody + lonely * lonely) * trusting[i] * (1.0F + more * known[i]);
            }
            break;
        case WorkMode::collective:
#pragma omp simd
            for (std::size_t i = 0; i < n; ++i)
                need[i] = signal[i] >= standing_from ? in[i] * trusting[i] : 0.0F;
            break;
        default:
#pragma omp simd
            for (std::size_t i = 0; i < n; ++i)
                need[i] = in[i] * insecurity[i] * insecurity[i] * trusting[i] * (1.0F + more * known[i]);
    }
}

/// The `n` residents with the lowest random number / need, lowest first.
std::vector<Ranked> most_urgent(const Residents& r, const std::vector<std::uint32_t>& word, std::size_t n,
                                std::vector<float>& score, std::vector<std::uint8_t>& marks) {
    constexpr float nobody_there = 1e30F;
    const std::size_t rows = r.rows();
    float* s = score.data();
    const std::uint32_t* random_word = word.data();
    float total = 0.0F;  // only bounds what is looked at: its rounding decides nothing
#pragma omp simd reduction(+ : total)
    for (std::size_t i = 0; i < rows; ++i) {
        total += s[i];
        const float waiting_time = sim::open_uniform_of(random_word[i]) / s[i];
        s[i] = s[i] > 0.0F ? waiting_time : nobody_there;
    }
    // Few are wanted of many: sort only those below a bound that more than n can be expected to pass.
    std::vector<Ranked> found;
    constexpr float generous = 2.0F, spare = 8.0F;
    float bound = total > 0.0F ? (generous * static_cast<float>(n) + spare) / total : nobody_there;
    marks.resize(rows);
    std::uint8_t* mark = marks.data();
    for (int attempt = 0; attempt < 2 && found.size() < n; ++attempt, bound = nobody_there) {
        found.clear();
#pragma omp simd
        for (std::size_t i = 0; i < rows; ++i) mark[i] = s[i] < bound;
        sim::for_each_marked(mark, rows, [&](std::size_t i) {
            found.push_back({s[i], static_cast<std::uint16_t>(i)});
        });
    }
    std::sort(found.begin(), found.end(), [&](const Ranked& a, const Ranked& b) {
        if (a.score != b.score) return a.score < b.score;
        return r.birth_number[ResidentId{a.row}] < r.birth_number[ResidentId{b.row}];
    });
    if (found.size() > n) found.resize(n);
    return found;
}

/// 1 for everybody in the group, else 0.
std::vector<float> members_of(const Residents& r, Goal goal, const ProfessionalParameters& p) {
    constexpr std::uint8_t grown = adult_age;
    const std::size_t n = r.rows();
    std::vector<float> member(n);
    float* in = member.data();
    const std::uint8_t *age = r.age.data(), *present = r.present.data();
    const auto* dwelling = r.dwelling.data();
    if (goal != Goal::everyone) {
        for (std::size_t i = 0; i < n; ++i)
            in[i] = in_group(r, ResidentId{static_cast<std::uint16_t>(i)}, goal, p) ? 1.0F : 0.0F;
        return member;
    }
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i)
        in[i] = (present[i] != 0) & (age[i] >= grown) & (dwelling[i].value != DwellingId::none_value) ? 1.0F
                                                                                                      : 0.0F;
    return member;
}

/// The place that an invitation leads to, for each age band: open, hosted, and meant for that age.
std::array<std::uint8_t, age_bands> inviting_places(const Places& places, const MeetingPlaceParameters& p) {
    std::array<std::uint8_t, age_bands> best{};
    best.fill(nowhere);
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

class Caseworkers {
public:
    Caseworkers(const Posts& posts, Residents& r, const Places& places, const Parameters& parameters,
                const sim::RandomSource& draws, sim::Month now)
        : posts_(posts),
          draws_(draws),
          r_(r),
          p_(parameters.professional),
          w_(parameters.wellbeing),
          now_(now),
          invites_(inviting_places(places, parameters.meeting_place)) {}

    /// The post that sees a resident: one that is known and has time, else by a random priority for life.
    Contacts* choose(std::vector<Contacts*>& group, ResidentId who) const {
        Contacts* best = nullptr;
        std::uint64_t highest = 0;
        for (auto* c : group) {
            if (c->left == 0) continue;
            const bool known =
                r_.known_post[who][0] == c->post.value || r_.known_post[who][1] == c->post.value;
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

    /// One contact takes effect; returns its efficacy.
    float see(const Contacts& c, ResidentId who, std::uint32_t random_word) {
        const auto k = slot_of(who, c.post);
        float& bond = r_.bond[who][k];
        const float norm = static_cast<float>(p_.caseload_norm) * posts_.fte[c.post];
        const float over = norm > 0.0F ? std::clamp(posts_.caseload[c.post] / norm - 1.0F, 0.0F, 1.0F) : 0.0F;
        const float effect = efficacy(bond, static_cast<float>(p_.efficacy_start)) * c.quality *
                             (1.0F + static_cast<float>(p_.focus) * c.goal_share) *
                             (1.0F - static_cast<float>(p_.caseload_efficacy) * over) *
                             when_held_long(r_.bond_months[who][k], p_);
        bond += static_cast<float>(p_.bond_gain) * (1.0F - bond);
        const float hours = c.hours * effect;
        r_.support_hours[who] += hours;
        r_.last_reached[who] = static_cast<std::int16_t>(now_.value);
        float& trust = r_.institutional_trust[who];
        trust = sim::clamp01(trust + static_cast<float>(w_.institutional_support) * hours * (1.0F - trust));
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

private:
    /// Which of the professionals known a post is; whom one knew least gives way to a new one.
    std::size_t slot_of(ResidentId who, PostId post) {
        auto& known = r_.known_post[who];
        for (std::size_t k = 0; k < professionals_known; ++k)
            if (known[k] == post.value) return k;
        const std::size_t k = r_.bond[who][0] <= r_.bond[who][1] ? 0 : 1;
        known[k] = post.value;
        r_.bond[who][k] = 0.0F;
        r_.bond_months[who][k] = 0;
        return k;
    }

    const Posts& posts_;
    const sim::RandomSource& draws_;
    Residents& r_;
    const ProfessionalParameters& p_;
    const WellbeingParameters& w_;
    sim::Month now_;
    std::array<std::uint8_t, age_bands> invites_;
};

/// Brings a resident in touch with the sociable one of a small pool who is most alike and whose random number
/// with this resident is highest.
void connect(Residents& r, Ties& ties, ResidentId who, const std::vector<Ranked>& pool, float effect,
             std::uint32_t random_word, const Parameters& parameters, TieProposals& proposals) {
    const auto& p = parameters.professional;
    const auto& net = parameters.network;
    ResidentId best = ResidentId::none();
    float best_score = 0.0F;
    for (const auto& ranked : pool) {
        const ResidentId other{ranked.row};
        if (other == who || entry_of(ties, who, other) >= 0) continue;
        const auto number = sim::pair_word(random_word, static_cast<std::uint32_t>(r.birth_number[other]));
        const float score = homophily(r, who, other, net) * (0.5F + sim::uniform_of(number));
        if (score > best_score) {
            best = other;
            best_score = score;
        }
    }
    if (!best.exists()) return;
    const float chance = static_cast<float>(p.connect_success) * effect * homophily(r, who, best, net) *
                         openness(r, who, net) * openness(r, best, net);
    if (sim::uniform_of(sim::pair_word(random_word, 0x77777777U)) >= chance) return;
    proposals.push_back({sim::pair_number(r.birth_number[who], r.birth_number[best]), who.value, best.value,
                         to_tie_hours(static_cast<float>(p.connect_hours)),
                         static_cast<std::uint8_t>(TieKind::fellow_member)});
}

/// Sociable residents of a group who have room in their lives, by random priority.
std::vector<Ranked> sociable(const Residents& r, const std::vector<float>& member, std::size_t n,
                             Workspace& w) {
    constexpr float sociable_from = 0.5F;
    constexpr std::uint32_t other_word = 0x50c1ab1eU;
    const std::size_t rows = r.rows();
    std::vector<std::uint32_t> random_words(rows);
    std::uint32_t* random_word = random_words.data();
    const std::uint32_t* word = w.words[static_cast<std::size_t>(WorkMode::connecting)].data();
    const float *sociability = r.sociability.data(), *in = member.data();
    float* score = w.score.data();
#pragma omp simd
    for (std::size_t i = 0; i < rows; ++i) {
        score[i] = sociability[i] >= sociable_from ? in[i] : 0.0F;
        random_word[i] = sim::pair_word(word[i], other_word);
    }
    return most_urgent(r, random_words, n, w.score, w.marks);
}

/// Random numbers of the month for one mode, per row; collective work has random numbers made of those of
/// casework.
const std::vector<std::uint32_t>& words_of_mode(WorkMode mode, const Workspace& w,
                                                std::vector<std::uint32_t>& collective) {
    constexpr std::uint32_t other_word = 0x5ba3edacU;
    if (mode != WorkMode::collective) return w.words[static_cast<std::size_t>(mode)];
    const auto& casework = w.words[static_cast<std::size_t>(WorkMode::casework)];
    if (collective.empty()) {
        collective.resize(casework.size());
        for (std::size_t i = 0; i < collective.size(); ++i)
            collective[i] = sim::pair_word(casework[i], other_word);
    }
    return collective;
}

/// Whether enough signals of a group have stood for three months to start from.
bool signals_recur(const Residents& r, const std::vector<float>& member, double from) {
    std::uint32_t standing = 0;
    const float* in = member.data();
    const std::uint8_t* signal = r.signal.data();
#pragma omp simd reduction(+ : standing)
    for (std::size_t i = 0; i < member.size(); ++i)
        standing += static_cast<std::uint32_t>((in[i] > 0.0F) & (signal[i] >= standing_from));
    return static_cast<double>(standing) >= from;
}

void weigh(std::vector<float>& member, const std::vector<float>& factor) {
    for (std::size_t i = 0; i < member.size(); ++i) member[i] *= factor[i];
}

}  // namespace

bool in_group(const Residents& r, ResidentId who, Goal goal, const ProfessionalParameters& p) {
    if (!r.present[who] || !r.dwelling[who].exists()) return false;
    const int age = r.age[who];
    return declared(goal).has({age, age >= adult_age, r.income[who] == Income::low,
                               r.origin[who] != Origin::netherlands, r.care_given[who], r.loneliness[who]},
                              p);
}

void reach_residents(std::vector<Contacts>& contacts, const Posts& posts, Residents& r, Ties& ties,
                     const Places& places, const Reaching& reaching, const Parameters& parameters,
                     const sim::RandomSource& draws, sim::Month now, TieProposals& proposals, Workspace& w) {
    if (contacts.empty()) return;
    const auto& p = parameters.professional;
    constexpr std::uint32_t contact_words = 1;
    draws.fill(Stream::contact, r.birth_number.data(), r.rows(), now, contact_words,
               w.room_for_words(r.rows()));
    Caseworkers workers(posts, r, places, parameters, draws, now);
    std::vector<std::uint32_t> collective_words;
    const auto reach = reachable(r, reaching, p);
    w.score.resize(r.rows());
    for (const bool one_pot : {true, false})
        for (std::size_t g = 0; g < goals; ++g) {
            const auto goal = static_cast<Goal>(g);
            const auto is_here = [&](const Contacts& c) { return c.goal == goal && c.one_pot == one_pot; };
            if (std::none_of(contacts.begin(), contacts.end(), is_here)) continue;
            auto member = members_of(r, goal, p);
            if (one_pot)
                weigh(member, redivision(r, reach.trusting, reaching.need_exponent, p.redivision_most));
            for (std::size_t m = 0; m < contact_modes; ++m) {
                const auto mode = static_cast<WorkMode>(m);
                std::vector<Contacts*> group;
                std::size_t wanted = 0;
                float aim = 0.0F;
                for (auto& c : contacts)
                    if (c.mode == mode && is_here(c)) {
                        group.push_back(&c);
                        wanted += static_cast<std::size_t>(c.left);
                        aim += c.aim * static_cast<float>(c.left);
                    }
                if (wanted == 0) continue;
                if (mode == WorkMode::collective && !signals_recur(r, member, p.recurring_from)) continue;
                const auto pool = mode == WorkMode::connecting ? sociable(r, member, connecting_pool, w)
                                                               : std::vector<Ranked>{};
                needs(r, reach, reaching.passed_on, mode, member, p, w.score.data());
                aim_at_need(r, aim / static_cast<float>(wanted), p, w.score);
                const auto& random_words = words_of_mode(mode, w, collective_words);
                for (const auto& ranked : most_urgent(r, random_words, wanted, w.score, w.marks)) {
                    const ResidentId who{ranked.row};
                    auto* post = workers.choose(group, who);
                    if (post == nullptr) break;
                    --post->left;
                    const auto random_word =
                        sim::pair_word(random_words[ranked.row], static_cast<std::uint32_t>(m));
                    const float effect = workers.see(*post, who, random_word);
                    if (mode == WorkMode::connecting)
                        connect(r, ties, who, pool, effect, random_word, parameters, proposals);
                }
            }
        }
}

float contact_one(const Contacts& contact, ResidentId who, std::uint32_t random_word,
                  const std::vector<std::uint16_t>& pool, const Posts& posts, Residents& r, Ties& ties,
                  const Places& places, const Parameters& parameters, const sim::RandomSource& draws,
                  sim::Month now, TieProposals& proposals) {
    const float effect = Caseworkers(posts, r, places, parameters, draws, now).see(contact, who, random_word);
    if (contact.mode != WorkMode::connecting) return effect;
    std::vector<Ranked> others;
    for (const auto row : pool) others.push_back({0.0F, row});
    connect(r, ties, who, others, effect, random_word, parameters, proposals);
    return effect;
}

}  // namespace weefsel
