#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <numeric>
#include <span>
#include <vector>

#include "models/population/population.hpp"
#include "models/scenario/household_plan.hpp"
#include "models/world/household_state.hpp"
#include "models/world/streams.hpp"
#include "sim/numeric.hpp"
#include "sim/random_source.hpp"

/// A population in the making: persons in households, before they have a dwelling and a row.
namespace weefsel::population {

struct Person {
    std::uint64_t key = 0;  ///< for the draws of month 0
    Position position = Position::single;
    int age_months = 0;
    Sex sex = Sex::female;
    Education education = Education::low;
    Origin origin = Origin::netherlands;
    int partner = -1;  ///< index of a person, -1: none
    bool widowed = false;
    [[nodiscard]] int age() const { return age_months / sim::months_per_year; }
};

struct Household {
    std::uint64_t key = 0;
    std::vector<int> members;  ///< indexes of persons; the head first
    Income income = Income::middle;
    int oldest = 0;   ///< years
    int arrived = 0;  ///< month, negative
    Tenure tenure = Tenure::owned;
};

struct Draft {
    std::vector<Person> persons;
    std::vector<Household> households;
};
inline Person& at(Draft& draft, int person) { return draft.persons[static_cast<std::size_t>(person)]; }

/// What a key of the draft belongs to.
enum class Part : std::uint8_t { person, household, family, street, tie, place };

/// The key of one thing of a draft; unrelated to every birth number.
constexpr std::uint64_t draft_key(std::uint64_t site, Part part, std::uint64_t a, std::uint64_t b = 0) {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;
    constexpr unsigned part_shift = 56, first_shift = 28;
    return sim::mix64(
        sim::mix64(~site) ^
        (odd * ((std::uint64_t{static_cast<std::uint8_t>(part)} << part_shift) | (a << first_shift) | b)));
}

/// Which draw of a key: the index of a block. Append only.
enum class DrawIndex : std::uint32_t {
    age,
    birth_month,
    pair,
    couple,
    children,
    first_birth,
    income,
    high_income,
    origin,
    own_origin,
    education,
    high_education,
    activity,  ///< kept free: it is drawn by birth number
    sex,
    widowed,
    widowed_since,
    stay,
    sharing,
    dwelling,
    tenure,
    street_tenure,
    suited,
    public_space,
    street_length,
    empty_since,
    move,
    kin,
    kin_hours,
    friends,
    friend_candidate,
    friend_hours,
    neighbour,
    neighbour_hours,
    tenure_rent,
    position,
    fellow_members,
    fellow_member_candidate,
    fellow_member_hours,
};

inline sim::Block block_of(const sim::RandomSource& draws, Stream stream, std::uint64_t key,
                           DrawIndex random_word) {
    return draws.block(stream, key, sim::Month{0}, static_cast<std::uint32_t>(random_word));
}
inline float uniform_draw(const sim::RandomSource& draws, Stream stream, std::uint64_t key,
                          DrawIndex random_word) {
    return sim::uniform_of(block_of(draws, stream, key, random_word)[0]);
}
/// When the alarm clock of somebody with this weight goes off: exponential, never for weight 0.
/// The first n alarms are a weighted sample of n without replacement.
inline double waiting_time_of(std::uint32_t word, double weight) {
    return weight > 0 ? static_cast<double>(sim::exponential_of(word)) / weight
                      : std::numeric_limits<double>::max();
}
/// Indexes in the order of their alarms.
inline std::vector<int> by_waiting_time(std::span<const double> waiting_times) {
    std::vector<int> order(waiting_times.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return waiting_times[static_cast<std::size_t>(a)] < waiting_times[static_cast<std::size_t>(b)];
    });
    return order;
}

/// Persons with ages in households, to the plan's margins.
Draft draft_households(const HouseholdPlan& plan, const AgeCounts& counts, const PopulationParameters& p,
                       const sim::RandomSource& draws, std::uint64_t site);
/// Sex, income, origin, education, widowhood, length of stay.
void draft_attributes(Draft& draft, const Cells& cells, const NeighbourhoodFigures& figures,
                      const PopulationParameters& p, const sim::RandomSource& draws);
/// Streets and dwellings, and which household lives where: element i is the household in dwelling
/// i, -1 for an empty one.
std::vector<int> build_dwellings(Dwellings& dwellings, Streets& streets, Draft& draft,
                                 const NeighbourhoodFigures& figures, const PopulationParameters& p,
                                 const sim::RandomSource& draws, std::uint64_t site);
/// Ties of month 0 between residents.
void first_ties(Population& population, const Parameters& parameters, const sim::RandomSource& draws);
/// Meeting places of month 0.
Places first_places(const NeighbourhoodFigures& figures, const std::vector<PlaceSpec>& specs,
                    const std::vector<PlaceKind>& bought, const sim::RandomSource& draws, std::uint64_t site,
                    float side_metres);
/// Side of the square that stands for a neighbourhood's land, m.
float side_of(const NeighbourhoodFigures& figures);
/// The households of month 0 as those that may move in later.
InflowProfile inflow_profile(const Population& population, const PopulationParameters& p);

}  // namespace weefsel::population
