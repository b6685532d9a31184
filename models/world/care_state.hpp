#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "models/world/resident_state.hpp"
#include "sim/about.hpp"
#include "sim/quantity.hpp"

namespace weefsel {

/// Care providers of one neighbourhood; index of the vectors: CareLine.
struct Care {
    std::vector<std::uint32_t> capacity;
    std::vector<std::uint32_t> in_use;
    std::vector<std::uint32_t> waiting;
    std::vector<std::uint64_t> joined;
    std::vector<std::uint64_t> admitted;
    std::vector<std::uint64_t> left_queue;
    std::vector<double> use_in_warmup;
    std::vector<sim::Euros> cost;

    template <class V>
    void visit(V&& v) {
        v(sim::About{"care.capacity", "1", sim::zero_and_up,
                     "Per care line: clients that can be served at once; not limited until providers are "
                     "sized at the end of the warm-up."},
          capacity);
        v(sim::About{"care.in_use", "1", sim::zero_and_up, "Per care line: clients."}, in_use);
        v(sim::About{"care.waiting", "1", sim::zero_and_up, "Per care line: residents in the queue."},
          waiting);
        v(sim::About{"care.joined", "1", sim::zero_and_up,
                     "Per care line: entered the queue since month 0 of the warm-up."},
          joined);
        v(sim::About{"care.admitted", "1", sim::zero_and_up, "Per care line: left the queue into care."},
          admitted);
        v(sim::About{"care.left_queue", "1", sim::zero_and_up,
                     "Per care line: left the queue by moving, dying or no longer needing it."},
          left_queue);
        v(sim::About{"care.use_in_warmup", "1", sim::zero_and_up,
                     "Per care line: running sum of clients over the last two years of the warm-up."},
          use_in_warmup);
        v(sim::About{"care.cost", "EUR", sim::zero_and_up,
                     "This month, per payer: municipality, insurers, state, residents."},
          cost);
    }
};
static_assert(sizeof(Care) == 8 * sizeof(std::vector<int>));

}  // namespace weefsel
