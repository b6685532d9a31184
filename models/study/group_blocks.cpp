#include "models/study/group_blocks.hpp"

#include <string>

#include "models/measure/indicators.hpp"

namespace weefsel {
namespace {

using Block = sim::ResultLayout::Block;

Block::Axis kept_years(const std::vector<int>& years) {
    return {"year", {years.begin(), years.end()}, {}, "year", "year of the options"};
}
Block::Axis classes() {
    return {"class",
            {},
            {reach_class_names.begin(), reach_class_names.end()},
            "",
            "contacts with professionals and visits of funded places and sessions in the year before"};
}
Block::Axis kinds_of_need() {
    return {
        "need",
        {},
        {need_names.begin(), need_names.end()},
        "",
        "severely lonely, distressed, an overloaded carer, a need for help unmet for three months; any of "
        "these"};
}
Block::Axis groups_of(const Grouping& grouping) {
    return {"group", {}, {grouping.groups.begin(), grouping.groups.end()}, "", "as they are in that year"};
}

/// Numbers of one year after another, class by class or need by need, group by group within it.
template <class Counts>
void add_by_group(const std::vector<GroupedReach>& years, const Counts& counts, std::vector<double>& out) {
    for (const auto& year : years) {
        const auto& by_group = counts(year);
        for (std::size_t k = 0; k < by_group.front().size(); ++k)
            for (const auto& of_group : by_group) out.push_back(of_group[k]);
    }
}

template <class Counts>
void add_all_groups(const std::vector<GroupedReach>& years, const Counts& counts, std::vector<double>& out) {
    for (const auto& year : years)
        for (const auto count : counts(year)) out.push_back(count);
}

}  // namespace

std::vector<Block> group_blocks(const std::vector<int>& kept) {
    std::vector<Block> out;
    for (const auto& grouping : groupings())
        out.push_back(
            {std::string("/reached_by_group/") + grouping.name,
             {kept_years(kept), classes(), groups_of(grouping)},
             {{"residents", "1", "residents of month 0 who are there and grown up, by class and group", 3},
              {"under_age", "1", "those who are there and not grown up, by class", 2}}});
    out.push_back(
        {"/missed",
         {kept_years(kept), kinds_of_need()},
         {{"needed", "1", "adults of month 0 who are there at the end of the year with that need", 2},
          {"missed", "1", "of them, those whom funded work did not meet in the year before", 2}}});
    for (const auto& grouping : groupings())
        out.push_back(
            {std::string("/missed_by_group/") + grouping.name,
             {kept_years(kept), kinds_of_need(), groups_of(grouping)},
             {{"needed", "1", "as in /missed, by group", 3}, {"missed", "1", "as in /missed, by group", 3}}});
    return out;
}

std::vector<double> values_of_group_blocks(const std::vector<GroupedReach>& years) {
    std::vector<double> out;
    for (std::size_t g = 0; g < grouping_count; ++g) {
        add_by_group(
            years, [g](const GroupedReach& y) -> const auto& { return y.adults[g]; }, out);
        add_all_groups(
            years, [](const GroupedReach& y) { return y.under_age; }, out);
    }
    add_all_groups(
        years, [](const GroupedReach& y) { return y.all_needed; }, out);
    add_all_groups(
        years, [](const GroupedReach& y) { return y.all_missed; }, out);
    for (std::size_t g = 0; g < grouping_count; ++g) {
        add_by_group(
            years, [g](const GroupedReach& y) -> const auto& { return y.needed[g]; }, out);
        add_by_group(
            years, [g](const GroupedReach& y) -> const auto& { return y.missed[g]; }, out);
    }
    return out;
}

}  // namespace weefsel
