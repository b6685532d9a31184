#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <numeric>

#include "month_in_parts.hpp"

namespace weefsel::test_rows {

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
    moved(t.casual_outside);
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

using Rows = std::map<sim::BirthNumber, std::size_t>;

Rows by_birth_number(const Neighbourhood& n) {
    Rows rows;
    for (std::size_t i = 0; i < n.residents.rows(); ++i)
        if (const ResidentId who{static_cast<std::uint16_t>(i)}; n.residents.present[who])
            rows[n.residents.birth_number[who]] = i;
    return rows;
}

/// One column that has a value for every resident.
struct Values {
    std::string name;
    const char* first;
    std::size_t size;
};

/// All of them but those that hold rows.
std::vector<Values> values_of(Neighbourhood& n) {
    std::vector<Values> all;
    const auto note = [&](const char* name, const auto& column) {
        using T = typename std::decay_t<decltype(column)>::value_type;
        const std::string is = name;
        if (column.size() != n.residents.rows() || is == "resident.partner" || is == "resident.carer" ||
            is == "tie.row" || is.rfind("dwelling", 0) == 0)
            return;
        all.push_back({is, reinterpret_cast<const char*>(column.data()), sizeof(T)});
    };
    n.residents.visit(note);
    n.ties.visit(note);
    return all;
}

/// Names of the columns in which some resident differs.
std::string differing(Neighbourhood& one, Neighbourhood& other, const Rows& rows, const Rows& others) {
    const auto a = values_of(one), b = values_of(other);
    std::string names;
    for (std::size_t k = 0; k < a.size(); ++k)
        for (const auto& [who, row] : rows) {
            const char* x = a[k].first + row * a[k].size;
            const char* y = b[k].first + others.at(who) * b[k].size;
            if (std::equal(x, x + a[k].size, y)) continue;
            names += a[k].name + " ";
            break;
        }
    return names;
}

}  // namespace

TEST_CASE("who stands in which row leaves no trace in any life") {
    auto one = a_rich_buurt();
    auto other = one;
    other.n = turned_round(one.n);
    const Parameters p;
    for (int month = 0; month < 24; ++month, one.now = other.now = one.now + 1)
        for (const auto& part : parts_of_month()) {
            one.run(part, p);
            other.run(part, p);
            const auto rows = by_birth_number(one.n), others = by_birth_number(other.n);
            INFO("month " << month << ", part: " << part.name);
            REQUIRE(rows.size() == others.size());
            for (const auto& [who, row] : rows) REQUIRE(others.contains(who));
            REQUIRE(differing(one.n, other.n, rows, others) == "");
        }
}

}  // namespace weefsel::test_rows
