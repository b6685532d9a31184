#include "analysis/results/digest_trace.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <tuple>

#include "sim/error.hpp"
#include "sim/run_file.hpp"

namespace weefsel::analysis {
namespace {

struct OpenFile {
    explicit OpenFile(const std::string& p) : path(p), file(p) {}
    std::string path;
    sim::RunFileReader file;
    std::vector<std::string> options;
    std::size_t draws = 0, replicates = 0, months = 0;

    void read_shape(const std::string& group) {
        options = file.dimension(group, "option").labels;
        draws = file.dimension(group, "draw").size();
        replicates = file.dimension(group, "replicate").size();
        months = file.dimension(group, "month").size();
    }
};

std::optional<std::size_t> position(const std::vector<std::string>& all, const std::string& one) {
    const auto at = std::find(all.begin(), all.end(), one);
    if (at == all.end()) return std::nullopt;
    return static_cast<std::size_t>(at - all.begin());
}

bool same_bits(float a, float b) {
    return std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b);
}

std::string list(const std::vector<std::string>& names) {
    std::string out;
    for (const auto& n : names) {
        if (!out.empty()) out += ", ";
        out += n;
    }
    return out;
}

/// The earliest difference of an option so far.
struct Earliest {
    std::size_t month = std::numeric_limits<std::size_t>::max();
    std::size_t world = 0;
    std::vector<std::string> columns;
    float a = 0, b = 0;

    /// First differing month of each world, in the values of one column from `from_a` and `from_b`.
    void look(const std::string& column, const float* from_a, const float* from_b, std::size_t worlds,
              std::size_t months) {
        for (std::size_t w = 0; w < worlds; ++w) {
            const std::size_t end = std::min(months, month == no_month ? months : month + 1);
            for (std::size_t m = 0; m < end; ++m) {
                const float x = from_a[w * months + m];
                const float y = from_b[w * months + m];
                if (same_bits(x, y)) continue;
                note(column, m, w, x, y);
                break;
            }
        }
    }

private:
    static constexpr std::size_t no_month = std::numeric_limits<std::size_t>::max();
    void note(const std::string& column, std::size_t m, std::size_t w, float x, float y) {
        if (std::tuple(m, w) < std::tuple(month, world) || columns.empty()) {
            month = m;
            world = w;
            columns = {column};
            a = x;
            b = y;
        } else if (m == month && w == world) {
            columns.push_back(column);
        }
    }
};

void check_shapes(const OpenFile& a, const OpenFile& b) {
    std::vector<sim::Problem> problems;
    const auto same = [&](const char* what, std::size_t in_a, std::size_t in_b) {
        if (in_a == in_b) return;
        sim::Problem problem;
        problem.at.file = b.path;
        problem.text = fmt::format("holds {} {}, {} holds {}; only runs of the same shape can be compared",
                                   in_b, what, a.path, in_a);
        problems.push_back(std::move(problem));
    };
    same("months", a.months, b.months);
    same("draws", a.draws, b.draws);
    same("replicates", a.replicates, b.replicates);
    if (!problems.empty()) throw sim::InputError(problems);
}

std::vector<std::string> shared_names(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<std::string> out;
    for (const auto& n : a) {
        if (position(b, n)) out.push_back(n);
    }
    return out;
}

/// What names of `a` are not in `b`.
void note_missing(Trace& trace, const std::vector<std::string>& a, const std::vector<std::string>& b,
                  const std::string& path, const std::string& what) {
    std::vector<std::string> missing;
    for (const auto& n : a) {
        if (!position(b, n)) missing.push_back(n);
    }
    if (!missing.empty()) trace.notes.push_back(fmt::format("only in {}: {} {}", path, what, list(missing)));
}

void note_attributes(Trace& trace, const OpenFile& a, const OpenFile& b) {
    for (const char* name : {"scenario_sha256", "seed", "version", "commit", "compiler", "flags"}) {
        const auto in_a = a.file.attribute(name);
        const auto in_b = b.file.attribute(name);
        if (in_a != in_b) trace.notes.push_back(fmt::format("{}: {} against {}", name, in_a, in_b));
    }
}

}  // namespace

Trace trace_files(const std::string& path_a, const std::string& path_b) {
    OpenFile a(path_a), b(path_b);
    Trace trace{a.file.has("/digest") && b.file.has("/digest"), {}, {}, {}};
    const std::string group = trace.by_digest ? "/digest" : "/indicators";
    a.read_shape(group);
    b.read_shape(group);
    check_shapes(a, b);
    note_attributes(trace, a, b);
    note_missing(trace, a.options, b.options, path_a, "option");
    note_missing(trace, b.options, a.options, path_b, "option");
    trace.options = shared_names(a.options, b.options);
    if (trace.options.empty()) {
        throw sim::InputError({path_b, 1, 1}, "has no option of " + path_a + " (" + list(a.options) +
                                                  "); found " + list(b.options));
    }
    const auto columns_a = a.file.names(group);
    const auto columns_b = b.file.names(group);
    note_missing(trace, columns_a, columns_b, path_a, "column");
    note_missing(trace, columns_b, columns_a, path_b, "column");

    std::map<std::string, Earliest> earliest;
    const std::size_t worlds = a.draws * a.replicates;
    const std::size_t life = worlds * a.months;
    for (const auto& column : shared_names(columns_a, columns_b)) {
        const auto in_a = a.file.variable(group, column);
        const auto in_b = b.file.variable(group, column);
        for (const auto& option : trace.options) {
            earliest[option].look(column, in_a.values.data() + *position(a.options, option) * life,
                                  in_b.values.data() + *position(b.options, option) * life, worlds, a.months);
        }
    }
    for (const auto& option : trace.options) {
        const auto& e = earliest[option];
        if (e.columns.empty()) continue;
        trace.partings.push_back({option, static_cast<int>(e.month) + 1, e.world / a.replicates + 1,
                                  e.world % a.replicates + 1, e.columns, e.a, e.b});
    }
    return trace;
}

}  // namespace weefsel::analysis
