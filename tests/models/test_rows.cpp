#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <numeric>

#include "month_in_parts.hpp"

using namespace weefsel;

namespace {

/// The same neighbourhood with its residents in other rows: the first are the last.
Neighbourhood turned_round(const Neighbourhood& n) {
    Neighbourhood turned = n;
    const std::size_t rows = n.residents.rows();
    const auto to = [rows](std::size_t row) { return rows - 1 - row; };
    const auto moved = [&](auto& column) { std::reverse(column.begin(), column.end()); };
    const auto renamed = [&](ResidentId& who) {
        if (who.exists()) who = ResidentId{static_cast<std::uint16_t>(to(who.index()))};
    };
    turned.residents.visit([&](const auto&, auto& column) { moved(column); });
    for (auto& who : turned.residents.partner) renamed(who);
    for (auto& who : turned.residents.carer) renamed(who);
    for (auto& household : turned.dwellings.member)
        for (auto& who : household) renamed(who);
    auto& t = turned.ties;
    moved(t.count);
    moved(t.row);
    moved(t.contact);
    moved(t.casual);
    moved(t.friends);
    moved(t.close);
    moved(t.budget_share);
    for (std::size_t i = 0; i < rows; ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        for (int k = 0; k < t.count[who]; ++k)
            t.row[who].other(k) = static_cast<std::uint16_t>(to(t.row[who].other(k)));
    }
    for (auto& row : turned.free_rows) row = static_cast<std::uint16_t>(to(row));
    return turned;
}

std::map<sim::BirthNumber, ResidentId> by_birth_number(const Neighbourhood& n) {
    std::map<sim::BirthNumber, ResidentId> rows;
    for (std::size_t i = 0; i < n.residents.rows(); ++i)
        if (const ResidentId who{static_cast<std::uint16_t>(i)}; n.residents.present[who])
            rows[n.residents.birth_number[who]] = who;
    return rows;
}

}  // namespace

TEST_CASE("who stands in which row leaves no trace in any life") {
    auto one = a_rich_buurt();
    auto other = one;
    other.n = turned_round(one.n);
    const Parameters p;
    for (int month = 0; month < 24; ++month) {
        const sim::Month now{one.now.value + month};
        step_month(one.n, {}, p, one.draws, now, one.w);
        step_month(other.n, {}, p, other.draws, now, other.w);
        const auto rows = by_birth_number(one.n), turned = by_birth_number(other.n);
        REQUIRE(rows.size() == turned.size());
        std::map<std::string, int> differ;
        for (const auto& [number, a] : rows) {
            REQUIRE(turned.contains(number));
            const auto b = turned.at(number);
            const auto& r = one.n.residents;
            const auto& s = other.n.residents;
            const auto compare = [&](const char* name, auto x, auto y) { differ[name] += x != y ? 1 : 0; };
            compare("loneliness", r.loneliness[a], s.loneliness[b]);
            compare("trust", r.trust[a], s.trust[b]);
            compare("frailty", r.frailty[a], s.frailty[b]);
            compare("insecurity", r.insecurity[a], s.insecurity[b]);
            compare("institutional trust", r.institutional_trust[a], s.institutional_trust[b]);
            compare("volunteering", r.volunteer_hours[a], s.volunteer_hours[b]);
            compare("care given", r.care_given[a], s.care_given[b]);
            compare("care received", r.care_informal[a], s.care_informal[b]);
            compare("visits", r.visits[a], s.visits[b]);
            compare("help", r.helped[a], s.helped[b]);
            compare("care in use", r.care_use[a], s.care_use[b]);
            compare("ties", one.n.ties.count[a], other.n.ties.count[b]);
            compare("contact", one.n.ties.contact[a], other.n.ties.contact[b]);
        }
        for (const auto& [what, people] : differ) {
            INFO("month " << month << ", " << what);
            REQUIRE(people == 0);
        }
    }
}
