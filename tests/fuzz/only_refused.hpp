#pragma once
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "sim/error.hpp"

namespace weefsel::fuzz {

/// The bytes that a target is given, as text.
inline std::string text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// A finding: it escapes from the target, which ends it.
inline void demand(bool holds, const char* what) {
    if (!holds) throw std::logic_error(what);
}

/// Reads what was given: wrong input is refused with a place for every problem. Anything else that is thrown
/// escapes, and is a finding. True when it was read.
template <class Read>
bool read_or_refused(Read read) {
    try {
        read();
        return true;
    } catch (const sim::InputError& error) {
        demand(!error.problems().empty(), "a refusal names what is wrong");
        for (const auto& problem : error.problems()) {
            demand(!problem.text.empty(), "a problem has a text");
            demand(problem.at.line >= 1 && problem.at.column >= 1, "a problem has a place");
        }
        return false;
    }
}

}  // namespace weefsel::fuzz
