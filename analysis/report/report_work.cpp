#include "analysis/report/report_work.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "analysis/results/values_by_run.hpp"
#include "analysis/statistics/unknown.hpp"
#include "sim/settings.hpp"

namespace weefsel::analysis {
namespace {

constexpr std::size_t worlds_shown = 6;
constexpr double half_of_staff = 0.5;

std::string text_in(const sim::Value& row, std::string_view key) {
    const auto* found = row.find(key);
    const auto* text = found == nullptr ? nullptr : std::get_if<std::string>(&found->data);
    return text == nullptr ? std::string() : *text;
}

const sim::Array& rows_in(const sim::Value& row, std::string_view key) {
    static const sim::Array none;
    const auto* found = row.find(key);
    return found == nullptr || !found->is_array() ? none : std::get<sim::Array>(found->data);
}

/// Reads a purchase: `{ role = "opbouwwerker", fte = 0.5 }`. A key whose value is a text names it; the number
/// beside it, but for a share, says how much; a purchase without a name is called by its number.
ReportData::Bought purchase_of(const sim::Value& purchase) {
    ReportData::Bought out;
    for (const auto& [key, value] : std::get<sim::Table>(purchase.data)) {
        if (const auto* text = std::get_if<std::string>(&value.data)) {
            out.kind = key;
            out.what = *text;
        } else if (key != "share") {
            out.quantity = key;
            if (const auto* real = std::get_if<double>(&value.data)) out.much = *real;
            if (const auto* whole = std::get_if<std::int64_t>(&value.data))
                out.much = static_cast<double>(*whole);
        }
    }
    if (out.kind.empty()) out.kind = out.quantity;
    return out;
}

/// A column of /staffing that is kept month by month.
std::optional<ValuesByRun> by_month(const Cube& cube, const char* column) {
    const auto at = block_named(cube.layout(), "/staffing", column);
    if (!at) return std::nullopt;
    return ValuesByRun(cube, cube.block(at->block, at->column));
}

ReportData::Staffing staffing_of(const ValuesByRun& bought, const ValuesByRun& at_work, std::size_t option) {
    ReportData::Staffing out;
    const std::size_t worlds = bought.shape.worlds();
    const auto share = [&](std::size_t world, std::size_t month) {
        const double all = bought.at(option, world, month);
        return all > 0 ? at_work.at(option, world, month) / all : unknown;
    };
    for (std::size_t month = 0; month < bought.places; ++month) {
        double sum = 0, known_worlds = 0, short_of = 0, with_staff = 0;
        for (std::size_t w = 0; w < worlds; ++w) {
            const double all = bought.at(option, w, month);
            if (std::isnan(all)) continue;
            sum += all;
            ++known_worlds;
            if (all > 0) ++with_staff;
            if (share(w, month) < half_of_staff) ++short_of;
        }
        out.bought.push_back(known_worlds > 0 ? sum / known_worlds : 0);
        out.below_half.push_back(with_staff > 0 ? short_of / with_staff : unknown);
    }
    for (std::size_t w = 0; w < std::min(worlds, worlds_shown); ++w) {
        auto& mine = out.at_work.emplace_back();
        for (std::size_t month = 0; month < bought.places; ++month) mine.push_back(share(w, month));
    }
    return out;
}

}  // namespace

std::vector<ReportData::Bought> bought_in(const Results& results) {
    std::vector<ReportData::Bought> out;
    if (results.record.resolved.empty()) return out;
    const auto root = sim::read_toml_text(results.record.resolved, "/scenario/resolved");
    for (const auto& option : rows_in(root, "option"))
        for (const auto& line : rows_in(option, "line"))
            for (const auto& purchase : rows_in(line, "buys")) {
                auto& bought = out.emplace_back(purchase_of(purchase));
                bought.option = text_in(option, "name");
                bought.line = text_in(line, "name");
                bought.form = text_in(line, "form");
                if (text_in(line, "pot") == "earmark") bought.goal = text_in(line, "goal");
            }
    return out;
}

std::vector<ReportData::Staffing> staffing_in(const Results& results) {
    std::vector<ReportData::Staffing> out;
    const auto bought = by_month(results.cube, "fte_bought"), at_work = by_month(results.cube, "fte_at_work");
    if (!bought || !at_work) return out;
    for (std::size_t o = 0; o < results.cube.shape().options; ++o) {
        auto of = staffing_of(*bought, *at_work, o);
        if (std::all_of(of.bought.begin(), of.bought.end(), [](double fte) { return fte <= 0; })) continue;
        of.option = results.names.options[o].name;
        out.push_back(std::move(of));
    }
    return out;
}

}  // namespace weefsel::analysis
