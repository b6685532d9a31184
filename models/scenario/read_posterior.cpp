#include "models/scenario/read_posterior.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>
#include <sstream>

#include "models/parameters/parameters.hpp"
#include "models/world/streams.hpp"
#include "sim/csv_cells.hpp"
#include "sim/file_aside.hpp"
#include "sim/random_source.hpp"

namespace weefsel {
namespace {

using Problems = std::vector<sim::Problem>;

/// Names and values against the declarations.
void judge(const Posterior& posterior, const sim::Place& at, Problems& problems) {
    Parameters usual;
    const auto table = table_of(usual);
    std::vector<std::string> known;
    for (const auto& p : table.rows()) known.push_back(p.name);
    for (std::size_t k = 0; k < posterior.names.size(); ++k) {
        const auto& name = posterior.names[k];
        const auto* p = table.find(name);
        if (p == nullptr) {
            problems.push_back({at, fmt::format("{} is not a parameter{} (`weefsel parameters` lists all)",
                                                name, sim::did_you_mean(name, known))});
            continue;
        }
        if (std::count(posterior.names.begin(), posterior.names.end(), name) > 1)
            problems.push_back({at, name + " stands here twice"});
        for (std::size_t s = 0; s < posterior.sets.size(); ++s) {
            if (posterior.sets[s].empty()) continue;  // could not be read, which was said
            if (const double v = posterior.sets[s][k]; !(v >= p->range.low && v <= p->range.high))
                problems.push_back({at, fmt::format("set {}: {}: found {}, allowed is {} to {}", s + 1, name,
                                                    v, p->range.low, p->range.high)});
        }
    }
}

/// As many numbers as are wanted; none, and problems, when they are not there.
std::vector<double> numbers_of(const sim::CsvRow& row, std::size_t wanted, Problems& problems) {
    std::vector<double> out;
    const std::size_t before = problems.size();
    for (const auto& [text, at] : row) {
        double value = 0;
        const auto got = std::from_chars(text.data(), text.data() + text.size(), value);
        if (got.ec != std::errc() || got.ptr != text.data() + text.size())
            problems.push_back({at, fmt::format("found \"{}\", allowed is a number", text)});
        out.push_back(value);
    }
    if (out.size() != wanted)
        problems.push_back(
            {row.front().at, fmt::format("found {} values, allowed are as many as the header names ({})",
                                         out.size(), wanted)});
    return problems.size() == before ? out : std::vector<double>{};
}

/// What the first remark says; without one, the path.
std::string made_by(const std::string& text, const std::string& path) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const auto words = line.find_first_not_of("# \r");
        if (line.starts_with('#') && words != std::string::npos)
            return line.substr(words, line.find_last_not_of(" \r") + 1 - words);
    }
    return path;
}

}  // namespace

Posterior read_posterior_text(const std::string& text, const std::string& path) {
    Posterior out{made_by(text, path), {}, {}};
    Problems problems;
    const auto rows = sim::csv_cells(text, path);
    const sim::Place header = rows.empty() ? sim::Place{path, 1, 1} : rows.front().front().at;
    if (!rows.empty())
        for (const auto& cell : rows.front()) out.names.push_back(cell.text);
    for (std::size_t r = 1; r < rows.size(); ++r)
        out.sets.push_back(numbers_of(rows[r], out.names.size(), problems));
    if (out.sets.empty())
        problems.push_back(
            {header, "found no sets, allowed is a header of parameter names and a row for each set"});
    judge(out, header, problems);
    if (!problems.empty()) throw sim::InputError(std::move(problems));
    return out;
}

Posterior read_posterior(const std::string& path) { return read_posterior_text(sim::read_whole(path), path); }

Posterior chosen(const Posterior& all, std::size_t draws, std::uint32_t seed) {
    Posterior out{all.from, all.names, {}};
    if (all.empty()) return out;
    const sim::RandomSource random_words(seed, 0);
    std::vector<std::pair<std::uint32_t, std::size_t>> order;
    for (std::size_t s = 0; s < all.sets.size(); ++s)
        order.emplace_back(random_words.block(Stream::parameter, sim::mix64(s), sim::Month{1})[0], s);
    std::sort(order.begin(), order.end());
    for (std::size_t d = 0; d < draws; ++d) out.sets.push_back(all.sets[order[d % order.size()].second]);
    return out;
}

sim::Value value_of_posterior(const Posterior& posterior) {
    sim::Array names, sets;
    for (const auto& name : posterior.names) names.push_back({name, {}});
    for (const auto& set : posterior.sets) {
        sim::Array values;
        for (const double v : set) values.push_back({v, {}});
        sets.push_back({std::move(values), {}});
    }
    sim::Table table;
    table.emplace_back("from", sim::Value{posterior.from, {}});
    table.emplace_back("names", sim::Value{std::move(names), {}});
    table.emplace_back("sets", sim::Value{std::move(sets), {}});
    return {std::move(table), {}};
}

Posterior posterior_of(const sim::Value& value, Problems& problems) {
    Posterior out;
    sim::TableReader reader(value, "[posterior]", problems);
    out.from = reader.text("from", "");
    Parameters usual;
    std::vector<std::string> known;
    const auto table = table_of(usual);
    for (const auto& p : table.rows()) known.push_back(p.name);
    out.names = reader.texts_of("names", known);
    const auto* given = reader.raw("sets");
    const auto* rows = given != nullptr ? std::get_if<sim::Array>(&given->data) : nullptr;
    reader.finish();
    const auto wrong = [&] {
        reader.problem("sets",
                       "[posterior]: sets: allowed is a list of sets, each a list of as many "
                       "numbers as there are names");
    };
    if (rows == nullptr || out.names.empty()) {
        wrong();
        return {};
    }
    for (const auto& row : *rows) {
        const auto* values = std::get_if<sim::Array>(&row.data);
        std::vector<double> set;
        for (std::size_t k = 0; values != nullptr && k < values->size(); ++k) {
            if (const auto* number = std::get_if<double>(&(*values)[k].data)) set.push_back(*number);
            if (const auto* whole = std::get_if<std::int64_t>(&(*values)[k].data))
                set.push_back(static_cast<double>(*whole));
        }
        if (set.size() != out.names.size()) {
            wrong();
            return {};
        }
        out.sets.push_back(std::move(set));
    }
    judge(out, value.at, problems);
    return out;
}

}  // namespace weefsel
