#include <catch2/catch.hpp>

#include "month_in_parts.hpp"

namespace weefsel::test_one_off {

namespace {

struct Volunteers {
    int here = 0, elsewhere = 0;
};

/// A buurt in which everybody has a first place of their own, and all lines are at the same point of grants
/// of so many months.
struct Grants {
    MonthInParts month = a_rich_buurt();
    Parameters p;

    Grants(int term, int month_of_term, bool ends) {
        p.help.volunteer_start = 0.1;
        p.help.volunteer_stop = 0.1;
        p.help.volunteer_one_off = 1;
        auto& lines = month.n.lines;
        for (auto& t : lines.term) t = static_cast<std::int16_t>(term);
        for (auto& m : lines.month_of_term) m = static_cast<std::int16_t>(month_of_term);
        for (auto& e : lines.ends) e = ends ? 1 : 0;
        for (auto& running : lines.running) running = ends ? 0 : 1;
        auto& r = month.n.residents;
        for (const auto who : r.ids()) {
            r.regular[0][who] = 0;
            r.habit[0][who] = 0.9F;
            if (ends && r.volunteer_hours[who] > 0.0F)
                r.volunteer_place[who] = who.index() % 2 == 0 ? 0 : no_row;
        }
        month.n.places.open[PlaceId{0}] = 1;
    }

    /// Volunteers after a month has let people begin and stop.
    [[nodiscard]] Volunteers after() const {
        auto one = month;
        for (const auto& part : parts_of_month())
            if (part.name == "draw_words" || part.name == "volunteer") one.run(part, p);
        Volunteers all;
        const auto& r = one.n.residents;
        for (const auto who : r.ids()) {
            if (!r.present[who] || r.volunteer_hours[who] <= 0.0F) continue;
            ++(r.volunteer_place[who] == no_row ? all.elsewhere : all.here);
        }
        return all;
    }
    [[nodiscard]] Volunteers without() const {
        Grants other = *this;
        other.p.help.volunteer_one_off = 0;
        return other.after();
    }
};

}  // namespace

TEST_CASE(
    "in the first months of a short grant more people begin to volunteer, all of them at their own place") {
    Grants fresh(12, 1, false);
    const auto without = fresh.without(), with = fresh.after();
    CHECK(with.here > without.here);
    CHECK(with.elsewhere == without.elsewhere);
    CHECK(with.here < 2 * without.here);  // at most twice as many begin as did at the own place
}

TEST_CASE("later in a grant, in one without end, and where money reaches nobody, nobody begins for that") {
    for (auto grants : {Grants(12, 7, false), Grants(0, 1, false)})
        CHECK(grants.without().here == grants.after().here);
    Grants inert(12, 1, false);
    inert.p.funding.policy_effects = 0;
    CHECK(inert.without().here == inert.after().here);
}

TEST_CASE("a long grant attracts fewer for that than a short one") {
    Grants brief(12, 1, false), lasting(120, 1, false);
    CHECK(lasting.after().here < brief.after().here);
}

TEST_CASE("when a grant ends more of those at their own place stop, and nobody else") {
    Grants ended(12, 0, true);
    const auto without = ended.without(), with = ended.after();
    CHECK(with.here < without.here);
    CHECK(with.elsewhere == without.elsewhere);
    CHECK(with.here > 0);
}

}  // namespace weefsel::test_one_off
