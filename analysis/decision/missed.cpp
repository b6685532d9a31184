#include "analysis/decision/missed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "analysis/decision/wording.hpp"
#include "analysis/results/values_by_run.hpp"
#include "analysis/statistics/unknown.hpp"
#include "sim/csv_text.hpp"
#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

/// A column of a block with the place of each of its numbers: year, then class or need, then group.
class BlockCourse {
public:
    BlockCourse(const Cube& cube, const std::string& group, std::string_view column)
        : cube_(&cube), at_(block_named(cube.layout(), group, column)) {
        if (at_) values_ = {cube, cube.block(at_->block, at_->column)};
    }
    [[nodiscard]] bool is_kept() const { return at_.has_value(); }
    [[nodiscard]] const sim::ResultLayout::Block::Axis& axis(std::size_t k) const {
        return cube_->layout().blocks[at_->block].axes.at(k);
    }
    [[nodiscard]] std::size_t years() const { return axis(0).size(); }
    [[nodiscard]] double at(std::size_t option, std::size_t world, std::size_t place) const {
        return values_.at(option, world, place);
    }
    [[nodiscard]] Interval mean(const std::function<double(std::size_t world)>& value) const {
        std::vector<double> values;
        for (std::size_t w = 0; w < cube_->shape().worlds(); ++w) values.push_back(value(w));
        return interval_of_worlds(values, cube_->shape().replicates);
    }

private:
    const Cube* cube_;
    std::optional<BlockColumn> at_;
    ValuesByRun values_;
};

/// Calls `act(option)` for every option that work is bought in.
template <class Act>
void each_with_work(const Names& names, Act&& act) {
    for (std::size_t o = 0; o < names.options.size(); ++o)
        if (!names.nothing || o != *names.nothing) act(o);
}

/// Of every kept year and need of one block; `groups`: 1 where it is not by group.
void add_missed(const Cube& cube, const std::string& block, std::size_t option, const std::string& grouping,
                std::vector<MissedNeed>& out) {
    const BlockCourse needed(cube, block, "needed"), missed(cube, block, "missed");
    if (!needed.is_kept() || !missed.is_kept()) return;
    const std::size_t groups = grouping.empty() ? 1 : needed.axis(2).size(), kinds = needed.axis(1).size();
    for (std::size_t y = 0; y < needed.years(); ++y)
        for (std::size_t k = 0; k < kinds; ++k)
            for (std::size_t g = 0; g < groups; ++g) {
                const std::size_t place = (y * kinds + k) * groups + g;
                MissedNeed row;
                row.option = option;
                row.year = static_cast<int>(needed.axis(0).numbers[y]);
                row.grouping = grouping;
                row.group = grouping.empty() ? "" : needed.axis(2).labels[g];
                row.need = needed.axis(1).labels[k];
                row.needed = needed.mean([&](std::size_t w) { return needed.at(option, w, place); });
                row.missed = needed.mean([&](std::size_t w) { return missed.at(option, w, place); });
                row.share = needed.mean([&](std::size_t w) {
                    const double all = needed.at(option, w, place);
                    return all > 0 ? missed.at(option, w, place) / all : unknown;
                });
                if (row.needed.n > 0) out.push_back(row);
            }
}

/// Calls `act(grouping, class, group, year, residents)` for all that is kept by group of an option; a group
/// without a name is of those under age.
template <class Act>
void each_class_of_groups(const Cube& cube, std::size_t option, Act&& act) {
    for (const auto& grouping : cube.layout().groupings) {
        const auto block = "/reached_by_group/" + std::string(grouping.name);
        const BlockCourse residents(cube, block, "residents"), under_age(cube, block, "under_age");
        if (!residents.is_kept() || !under_age.is_kept()) continue;
        const std::size_t classes = residents.axis(1).size(), groups = residents.axis(2).size();
        for (std::size_t y = 0; y < residents.years(); ++y)
            for (std::size_t k = 0; k < classes; ++k) {
                const auto year = static_cast<int>(residents.axis(0).numbers[y]);
                const auto& of_class = residents.axis(1).labels[k];
                const std::size_t at = y * classes + k;
                for (std::size_t g = 0; g < groups; ++g)
                    act(std::string(grouping.name), of_class, residents.axis(2).labels[g], year,
                        residents.mean(
                            [&](std::size_t w) { return residents.at(option, w, at * groups + g); }));
                act(std::string(grouping.name), of_class, std::string(), year,
                    under_age.mean([&](std::size_t w) { return under_age.at(option, w, at); }));
            }
    }
}

constexpr const char* any_need = "any";
constexpr const char* group_of_children = "under_age";

/// What people call a group of a grouping.
struct GroupCalled {
    std::string_view grouping, group;
    const char *nl, *en;
};
constexpr std::array<GroupCalled, 9> groups_called{{
    {"income", "low", "een laag inkomen", "a low income"},
    {"income", "middle", "een middeninkomen", "a middle income"},
    {"income", "high", "een hoog inkomen", "a high income"},
    {"origin", "netherlands", "een Nederlandse herkomst", "an origin in the Netherlands"},
    {"origin", "europe", "een herkomst elders in Europa", "an origin elsewhere in Europe"},
    {"origin", "outside_europe", "een herkomst buiten Europa", "an origin outside Europe"},
    {"education", "low", "weinig opleiding", "little schooling"},
    {"education", "middle", "een middelbare opleiding", "middle schooling"},
    {"education", "high", "een hoge opleiding", "higher schooling"},
}};

std::string called(const MissedNeed& of, Reading language) {
    const bool dutch = language == Reading::nl;
    for (const auto& one : groups_called)
        if (one.grouping == of.grouping && one.group == of.group)
            return fmt::format(fmt::runtime(dutch ? "wie {} heeft" : "those with {}"),
                               dutch ? one.nl : one.en);
    return fmt::format(fmt::runtime(dutch ? "wie {} jaar is" : "those aged {}"), of.group);
}

/// The group that is missed most often: clearly more often than all are, by a tenth or more; null: none is.
const MissedNeed* most_missed(const std::vector<MissedNeed>& groups, const MissedNeed& all) {
    constexpr double stands_out = 0.1;
    const MissedNeed* most = nullptr;
    for (const auto& one : groups)
        if (one.share.mean >= all.share.mean + stands_out && one.share.lower > all.share.mean &&
            (most == nullptr || one.share.mean > most->share.mean))
            most = &one;
    return most;
}

std::string missed_text(const Names& names, const MissedNeed& all, const MissedNeed* most, Reading language) {
    const bool dutch = language == Reading::nl;
    auto out = fmt::format(
        fmt::runtime(
            dutch ? "Van de {} volwassenen die het in jaar {} nodig hebben (ernstig eenzaam, psychische "
                    "klachten, een overbelaste mantelzorger of hulp die uitblijft) had het werk van "
                    "‘{}’ met {} geen contact"
                  : "Of the {} adults who need it in year {} (severely lonely, distressed, an overloaded "
                    "carer, or help that does not come) the work of ‘{}’ did not meet {}"),
        number_text(all.needed.mean, 0, language), all.year, option_label(names, all.option, language),
        percentage_text(all.share.mean, language));
    if (!std::isnan(all.share.lower))
        out += fmt::format(fmt::runtime(dutch ? " (marge {} tot {})" : " (margin {} to {})"),
                           percentage_text(std::max(0.0, all.share.lower), language),
                           percentage_text(std::min(1.0, all.share.upper), language));
    if (most != nullptr)
        out += fmt::format(
            fmt::runtime(dutch ? ", het vaakst niet met {} ({})" : ", least often {} ({} missed)"),
            called(*most, language), percentage_text(most->share.mean, language));
    return out + ".";
}

}  // namespace

std::vector<MissedNeed> missed_needs(const Cube& cube, const Names& names) {
    std::vector<MissedNeed> out;
    each_with_work(names, [&](std::size_t o) {
        add_missed(cube, "/missed", o, "", out);
        for (const auto& grouping : cube.layout().groupings)
            add_missed(cube, "/missed_by_group/" + std::string(grouping.name), o, std::string(grouping.name),
                       out);
    });
    return out;
}

std::vector<MissedSaid> what_was_missed(const Cube& cube, const Names& names) {
    constexpr double matters_from = 0.5;
    std::vector<MissedSaid> out;
    const auto rows = missed_needs(cube, names);
    each_with_work(names, [&](std::size_t o) {
        const MissedNeed* all = nullptr;
        std::vector<MissedNeed> groups;
        for (const auto& row : rows) {
            if (row.option != o || row.need != any_need || row.year != cube.layout().years()) continue;
            if (row.grouping.empty())
                all = &row;
            else
                groups.push_back(row);
        }
        if (all == nullptr || all->share.n == 0) return;
        const auto* most = most_missed(groups, *all);
        if (all->share.mean < matters_from && most == nullptr) return;
        out.push_back(
            {o, {missed_text(names, *all, most, Reading::nl), missed_text(names, *all, most, Reading::en)}});
    });
    return out;
}

std::vector<ResultTable> missed_tables(const Cube& cube, const Names& names) {
    ResultTable by_group(
        "reached_by_group", {"option", "grouping", "group", "class"},
        {"year year", "residents 1|residents of month 0 who are there, by how often work met them", "lower",
         "upper", "worlds"});
    ResultTable missed("missed", {"option", "grouping", "group", "need"},
                       {"year year", "needed 1|adults of month 0 with that need at the end of the year",
                        "missed 1|of them, not met by funded work in the year before", "missed_lower",
                        "missed_upper", "share 1|missed / needed", "share_lower", "share_upper", "worlds"});
    each_with_work(names, [&](std::size_t o) {
        each_class_of_groups(cube, o,
                             [&](const std::string& grouping, const std::string& of_class,
                                 const std::string& group, int year, const Interval& residents) {
                                 by_group.add({names.options[o].name, grouping,
                                               group.empty() ? group_of_children : group, of_class},
                                              {static_cast<double>(year), residents.mean, residents.lower,
                                               residents.upper, static_cast<double>(residents.n)});
                             });
    });
    for (const auto& m : missed_needs(cube, names))
        missed.add({names.options[m.option].name, m.grouping.empty() ? "all" : m.grouping,
                    m.grouping.empty() ? "all" : m.group, m.need},
                   {static_cast<double>(m.year), m.needed.mean, m.missed.mean, m.missed.lower, m.missed.upper,
                    m.share.mean, m.share.lower, m.share.upper, static_cast<double>(m.needed.n)});
    std::vector<ResultTable> out{by_group, missed};
    std::erase_if(out, [](const auto& table) { return table.rows() == 0; });
    return out;
}

std::string missed_csv_rows(const Cube& cube, const Names& names) {
    std::string out;
    const auto row = [&](std::size_t o, int year, const std::string& of, const char* quantity,
                         const Interval& value, const std::string& grouping, const std::string& group) {
        out += fmt::format("{},,,1,{},{},{},{},{},{},{},{},{}\n", sim::csv_field(names.options[o].name), year,
                           of, quantity, sim::csv_number(value.mean), sim::csv_number(value.lower),
                           sim::csv_number(value.upper), value.n, grouping, group);
    };
    each_with_work(names, [&](std::size_t o) {
        each_class_of_groups(cube, o,
                             [&](const std::string& grouping, const std::string& of_class,
                                 const std::string& group, int year, const Interval& residents) {
                                 row(o, year, of_class, "residents", residents, grouping,
                                     group.empty() ? group_of_children : group);
                             });
    });
    for (const auto& m : missed_needs(cube, names)) {
        row(m.option, m.year, m.need, "needed", m.needed, m.grouping, m.group);
        row(m.option, m.year, m.need, "missed", m.missed, m.grouping, m.group);
        row(m.option, m.year, m.need, "share_missed", m.share, m.grouping, m.group);
    }
    return out;
}

}  // namespace weefsel::analysis
