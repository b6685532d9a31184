#include "models/process/professional/reach.hpp"

#include <algorithm>

#include "models/process/professional/aim.hpp"
#include "models/process/professional/trajectory.hpp"
#include "models/world/ages.hpp"
#include "models/world/loneliness_scale.hpp"
#include "models/world/streams.hpp"
#include "sim/marked.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

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

namespace {

/// Who is in a trajectory is seen there.
void leave_out_clients(const Residents& r, std::vector<float>& need) {
    const std::uint8_t* left = r.trajectory_left.data();
    float* of = need.data();
    const std::size_t n = r.rows();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) of[i] = left[i] == 0 ? of[i] : 0.0F;
}

/// Those whom collective work has seen this month meet as a group.
void make_group(const std::vector<std::uint16_t>& members, const Residents& r, const Parameters& parameters,
                Arranged& arranged) {
    constexpr auto kind = static_cast<std::size_t>(PlaceKind::buurthuis);
    const int times = static_cast<int>(parameters.support.group_times);
    if (members.size() < 2 || times == 0) return;
    arranged.company.resize(r.rows());
    for (const auto row : members)
        arranged.company[row] += static_cast<float>(times * parameters.place_kind[kind].hours);
    arranged.groups.push_back({members, times, 0.0F, 1.0F, false, PlaceKind::buurthuis});
}

/// One month of contacts: for all modes and groups, what does not change from one to the next.
struct Reached {
    const Posts& posts;
    Residents& r;
    Ties& ties;
    const Reaching& reaching;
    const Parameters& parameters;
    const sim::RandomSource& draws;
    sim::Month now;
    TieProposals& proposals;
    Arranged& arranged;
    Workspace& w;
    Caseworkers& workers;
    const Reachable& reach;
    std::vector<std::uint32_t> collective_words{};

    /// `aim`, `by_street`: powers of need and of the need of streets, the means over the contacts.
    void see_group(std::vector<Contacts*>& group, std::size_t wanted, WorkMode mode, float aim,
                   float by_street, const std::vector<float>& member) {
        const auto& p = parameters.professional;
        if (mode == WorkMode::collective && !signals_recur(r, member, p.recurring_from)) return;
        const auto pool =
            mode == WorkMode::connecting ? sociable(r, member, connecting_pool, w) : std::vector<Ranked>{};
        needs(r, reach, reaching.passed_on, mode, member, p, w.score.data());
        aim_at_need(r, aim, p, w.score);
        favour_streets(reaching.street_need, by_street, w.score);
        if (mode == WorkMode::casework) leave_out_clients(r, w.score);
        const auto& random_words = words_of_mode(mode, w, collective_words);
        std::vector<std::uint16_t> seen;
        for (const auto& ranked : most_urgent(r, random_words, wanted, w.score, w.marks)) {
            const ResidentId who{ranked.row};
            auto* post = workers.choose(group, who);
            if (post == nullptr) break;
            --post->left;
            const auto random_word =
                sim::pair_word(random_words[ranked.row], static_cast<std::uint32_t>(mode));
            const float effect = workers.see(*post, who, random_word);
            seen.push_back(ranked.row);
            if (mode == WorkMode::connecting)
                workers.connect(ties, who, pool, effect, random_word, proposals);
            if (mode == WorkMode::casework)
                perhaps_begin_trajectory(r, who, post->post, parameters.support, draws, now);
        }
        if (mode == WorkMode::collective) make_group(seen, r, parameters, arranged);
    }
};

}  // namespace

void reach_residents(std::vector<Contacts>& contacts, const Posts& posts, Residents& r, Ties& ties,
                     const Places& places, const Reaching& reaching, const Parameters& parameters,
                     const sim::RandomSource& draws, sim::Month now, TieProposals& proposals,
                     Arranged& arranged, Workspace& w) {
    if (contacts.empty()) return;
    const auto& p = parameters.professional;
    constexpr std::uint32_t contact_words = 1;
    draws.fill(Stream::contact, r.birth_number.data(), r.rows(), now, contact_words,
               w.room_for_words(r.rows()));
    Caseworkers workers(posts, r, places, parameters, draws, now);
    follow_trajectories(contacts, posts, r, workers, parameters.support, draws, now);
    const auto reach = reachable(r, reaching, p);
    w.score.resize(r.rows());
    Reached reached{posts, r, ties, reaching, parameters, draws, now, proposals, arranged, w, workers, reach};
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
                float aim = 0.0F, by_street = 0.0F;
                for (auto& c : contacts)
                    if (c.mode == mode && is_here(c)) {
                        group.push_back(&c);
                        wanted += static_cast<std::size_t>(c.left);
                        aim += c.aim * static_cast<float>(c.left);
                        by_street += c.by_street * static_cast<float>(c.left);
                    }
                const auto contacts_wanted = static_cast<float>(wanted);
                if (wanted > 0)
                    reached.see_group(group, wanted, mode, aim / contacts_wanted, by_street / contacts_wanted,
                                      member);
            }
        }
    arranged.contacts = workers.seen();
}

float contact_one(const Contacts& contact, ResidentId who, std::uint32_t random_word,
                  const std::vector<std::uint16_t>& pool, const Posts& posts, Residents& r, Ties& ties,
                  const Places& places, const Parameters& parameters, const sim::RandomSource& draws,
                  sim::Month now, TieProposals& proposals) {
    Caseworkers workers(posts, r, places, parameters, draws, now);
    const float effect = workers.see(contact, who, random_word);
    if (contact.mode != WorkMode::connecting) return effect;
    std::vector<Ranked> others;
    for (const auto row : pool) others.push_back({0.0F, row});
    workers.connect(ties, who, others, effect, random_word, proposals);
    return effect;
}

}  // namespace weefsel
