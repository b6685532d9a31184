#include "models/meeting_place/attendance.hpp"

#include <algorithm>
#include <cmath>

#include "models/meeting_place/encounter_kinds.hpp"
#include "models/streams.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr std::uint8_t nowhere = 255;
constexpr std::size_t most_places = 256;  // the last stands for no place
constexpr int most_visits = 31;
constexpr float out_of_the_question = -1e9F;  // utility of what cannot be chosen: its weight is 0

/// What does not depend on the visitor, once a month.
struct Offer {
    std::array<std::array<float, age_bands>, most_places> worth;
    std::array<float, most_places> barrier;
    std::array<float, most_places> price;
    std::size_t places = 0;
};

Offer offer_of(Places& places, const MeetingPlaceParameters& p) {
    constexpr float weeks = 52.0F / 12.0F;
    Offer offer;
    for (auto& worth : offer.worth) worth.fill(out_of_the_question);
    offer.barrier.fill(0.0F);
    offer.price.fill(0.0F);
    offer.places = places.rows();
    for (std::size_t k = 0; k < places.rows(); ++k) {
        const PlaceId place{static_cast<std::uint8_t>(k)};
        const float share = opening_share(places, place, p);
        places.open[place] = share > 0.0F ? 1 : 0;
        if (!places.open[place]) continue;
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
                const bool goes = places[m] != nowhere && (theirs[0] == places[m] || theirs[1] == places[m] ||
                                                           theirs[2] == places[m]);
                hours[m] += goes ? row.hours[k] : 0U;
            }
        }
        for (int m = 0; m < regular_places; ++m)
            r.companions[who][m] =
                hours[m] == 0 ? 0.0F : sim::log_of(1.0F + static_cast<float>(hours[m]) * tie_hours_per_step);
    }
}

/// Who does not get in loses a little habit.
void disappoint(Residents& r, ResidentId who, std::uint8_t place, float lost) {
    for (std::size_t m = 0; m < regular_places; ++m)
        if (r.regular[who][m] == place) r.habit[who][m] *= 1.0F - lost;
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
            if (times < visit.times)
                disappoint(r, ResidentId{visit.resident}, visit.place, static_cast<float>(p.turned_away));
            visit.times = static_cast<std::uint8_t>(times);
        }
        places.visits[place] = taken;
    }
    std::erase_if(w.visits, [](const Visit& v) { return v.times == 0; });
    for (const auto& v : w.visits)
        if (is_activity(places.kind[PlaceId{v.place}]))
            r.visits[ResidentId{v.resident}] =
                static_cast<std::uint8_t>(r.visits[ResidentId{v.resident}] + v.times);
}

/// Habits rise with visits and fade without; a new place takes a free entry or that of the least habit.
/// An entry without a place has no habit and no visits and stays so.
void update_habits(std::array<std::uint8_t, regular_places>& regular,
                   std::array<float, regular_places>& habit, std::array<float, regular_places>& companions,
                   std::uint8_t fresh, const std::array<int, regular_places + 1>& times,
                   const std::array<float, most_visits + 1>& missing, float kept) {
    constexpr float forgotten = 0.01F;
    for (std::size_t m = 0; m < regular_places; ++m) {
        const float now = (1.0F - (1.0F - habit[m]) * missing[static_cast<std::size_t>(times[m])]) * kept;
        const bool lost = now < forgotten;
        habit[m] = lost ? 0.0F : now;
        regular[m] = lost ? nowhere : regular[m];
        companions[m] = lost ? 0.0F : companions[m];
    }
    const int fresh_visits = times[regular_places];
    if (fresh_visits == 0) return;
    std::size_t least = 0;
    for (std::size_t m = 1; m < regular_places; ++m)
        if (habit[m] < habit[least]) least = m;
    const float first = (1.0F - missing[static_cast<std::size_t>(fresh_visits)]) * kept;
    if (regular[least] != nowhere && habit[least] >= first) return;
    regular[least] = fresh;
    habit[least] = first;
    companions[least] = 0.0F;
}

}  // namespace

float opening_share(const Places& places, PlaceId place, const MeetingPlaceParameters& p) {
    const float hours =
        (places.own_hours[place] + places.funded_hours[place]) * (1.0F - places.closed_share[place]);
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

namespace {

constexpr int youngest = 4;  // who goes to places, by own choice or a parent's
constexpr std::size_t choices = regular_places + 1;

/// Utilities of the regular places and of one new place, for everybody. Entries without a place, and
/// closed places, have the utility of what cannot be chosen: no branch is needed for them.
void value_places(const Residents& r, const Places& places, const Offer& offer,
                  const MeetingPlaceParameters& p, Workspace& w) {
    const auto habit_worth = static_cast<float>(p.habit_worth),
               companions_worth = static_cast<float>(p.companions_worth);
    const auto invitation = static_cast<float>(p.invitation_worth);
    const float per_chance =
        1.0F / std::min(static_cast<float>(p.consider_new), 1.0F / static_cast<float>(offer.places));
    const auto threshold = static_cast<float>(p.threshold);
    const auto reach = static_cast<float>(p.reach), reach_lost = static_cast<float>(p.reach_lost_when_frail);
    // Frailty, shame and language stand before a door that is hard to enter (assumption, equal weights by
    // hand).
    constexpr float by_insecurity = 0.5F, by_language = 0.3F;
    const auto* regulars = r.regular.data();
    const auto *habits = r.habit.data(), *companions = r.companions.data();
    const float *frailties = r.frailty.data(), *insecurities = r.insecurity.data(),
                *sociability = r.sociability.data();
    const std::uint8_t *present = r.present.data(), *age = r.age.data(), *invited = r.invited.data();
    const auto* dwelling = r.dwelling.data();
    const auto* origin = r.origin.data();
    const std::uint16_t* distances = w.distance.data();
    const std::uint32_t* lot = w.words[3].data();
    std::array<float*, choices> utility{};
    for (std::size_t m = 0; m < choices; ++m) utility[m] = w.weight[m].data();
    std::uint8_t* considered = w.fresh.data();
    for (std::size_t i = 0, n = r.rows(); i < n; ++i) {
        const auto regular = regulars[i];
        const auto asked = invited[i];
        // Every place has its own share of the lot, open or not: where one is closed, nobody considers
        // another instead.
        const auto drawn = static_cast<std::size_t>(sim::uniform_of(lot[i]) * per_chance);
        const bool considers = asked != nowhere || drawn < offer.places;
        considered[i] = nowhere;
        const bool somewhere = (regular[0] & regular[1] & regular[2]) != nowhere;
        if ((!considers && !somewhere) || !present[i] || age[i] < youngest || !dwelling[i].exists()) {
            for (auto* u : utility) u[i] = out_of_the_question;
            continue;
        }
        const float frailty = frailties[i], insecurity = insecurities[i];
        const float per_metre = 1.0F / (reach * (1.0F - reach_lost * frailty));
        const float hindered = std::min(1.0F, frailty + by_insecurity * insecurity +
                                                  (origin[i] == Origin::outside_europe ? by_language : 0.0F));
        const auto band = static_cast<std::size_t>(age_band(age[i]));
        const std::uint16_t* distance = distances + dwelling[i].index() * offer.places;
        const auto worth = [&](std::uint8_t place) {
            return offer.worth[place][band] -
                   static_cast<float>(distance[place == nowhere ? 0 : place]) * per_metre -
                   offer.barrier[place] * hindered - offer.price[place] * insecurity +
                   (asked == place ? invitation : 0.0F);
        };
        for (std::size_t m = 0; m < regular_places; ++m)
            utility[m][i] =
                worth(regular[m]) + habit_worth * habits[i][m] + companions_worth * companions[i][m];
        utility[regular_places][i] = out_of_the_question;
        if (!considers) continue;
        const auto fresh = asked != nowhere ? asked : static_cast<std::uint8_t>(drawn);
        const bool known = fresh == regular[0] || fresh == regular[1] || fresh == regular[2];
        if (known || !places.open[PlaceId{fresh}]) continue;
        considered[i] = fresh;
        utility[regular_places][i] = worth(fresh) - threshold * (1.0F - sociability[i]);
    }
}

/// Visits that each choice is worth this month: outings times the logit share, into `w.weight`.
void share_outings(const Residents& r, const MeetingPlaceParameters& p, Workspace& w) {
    constexpr float ample_time = 100.0F;  // h a month of free time that allow all outings
    const auto outings = static_cast<float>(p.outings);
    const float home = sim::exp_of(static_cast<float>(p.home));
    const std::size_t n = r.rows();
    const float *sociability = r.sociability.data(), *frailty = r.frailty.data(), *free = r.free_hours.data();
    float *a = w.weight[0].data(), *b = w.weight[1].data(), *c = w.weight[2].data(), *d = w.weight[3].data();
    // Far below any utility that can be chosen, and above what cannot.
    constexpr float bottom = 0.5F * out_of_the_question;
    const auto weight = [](float u) { return u > bottom ? sim::exp_of(u) : 0.0F; };
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        const float wa = weight(a[i]), wb = weight(b[i]), wc = weight(c[i]), wd = weight(d[i]);
        const float time = free[i] < ample_time ? free[i] / ample_time : 1.0F;
        // Outings run from half to one and a half times the usual with sociability, and half is lost when
        // wholly frail.
        const float scale = outings * time * (0.5F + sociability[i]) * (1.0F - 0.5F * frailty[i]) /
                            (home + wa + wb + wc + wd);
        a[i] = wa * scale;
        b[i] = wb * scale;
        c[i] = wc * scale;
        d[i] = wd * scale;
    }
}

/// Whole visits: the worth of each choice, rounded up or down by the resident's own number.
void count_visits(std::size_t n, Workspace& w) {
    const std::uint32_t* last = w.words[3].data();
    const std::uint8_t* fresh = w.fresh.data();
    for (std::size_t m = 0; m < choices; ++m) {
        const std::uint32_t* word = w.words[m].data();
        const float* worth = w.weight[m].data();
        std::uint8_t* times = w.times[m].data();
        // A word of the own block for the first three; the fourth is mixed from the new place's word.
        const bool is_fresh = m == regular_places;
#pragma omp simd
        for (std::size_t i = 0; i < n; ++i) {
            const std::uint32_t lot = is_fresh ? sim::pair_lot(last[i], fresh[i]) : word[i];
            const int visits = static_cast<int>(worth[i] + sim::uniform_of(lot));
            times[i] = static_cast<std::uint8_t>(visits < most_visits ? visits : most_visits);
        }
    }
}

}  // namespace

void choose_places(Residents& r, const Ties& ties, Places& places, const Parameters& parameters,
                   const sim::Draws& draws, sim::Month now, Workspace& w) {
    const auto& p = parameters.meeting_place;
    const Offer offer = offer_of(places, p);
    refresh_companions(r, ties, now);
    const std::size_t n = r.rows();
    w.fit_places(n);
    draws.fill(Stream::attendance, r.birth_number.data(), n, now, 0, w.word_pointers());
    value_places(r, places, offer, p, w);
    share_outings(r, p, w);
    std::array<float, most_visits + 1> missing{};
    missing[0] = 1.0F;
    for (std::size_t k = 1; k < missing.size(); ++k)
        missing[k] = missing[k - 1] * (1.0F - static_cast<float>(p.habit_gain));
    const auto kept = static_cast<float>(p.habit_kept);
    count_visits(n, w);
    auto* regulars = r.regular.data();
    auto *habits = r.habit.data(), *companions = r.companions.data();
    const std::uint32_t* lot = w.words[3].data();
    const std::uint8_t *fresh_place = w.fresh.data(), *times_at[] = {w.times[0].data(), w.times[1].data(),
                                                                     w.times[2].data(), w.times[3].data()};
    std::fill(r.visits.begin(), r.visits.end(), std::uint8_t{0});
    std::fill(r.invited.begin(), r.invited.end(), nowhere);
    w.visits.resize(n * choices);
    Visit* visit = w.visits.data();
    std::size_t visits = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const auto regular = regulars[i];
        const auto fresh = fresh_place[i];
        if ((regular[0] & regular[1] & regular[2] & fresh) == nowhere) continue;
        const std::array<std::uint8_t, choices> place{regular[0], regular[1], regular[2], fresh};
        std::array<int, choices> times{};
        for (std::size_t m = 0; m < choices; ++m) {
            times[m] = times_at[m][i];
            // Written without a branch (who goes cannot be foreseen), kept when there is a visit.
            visit[visits] = {0, lot[i], static_cast<std::uint16_t>(i), place[m],
                             static_cast<std::uint8_t>(times[m])};
            visits += times[m] > 0;
        }
        update_habits(regulars[i], habits[i], companions[i], fresh, times, missing, kept);
    }
    w.visits.resize(visits);
    bind_capacity(r, places, p, w);
}

}  // namespace weefsel
