#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "page/session.hpp"

namespace weefsel::page {

/// What the calls of a page work on, and what they last gave: it stays where it is until the next call.
struct Engine {
    Session session;
    std::string room, text;
    bool has_posterior = false;
    std::vector<Drawn> drawn;
    std::vector<std::uint16_t> friends;
    std::vector<Happened> happened;
    std::vector<double> numbers;
    std::vector<float> town;
};
Engine& engine();

inline constexpr int failed = -1;
/// What a call returns, or `failed` and the reason as a text.
int guarded(const std::function<int()>& call);

}  // namespace weefsel::page
