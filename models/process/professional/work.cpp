#include "models/process/professional/work.hpp"

#include <algorithm>

#include "models/process/help/help.hpp"
#include "models/process/meeting_place/attendance.hpp"
#include "models/process/professional/aim.hpp"
#include "models/process/professional/staffing.hpp"
#include "models/process/professional/trajectory.hpp"
#include "models/process/provision/provisions.hpp"
#include "models/world/streams.hpp"
#include "models/world/tie_change.hpp"
#include "models/world/units.hpp"
#include "sim/marked.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr std::uint8_t nobody = no_row, nowhere = no_row;

/// Where a role works with groups: the first place of its kinds that has hours.
PlaceId works_at(const Places& places, Role role) {
    for (const auto kind : declared(role).works_in)
        for (const auto place : places.ids())
            if (places.kind[place] == kind && places.own_hours[place] + places.funded_hours[place] > 0.0F)
                return place;
    return PlaceId::none();
}

void host(Places& places, PlaceId place, float hours, const HostSkill& skill) {
    if (!place.exists()) return;
    places.paid_host_hours[place] += hours * static_cast<float>(skill.with_groups);
    places.youth_host_hours[place] += hours * static_cast<float>(skill.with_young);
}

/// Share of the hours of group work that becomes visits and calls, for the doors of the place are closed. Who
/// has no place to work with groups is not kept from it.
float turned_into_calls(const Places& places, PlaceId place, bool earmarked,
                        const ProfessionalParameters& p) {
    if (!place.exists()) return 0.0F;
    const double allowed = earmarked ? p.crisis_calls * p.crisis_calls_earmarked : p.crisis_calls;
    return places.closed_share[place] * static_cast<float>(allowed);
}

/// Hosts of residents' own: volunteers at their place (exact sums of quarter hours) and initiatives.
void residents_host(const Residents& r, const Initiatives& initiatives, Places& places, float follow,
                    const HelpParameters& p) {
    std::vector<std::uint64_t> quarters(places.rows(), 0);
    const std::size_t n = r.rows();
    std::vector<std::uint8_t> marks(n);
    const std::uint8_t *place_of = r.volunteer_place.data(), *present = r.present.data();
    std::uint8_t* hosts = marks.data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) hosts[i] = (place_of[i] != nowhere) & (present[i] != 0);
    sim::for_each_marked(hosts, n, [&](std::size_t i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        quarters[place_of[i]] += static_cast<std::uint64_t>(r.volunteer_hours[who] * quarters_an_hour);
    });
    const auto hosting = static_cast<float>(p.volunteer_hosting);
    const float output = 1.0F + (1.0F - follow) * static_cast<float>(p.takeover_output);
    for (std::size_t k = 0; k < places.rows(); ++k) {
        const PlaceId place{static_cast<std::uint8_t>(k)};
        int running = 0;
        for (int t = 0; t < themes; ++t)
            running += initiatives.alive[InitiativeId{
                static_cast<std::uint16_t>(k * themes + static_cast<std::size_t>(t))}];
        const float hours = static_cast<float>(quarters[k]) * hours_a_quarter * hosting +
                            places.support_hours[place] * weeks_a_year / months_a_year +
                            static_cast<float>(running) * static_cast<float>(p.initiative_host) * output;
        places.paid_host_hours[place] = 0.0F;
        places.volunteer_host_hours[place] = hours;
        places.youth_host_hours[place] = hours * static_cast<float>(p.volunteer_with_young);
    }
}

/// Share of a bond that a successor takes over, by how the professional left.
std::array<float, leavings> handed_over_by(const Parameters& p) {
    std::array<float, leavings> share{};
    share[static_cast<std::size_t>(Leaving::resigned)] = static_cast<float>(p.professional.handover_share);
    share[static_cast<std::size_t>(Leaving::lapsed)] = static_cast<float>(p.support.handover_lapsed);
    share[static_cast<std::size_t>(Leaving::planned)] = static_cast<float>(p.support.handover_planned);
    return share;
}

/// Bonds with those who left are lost but for the handover; all bonds fade. Counts the caseload; returns how
/// many were in contact with a professional who left and are no more.
std::uint32_t keep_bonds(Posts& posts, Residents& r, const Parameters& parameters,
                         const sim::RandomSource& draws, sim::Month now) {
    const auto& p = parameters.professional;
    constexpr float smoothing = per_month;  // a caseload is the mean of about a year
    constexpr int most_months = 255;
    const auto forgotten = static_cast<float>(p.bond_forgotten);
    const auto in_contact = static_cast<float>(p.in_contact_from);
    std::uint32_t broken = 0;
    std::vector<std::uint32_t> cases(posts.rows(), 0);
    const auto kept = 1.0F - static_cast<float>(p.bond_fade);
    const auto shares = handed_over_by(parameters);
    std::vector<std::uint8_t> goes_on(posts.rows());
    for (const auto post : posts.ids()) goes_on[post.index()] = posts.line[post].exists();
    const auto trust_lost = static_cast<float>(p.trust_loss_on_leave),
               trust_here_lost = static_cast<float>(p.neighbour_trust_loss_on_leave);
    std::fill(r.support_hours.begin(), r.support_hours.end(), 0.0F);
    const std::size_t n = r.rows();
    std::vector<std::uint8_t> marks(n);
    std::uint8_t* knows = marks.data();
    const auto* posts_known = r.known_post.data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) knows[i] = (posts_known[i][0] & posts_known[i][1]) != nobody;
    sim::for_each_marked(knows, n, [&](std::size_t i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        for (int k = 0; k < professionals_known; ++k) {
            auto& known = r.known_post[who][k];
            auto& bond = r.bond[who][k];
            auto& months = r.bond_months[who][k];
            if (known == nobody) continue;
            if (const auto left = posts.left[PostId{known}]; left != Leaving::stays) {
                const float handed_over = shares[static_cast<std::size_t>(left)];
                const float lost = bond * (1.0F - handed_over);
                r.institutional_trust[who] = sim::clamp01(r.institutional_trust[who] - trust_lost * lost);
                r.trust[who] = sim::clamp01(r.trust[who] - trust_here_lost * lost);
                if (r.trajectory_left[who] > 0 && r.trajectory_post[who] == known)
                    hand_over_trajectory(r, who, bond, goes_on[known] ? handed_over : 0.0F,
                                         parameters.support, draws, now);
                broken += bond >= in_contact && bond * handed_over < in_contact ? 1U : 0U;
                bond *= handed_over;
                months = 0;
            }
            bond *= kept;
            if (bond < forgotten) {
                known = nobody;
                bond = 0.0F;
                months = 0;
            } else if (bond >= in_contact) {
                ++cases[known];
                months = static_cast<std::uint8_t>(std::min(months + 1, most_months));
            }
        }
    });
    for (std::size_t k = 0; k < posts.rows(); ++k) {
        auto& caseload = posts.caseload[PostId{static_cast<std::uint8_t>(k)}];
        caseload += smoothing * (static_cast<float>(cases[k]) - caseload);
    }
    return broken;
}

/// Whom a role is there for, whatever the money says; others are there for whom an earmark names.
Goal goal_of(Role role, bool earmarked, Goal of_line) {
    if (declared(role).goal != Goal::everyone) return declared(role).goal;
    return earmarked ? of_line : Goal::everyone;
}

bool any_by_street(const Provisions& bought) {
    return std::find(bought.kind.begin(), bought.kind.end(), Purchase::Kind::by_street) != bought.kind.end();
}

/// Contacts of some professionals do more than those of others; the mean over all is 1.
float quality_of_worker(const Posts& posts, PostId post, double spread, const sim::RandomSource& draws) {
    const auto block = draws.block(Stream::worker_quality, posts.number[post], lifelong, posts.persons[post]);
    const auto s = static_cast<float>(spread);
    return sim::exp_of(s * sim::normal_quantile(sim::open_uniform_of(block[0])) - 0.5F * s * s);
}

}  // namespace

std::array<Division, roles> usual_divisions(const WorkHoursParameters& p) {
    std::array<Division, roles> divisions{};
    for (std::size_t role = 0; role < roles; ++role) {
        const auto of_role = p[role].by_mode();
        double all = 0;
        for (std::size_t m = 0; m < work_modes; ++m) all += of_role[m];
        for (std::size_t m = 0; m < work_modes; ++m)
            divisions[role][m] = all > 0 ? static_cast<float>(of_role[m] / all) : 0.0F;
    }
    return divisions;
}

WorkDone work(Posts& posts, const FundingLines& lines, const Provisions& bought, Residents& r, Ties& ties,
              const Dwellings& dwellings, Places& places, const Initiatives& initiatives, double follow,
              const Parameters& parameters, const sim::RandomSource& draws, sim::Month now,
              TieProposals& proposals, Arranged& arranged, Workspace& w) {
    const auto& p = parameters.professional;
    WorkDone done;
    residents_host(r, initiatives, places, static_cast<float>(follow), parameters.help);
    if (posts.rows() == 0) return done;
    done.bonds_broken = keep_bonds(posts, r, parameters, draws, now);
    auto reach = reaching(posts, lines, r, p, parameters.funding.trust_referral);
    done.voice = reach.voice;
    if (any_by_street(bought)) reach.street_need = need_of_streets(r, dwellings, p);
    const auto divisions = usual_divisions(parameters.work_hours);
    std::vector<Contacts> contacts;
    for (std::size_t k = 0; k < posts.rows(); ++k) {
        const PostId post{static_cast<std::uint8_t>(k)};
        if (!posts.filled[post] || posts.direct_hours[post] <= 0.0F) continue;
        const auto line = posts.line[post];
        const bool earmarked = lines.earmarked[line] != 0;
        const double trained =
            quality_by_training(static_cast<double>(posts.training[post]), parameters.funding);
        const float quality = sim::exp_of(lines.quality_now[line] + static_cast<float>(trained));
        const float contact_quality =
            quality * quality_of_worker(posts, post, parameters.support.worker_spread, draws);
        const float left = posts.direct_hours[post] * (1.0F - lines.voice[line]);
        const auto& division = divisions[static_cast<std::size_t>(posts.role[post])];
        const auto place = works_at(places, posts.role[post]);
        const float calls = left * division[static_cast<std::size_t>(WorkMode::collective)] *
                            turned_into_calls(places, place, earmarked, p);
        const auto hours = [&](WorkMode m) {
            const float usual = left * division[static_cast<std::size_t>(m)];
            return m == WorkMode::collective ? usual - calls
                   : m == WorkMode::outreach ? usual + calls
                                             : usual;
        };
        host(places, place, hours(WorkMode::collective) * static_cast<float>(p.collective_share) * quality,
             parameters.host_skill[static_cast<std::size_t>(posts.role[post])]);
        done.initiative_hours += hours(WorkMode::initiatives) * quality;
        const auto goal = goal_of(posts.role[post], earmarked, lines.goal[line]);
        if (goal == Goal::carers) done.carer_hours += left;
        const bool serves = earmarked && (lines.goal[line] == Goal::everyone || lines.goal[line] == goal);
        const auto by_street = static_cast<float>(agreed(bought, line, Purchase::Kind::by_street));
        const auto words = draws.block(Stream::contact, posts.number[post], now);
        for (std::size_t m = 0; m < contact_modes; ++m) {
            const auto mode = static_cast<WorkMode>(m);
            const float recurring =
                mode == WorkMode::collective ? static_cast<float>(p.recurring_share) : 1.0F;
            const float wanted = hours(mode) * recurring / static_cast<float>(p.contact_hours);
            const auto random_word = m < words.size() ? words[m] : sim::pair_word(words[0], words[1]);
            const int n = static_cast<int>(wanted + sim::uniform_of(random_word));
            if (n > 0)
                contacts.push_back({post, mode, goal, goal == Goal::everyone && !earmarked, n,
                                    serves ? 1.0F : 0.0F, contact_quality,
                                    static_cast<float>(parameters.support.talk_hours), lines.aim[line],
                                    by_street});
        }
    }
    reach_residents(contacts, posts, r, ties, places, reach, parameters, draws, now, proposals, arranged, w);
    read_network(done, initiatives, places, r, parameters.help);
    return done;
}

}  // namespace weefsel
