#pragma once
#include <catch2/catch.hpp>
#include <cmath>
#include <sstream>

#include "month_in_parts.hpp"

namespace weefsel {

/// One mechanism that one parameter switches off, and all that it writes.
struct Switch {
    const char* mechanism;
    const char* parameter;  ///< full name
    double off;             ///< value without the mechanism
    const char* parts;      ///< processes in which it acts, with commas
    const char* acts;       ///< column that must come out differently without it
    std::string may = {};   ///< other columns that may, with spaces; nothing else may differ
    void (*arrange)(MonthInParts&, Parameters&) = nullptr;  ///< makes a situation in which it acts
    double on = std::nan("");                               ///< with the mechanism; not given: the default
};

/// Names of all parameters that stand in a table of switches.
inline std::vector<std::string>& parameters_in_tables() {
    static std::vector<std::string> names;
    return names;
}
inline bool noted(const std::vector<Switch>& switches) {
    for (const auto& s : switches) parameters_in_tables().emplace_back(s.parameter);
    return true;
}

inline bool stands_in(const std::string& list, std::string_view word, char between) {
    std::istringstream words(list);
    for (std::string one; std::getline(words, one, between);)
        if (one == word) return true;
    return false;
}

inline double& value_of(Parameters& p, const std::string& parameter) {
    const auto table = table_of(p);
    const auto* found = table.find(parameter);
    REQUIRE(found != nullptr);
    return *found->value;
}

/// Simulates one month from one state, each part with and without the mechanism. Where it acts only the
/// columns named may differ; in every other part of the month, none.
inline void removes_its_effect_and_nothing_else(const Switch& s) {
    INFO(s.mechanism << ": " << s.parameter << " = " << s.off);
    MonthInParts month = a_rich_buurt();
    Parameters on;
    if (s.arrange != nullptr) s.arrange(month, on);
    if (!std::isnan(s.on)) value_of(on, s.parameter) = s.on;
    Parameters off = on;
    value_of(off, s.parameter) = s.off;
    const auto table = table_of(on);
    const auto range = table.find(s.parameter)->range;
    CHECK((s.off >= range.low && s.off <= range.high));

    bool acted = false;
    for (const auto& part : parts_of_month()) {
        MonthInParts without = month;
        without.run(part, off);
        month.run(part, on);
        const bool here = stands_in(s.parts, part.name, ',');
        const auto with_it = month.columns(), without_it = without.columns();
        std::string surplus;
        for (const auto& [name, digest] : with_it) {
            if (without_it.at(name) == digest) continue;
            const bool its_own = name == s.acts;
            acted |= here && its_own;
            if (!here || (!its_own && !stands_in(s.may, name, ' '))) surplus += name + " ";
        }
        INFO("process: " << part.name);
        CHECK(surplus == "");
    }
    INFO("column in which it must be seen: " << s.acts);
    CHECK(acted);
}

/// Puts the thresholds of all events so far away that none falls this month: what is left is hazards.
inline void nothing_falls(MonthInParts& m, Parameters&) {
    constexpr float far = 12.0F;  // the frailest young see a GP several times a month
    for (auto& column : m.n.residents.hazard_left)
        for (auto& left : column) left = far;
    for (auto& left : m.n.dwellings.move_left) left = far;
    for (auto& left : m.n.posts.exit_left) left = far;
    for (auto& left : m.n.lines.cut_left) left = far;
    for (auto& left : m.n.initiatives.birth_left) left = far;
    for (auto& left : m.n.initiatives.death_left) left = far;
}

/// A line that runs buys so much of something.
inline void provide(MonthInParts& m, Purchase::Kind kind, double amount) {
    auto& bought = m.n.provisions;
    bought.visit([](const char*, auto& column) { column.resize(1); });
    const ProvisionId row{0};
    bought.line[row] = LineId{0};
    while (!m.n.lines.running[bought.line[row]]) ++bought.line[row].value;
    bought.kind[row] = kind;
    bought.amount[row] = amount;
}

template <class Change>
void everybody(MonthInParts& m, Change&& change) {
    for (std::size_t i = 0; i < m.n.residents.rows(); ++i)
        if (const ResidentId who{static_cast<std::uint16_t>(i)}; m.n.residents.present[who])
            change(m.n.residents, who);
}

/// Everybody waits for district nursing, of which there is none.
inline void all_wait(MonthInParts& m, Parameters& p) {
    nothing_falls(m, p);
    everybody(m, [&](Residents& r, ResidentId who) {
        if ((r.care_use[who] | r.care_waiting[who]) & 1U) return;
        r.care_waiting[who] |= 1U;
        r.care_since[who][0] = 39;
        ++m.n.care.waiting[0];
        ++m.n.care.joined[0];
    });
    m.n.care.capacity[0] = 0;
}

}  // namespace weefsel
