// What a lesson calls besides: forks of a world, and what is done to one of them. As page/engine.cpp.
#include "page/engine.hpp"
#include "page/interventions.hpp"
#include "sim/error.hpp"

using namespace weefsel;

namespace {

using page::engine;
using page::failed;
using page::guarded;

ResidentId resident(int world, int row) {
    const auto& r = engine().session.now(world).residents;
    const ResidentId who{static_cast<std::uint16_t>(row)};
    if (row < 0 || static_cast<std::size_t>(row) >= r.rows() || r.present[who] == 0)
        throw sim::InputError(sim::Place{}, "found a row without a resident, allowed is one with a resident");
    return who;
}
PostId post_of(int world, int post) {
    if (post < 0 || static_cast<std::size_t>(post) >= engine().session.now(world).posts.rows())
        throw sim::InputError(sim::Place{}, "found no such post, allowed is one of the neighbourhood");
    return PostId{static_cast<std::uint8_t>(post)};
}

}  // namespace

extern "C" {

/// `to` is a copy of world `from`, and goes on by itself.
int w_fork(int from, int to) {
    return guarded([&] {
        engine().session.fork(from, to);
        return 0;
    });
}
/// Rows of a resident's life now in w_numbers: age, dwelling, loneliness (0..11), coping, trust in
/// neighbours.
int w_resident(int world, int row) {
    return guarded([&] {
        const auto who = resident(world, row);
        const auto& r = engine().session.now(world).residents;
        engine().numbers = {static_cast<double>(r.age[who]), static_cast<double>(r.dwelling[who].value),
                            static_cast<double>(r.loneliness[who]), static_cast<double>(r.coping[who]),
                            static_cast<double>(r.trust[who])};
        return static_cast<int>(engine().numbers.size());
    });
}
/// Ties outside the house, the strongest first: row, dwelling, kind, hours of each; returns how many.
int w_threads(int world, int row) {
    return guarded([&] {
        const auto& n = engine().session.now(world);
        auto& numbers = engine().numbers;
        numbers.clear();
        const auto threads = page::threads_of(n, resident(world, row));
        for (const auto& t : threads)
            numbers.insert(numbers.end(), {static_cast<double>(t.other.value),
                                           static_cast<double>(n.residents.dwelling[t.other].value),
                                           static_cast<double>(t.kind), static_cast<double>(t.hours)});
        return static_cast<int>(threads.size());
    });
}
int w_cut(int world, int row, int strongest) {
    return guarded([&] {
        page::cut_threads(engine().session.changeable(world), resident(world, row), strongest);
        return 0;
    });
}
/// One visit of casework; efficacy, bond and coping in w_numbers.
int w_visit(int world, int row, double hours, int stranger) {
    return guarded([&] {
        auto& session = engine().session;
        const auto who = resident(world, row);
        const auto left = page::visit(session.changeable(world), who, static_cast<float>(hours),
                                      stranger != 0, session.realisation(), session.month_in(world));
        engine().numbers = {static_cast<double>(left.efficacy), static_cast<double>(left.bond),
                            static_cast<double>(left.coping)};
        return 0;
    });
}
/// The post whose professional residents know best.
int w_best_known(int world) {
    return guarded([&] {
        const auto post = page::best_known_post(engine().session.now(world));
        if (!post.exists())
            throw sim::InputError(sim::Place{}, "found no professional at work, allowed is one or more");
        return static_cast<int>(post.value);
    });
}
int w_resign(int world, int post) {
    return guarded([&] {
        const auto which = post_of(world, post);
        page::resign(engine().session.changeable(world), which);
        return 0;
    });
}
int w_stay(int world, int post) {
    return guarded([&] {
        const auto which = post_of(world, post);
        page::stay(engine().session.changeable(world), which);
        return 0;
    });
}
/// Bonds of residents with a post, whether it is filled, and months that its professional has been there.
int w_bonds(int world, int post) {
    return guarded([&] {
        const auto& n = engine().session.now(world);
        const auto which = post_of(world, post);
        engine().numbers = {page::bonds_with(n, which), static_cast<double>(n.posts.filled[which]),
                            static_cast<double>(n.posts.months_in_post[which])};
        return 0;
    });
}

}  // extern "C"
