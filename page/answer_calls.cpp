// What a page calls for its answer: it gathers the values of all worlds, and the program's own words come
// back. As page/engine.cpp.
#include <cstring>
#include <vector>

#include "page/engine.hpp"
#include "page/judge.hpp"

using namespace weefsel;
using page::engine;
using page::guarded;

extern "C" {

/// Whom the work met and what went wrong with it, in a world that is over, in w_numbers; `nothing`: the world
/// of the option without lines, -1: there is none. Returns how many.
int w_blocks(int world, int reference, int nothing) {
    return guarded([&] {
        engine().numbers = engine().session.blocks(world, reference, nothing);
        return static_cast<int>(engine().numbers.size());
    });
}
/// In the room: 32-bit values of `worlds` worlds as page::judged takes them. What `compare` says of them.
int w_judge(int worlds, int options) {
    return guarded([&] {
        auto& e = engine();
        std::vector<float> values(e.room.size() / sizeof(float));
        std::memcpy(values.data(), e.room.data(), values.size() * sizeof(float));
        e.text = page::judged(e.session.study(), e.session.money(), values, static_cast<std::size_t>(worlds),
                              static_cast<std::size_t>(options));
        return 0;
    });
}

}  // extern "C"
