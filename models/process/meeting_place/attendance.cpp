#include "models/process/meeting_place/attendance.hpp"

#include <algorithm>
#include <cmath>

#include "models/process/meeting_place/capacity.hpp"
#include "models/process/meeting_place/hosts.hpp"
#include "models/world/companions.hpp"
#include "models/world/streams.hpp"
#include "models/world/tie_layers.hpp"
#include "models/world/units.hpp"
#include "sim/marked.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr std::uint8_t nowhere = no_row;
constexpr std::size_t max_places = 256;  // the last stands for no place
constexpr int max_visits = 31;
constexpr int youngest = 4;  // who goes to places, by own choice or a parent's
constexpr std::size_t choices = regular_places + 1;
constexpr std::int32_t bands = static_cast<std::int32_t>(age_bands) + 1, nobody = bands - 1;
constexpr float out_of_the_question = -1e9F;  // utility of what cannot be chosen: its weight is 0

/// The open activity that somebody has most habit of going to, or none.
std::uint8_t favourite_activity(const Residents& r, const Places& places, ResidentId who) {
    std::uint8_t best = nowhere;
    float most = 0.0F;
    for (std::size_t m = 0; m < regular_places; ++m) {
        const auto place = r.regular[m][who];
        if (place == nowhere || r.habit[m][who] <= most) continue;
        if (!places.open[PlaceId{place}] || !declared(places.kind[PlaceId{place}]).activity) continue;
        best = place;
        most = r.habit[m][who];
    }
    return best;
}

/// What does not depend on the visitor, once a month; tables by place.
struct Offer {
    std::array<float, max_places * bands> worth;  ///< [place][age band, the last: nobody]
    std::array<float, max_places> barrier, price, x, y;
    std::array<std::uint32_t, max_places> number{};  ///< by which tastes are made
    std::uint32_t places = 0;
};

Offer offer_of(Places& places, float access, const MeetingPlaceParameters& p,
               const PlaceKindParameters& of_kinds, const sim::RandomSource& draws) {
    const auto kinds = encounter_kinds_of(of_kinds);
    Offer offer;
    offer.worth.fill(out_of_the_question);
    for (auto* table : {&offer.barrier, &offer.price, &offer.x, &offer.y}) table->fill(0.0F);
    offer.places = static_cast<std::uint32_t>(places.rows());
    for (std::size_t k = 0; k < places.rows(); ++k) {
        const PlaceId place{static_cast<std::uint8_t>(k)};
        const float share = opening_share(places, place, p);
        offer.x[k] = places.x[place];
        offer.y[k] = places.y[place];
        offer.number[k] = draws.block(Stream::taste, places.number[place], lifelong)[0];
        places.open[place] = share > 0.0F ? 1 : 0;
        if (!places.open[place]) continue;
        const auto& kind = kinds[static_cast<std::size_t>(places.kind[place])];
        const float common = kind.attraction + static_cast<float>(p.warmth_worth) * places.warmth[place] +
                             static_cast<float>(p.quality_worth) * places.quality[place] +
                             static_cast<float>(p.host_worth) * host_at(places, place, p) +
                             static_cast<float>(p.hours_worth) * sim::log_of(std::min(1.0F, share));
        for (std::size_t band = 0; band < age_bands; ++band)
            offer.worth[k * bands + band] =
                common + static_cast<float>(p.fit_worth) * places.audience[place][band];
        const float heard = places.funded_hours[place] > 0.0F ? access : 0.0F;
        offer.barrier[k] =
            static_cast<float>(p.barrier) * (1.0F - places.accessibility[place]) * (1.0F - heard);
        offer.price[k] = static_cast<float>(p.money) * kind.entry;
    }
    return offer;
}

/// Whom a friend takes along this month is invited to the activity that the friend goes to most; of friends
/// and places, the one that a number picks. Who has been invited already is not.
void take_along(Residents& r, const Ties& ties, const Places& places, const MeetingPlaceParameters& p,
                const Workspace& w) {
    if (p.taken_along <= 0.0) return;
    constexpr std::uint32_t of_this = 0x3c6ef372U, of_tie = 0x9e3779b9U;
    const auto chance = static_cast<float>(p.taken_along);
    for (const auto who : r.ids()) {
        const auto word = w.words[0][who.index()];
        if (sim::uniform_of(sim::pair_word(word, of_this)) >= chance || r.invited[who] != nowhere) continue;
        std::uint8_t place = nowhere;
        std::uint32_t highest = 0;
        for (int k = 0; k < ties.count[who]; ++k) {
            const ResidentId other{ties.row[who].other(k)};
            if (ties.row[who].hours(k) < layer_casual || has_lapsed(ties.row[who].kind(k))) continue;
            const auto own = sim::pair_word(word ^ of_tie, static_cast<std::uint32_t>(r.birth_number[other]));
            const auto theirs = favourite_activity(r, places, other);
            if (theirs == nowhere || (place != nowhere && own <= highest)) continue;
            place = theirs;
            highest = own;
        }
        r.invited[who] = place;
    }
}

/// The place that a resident thinks of going to for the first time this month, or none, for everybody.
/// Every place has its own share of the random number, open or not: where one is closed, nobody considers
/// another instead.
void consider_new(const Residents& r, std::uint32_t places, const MeetingPlaceParameters& p, Workspace& w) {
    const bool by_itself_too = p.consider_new > 0.0;
    const float per_chance =
        by_itself_too ? 1.0F / std::min(static_cast<float>(p.consider_new), 1.0F / static_cast<float>(places))
                      : 0.0F;
    const std::uint32_t thought_of = by_itself_too ? places : 0;
    const std::uint8_t *invited = r.invited.data(), *first = r.regular[0].data(),
                       *second = r.regular[1].data(), *third = r.regular[2].data();
    const std::uint32_t* random_word = w.words[3].data();
    std::uint8_t* considered = w.fresh.data();
    const std::size_t n = r.rows();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        const auto drawn = static_cast<std::uint32_t>(
            static_cast<std::int32_t>(sim::uniform_of(random_word[i]) * per_chance));
        const std::uint8_t by_itself = drawn < thought_of ? static_cast<std::uint8_t>(drawn) : nowhere;
        const std::uint8_t fresh = invited[i] != nowhere ? invited[i] : by_itself;
        const bool known = (fresh == first[i]) | (fresh == second[i]) | (fresh == third[i]);
        considered[i] = known ? nowhere : fresh;
    }
}

/// What of a visitor counts at every door: position, reach, hindrance, age band and the street to be crossed,
/// for everybody. Who does not go out has the band of nobody, which no place has anything for.
void see_visitors(const Residents& r, const Dwellings& d, const Streets& streets,
                  const MeetingPlaceParameters& p, Visitors& v) {
    const auto reach = static_cast<float>(p.reach), reach_lost = static_cast<float>(p.reach_lost_when_frail);
    // Frailty, shame and language stand before a door that is hard to enter.
    const auto by_insecurity = static_cast<float>(p.hindered_insecurity),
               by_language = static_cast<float>(p.hindered_language);
    const auto kept_in = static_cast<float>(p.outings_lost_to_nuisance),
               given_back = static_cast<float>(p.rides_relief);
    const std::size_t n = r.rows();
    v.resize(n);
    const float *frailty = r.frailty.data(), *insecurity = r.insecurity.data(), *home_x = d.x.data(),
                *home_y = d.y.data();
    const std::uint8_t *present = r.present.data(), *age = r.age.data(), *rides = r.rides.data();
    const auto* dwelling = r.dwelling.data();
    const auto* origin = r.origin.data();
    float *x = v.x.data(), *y = v.y.data(), *per_metre = v.per_metre.data(), *hindered = v.hindered.data(),
          *share_left = v.goes_out.data();
    const float* nuisance = streets.nuisance.data();
    const StreetId* street = d.street.data();
    std::uint32_t* own = v.own.data();
    std::int32_t* band = v.band.data();
    for (std::size_t i = 0; i < n; ++i) {
        const std::int32_t home = dwelling[i].exists() ? dwelling[i].value : 0;
        x[i] = home_x[home];
        y[i] = home_y[home];
        share_left[i] = 1.0F - kept_in * nuisance[street[home].value];
        own[i] = static_cast<std::uint32_t>(r.birth_number.data()[i]);
    }
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        const bool goes_out =
            (present[i] != 0) & (age[i] >= youngest) & (dwelling[i].value != DwellingId::none_value);
        band[i] = goes_out ? age_band(age[i]) : nobody;
    }
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        const float language = origin[i] == Origin::outside_europe ? by_language : 0.0F;
        const float strange = frailty[i] + by_insecurity * insecurity[i] + language;
        hindered[i] = strange < 1.0F ? strange : 1.0F;
        const float left = rides[i] != 0 ? 1.0F - given_back : 1.0F;
        per_metre[i] = left / (reach * (1.0F - reach_lost * frailty[i]));
    }
}

/// Utility of one place each, before habit, companions and thresholds, for everybody, into `utility`.
/// Entries without a place, and closed places, have that of what cannot be chosen: no branch is needed.
void value_places(const Residents& r, const Offer& offer, const Visitors& v, const std::uint8_t* place,
                  const MeetingPlaceParameters& p, float* utility) {
    const std::size_t n = r.rows();
    const float *worth = offer.worth.data(), *barrier = offer.barrier.data(), *price = offer.price.data(),
                *place_x = offer.x.data(), *place_y = offer.y.data();
    const float *x = v.x.data(), *y = v.y.data(), *per_metre = v.per_metre.data(),
                *hindered = v.hindered.data(), *insecurity = r.insecurity.data();
    const std::int32_t* band = v.band.data();
    const std::uint8_t* invited = r.invited.data();
    const std::uint32_t *number = offer.number.data(), *own = v.own.data();
    const auto invitation = static_cast<float>(p.invitation_worth), taste = static_cast<float>(p.taste);
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        const std::int32_t at = place[i];
        const float dx = x[i] - place_x[at], dy = y[i] - place_y[at];
        const float metres = std::sqrt(dx * dx + dy * dy);
        utility[i] = worth[at * bands + band[i]] - metres * per_metre[i] - barrier[at] * hindered[i] -
                     price[at] * insecurity[i] + (invited[i] == place[i] ? invitation : 0.0F) +
                     taste * sim::nearly_normal_of(sim::pair_word(own[i], number[at]));
    }
}

/// Adds what other terms of going to the places make of their utilities: the same sums as above, for those
/// concerned alone.
void apply_terms(const Residents& r, const Places& places, const Offer& offer, const Visitors& v,
                 std::span<const OutingTerms> terms, const std::uint8_t* at_place, float* utility) {
    for (const auto& t : terms)
        for (const auto who : r.ids()) {
            const std::size_t i = who.index(), at = at_place[i];
            if (at == nowhere || r.age[who] < t.age_from || r.age[who] > t.age_until) continue;
            if (!t.every_kind && places.kind[PlaceId{at_place[i]}] != t.kind) continue;
            const float dx = v.x[i] - offer.x[at], dy = v.y[i] - offer.y[at];
            utility[i] += (1.0F - t.travel) * std::sqrt(dx * dx + dy * dy) * v.per_metre[i] +
                          (1.0F - t.price) * offer.price[at] * r.insecurity[who];
        }
}

/// Utilities of the regular places and of the new one, for everybody, into `w.weight`.
void value_choices(const Residents& r, const Dwellings& d, const Streets& streets, const Places& places,
                   const Offer& offer, const MeetingPlaceParameters& p, std::span<const OutingTerms> terms,
                   Workspace& w) {
    const auto habit_worth = static_cast<float>(p.habit_worth),
               companions_worth = static_cast<float>(p.companions_worth);
    const auto threshold = static_cast<float>(p.threshold);
    const std::size_t n = r.rows();
    see_visitors(r, d, streets, p, w.visitors);
    for (std::size_t m = 0; m < regular_places; ++m) {
        float* utility = w.weight[m].data();
        value_places(r, offer, w.visitors, r.regular[m].data(), p, utility);
        apply_terms(r, places, offer, w.visitors, terms, r.regular[m].data(), utility);
        const float *habit = r.habit[m].data(), *companions = r.companions[m].data();
#pragma omp simd
        for (std::size_t i = 0; i < n; ++i)
            utility[i] += habit_worth * habit[i] + companions_worth * companions[i];
    }
    float* utility = w.weight[regular_places].data();
    value_places(r, offer, w.visitors, w.fresh.data(), p, utility);
    apply_terms(r, places, offer, w.visitors, terms, w.fresh.data(), utility);
    const float* sociability = r.sociability.data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) utility[i] -= threshold * (1.0F - sociability[i]);
}

/// Visits that each choice is worth this month, into `w.weight`: outings times its share against staying
/// home and, as far as places compete, against the others.
void share_outings(const Residents& r, const MeetingPlaceParameters& p, Workspace& w) {
    const auto ample_time = static_cast<float>(p.outings_free_hours),
               lost = static_cast<float>(p.outings_lost_when_frail);
    const auto outings = static_cast<float>(p.outings);
    const float home = sim::exp_of(static_cast<float>(p.home));
    const auto competing = static_cast<float>(p.substitution), own = 1.0F - competing;
    const std::size_t n = r.rows();
    const float *sociability = r.sociability.data(), *frailty = r.frailty.data(), *free = r.free_hours.data(),
                *goes_out = w.visitors.goes_out.data();
    float *a = w.weight[0].data(), *b = w.weight[1].data(), *c = w.weight[2].data(), *d = w.weight[3].data();
    // Far below any utility that can be chosen, and above what cannot.
    constexpr float bottom = 0.5F * out_of_the_question;
    const auto weight = [](float u) { return u > bottom ? sim::exp_of(u) : 0.0F; };
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        const float wa = weight(a[i]), wb = weight(b[i]), wc = weight(c[i]), wd = weight(d[i]);
        const float time = free[i] < ample_time ? free[i] / ample_time : 1.0F;
        // Outings run from half to one and a half times the usual with sociability.
        const float most =
            outings * time * (0.5F + sociability[i]) * (1.0F - lost * frailty[i]) * goes_out[i];
        const float others = home + competing * (wa + wb + wc + wd);
        a[i] = most * wa / (others + own * wa);
        b[i] = most * wb / (others + own * wb);
        c[i] = most * wc / (others + own * wc);
        d[i] = most * wd / (others + own * wd);
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
            const std::uint32_t random_word = is_fresh ? sim::pair_word(last[i], fresh[i]) : word[i];
            const int visits = static_cast<int>(worth[i] + sim::uniform_of(random_word));
            times[i] = static_cast<std::uint8_t>(visits < max_visits ? visits : max_visits);
        }
    }
}

/// The month's visits, choice by choice.
Visits list_visits(const Residents& r, const Workspace& w) {
    Visits visits;
    visits.reserve(r.rows());
    const std::uint32_t* random_word = w.words[3].data();
    for (std::size_t m = 0; m < choices; ++m) {
        const std::uint8_t* place = m < regular_places ? r.regular[m].data() : w.fresh.data();
        const std::uint8_t* times = w.times[m].data();
        sim::for_each_marked(times, r.rows(), [&](std::size_t i) {
            visits.push_back({random_word[i], static_cast<std::uint16_t>(i), place[i], times[i]});
        });
    }
    return visits;
}

/// Share of the distance to a full habit that is left after so many visits.
std::array<float, max_visits + 1> distance_left(float gain) {
    std::array<float, max_visits + 1> left{};
    left[0] = 1.0F;
    for (std::size_t k = 1; k < left.size(); ++k) left[k] = left[k - 1] * (1.0F - gain);
    return left;
}

/// A place visited for the first time takes a free entry, or that of the regular place that is worth least to
/// the visitor this month, if it is worth more.
void adopt(Residents& r, ResidentId who, std::uint8_t place, float habit, const Workspace& w) {
    const std::size_t i = who.index();
    const auto worth = [&](std::size_t m) { return r.regular[m][who] == nowhere ? -1.0F : w.weight[m][i]; };
    std::size_t least = 0;
    for (std::size_t m = 1; m < regular_places; ++m)
        if (worth(m) < worth(least)) least = m;
    if (worth(least) >= w.weight[regular_places][i]) return;
    r.regular[least][who] = place;
    r.habit[least][who] = habit;
    r.companions[least][who] = 0.0F;
}

/// Habits rise with visits and fade without. An entry without a place has no habit and stays so.
void update_habits(Residents& r, const MeetingPlaceParameters& p, const Workspace& w) {
    const auto forgotten = static_cast<float>(p.habit_forgotten);
    const auto left = distance_left(static_cast<float>(p.habit_gain));
    const float* missing = left.data();
    const auto kept = static_cast<float>(p.habit_kept);
    const std::size_t n = r.rows();
    for (std::size_t m = 0; m < regular_places; ++m) {
        std::uint8_t* regular = r.regular[m].data();
        float *habit = r.habit[m].data(), *companions = r.companions[m].data();
        const std::uint8_t* times = w.times[m].data();
#pragma omp simd
        for (std::size_t i = 0; i < n; ++i) {
            const float now = (1.0F - (1.0F - habit[i]) * missing[times[i]]) * kept;
            const bool lost = now < forgotten;
            habit[i] = lost ? 0.0F : now;
            companions[i] = lost ? 0.0F : companions[i];
            regular[i] = lost ? nowhere : regular[i];
        }
    }
    const std::uint8_t* times = w.times[regular_places].data();
    sim::for_each_marked(times, n, [&](std::size_t i) {
        adopt(r, ResidentId{static_cast<std::uint16_t>(i)}, w.fresh[i], (1.0F - missing[times[i]]) * kept, w);
    });
}

}  // namespace

float opening_share(const Places& places, PlaceId place, const MeetingPlaceParameters& p) {
    const float hours =
        (places.own_hours[place] + places.funded_hours[place]) * (1.0F - places.closed_share[place]);
    return hours < static_cast<float>(p.closed_below) ? 0.0F : hours / places.hours_at_full[place];
}

Visits choose_places(Residents& r, const Dwellings& d, const Streets& streets, const Ties& ties,
                     Places& places, const MeetingPlaceParameters& p, const PlaceKindParameters& kinds,
                     const sim::RandomSource& draws, sim::Month now, Workspace& w,
                     const OutingsUnder& under) {
    const Offer offer = offer_of(places, under.access, p, kinds, draws);
    refresh_companions(r, ties, now, w);
    w.fit_places(r.rows());
    draws.fill(Stream::attendance, r.birth_number.data(), r.rows(), now, 0, w.room_for_words(r.rows()));
    take_along(r, ties, places, p, w);
    consider_new(r, offer.places, p, w);
    value_choices(r, d, streets, places, offer, p, under.terms, w);
    share_outings(r, p, w);
    count_visits(r.rows(), w);
    Visits visits = list_visits(r, w);
    update_habits(r, p, w);
    std::fill(r.invited.begin(), r.invited.end(), nowhere);
    bind_capacity(r, places, p, visits);
    return visits;
}

}  // namespace weefsel
