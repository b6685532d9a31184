#include "models/study/option_blocks.hpp"

#include <array>
#include <limits>
#include <string>

#include "models/study/group_blocks.hpp"
#include "models/study/twins.hpp"

namespace weefsel {
namespace {

using Block = sim::ResultLayout::Block;
constexpr double not_known = std::numeric_limits<double>::quiet_NaN();
constexpr std::array<const char*, reach_strata> stratum_names{"both", "only_option", "only_reference",
                                                              "neither"};

Block::Axis years_axis(const std::vector<int>& years) {
    return {"year", {years.begin(), years.end()}, {}, "year", "year of the options"};
}
Block::Axis class_axis() {
    return {"class",
            {},
            {reach_class_names.begin(), reach_class_names.end()},
            "",
            "contacts with professionals and visits of funded places and sessions in the year before"};
}
Block::Axis stratum_axis() {
    return {
        "stratum", {}, {stratum_names.begin(), stratum_names.end()}, "", "who met them in the year before"};
}

Block::Axis month_axis() {
    Block::Axis out{"month_of_year", {}, {}, "month", "month of the year of the options, from 1"};
    for (int month = 1; month <= sim::months_per_year; ++month) out.numbers.push_back(month);
    return out;
}

std::vector<int> all_years(int years) {
    std::vector<int> out;
    for (int year = 1; year <= years; ++year) out.push_back(year);
    return out;
}

Block reached_block(int years) {
    return {"/reached",
            {years_axis(all_years(years)), class_axis()},
            {{"residents", "1", "residents of month 0 who are there at the end of the year, by class", 2},
             {"lost", "1", "residents of month 0 who moved or died before", 1}}};
}

Block effect_block(const sim::Observable& o, const std::vector<int>& kept) {
    const std::string unit(o.unit), what(o.prose_en);
    return {
        "/reached_effect/" + std::string(o.name),
        {years_axis(kept), class_axis()},
        {{"n", "1", "residents grown up in month 0 who are there in this option and in the one without lines",
          2},
         {"raw", unit, what + ": mean difference with the own twin in the option without lines", 2},
         {"standardised", unit,
          what + ": the same, at the mix of age, income and earlier loneliness of all who are compared", 2},
         {"lost", "1", "residents grown up in month 0 who are not there in both", 1}}};
}

Block strata_block(const sim::Observable& o, const std::vector<int>& kept) {
    const std::string unit(o.unit), what(o.prose_en);
    return {
        "/reached_strata/" + std::string(o.name),
        {years_axis(kept), stratum_axis()},
        {{"n", "1", "residents grown up in month 0 who are there in this option and in the reference", 2},
         {"effect", unit, what + ": mean difference with the own twin in the reference", 2},
         {"part", unit, what + ": what the stratum adds to the difference over all (n x effect / all)", 2},
         {"total", unit, what + ": the difference over all", 1}}};
}

Block staffing_block(int years) {
    return {
        "/staffing",
        {years_axis(all_years(years)), month_axis()},
        {{"months_below_half", "1", "months with less than half of the bought fte at work", 1},
         {"at_work", "1", "share of the bought fte that was at work, mean of the year", 1},
         {"breaks", "1", "grants that ended and were not renewed", 1},
         {"bonds_broken", "1", "residents in contact with a professional who left, and no more", 1},
         {"closures", "1", "places that lost all their hours", 1},
         {"initiatives_lost", "1", "residents' initiatives that ended", 1},
         {"months_low_quality", "1",
          "months in which half of the running money or more pays for activities in the lowest quarter of "
          "what is offered",
          1},
         {"contacts", "1", "contacts of professionals with adults", 1},
         {"contacts_away", "1",
          "of them, with adults who a month before were not severely lonely, distressed or an overloaded "
          "carer, and had no unmet need",
          1},
         {"crowded_out", "1",
          "members of initiatives that ended, times the share of the hazard of ending that comes from work "
          "that takes over",
          1},
         {"fte_at_work", "1", "fte at work, month by month", 2},
         {"fte_bought", "1", "fte bought, between two grants too, month by month", 2}}};
}

const sim::Observable& observable_of(std::size_t k) {
    return observables()[static_cast<std::size_t>(person_indicators.at(k).which)];
}

/// Values in the order of the blocks.
class Writer {
public:
    template <class... Number>
    void add(Number... numbers) {
        (out.push_back(static_cast<double>(numbers)), ...);
    }
    template <class List>
    void add_all(const List& list) {
        for (const auto number : list) add(number);
    }
    std::vector<double> out;
};

void write_reached(const ReachHistories& h, Writer& to) {
    for (const auto& year : h.residents) to.add_all(year);
    to.add_all(h.lost);
}

void write_effects(const ReachHistories& option, const ReachHistories* nothing,
                   const std::vector<std::uint8_t>& cells, std::size_t indicator, Writer& to) {
    const std::size_t years = option.persons.size();
    if (nothing == nullptr) {
        to.out.insert(to.out.end(), years * (3 * reach_classes + 1), not_known);
        return;
    }
    std::vector<ClassEffects> of;
    for (std::size_t y = 0; y < years; ++y)
        of.push_back(effects_by_class(option, *nothing, cells, y, indicator));
    for (const auto& year : of) to.add_all(year.n);
    for (const auto& year : of) to.add_all(year.raw);
    for (const auto& year : of) to.add_all(year.standardised);
    for (std::size_t y = 0; y < years; ++y) to.add(lost_in_either(option, *nothing, cells, y));
}

void write_strata(const ReachHistories& option, const ReachHistories& reference,
                  const std::vector<std::uint8_t>& cells, std::size_t indicator, Writer& to) {
    std::vector<StratumEffects> of;
    for (std::size_t y = 0; y < option.persons.size(); ++y)
        of.push_back(effects_by_stratum(option, reference, cells, y, indicator));
    for (const auto& year : of) to.add_all(year.n);
    for (const auto& year : of)
        for (std::size_t s = 0; s < reach_strata; ++s) to.add(year.effect(s));
    for (const auto& year : of)
        for (std::size_t s = 0; s < reach_strata; ++s) to.add(year.part(s));
    for (const auto& year : of) to.add(year.total());
}

void write_staffing(const std::vector<StaffingYear>& years, Writer& to) {
    const auto each = [&](auto value) {
        for (const auto& year : years) to.add(value(year));
    };
    each([](const StaffingYear& y) { return y.months_below_half; });
    each([](const StaffingYear& y) { return y.bought > 0 ? y.at_work / y.bought : not_known; });
    each([](const StaffingYear& y) { return y.breaks; });
    each([](const StaffingYear& y) { return y.bonds_broken; });
    each([](const StaffingYear& y) { return y.closures; });
    each([](const StaffingYear& y) { return y.initiatives_lost; });
    each([](const StaffingYear& y) { return y.months_low_quality; });
    each([](const StaffingYear& y) { return y.contacts; });
    each([](const StaffingYear& y) { return y.contacts_away; });
    each([](const StaffingYear& y) { return y.crowded_out; });
    for (const auto& year : years) to.add_all(year.at_work_in);
    for (const auto& year : years) to.add_all(year.bought_in);
}

}  // namespace

std::vector<Block> option_blocks(int years, bool compared) {
    std::vector<Block> out;
    if (compared) {
        const auto kept = years_of_persons(years);
        out.push_back(reached_block(years));
        for (std::size_t k = 0; k < person_indicators.size(); ++k)
            out.push_back(effect_block(observable_of(k), kept));
        for (std::size_t k = 0; k < person_indicators.size(); ++k)
            out.push_back(strata_block(observable_of(k), kept));
        for (auto& block : group_blocks(kept)) out.push_back(std::move(block));
    }
    out.push_back(staffing_block(years));
    return out;
}

std::vector<double> values_of_blocks(const OptionLogs& option, const OptionLogs* nothing,
                                     const OptionLogs& reference, const std::vector<std::uint8_t>& cells,
                                     bool compared) {
    Writer to;
    if (compared) {
        const auto& mine = option.reach.histories();
        write_reached(mine, to);
        for (std::size_t k = 0; k < person_indicators.size(); ++k)
            write_effects(mine, nothing == nullptr ? nullptr : &nothing->reach.histories(), cells, k, to);
        for (std::size_t k = 0; k < person_indicators.size(); ++k)
            write_strata(mine, reference.reach.histories(), cells, k, to);
        to.add_all(values_of_group_blocks(mine.by_group));
    }
    write_staffing(option.staffing.years(), to);
    return std::move(to.out);
}

}  // namespace weefsel
