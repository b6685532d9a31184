#pragma once
#include <cstdint>
#include <vector>

#include "sim/about.hpp"

namespace weefsel {

/// Bookkeeping of people since the first month: residents = start + births + arrivals - deaths - departures.
enum class Flow : std::uint8_t { start, births, arrivals, deaths, departures, count };

struct PeopleCount {
    std::vector<std::uint64_t> flow;
    template <class V>
    void visit(V&& v) {
        v(sim::About{"people.flow", "1", sim::zero_and_up,
                     "So far: residents at the start, births, arrivals, deaths, departures."},
          flow);
    }
    [[nodiscard]] std::uint64_t& of(Flow f) { return flow[static_cast<std::size_t>(f)]; }
    [[nodiscard]] std::uint64_t of(Flow f) const { return flow[static_cast<std::size_t>(f)]; }
    [[nodiscard]] std::uint64_t residents() const {
        return of(Flow::start) + of(Flow::births) + of(Flow::arrivals) - of(Flow::deaths) -
               of(Flow::departures);
    }
};

}  // namespace weefsel
