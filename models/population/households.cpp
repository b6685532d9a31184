#include <cmath>

#include "models/population/draft.hpp"
#include "sim/error.hpp"

namespace weefsel::population {
namespace {

constexpr int oldest_age = 105;

/// Cumulative weights of single years within a band for one position.
std::vector<double> years_in_band(std::size_t position, std::size_t band) {
    const int start = band_start[band];
    std::vector<double> cumulative;
    double sum = 0;
    for (int age = start; age < band_start[band + 1]; ++age) {
        const bool possible = static_cast<Position>(position) == Position::child || age >= adult_age;
        const double weight =
            national_age[static_cast<std::size_t>(age / national_age_step)] *
            static_cast<double>(sim::exp_of(tilt_in_band[position][band] * static_cast<float>(age - start)));
        sum += possible ? weight : 0;
        cumulative.push_back(sum);
    }
    return cumulative;
}

/// The persons of one position, with ages spread evenly over the weights of each band.
std::vector<int> make_persons(Draft& draft, std::size_t position, const AgeCounts& counts,
                              const sim::RandomSource& draws, std::uint64_t site) {
    std::vector<int> made;
    for (std::size_t band = 0; band < age_bands; ++band) {
        const int n = counts[position][band];
        const auto years = years_in_band(position, band);
        for (int i = 0; i < n; ++i) {
            Person person;
            person.position = static_cast<Position>(position);
            person.key =
                draft_key(site, Part::person, position * age_bands + band, static_cast<std::uint64_t>(i));
            const auto words = block_of(draws, Stream::population_resident, person.key, DrawIndex::age);
            const double at = (i + static_cast<double>(sim::uniform_of(words[0]))) / n * years.back();
            const auto year = std::upper_bound(years.begin(), years.end(), at) - years.begin();
            const int age = std::min(band_start[band] + static_cast<int>(year), band_start[band + 1] - 1);
            const auto months = static_cast<int>(sim::uniform_of(words[1]) * sim::months_per_year);
            person.age_months = std::min(age, oldest_age) * sim::months_per_year + months;
            made.push_back(static_cast<int>(draft.persons.size()));
            draft.persons.push_back(person);
        }
    }
    return made;
}

/// Makes couples of people of about one age; returns them as households.
void make_couples(Draft& draft, const std::vector<int>& people, const PopulationParameters& p,
                  const sim::RandomSource& draws, std::vector<Household>& out) {
    std::vector<double> noisy(people.size());
    for (std::size_t i = 0; i < people.size(); ++i) {
        const Person& person = at(draft, people[i]);
        const auto words = block_of(draws, Stream::population_resident, person.key, DrawIndex::pair);
        noisy[i] =
            person.age_months + p.age_gap_spread * sim::months_per_year *
                                    static_cast<double>(sim::normal_quantile(sim::open_uniform_of(words[0])));
    }
    const auto order = by_waiting_time(noisy);
    for (std::size_t i = 0; i + 1 < order.size(); i += 2) {
        int elder = people[static_cast<std::size_t>(order[i])];
        int younger = people[static_cast<std::size_t>(order[i + 1])];
        if (at(draft, elder).age_months < at(draft, younger).age_months) std::swap(elder, younger);
        const auto words =
            block_of(draws, Stream::population_resident, at(draft, elder).key, DrawIndex::couple);
        const bool elder_male = static_cast<double>(sim::uniform_of(words[0])) < p.elder_is_male;
        const bool same = static_cast<double>(sim::uniform_of(words[1])) < p.same_sex_couples;
        at(draft, elder).sex = elder_male ? Sex::male : Sex::female;
        at(draft, younger).sex = elder_male != same ? Sex::female : Sex::male;
        at(draft, elder).partner = younger;
        at(draft, younger).partner = elder;
        out.push_back({at(draft, elder).key, {elder, younger}, Income::middle, 0, 0, {}});
    }
}

/// How many children each family has: one each, then a second for a keyed share of them, and so on.
std::vector<int> children_of_families(const std::vector<Household>& families, int children,
                                      const sim::RandomSource& draws) {
    std::vector<int> count(families.size(), 1);
    int left = children - static_cast<int>(families.size());
    std::vector<double> waiting_times(families.size());
    for (std::size_t f = 0; f < families.size(); ++f)
        waiting_times[f] = waiting_time_of(
            block_of(draws, Stream::population_household, families[f].key, DrawIndex::children)[0], 1);
    auto order = by_waiting_time(waiting_times);
    const auto room = [&](int f) {
        const auto at_f = static_cast<std::size_t>(f);
        return largest_household - static_cast<int>(families[at_f].members.size()) - count[at_f];
    };
    std::size_t going_on = order.size();
    for (std::size_t round = 0; left > 0 && round < next_child.size(); ++round) {
        going_on = static_cast<std::size_t>(std::ceil(next_child[round] * static_cast<double>(going_on)));
        for (std::size_t k = 0; k < going_on && left > 0; ++k) {
            if (room(order[k]) <= 0) continue;
            ++count[static_cast<std::size_t>(order[k])];
            --left;
        }
    }
    while (left > 0) {  // more children than usual: one more for each family in turn
        const int before = left;
        for (auto it = order.rbegin(); it != order.rend() && left > 0; ++it) {
            if (room(*it) <= 0) continue;
            ++count[static_cast<std::size_t>(*it)];
            --left;
        }
        sim::require(left < before, "population: no room for all children");
    }
    return count;
}

/// The mother, or the parent there is.
int mother_of(const Draft& draft, const Household& family) {
    for (int m : family.members) {
        const Person& person = draft.persons[static_cast<std::size_t>(m)];
        if (person.position != Position::child && person.sex == Sex::female) return m;
    }
    return family.members.front();
}

/// Moves a mother's age within its band to where all her children have a plausible mother.
void fit_mother(Person& mother, int eldest_months, int youngest_months) {
    const int low = eldest_months + youngest_mother * sim::months_per_year;
    const int high = youngest_months + oldest_mother * sim::months_per_year;
    const std::size_t band = band_of(mother.age());
    const int band_low = std::max(band_start[band], adult_age) * sim::months_per_year;
    const int band_high = band_start[band + 1] * sim::months_per_year - 1;
    if (mother.age_months < low) mother.age_months = std::min(low, band_high);
    if (mother.age_months > high) mother.age_months = std::max(high, band_low);
}

/// Gives children to families so that mothers were of a plausible age at each birth: expected ages
/// of children and the children there are, both in order of age, are matched rank by rank.
void place_children(Draft& draft, std::vector<Household>& families, const std::vector<int>& children,
                    const PopulationParameters& p, const sim::RandomSource& draws) {
    struct Slot {
        double expected;
        int family;
    };
    const auto count = children_of_families(families, static_cast<int>(children.size()), draws);
    std::vector<Slot> slots;
    for (std::size_t f = 0; f < families.size(); ++f) {
        const Person& mother = at(draft, mother_of(draft, families[f]));
        const auto words =
            block_of(draws, Stream::population_household, families[f].key, DrawIndex::first_birth);
        double birth_age =
            p.first_birth_age +
            p.first_birth_spread * static_cast<double>(sim::normal_quantile(sim::open_uniform_of(words[0])));
        for (int c = 0; c < count[f]; ++c, birth_age += p.birth_spacing) {
            const double plausible = std::clamp(birth_age, double{youngest_mother}, double{oldest_mother});
            slots.push_back({mother.age_months - plausible * sim::months_per_year, static_cast<int>(f)});
        }
    }
    std::stable_sort(slots.begin(), slots.end(),
                     [](const Slot& a, const Slot& b) { return a.expected < b.expected; });
    std::vector<int> by_age = children;
    std::stable_sort(by_age.begin(), by_age.end(),
                     [&](int a, int b) { return at(draft, a).age_months < at(draft, b).age_months; });
    for (std::size_t s = 0; s < slots.size(); ++s)
        families[static_cast<std::size_t>(slots[s].family)].members.push_back(by_age[s]);
    for (auto& family : families) {
        int eldest = 0;
        int youngest = std::numeric_limits<int>::max();
        for (int m : family.members) {
            if (at(draft, m).position != Position::child) continue;
            eldest = std::max(eldest, at(draft, m).age_months);
            youngest = std::min(youngest, at(draft, m).age_months);
        }
        const int mother = mother_of(draft, family);
        fit_mother(at(draft, mother), eldest, youngest);
        if (const int partner = at(draft, mother).partner; partner >= 0)
            at(draft, partner).age_months = std::max(
                at(draft, partner).age_months,
                std::min(eldest + adult_age * sim::months_per_year,
                         band_start[band_of(at(draft, partner).age()) + 1] * sim::months_per_year - 1));
    }
}

/// People who share a dwelling with others than kin join the households without children in turn.
void place_sharers(std::vector<Household>& households, const std::vector<int>& sharers,
                   const sim::RandomSource& draws) {
    if (sharers.empty()) return;
    std::vector<double> waiting_times(households.size());
    for (std::size_t h = 0; h < households.size(); ++h)
        waiting_times[h] = waiting_time_of(
            block_of(draws, Stream::population_household, households[h].key, DrawIndex::sharing)[0], 1);
    const auto order = by_waiting_time(waiting_times);
    std::size_t next = 0;
    for (int sharer : sharers) {
        std::size_t tried = 0;
        while (households[static_cast<std::size_t>(order[next % order.size()])].members.size() >=
               static_cast<std::size_t>(largest_household)) {
            ++next;
            sim::require(++tried <= order.size(), "population: no room for all who share a dwelling");
        }
        households[static_cast<std::size_t>(order[next++ % order.size()])].members.push_back(sharer);
    }
}

}  // namespace

Draft draft_households(const HouseholdPlan& plan, const AgeCounts& counts, const PopulationParameters& p,
                       const sim::RandomSource& draws, std::uint64_t site) {
    Draft draft;
    draft.persons.reserve(static_cast<std::size_t>(plan.residents));
    std::array<std::vector<int>, positions> people;
    for (std::size_t i = 0; i < positions; ++i) people[i] = make_persons(draft, i, counts, draws, site);
    const auto of = [&](Position position) -> std::vector<int>& {
        return people[static_cast<std::size_t>(position)];
    };

    std::vector<Household> couples, families;
    make_couples(draft, of(Position::partner), p, draws, couples);
    make_couples(draft, of(Position::parent), p, draws, families);
    for (int parent : of(Position::lone_parent)) {
        const auto words =
            block_of(draws, Stream::population_resident, at(draft, parent).key, DrawIndex::sex);
        const bool female = static_cast<double>(sim::uniform_of(words[0])) < p.lone_parent_female;
        at(draft, parent).sex = female ? Sex::female : Sex::male;
        families.push_back({at(draft, parent).key, {parent}, Income::middle, 0, 0, {}});
    }
    place_children(draft, families, of(Position::child), p, draws);
    place_sharers(couples, of(Position::sharer), draws);

    for (int person : of(Position::single))
        draft.households.push_back({at(draft, person).key, {person}, Income::middle, 0, 0, {}});
    for (auto& h : couples) draft.households.push_back(std::move(h));
    for (auto& h : families) draft.households.push_back(std::move(h));
    for (auto& h : draft.households)
        for (int m : h.members) h.oldest = std::max(h.oldest, at(draft, m).age());
    sim::require(static_cast<int>(draft.households.size()) == plan.households(),
                 "population: households got lost");
    return draft;
}

}  // namespace weefsel::population
