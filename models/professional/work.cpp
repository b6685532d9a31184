#include "models/professional/work.hpp"

#include <algorithm>

#include "models/meeting_place/attendance.hpp"
#include "models/network/tie_change.hpp"
#include "models/professional/reach.hpp"
#include "models/streams.hpp"
#include "sim/marked.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr std::uint8_t nobody = 255, nowhere = 255;

/// Places where a role works with groups, best first.
std::array<PlaceKind, 3> home_of(Role role) {
    using enum PlaceKind;
    switch (role) {
        case Role::jongerenwerker:
            return {youth_centre, buurthuis, school_yard};
        case Role::buurtsportcoach:
            return {sports_club, park, buurthuis};
        default:
            return {buurthuis, buurtkamer, library};
    }
}

void host(Places& places, Role role, float hours) {
    for (const auto kind : home_of(role))
        for (std::size_t k = 0; k < places.rows(); ++k) {
            const PlaceId place{static_cast<std::uint8_t>(k)};
            if (places.kind[place] != kind || places.own_hours[place] + places.funded_hours[place] <= 0.0F)
                continue;
            places.host_hours[place] += hours;
            return;
        }
}

/// Hosts of residents' own: volunteers at their place (exact sums of quarter hours) and initiatives.
void residents_host(const Residents& r, const Initiatives& initiatives, Places& places, float follow,
                    const HelpParameters& p, Workspace& w) {
    std::vector<std::uint64_t> quarters(places.rows(), 0);
    const std::size_t n = r.rows();
    w.marks.resize(n);
    const std::uint8_t *place_of = r.volunteer_place.data(), *present = r.present.data();
    std::uint8_t* hosts = w.marks.data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) hosts[i] = (place_of[i] != nowhere) & (present[i] != 0);
    sim::for_each_marked(hosts, n, [&](std::size_t i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        quarters[place_of[i]] += static_cast<std::uint64_t>(r.volunteer_hours[who] * 4.0F);
    });
    const auto hosting = static_cast<float>(p.volunteer_hosting);
    const float output = 1.0F + (1.0F - follow) * static_cast<float>(p.takeover_output);
    for (std::size_t k = 0; k < places.rows(); ++k) {
        const PlaceId place{static_cast<std::uint8_t>(k)};
        int running = 0;
        for (int t = 0; t < themes; ++t)
            running += initiatives.alive[InitiativeId{
                static_cast<std::uint16_t>(k * themes + static_cast<std::size_t>(t))}];
        places.host_hours[place] =
            static_cast<float>(quarters[k]) * 0.25F * hosting + places.support_hours[place] * 52.0F / 12.0F +
            static_cast<float>(running) * static_cast<float>(p.initiative_host) * output;
    }
}

/// Bonds with those who left are lost but for the handover; all bonds fade. Counts the caseload.
void keep_bonds(Posts& posts, Residents& r, const ProfessionalParameters& p, Workspace& w) {
    constexpr float in_contact = 0.1F, smoothing = 1.0F / 12.0F;
    std::vector<std::uint32_t> cases(posts.rows(), 0);
    const auto kept = 1.0F - static_cast<float>(p.bond_fade),
               handed_over = static_cast<float>(p.handover_share);
    const auto trust_lost = static_cast<float>(p.trust_loss_on_leave);
    std::fill(r.support_hours.begin(), r.support_hours.end(), 0.0F);
    const std::size_t n = r.rows();
    w.marks.resize(n);
    std::uint8_t* knows = w.marks.data();
    const auto* posts_known = r.known_post.data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) knows[i] = (posts_known[i][0] & posts_known[i][1]) != nobody;
    sim::for_each_marked(knows, n, [&](std::size_t i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        for (int k = 0; k < professionals_known; ++k) {
            auto& known = r.known_post[who][k];
            auto& bond = r.bond[who][k];
            if (known == nobody) continue;
            if (posts.left[PostId{known}]) {
                r.institutional_trust[who] = sim::clamp01(r.institutional_trust[who] - trust_lost * bond);
                bond *= handed_over;
            }
            bond *= kept;
            if (bond < 0.02F) {
                known = nobody;
                bond = 0.0F;
            } else if (bond >= in_contact) {
                ++cases[known];
            }
        }
    });
    for (std::size_t k = 0; k < posts.rows(); ++k) {
        auto& caseload = posts.caseload[PostId{static_cast<std::uint8_t>(k)}];
        caseload += smoothing * (static_cast<float>(cases[k]) - caseload);
    }
}

/// The usual division, in one pot moved towards casework when old signals stand above the norm.
std::array<float, work_modes> division(Role role, bool one_pot, float signals,
                                       const ProfessionalParameters& p) {
    constexpr float least = 0.5F, most = 2.0F;
    auto share = usual_division(role);
    if (!one_pot) return share;
    const float ratio = std::clamp(signals / static_cast<float>(p.signal_norm), least, most);
    share[0] *= sim::exp_of(static_cast<float>(p.one_pot_voice) * sim::log_of(ratio));
    float sum = 0.0F;
    for (const auto s : share) sum += s;
    for (auto& s : share) s /= sum;
    return share;
}

/// Signals that have stood for three months, per 1000 residents.
float standing_signals(const Residents& r) {
    constexpr int old = 3;
    std::uint32_t signals = 0, residents = 0;
    const std::size_t n = r.rows();
    const std::uint8_t *present = r.present.data(), *signal = r.signal.data();
#pragma omp simd reduction(+ : signals, residents)
    for (std::size_t i = 0; i < n; ++i) {
        residents += present[i];
        signals += present[i] & static_cast<std::uint32_t>(signal[i] >= old);
    }
    return residents == 0 ? 0.0F : 1000.0F * static_cast<float>(signals) / static_cast<float>(residents);
}

}  // namespace

const std::array<float, work_modes>& usual_division(Role role) {
    // casework, outreach, connecting, money, collective, initiatives
    static constexpr std::array<std::array<float, work_modes>, roles> shares{{
        {0.05F, 0.20F, 0.20F, 0.00F, 0.25F, 0.30F},  // opbouwwerker
        {0.15F, 0.30F, 0.10F, 0.00F, 0.40F, 0.05F},  // jongerenwerker
        {0.65F, 0.05F, 0.05F, 0.25F, 0.00F, 0.00F},  // maatschappelijk werker
        {0.35F, 0.20F, 0.15F, 0.10F, 0.15F, 0.05F},  // sociaal werker
        {0.00F, 0.15F, 0.10F, 0.00F, 0.65F, 0.10F},  // buurtsportcoach
        {0.00F, 0.10F, 0.40F, 0.00F, 0.10F, 0.40F},  // connector
    }};
    return shares[static_cast<std::size_t>(role)];
}

WorkDone work(Posts& posts, const FundingLines& lines, Residents& r, Ties& ties, Places& places,
              const Initiatives& initiatives, double follow, const Parameters& parameters,
              const sim::Draws& draws, sim::Month now, Workspace& w) {
    const auto& p = parameters.professional;
    WorkDone done;
    residents_host(r, initiatives, places, static_cast<float>(follow), parameters.help, w);
    if (posts.rows() == 0) return done;
    keep_bonds(posts, r, p, w);
    const float signals = standing_signals(r);
    std::vector<Contacts> contacts;
    for (std::size_t k = 0; k < posts.rows(); ++k) {
        const PostId post{static_cast<std::uint8_t>(k)};
        if (!posts.filled[post] || posts.direct_hours[post] <= 0.0F) continue;
        const auto line = posts.line[post];
        const bool earmarked = lines.earmarked[line] != 0;
        const float quality = sim::exp_of(lines.quality[line]);
        const auto share = division(posts.role[post], !earmarked, signals, p);
        const auto hours = [&](WorkMode m) {
            return posts.direct_hours[post] * share[static_cast<std::size_t>(m)];
        };
        host(places, posts.role[post],
             hours(WorkMode::collective) * static_cast<float>(p.collective_share) * quality);
        done.initiative_hours += hours(WorkMode::initiatives) * quality;
        const auto goal = posts.role[post] == Role::jongerenwerker ? Goal::youth
                          : earmarked                              ? lines.goal[line]
                                                                   : Goal::everyone;
        if (goal == Goal::carers) done.carer_hours += posts.direct_hours[post];
        const auto words = draws.block(Stream::work_lot, posts.number[post], now);
        for (std::size_t m = 0; m < contact_modes; ++m) {
            const float wanted = hours(static_cast<WorkMode>(m)) / static_cast<float>(p.contact_hours);
            const int n = static_cast<int>(wanted + sim::uniform_of(words[m]));
            if (n > 0) contacts.push_back({post, static_cast<WorkMode>(m), goal, n, earmarked, quality});
        }
    }
    reach_residents(contacts, posts, r, ties, places, parameters, draws, now, w);
    return done;
}

}  // namespace weefsel
