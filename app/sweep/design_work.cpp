#include "app/sweep/design_work.hpp"

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "app/terminal/interrupt.hpp"
#include "app/terminal/terminal.hpp"
#include "sim/error.hpp"
#include "sim/progress.hpp"

namespace weefsel::app {
namespace {

/// Fewer are made before anybody asks.
constexpr std::size_t worth_showing = 1'000'000;

/// Runs `work` with a beat that shows progress and hears Ctrl-C.
template <class Work>
auto watched(const char* what, std::size_t values, const CommonArguments& arguments, Work&& work) {
    ErrorSink sink;
    sim::Progress progress(what, values, arguments.quiet || values < worth_showing ? nullptr : &sink);
    return work([&](std::size_t more) {
        if (stop_requested()) throw sim::Interrupted();
        progress.advance(more);
    });
}

/// Bytes that this process may have: of the machine, its group of processes and its own limit the least.
double memory_there() {
    double least =
        static_cast<double>(::sysconf(_SC_PHYS_PAGES)) * static_cast<double>(::sysconf(_SC_PAGESIZE));
    rlimit limit{};
    if (::getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
        least = std::min(least, static_cast<double>(limit.rlim_cur));
    std::ifstream group("/sys/fs/cgroup/memory.max");
    if (double bytes = 0; group >> bytes) least = std::min(least, bytes);
    return least;
}

/// Values as numbers and as text, and the order of the points of one factor.
double memory_of(const analysis::Design& design) {
    constexpr double a_number = 8, as_text = 20, a_point = 16;
    const auto rows = static_cast<double>(analysis::rows_of(design));
    return rows * (static_cast<double>(design.factors.size()) * (a_number + as_text) + a_point);
}

void require_fits(const analysis::Design& design) {
    constexpr double gigabyte = 1e9;
    const double needed = memory_of(design), there = memory_there();
    if (needed <= there) return;
    throw sim::InputError(
        {design.file, 1, 1},
        fmt::format(
            "{} points of {} factors take about {:.1f} GB of memory, of which there are {:.1f} GB; ask "
            "for fewer points",
            analysis::rows_of(design), design.factors.size(), needed / gigabyte, there / gigabyte));
}

}  // namespace

analysis::Points made_points(const analysis::Design& design, const CommonArguments& arguments) {
    require_fits(design);
    const std::size_t values = analysis::rows_of(design) * design.factors.size();
    return watched("values made", values, arguments,
                   [&](const analysis::Beat& beat) { return analysis::points_of(design, beat); });
}

std::string written_points(const analysis::Points& points, const analysis::Design& design,
                           const CommonArguments& arguments) {
    return watched("values written", points.values.size(), arguments, [&](const analysis::Beat& beat) {
        return analysis::design_csv(points, design.factors, beat);
    });
}

}  // namespace weefsel::app
