#include "models/process/meeting_place/capacity.hpp"

#include <algorithm>

#include "models/process/meeting_place/attendance.hpp"

namespace weefsel {
namespace {

constexpr std::size_t buckets = 256;
constexpr unsigned bucket_shift = 24;  // random numbers are compared by their highest byte first
constexpr double switched_off_below = 0.5;

/// Who does not get in loses a little habit.
void disappoint(Residents& r, ResidentId who, std::uint8_t place, float lost) {
    for (std::size_t m = 0; m < regular_places; ++m)
        if (r.regular[m][who] == place) r.habit[m][who] *= 1.0F - lost;
}

struct Room {
    std::uint32_t left;
    float habit_lost;
};

void admit(Residents& r, Visit& visit, Room& room) {
    const auto times = std::min<std::uint32_t>(visit.times, room.left);
    room.left -= times;
    if (times < visit.times) disappoint(r, ResidentId{visit.resident}, visit.place, room.habit_lost);
    visit.times = static_cast<std::uint8_t>(times);
}

/// Admits the visits to one place in order of their random numbers until it is full. Only those of the bucket
/// of random numbers in which the room ends need sorting.
void turn_away(Residents& r, std::uint8_t place, Room room, Visits& visits) {
    std::vector<std::uint32_t> here(visits.size());
    std::size_t found = 0;
    for (std::size_t v = 0; v < visits.size(); ++v) {
        here[found] = static_cast<std::uint32_t>(v);  // kept when it is a visit here: no branch
        found += visits[v].place == place;
    }
    here.resize(found);
    std::array<std::uint32_t, buckets> wanted{};
    for (const auto v : here) wanted[visits[v].random_word >> bucket_shift] += visits[v].times;
    std::size_t ends_in = 0;
    while (ends_in + 1 < buckets && wanted[ends_in] <= room.left) room.left -= wanted[ends_in++];
    std::vector<std::pair<std::uint32_t, std::uint32_t>> by_priority;
    Room full{0, room.habit_lost};
    for (const auto v : here) {
        const std::size_t bucket = visits[v].random_word >> bucket_shift;
        if (bucket == ends_in) by_priority.emplace_back(visits[v].random_word, v);
        if (bucket > ends_in) admit(r, visits[v], full);
    }
    std::sort(by_priority.begin(), by_priority.end());
    for (const auto& [random_word, v] : by_priority) admit(r, visits[v], room);
}

}  // namespace

void bind_capacity(Residents& r, Places& places, const MeetingPlaceParameters& p, Visits& visits) {
    const bool binds = p.capacity_binds >= switched_off_below;
    std::vector<std::uint32_t> wanted(places.rows(), 0);
    for (const auto& v : visits) wanted[v.place] += v.times;
    bool turned_away = false;
    for (std::size_t k = 0; k < places.rows(); ++k) {
        const PlaceId place{static_cast<std::uint8_t>(k)};
        const auto room = static_cast<std::uint32_t>(places.capacity[place] *
                                                     std::min(1.0F, opening_share(places, place, p)));
        const bool everybody = !binds || wanted[k] <= room;
        places.visits[place] = everybody ? wanted[k] : room;
        if (everybody) continue;
        turn_away(r, place.value, {room, static_cast<float>(p.turned_away)}, visits);
        turned_away = true;
    }
    if (turned_away) std::erase_if(visits, [](const Visit& v) { return v.times == 0; });
    std::fill(r.visits.begin(), r.visits.end(), std::uint8_t{0});
    std::array<std::uint8_t, 256> activity{};
    for (std::size_t k = 0; k < places.rows(); ++k)
        activity[k] = declared(places.kind[PlaceId{static_cast<std::uint8_t>(k)}]).activity;
    std::uint8_t* of_resident = r.visits.data();
    for (const auto& v : visits)
        of_resident[v.resident] =
            static_cast<std::uint8_t>(of_resident[v.resident] + v.times * activity[v.place]);
}

}  // namespace weefsel
