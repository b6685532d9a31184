#pragma once
#include <cstdint>
#include <vector>

#include "sim/column.hpp"
#include "sim/id.hpp"
#include "sim/month.hpp"
#include "sim/parameter.hpp"
#include "sim/random_source.hpp"

/// Schelling's model of segregation on Weefsel's engine: a second model, which shares no word with the first.
/// Two kinds of turtles live in a pond that has no edge, a turtle a patch. Who has too few of its own kind
/// among the eight patches around it jumps elsewhere. Source: Schelling 1971,
/// doi:10.1080/0022250X.1971.9989794, as Wilensky 1997 has it,
/// http://ccl.northwestern.edu/netlogo/models/Segregation.
namespace segregation {

namespace sim = weefsel::sim;
using PatchId = sim::Id<struct PatchTag>;
using TurtleId = sim::Id<struct TurtleTag>;

/// Append-only: a number keeps its meaning.
enum class Stream : std::uint8_t {
    first_patch,  ///< who lives where at first, by patch
    jump,         ///< where to, by turtle; index: the attempt
    precedence    ///< which of two turtles has the patch that both jump to
};

struct PondParameters {
    double side = 51, turtles = 2000, wanted = 0.3, furthest = 10;
};
inline constexpr std::array pond_parameters{
    sim::declare("side", &PondParameters::side, {5, 500}, "1", "Patches along each side of the pond.",
                 {sim::Evidence::literature, "Wilensky 1997"}),
    sim::declare("turtles", &PondParameters::turtles, {2, 200000}, "1", "Turtles, as many of each kind.",
                 {sim::Evidence::literature, "Wilensky 1997"}),
    sim::declare("wanted", &PondParameters::wanted, {0, 1}, "1",
                 "Share of its own kind among its neighbours with which a turtle is content.",
                 {sim::Evidence::literature, "Wilensky 1997"}),
    sim::declare("furthest", &PondParameters::furthest, {1, 100}, "1", "Longest jump, in patches.",
                 {sim::Evidence::literature, "Wilensky 1997"}),
};

/// The state of a pond, as columns.
struct Pond {
    sim::Column<PatchId, TurtleId> turtle;     ///< who lives there, or none
    sim::Column<TurtleId, PatchId> patch;      ///< where it lives
    sim::Column<TurtleId, std::uint8_t> kind;  ///< 0 or 1
    sim::Column<TurtleId, float> similar;      ///< share of its own kind among its neighbours; 1: it has none
    sim::Column<TurtleId, std::uint8_t> leaves;  ///< 1: that is less than it wants

    template <class V>
    void visit(V&& v) {
        v("patch.turtle", turtle);
        v("turtle.patch", patch);
        v("turtle.kind", kind);
        v("turtle.similar", similar);
        v("turtle.leaves", leaves);
    }
};

/// A pond at random, with its neighbours counted.
Pond first_pond(const PondParameters& p, const sim::RandomSource& draws);

/// One step: every turtle that wants to leave picks a free patch no further than `furthest` by its own random
/// numbers; of those who picked one patch the first in precedence has it and the others stay. All see the
/// pond as it was, so the order of turtles does not matter (in NetLogo they jump one after the other).
void step(Pond& pond, const PondParameters& p, const sim::RandomSource& draws, sim::Month now);

/// Means over all turtles.
struct Measured {
    double similar = 0;  ///< share of the own kind among neighbours
    double unhappy = 0;  ///< share that wants to leave
};
Measured measured(const Pond& pond);

}  // namespace segregation
