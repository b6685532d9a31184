#pragma once
#include <functional>
#include <string>

#include "models/study/exchange.hpp"

namespace weefsel {

/// Where neighbourhoods at the end of their burn-in are kept, so that the next study that begins in the same
/// way need not simulate those years once more. A key stands for all that decides the burn-in and for nothing
/// else (BurnIn::key): options, shocks and years have no part in it. Both may be called by several threads,
/// each for another key, and may be empty.
struct BurnInStore {
    /// Fills an empty state; false where nothing is kept under that key, or nothing that can be read.
    std::function<bool(const std::string& key, Municipality&)> load{};
    /// Keeps the state, if it can.
    std::function<void(const std::string& key, Municipality&)> keep{};
};

}  // namespace weefsel
