#include "models/meeting_place/attendance.hpp"

#include <algorithm>
#include <cmath>

#include "models/meeting_place/encounter_kinds.hpp"
#include "models/streams.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr std::uint8_t nowhere = 255;
constexpr std::size_t most_places = 255;
constexpr int most_visits = 31;

/// What does not depend on the visitor, once a month.
struct Offer {
    std::array<std::array<float, age_bands>, most_places> worth;
    std::array<float, most_places> barrier;
    std::array<float, most_places> price;
    std::array<std::uint8_t, most_places> open;    ///< places that are open
    std::size_t open_count = 0;
    std::size_t places = 0;
};

Offer offer_of(Places& places, const MeetingPlaceParameters& p) {
    constexpr float weeks = 52.0F / 12.0F;
    Offer offer;
    offer.places = places.rows();
    for (std::size_t k = 0; k < places.rows(); ++k) {
        const PlaceId place{static_cast<std::uint8_t>(k)};
        const float share = opening_share(places, place, p);
        places.open[place] = share > 0.0F ? 1 : 0;
        if (!places.open[place]) continue;
        offer.open[offer.open_count++] = place.value;
        const auto& kind = encounter_kinds[static_cast<std::size_t>(places.kind[place])];
        const float full = places.hours_at_full[place];
        const float host = std::min(1.0F, places.host_hours[place] / (full * weeks));
        const float common = kind.attraction + static_cast<float>(p.warmth_worth) * places.warmth[place] +
                             static_cast<float>(p.quality_worth) * places.quality[place] +
                             static_cast<float>(p.host_worth) * host +
                             static_cast<float>(p.hours_worth) * sim::log_of(std::min(1.0F, share));
        for (std::size_t band = 0; band < age_bands; ++band)
            offer.worth[k][band] = common + static_cast<float>(p.fit_worth) * places.audience[place][band];
        offer.barrier[k] = static_cast<float>(p.barrier) * (1.0F - places.accessibility[place]);
        offer.price[k] = static_cast<float>(p.money) * kind.price;
    }
    return offer;
}

/// ln(1 + hours of the ties that go to each regular place), refreshed for a third of the residents
/// each month (by birth number): whom one would meet there changes slowly.
void refresh_companions(Residents& r, const Ties& ties, sim::Month now) {
    constexpr std::uint64_t turns = 3;
    const auto turn = static_cast<std::uint64_t>(now.value) % turns;
    for (std::size_t i = 0; i < r.rows(); ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        if (!r.present[who] || r.birth_number[who] % turns != turn) continue;
        const auto places = r.regular[who];
        if (places[0] == nowhere && places[1] == nowhere && places[2] == nowhere) continue;
        std::array<std::uint32_t, regular_places> hours{};
        const auto& row = ties.row[who];
        for (int k = 0; k < ties.count[who]; ++k) {
            const auto theirs = r.regular[ResidentId{row.other[k]}];
            for (int m = 0; m < regular_places; ++m) {
                const bool goes = places[m] != nowhere &&
                                  (theirs[0] == places[m] || theirs[1] == places[m] || theirs[2] == places[m]);
                hours[m] += goes ? row.hours[k] : 0U;
            }
        }
        for (int m = 0; m < regular_places; ++m)
            r.companions[who][m] =
                hours[m] == 0 ? 0.0F : sim::log_of(1.0F + static_cast<float>(hours[m]) * tie_hours_per_step);
    }
}

/// The open place, not yet a regular one, whose keyed lot with this resident is highest this month.
std::uint8_t candidate(const Residents& r, ResidentId who, const Places& places, const Offer& offer, std::uint32_t lot) {
    std::uint8_t best = nowhere;
    std::uint32_t best_lot = 0;
    for (std::size_t k = 0; k < offer.open_count; ++k) {
        const auto place = offer.open[k];
        const auto regular = r.regular[who];
        if (regular[0] == place || regular[1] == place || regular[2] == place) continue;
        const auto number = static_cast<std::uint32_t>(places.number[PlaceId{place}]);
        const auto value = sim::pair_lot(lot, number);
        if (best == nowhere || value > best_lot) {
            best = place;
            best_lot = value;
        }
    }
    return best;
}

/// Over capacity, the visitors with the highest lots find no place.
void bind_capacity(Residents& r, Places& places, const MeetingPlaceParameters& p, Workspace& w) {
    std::vector<std::uint32_t> asked(places.rows(), 0);
    for (const auto& v : w.visits) asked[v.place] += v.times;
    for (std::size_t k = 0; k < places.rows(); ++k) {
        const PlaceId place{static_cast<std::uint8_t>(k)};
        places.visits[place] = asked[k];
        const auto room = static_cast<std::uint32_t>(places.capacity[place] *
                                                     std::min(1.0F, opening_share(places, place, p)));
        if (asked[k] <= room) continue;
        std::vector<std::pair<std::uint32_t, std::size_t>> by_lot;
        for (std::size_t v = 0; v < w.visits.size(); ++v)
            if (w.visits[v].place == place.value) by_lot.emplace_back(w.visits[v].lot, v);
        std::sort(by_lot.begin(), by_lot.end());
        std::uint32_t taken = 0;
        for (const auto& [lot, v] : by_lot) {
            auto& visit = w.visits[v];
            const auto times = std::min<std::uint32_t>(visit.times, room - taken);
            taken += times;
            visit.times = static_cast<std::uint8_t>(times);
        }
        places.visits[place] = taken;
    }
    std::erase_if(w.visits, [](const Visit& v) { return v.times == 0; });
    for (const auto& v : w.visits)
        if (is_activity(places.kind[PlaceId{v.place}]))
            r.visits[ResidentId{v.resident}] = static_cast<std::uint8_t>(r.visits[ResidentId{v.resident}] + v.times);
}

/// Habits rise with visits and fade without; a new place takes a free entry or that of the least habit.
void update_habits(Residents& r, ResidentId who, std::uint8_t fresh, int fresh_visits,
                   const std::array<int, regular_places>& times, const std::array<float, most_visits + 1>& missing,
                   float kept) {
    constexpr float forgotten = 0.01F;
    auto& regular = r.regular[who];
    auto& habit = r.habit[who];
    for (int m = 0; m < regular_places; ++m) {
        if (regular[m] == nowhere) continue;
        habit[m] = (1.0F - (1.0F - habit[m]) * missing[static_cast<std::size_t>(times[m])]) * kept;
        if (habit[m] < forgotten) {
            regular[m] = nowhere;
            habit[m] = r.companions[who][m] = 0.0F;
        }
    }
    if (fresh_visits == 0) return;
    int least = 0;
    for (int m = 1; m < regular_places; ++m)
        if (habit[m] < habit[least]) least = m;
    const float first = (1.0F - missing[static_cast<std::size_t>(fresh_visits)]) * kept;
    if (regular[least] != nowhere && habit[least] >= first) return;
    regular[least] = fresh;
    habit[least] = first;
    r.companions[who][least] = 0.0F;
}

}  // namespace

float opening_share(const Places& places, PlaceId place, const MeetingPlaceParameters& p) {
    const float hours = (places.own_hours[place] + places.funded_hours[place]) * (1.0F - places.closed_share[place]);
    return hours < static_cast<float>(p.closed_below) ? 0.0F : hours / places.hours_at_full[place];
}

void measure_distances(const Dwellings& d, const Places& places, Workspace& w) {
    constexpr float farthest = 65535.0F;
    w.distance.resize(d.rows() * places.rows());
    for (std::size_t i = 0; i < d.rows(); ++i)
        for (std::size_t k = 0; k < places.rows(); ++k) {
            const DwellingId dwelling{static_cast<std::uint16_t>(i)};
            const PlaceId place{static_cast<std::uint8_t>(k)};
            const float dx = d.x[dwelling] - places.x[place], dy = d.y[dwelling] - places.y[place];
            w.distance[i * places.rows() + k] =
                static_cast<std::uint16_t>(std::min(farthest, std::sqrt(dx * dx + dy * dy)));
        }
}

void choose_places(Residents& r, const Dwellings& dwellings, const Ties& ties, Places& places,
                   const Parameters& parameters, const sim::Draws& draws, sim::Month now, Workspace& w) {
    constexpr int youngest = 4;              // who goes to places by own choice or a parent's
    constexpr float ample_time = 100.0F;     // h a month of free time that allow all outings
    const auto& p = parameters.meeting_place;
    const Offer offer = offer_of(places, p);
    refresh_companions(r, ties, now);
    const std::size_t n = r.rows();
    draws.fill(Stream::attendance, r.birth_number.data(), n, now, 0, w.word_pointers());
    std::array<float, most_visits + 1> missing{};
    missing[0] = 1.0F;
    for (std::size_t k = 1; k < missing.size(); ++k)
        missing[k] = missing[k - 1] * (1.0F - static_cast<float>(p.habit_gain));
    const auto habit_worth = static_cast<float>(p.habit_worth), companions_worth = static_cast<float>(p.companions_worth);
    const auto outings = static_cast<float>(p.outings), kept = static_cast<float>(p.habit_kept);
    const auto consider = static_cast<float>(p.consider_new);
    const auto invitation = static_cast<float>(p.invitation_worth), threshold = static_cast<float>(p.threshold);
    const auto reach = static_cast<float>(p.reach), reach_lost = static_cast<float>(p.reach_lost_when_frail);
    const float home = sim::exp_of(static_cast<float>(p.home));
    w.visits.clear();
    for (std::size_t i = 0; i < n; ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        r.visits[who] = 0;
        if (!r.present[who] || r.age[who] < youngest || !r.dwelling[who].exists()) continue;
        const auto regular = r.regular[who];
        const std::uint32_t word_new = w.words[3][i];
        const bool considers = r.invited[who] != nowhere || sim::uniform_of(word_new) < consider;
        if (!considers && regular[0] == nowhere && regular[1] == nowhere && regular[2] == nowhere) continue;
        std::uint8_t fresh = nowhere;
        if (considers) {
            const auto asked = r.invited[who];
            const bool known = asked == nowhere || asked == regular[0] || asked == regular[1] || asked == regular[2];
            fresh = known || !places.open[PlaceId{asked}] ? candidate(r, who, places, offer, word_new) : asked;
        }
        const float frailty = r.frailty[who];
        const float per_metre = 1.0F / (reach * (1.0F - reach_lost * frailty));
        const float hindered = std::min(1.0F, frailty + 0.5F * r.insecurity[who] +
                                                  (r.origin[who] == Origin::outside_europe ? 0.3F : 0.0F));
        const auto band = static_cast<std::size_t>(age_band(r.age[who]));
        const std::uint16_t* distance = &w.distance[r.dwelling[who].index() * offer.places];
        const auto worth = [&](std::uint8_t place) {
            float u = offer.worth[place][band] - static_cast<float>(distance[place]) * per_metre -
                      offer.barrier[place] * hindered - offer.price[place] * r.insecurity[who];
            if (r.invited[who] == place) u += invitation;
            return u;
        };
        std::array<float, regular_places + 1> weight{};
        float sum = home;
        for (int m = 0; m < regular_places; ++m)
            if (regular[m] != nowhere && places.open[PlaceId{regular[m]}]) {
                weight[m] = sim::exp_of(worth(regular[m]) + habit_worth * r.habit[who][m] +
                                        companions_worth * r.companions[who][m]);
                sum += weight[m];
            }
        if (fresh != nowhere) {
            weight[regular_places] = sim::exp_of(worth(fresh) - threshold * (1.0F - r.sociability[who]));
            sum += weight[regular_places];
        }
        const float budget = outings * std::min(1.0F, r.free_hours[who] / ample_time) *
                             (0.5F + r.sociability[who]) * (1.0F - 0.5F * frailty);
        std::array<int, regular_places> times{};
        int fresh_visits = 0;
        const float scale = budget / sum;
        for (int m = 0; m <= regular_places; ++m) {
            if (weight[m] <= 0.0F) continue;
            const std::uint8_t place = m < regular_places ? regular[m] : fresh;
            // A word of the own block for the first three; the fourth is mixed from the new place's word.
            const std::uint32_t word = m < regular_places ? w.words[static_cast<std::size_t>(m)][i]
                                                          : sim::pair_lot(word_new, place);
            const int visits = std::min(most_visits, static_cast<int>(weight[m] * scale + sim::uniform_of(word)));
            if (visits == 0) continue;
            (m < regular_places ? times[m] : fresh_visits) = visits;
            w.visits.push_back({0, word_new, who.value, place, static_cast<std::uint8_t>(visits)});
        }
        update_habits(r, who, fresh, fresh_visits, times, missing, kept);
        r.invited[who] = nowhere;
    }
    (void)dwellings;
    bind_capacity(r, places, p, w);
}

}  // namespace weefsel
