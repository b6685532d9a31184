#include "models/study/twins.hpp"

#include <algorithm>
#include <limits>

#include "models/world/ages.hpp"
#include "sim/error.hpp"

namespace weefsel {
namespace {

constexpr double nobody_to_say_it_of = std::numeric_limits<double>::quiet_NaN();

std::uint8_t cell_of(const Residents& r, ResidentId who) {
    constexpr int old_from = 50, oldest_from = 75, incomes = 3;
    constexpr float lonely_from = 2.5F;  // a score of 3 after rounding
    if (r.age[who] < adult_age) return no_cell;
    const int age = (r.age[who] >= old_from) + (r.age[who] >= oldest_from);
    const int lonely = r.loneliness[who] >= lonely_from ? 1 : 0;
    return static_cast<std::uint8_t>((age * incomes + static_cast<int>(r.income[who])) * 2 + lonely);
}

double mean_of(std::int64_t sum, std::int64_t n, float steps) {
    return n == 0 ? nobody_to_say_it_of
                  : static_cast<double>(sum) / static_cast<double>(n) / static_cast<double>(steps);
}

/// Calls `act(who, difference in steps)` for everybody who is compared.
template <class Act>
void each_pair(const ReachHistories& option, const ReachHistories& other,
               const std::vector<std::uint8_t>& cells, std::size_t kept, std::size_t indicator, Act&& act) {
    const auto &mine = option.persons.at(kept), &theirs = other.persons.at(kept);
    sim::require(mine.times.size() == cells.size() && theirs.times.size() == cells.size(),
                 "twins are the same residents in both options");
    const auto &value = mine.value.at(indicator), &twin = theirs.value.at(indicator);
    for (std::size_t who = 0; who < cells.size(); ++who)
        if (cells[who] != no_cell && option.there(kept, who) && other.there(kept, who))
            act(who, static_cast<std::int64_t>(value[who]) - static_cast<std::int64_t>(twin[who]));
}

/// Number of residents and sum of differences in each cell of one class.
struct Cells {
    std::array<std::int64_t, twin_cells> n{}, sum{};
};

double standardised(const Cells& mine, const std::array<std::int64_t, twin_cells>& all, float steps) {
    constexpr double enough = 0.5;
    double everybody = 0, covered = 0, sum = 0;
    for (std::size_t c = 0; c < twin_cells; ++c) {
        const auto weight = static_cast<double>(all[c]);
        everybody += weight;
        if (mine.n[c] == 0) continue;
        covered += weight;
        sum += weight * mean_of(mine.sum[c], mine.n[c], steps);
    }
    return covered > 0 && covered >= enough * everybody ? sum / covered : nobody_to_say_it_of;
}

}  // namespace

std::vector<std::uint8_t> cells_of(const std::vector<sim::BirthNumber>& founders,
                                   const std::vector<Neighbourhood>& neighbourhoods) {
    std::vector<std::uint8_t> out(founders.size(), no_cell);
    for (const auto& n : neighbourhoods)
        for (const auto who : n.residents.ids()) {
            if (!n.residents.present[who]) continue;
            const auto at = std::lower_bound(founders.begin(), founders.end(), n.residents.birth_number[who]);
            out[static_cast<std::size_t>(at - founders.begin())] = cell_of(n.residents, who);
        }
    return out;
}

ClassEffects effects_by_class(const ReachHistories& option, const ReachHistories& other,
                              const std::vector<std::uint8_t>& cells, std::size_t kept,
                              std::size_t indicator) {
    const float steps = person_indicators.at(indicator).steps;
    std::array<Cells, reach_classes> by_class;
    std::array<std::int64_t, twin_cells> all{};
    ClassEffects out;
    each_pair(option, other, cells, kept, indicator, [&](std::size_t who, std::int64_t difference) {
        const auto k = static_cast<std::size_t>(reach_class_of(option.persons[kept].times[who]));
        ++all[cells[who]];
        ++by_class[k].n[cells[who]];
        by_class[k].sum[cells[who]] += difference;
        ++out.n[k];
        out.sum[k] += difference;
    });
    for (std::size_t k = 0; k < reach_classes; ++k) {
        out.raw[k] = mean_of(out.sum[k], out.n[k], steps);
        out.standardised[k] = standardised(by_class[k], all, steps);
    }
    return out;
}

StratumEffects effects_by_stratum(const ReachHistories& option, const ReachHistories& reference,
                                  const std::vector<std::uint8_t>& cells, std::size_t kept,
                                  std::size_t indicator) {
    StratumEffects out;
    out.steps = person_indicators.at(indicator).steps;
    each_pair(option, reference, cells, kept, indicator, [&](std::size_t who, std::int64_t difference) {
        const bool by_option = option.persons[kept].times[who] > 0,
                   by_reference = reference.persons[kept].times[who] > 0;
        const auto stratum = by_option      ? by_reference ? ReachStratum::both : ReachStratum::only_option
                             : by_reference ? ReachStratum::only_reference
                                            : ReachStratum::neither;
        ++out.n[static_cast<std::size_t>(stratum)];
        out.sum[static_cast<std::size_t>(stratum)] += difference;
    });
    return out;
}

std::int64_t StratumEffects::all() const { return n[0] + n[1] + n[2] + n[3]; }
std::int64_t StratumEffects::sum_of_all() const { return sum[0] + sum[1] + sum[2] + sum[3]; }
double StratumEffects::effect(std::size_t stratum) const {
    return mean_of(sum.at(stratum), n.at(stratum), steps);
}
double StratumEffects::part(std::size_t stratum) const { return mean_of(sum.at(stratum), all(), steps); }
double StratumEffects::total() const { return mean_of(sum_of_all(), all(), steps); }

std::int64_t lost_in_either(const ReachHistories& option, const ReachHistories& other,
                            const std::vector<std::uint8_t>& cells, std::size_t kept) {
    std::int64_t lost = 0;
    for (std::size_t who = 0; who < cells.size(); ++who)
        lost += cells[who] != no_cell && !(option.there(kept, who) && other.there(kept, who)) ? 1 : 0;
    return lost;
}

}  // namespace weefsel
