#include "examples/segregation/segregation.hpp"

#include <algorithm>
#include <numeric>

namespace segregation {
namespace {

/// The patch `dx` and `dy` further, round the edge.
PatchId beyond(PatchId from, int dx, int dy, int side) {
    const int at = static_cast<int>(from.value);
    const int x = (at % side + dx + side) % side, y = (at / side + dy + side) % side;
    return PatchId{static_cast<std::uint32_t>(y * side + x)};
}

void look_around(Pond& pond, const PondParameters& p) {
    const int side = static_cast<int>(p.side);
    for (const TurtleId who : sim::Ids<TurtleId>(pond.patch.size())) {
        int own = 0, all = 0;
        for (int dy = -1; dy <= 1; ++dy)
            for (int dx = -1; dx <= 1; ++dx) {
                if (dx == 0 && dy == 0) continue;
                const TurtleId other = pond.turtle[beyond(pond.patch[who], dx, dy, side)];
                if (!other.exists()) continue;
                ++all;
                own += pond.kind[other] == pond.kind[who] ? 1 : 0;
            }
        pond.similar[who] = all > 0 ? static_cast<float>(own) / static_cast<float>(all) : 1.0F;
        pond.leaves[who] = own < p.wanted * all ? 1 : 0;
    }
}

/// A free patch within reach, or none after many attempts.
PatchId pick(const Pond& pond, TurtleId who, const PondParameters& p, const sim::RandomSource& draws,
             sim::Month now) {
    constexpr std::uint32_t attempts = 200;
    const int side = static_cast<int>(p.side), reach = static_cast<int>(p.furthest);
    const float across = static_cast<float>(2 * reach + 1);
    for (std::uint32_t a = 0; a < attempts; ++a) {
        const auto words = draws.block(Stream::jump, who.value, now, a);
        const int dx = static_cast<int>(across * sim::uniform_of(words[0])) - reach;
        const int dy = static_cast<int>(across * sim::uniform_of(words[1])) - reach;
        if (dx * dx + dy * dy > reach * reach) continue;
        const PatchId to = beyond(pond.patch[who], dx, dy, side);
        if (!pond.turtle[to].exists()) return to;
    }
    return PatchId::none();
}

}  // namespace

Pond first_pond(const PondParameters& p, const sim::RandomSource& draws) {
    const auto side = static_cast<std::size_t>(p.side), turtles = static_cast<std::size_t>(p.turtles);
    Pond pond;
    pond.turtle.resize(side * side);
    std::vector<std::uint32_t> order(side * side);
    std::iota(order.begin(), order.end(), 0U);
    const auto precedence = [&](std::uint32_t at) {
        return draws.priority(Stream::first_patch, at, sim::Month{0});
    };
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return precedence(a) > precedence(b); });
    order.resize(std::min(order.size(), turtles));
    for (const auto at : order) {
        const TurtleId who{static_cast<std::uint32_t>(pond.patch.size())};
        pond.turtle[PatchId{at}] = who;
        pond.patch.push_back(PatchId{at});
        pond.kind.push_back(static_cast<std::uint8_t>(who.value % 2));
    }
    pond.similar.resize(pond.patch.size());
    pond.leaves.resize(pond.patch.size());
    look_around(pond, p);
    return pond;
}

void step(Pond& pond, const PondParameters& p, const sim::RandomSource& draws, sim::Month now) {
    sim::Column<PatchId, TurtleId> comes(pond.turtle.size());
    const auto precedence = [&](TurtleId who) { return draws.priority(Stream::precedence, who.value, now); };
    for (const TurtleId who : sim::Ids<TurtleId>(pond.patch.size())) {
        if (pond.leaves[who] == 0) continue;
        const PatchId to = pick(pond, who, p, draws, now);
        if (!to.exists()) continue;
        TurtleId& first = comes[to];
        if (!first.exists() || precedence(who) > precedence(first)) first = who;
    }
    for (const PatchId to : sim::Ids<PatchId>(comes.size())) {
        const TurtleId who = comes[to];
        if (!who.exists()) continue;
        pond.turtle[pond.patch[who]] = TurtleId::none();
        pond.turtle[to] = who;
        pond.patch[who] = to;
    }
    look_around(pond, p);
}

Measured measured(const Pond& pond) {
    const auto n = static_cast<double>(pond.patch.size());
    return {std::accumulate(pond.similar.begin(), pond.similar.end(), 0.0) / n,
            std::accumulate(pond.leaves.begin(), pond.leaves.end(), 0.0) / n};
}

}  // namespace segregation
