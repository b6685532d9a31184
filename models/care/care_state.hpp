#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "models/resident/resident_state.hpp"
#include "sim/quantity.hpp"

namespace weefsel {

/// Who pays for care.
enum class Payer : std::uint8_t { municipality, insurers, state, residents, count };
inline constexpr std::size_t payers = static_cast<std::size_t>(Payer::count);

/// Care providers of one neighbourhood; index of the vectors: CareLine.
struct Care {
    std::vector<std::uint32_t> capacity;    ///< clients that can be served at once
    std::vector<std::uint32_t> in_use;      ///< clients
    std::vector<std::uint32_t> waiting;     ///< residents in the queue
    std::vector<std::uint64_t> joined;      ///< entered the queue since the first month
    std::vector<std::uint64_t> admitted;    ///< left the queue into care
    std::vector<std::uint64_t> left_queue;  ///< left the queue by moving, dying or no longer needing it
    std::vector<double> use_in_warmup;  ///< mean clients over the last two years of the burn-in, running sum
    std::vector<sim::Euros> cost;       ///< this month, per Payer

    template <class V>
    void visit(V&& v) {
        v("care.capacity", capacity);
        v("care.in_use", in_use);
        v("care.waiting", waiting);
        v("care.joined", joined);
        v("care.admitted", admitted);
        v("care.left_queue", left_queue);
        v("care.use_in_warmup", use_in_warmup);
        v("care.cost", cost);
    }
};
static_assert(sizeof(Care) == 8 * sizeof(std::vector<int>));

}  // namespace weefsel
