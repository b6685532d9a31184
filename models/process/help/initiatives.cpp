#include <algorithm>

#include "models/process/help/help.hpp"
#include "models/world/streams.hpp"
#include "models/world/tie_layers.hpp"
#include "sim/each_row.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr std::uint8_t in_no_place = no_row;

float threshold_of(const sim::RandomSource& draws, std::uint64_t key, std::uint32_t index) {
    return sim::exponential_of(draws.block(Stream::initiative, key, sim::Month{0}, index)[0]);
}

/// Members of every initiative, and ties of 50 h and more among them (each counted at both ends).
void count_members(const Residents& r, const Ties& ties, const sim::RandomSource& draws,
                   std::vector<std::uint16_t>& members, std::vector<std::uint16_t>& tied) {
    sim::Column<ResidentId, std::uint8_t> theme(r.rows());
    const auto group = [&](ResidentId who) {
        return static_cast<std::size_t>(r.volunteer_place[who]) * themes + theme[who];
    };
    const auto takes_part = [&](ResidentId who) {
        return r.volunteer_place[who] != in_no_place && r.present[who];
    };
    for (const auto who : r.ids())
        if (takes_part(who)) theme[who] = static_cast<std::uint8_t>(theme_of(r.birth_number[who], draws));
    for (const auto who : r.ids()) {
        if (!takes_part(who)) continue;
        const auto mine = group(who);
        ++members[mine];
        for (int k = 0; k < ties.count[who]; ++k) {
            const ResidentId other{ties.row[who].other(k)};
            if (ties.row[who].hours(k) < layer_casual || r.volunteer_place[other] != r.volunteer_place[who])
                continue;
            tied[mine] = static_cast<std::uint16_t>(tied[mine] + (group(other) == mine));
        }
    }
}

/// Whether a place can have residents' initiatives: open, with activities of its own.
bool may_have_initiatives(const Places& places, PlaceId place) {
    return places.open[place] != 0 && declared(places.kind[place]).activity;
}

}  // namespace

void meet_as_initiatives(const Initiatives& initiatives, const Residents& r, const Places& places,
                         float follow, const Parameters& parameters, const sim::RandomSource& draws,
                         sim::Month now, Arranged& arranged) {
    const auto& p = parameters.help;
    const auto meetings = static_cast<float>(p.initiative_meetings *
                                             (1.0 + p.takeover_output * (1.0 - static_cast<double>(follow))));
    if (meetings <= 0.0F) return;
    std::vector<ArrangedGroup> groups(initiatives.rows());
    for (const auto who : r.ids()) {
        const auto place = r.volunteer_place[who];
        if (!r.present[who] || place == in_no_place || !places.open[PlaceId{place}]) continue;
        const auto row = static_cast<std::size_t>(place) * themes +
                         static_cast<std::size_t>(theme_of(r.birth_number[who], draws));
        if (initiatives.alive[InitiativeId{static_cast<std::uint16_t>(row)}])
            groups[row].members.push_back(who.value);
    }
    arranged.company.resize(r.rows());
    for (std::size_t k = 0; k < groups.size(); ++k) {
        auto& group = groups[k];
        if (group.members.size() < 2) continue;
        const PlaceId place = place_of_initiative(k);
        const auto key = initiative_key(places.number[place], k);
        constexpr std::uint32_t of_meetings = 1U << 20U;  // beyond the thresholds of all episodes
        group.times = static_cast<int>(
            meetings + sim::uniform_of(draws.block(Stream::initiative, key, now, of_meetings)[0]));
        if (group.times == 0) continue;
        group.kind = places.kind[place];
        const auto hours = static_cast<float>(
            group.times * parameters.place_kind[static_cast<std::size_t>(group.kind)].hours);
        for (const auto row : group.members) arranged.company[row] += hours;
        arranged.groups.push_back(std::move(group));
    }
}

void read_network(WorkDone& done, const Initiatives& initiatives, const Places& places, const Residents& r,
                  const HelpParameters& p) {
    constexpr float heavy_from = 0.5F;
    const auto read = static_cast<float>(p.read_network);
    if (done.initiative_hours <= 0.0F || read <= 0.0F) return;
    int could = 0, run = 0, volunteers = 0, overloaded = 0;
    for (const auto id : initiatives.ids()) {
        if (!may_have_initiatives(places, place_of_initiative(id.index()))) continue;
        ++could;
        run += initiatives.alive[id];
    }
    for (const auto who : r.ids()) {
        if (!r.present[who] || r.volunteer_place[who] == in_no_place) continue;
        ++volunteers;
        overloaded += r.overload[who] >= heavy_from;
    }
    const auto share = [](int part, int all) {
        return all == 0 ? 0.0F : static_cast<float>(part) / static_cast<float>(all);
    };
    const float heavy = share(overloaded, volunteers), weak = share(could - run, could);
    const float relieves = read * heavy * done.initiative_hours,
                mobilises = read * (1.0F - heavy) * weak * done.initiative_hours;
    done.carer_hours += relieves;
    done.mobilising_hours = mobilises;
    done.initiative_hours -= relieves + mobilises;
}

void run_initiatives(Initiatives& initiatives, const Residents& r, const Ties& ties, const Places& places,
                     const WorkDone& work, const SupportedLeaders& leaders, float follow,
                     const HelpParameters& parameters, const sim::RandomSource& draws) {
    const auto p = sim::narrowed(parameters);
    const std::size_t n = initiatives.rows();
    std::vector<std::uint16_t> members(n, 0), tied(n, 0);
    count_members(r, ties, draws, members, tied);
    std::size_t running = 0;
    for (const auto alive : initiatives.alive) running += alive;
    const float each =
        running == 0 ? work.initiative_hours : work.initiative_hours / static_cast<float>(running);
    const float support = p.initiative_support * each;
    const float taken_over = 1.0F + p.initiative_takeover * (1.0F - follow) * std::min(1.0F, each);
    for (const auto id : initiatives.ids()) {
        const std::size_t k = id.index();
        const PlaceId place = place_of_initiative(k);
        const std::uint64_t key = initiative_key(places.number[place], k);
        initiatives.core[id] = members[k];
        const bool full = members[k] >= static_cast<std::uint16_t>(parameters.initiative_core);
        if (!initiatives.alive[id]) {
            // Members tied among each other: every tie is counted at both ends, so two ties are four.
            if (!full || tied[k] < 4 || !places.open[place]) continue;
            initiatives.birth_left[id] -= p.initiative_birth * (1.0F + support * follow) * leaders.sooner;
            if (initiatives.birth_left[id] > 0.0F) continue;
            initiatives.alive[id] = 1;
            const std::uint32_t episode = ++initiatives.episode[id];
            initiatives.birth_left[id] = threshold_of(draws, key, 2U * episode);
            initiatives.death_left[id] = threshold_of(draws, key, 2U * episode + 1U);
            continue;
        }
        const float usual = full && places.open[place] ? p.initiative_end : p.initiative_end_thin;
        initiatives.death_left[id] -= usual * taken_over / (1.0F + support * follow) / leaders.longer;
        if (initiatives.death_left[id] <= 0.0F) initiatives.alive[id] = 0;
    }
}

}  // namespace weefsel
