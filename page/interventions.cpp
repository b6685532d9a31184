#include "page/interventions.hpp"

#include <algorithm>

#include "models/process/professional/reach.hpp"
#include "models/world/streams.hpp"
#include "models/world/tie_change.hpp"
#include "models/world/units.hpp"
#include "sim/error.hpp"

namespace weefsel::page {
namespace {

/// Chance of this visit apart from those of the policy in the same month.
constexpr std::uint32_t visits_of_a_lesson = 0x6c657373;
/// What months of work use up of it lies far below one each.
constexpr float more_than_a_career = 1e6F;

bool is_thread(const Neighbourhood& n, ResidentId who, int k) {
    const auto& row = n.ties.row[who];
    const ResidentId other{row.other(k)};
    return !has_lapsed(row.kind(k)) && n.residents.dwelling[other] != n.residents.dwelling[who];
}

}  // namespace

std::vector<Thread> threads_of(const Neighbourhood& n, ResidentId who) {
    std::vector<Thread> threads;
    const auto& row = n.ties.row[who];
    for (int k = 0; k < n.ties.count[who]; ++k)
        if (is_thread(n, who, k))
            threads.push_back({ResidentId{row.other(k)}, row.kind(k), from_tie_hours(row.hours(k))});
    std::sort(threads.begin(), threads.end(), [&](const Thread& a, const Thread& b) {
        if (a.hours != b.hours) return a.hours > b.hours;
        return n.residents.birth_number[a.other] < n.residents.birth_number[b.other];
    });
    return threads;
}

void cut_threads(Neighbourhood& n, ResidentId who, int strongest) {
    const auto threads = threads_of(n, who);
    for (int i = 0; i < strongest && i < static_cast<int>(threads.size()); ++i)
        end_tie(n.ties, who, entry_of(n.ties, who, threads[static_cast<std::size_t>(i)].other));
}

PostId best_known_post(const Neighbourhood& n) {
    PostId best = PostId::none();
    double most = -1;
    for (const auto post : n.posts.ids()) {
        if (n.posts.filled[post] == 0) continue;
        const double bonds = bonds_with(n, post);
        if (bonds > most) {
            best = post;
            most = bonds;
        }
    }
    return best;
}

double bonds_with(const Neighbourhood& n, PostId post) {
    double sum = 0;
    for (const auto who : n.residents.ids()) {
        if (n.residents.present[who] == 0) continue;
        for (std::size_t k = 0; k < professionals_known; ++k)
            if (n.residents.known_post[who][k] == post.value)
                sum += static_cast<double>(n.residents.bond[who][k]);
    }
    return sum;
}

void resign(Neighbourhood& n, PostId post) { n.posts.exit_left[post] = 0; }
void stay(Neighbourhood& n, PostId post) { n.posts.exit_left[post] = more_than_a_career; }

Visit visit(Neighbourhood& n, ResidentId who, float hours, bool stranger, const Realisation& realisation,
            sim::Month now) {
    const PostId post = best_known_post(n);
    if (!post.exists())
        throw sim::InputError(sim::Place{}, "found no professional at work, allowed is one or more");
    auto& r = n.residents;
    if (stranger) {
        r.bond[who].fill(0.0F);
        r.bond_months[who].fill(0);
    }
    const Contacts one{post, WorkMode::casework, Goal::everyone, false, 1, 0.0F, 1.0F, hours};
    const auto& p = realisation.scenario.parameters;
    const auto word = sim::pair_word(visits_of_a_lesson, static_cast<std::uint32_t>(now.value));
    TieProposals none;
    const float efficacy =
        contact_one(one, who, word, {}, n.posts, r, n.ties, n.places, p, realisation.draws, now, none);
    const auto& known = r.known_post[who];
    const std::size_t slot = known[0] == post.value ? 0 : 1;
    return {efficacy, r.bond[who][slot], r.coping[who]};
}

}  // namespace weefsel::page
