#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "models/scenario/read_scenario.hpp"
#include "models/study/ledger.hpp"
#include "small_world.hpp"

namespace weefsel::test_ledger {

namespace {

constexpr LedgerMonth none = never_happened;

/// Life histories of 100 months of people to whom nothing happens yet.
LifeHistories quiet(std::size_t people) {
    LifeHistories lives;
    lives.months = 100;
    lives.gone.assign(people, 100);
    lives.end.assign(people, LifeEnd::present);
    for (auto& first : lives.first) first.assign(people, none);
    lives.severe.assign(people * lives.words(), 0);
    return lives;
}

LedgerMonth& month(LifeHistories& lives, LedgerKind kind, std::size_t who) {
    return lives.first[static_cast<std::size_t>(kind)][who];
}
void leaves(LifeHistories& lives, std::size_t who, LedgerMonth when, LifeEnd how) {
    lives.gone[who] = when;
    lives.end[who] = how;
    if (how == LifeEnd::died) month(lives, LedgerKind::death, who) = when;
}

double entry(const std::vector<double>& ledger, LedgerKind kind, LedgerEntry e) {
    return ledger[static_cast<std::size_t>(kind) * ledger_entries + static_cast<std::size_t>(e)];
}

const std::string with_staff =
    "[[option]]\nname = \"a\"\n[[option]]\nname = \"b\"\n[[option.line]]\nname = \"team\"\nform = "
    "\"structural\"\nsource = \"structural\"\nbuys = [ { role = \"opbouwwerker\", fte = 2 }, { role = "
    "\"sociaal_werker\", fte = 2 } ]\n";

Scenario study_text(const std::string& options) {
    return read_scenario_text(quick_study(options), "test.toml");
}

}  // namespace

TEST_CASE("what did not happen is counted as worked out by hand") {
    using enum LedgerEntry;
    const auto kind = LedgerKind::wmo;
    auto a = quiet(7), b = quiet(7);
    month(a, kind, 0) = 40;                                    // prevented: 60 months
    month(b, kind, 1) = 90;                                    // brought about: -10
    month(a, kind, 2) = 10, month(b, kind, 2) = 25;            // postponed: 15
    month(a, kind, 3) = 30, month(b, kind, 3) = 22;            // hastened: -8
    month(a, kind, 4) = 50, leaves(b, 4, 60, LifeEnd::died);   // died in the other life: 10 up to month 60
    month(b, kind, 5) = 70, leaves(a, 5, 20, LifeEnd::moved);  // moved before: nothing to compare
    month(a, kind, 6) = month(b, kind, 6) = 5;                 // the same
    const auto ledger = ledger_of(a, b);
    CHECK(entry(ledger, kind, event_free_months) == 60 - 10 + 15 - 8 + 10);
    CHECK(entry(ledger, kind, prevented) == 1);
    CHECK(entry(ledger, kind, brought_about) == 1);
    CHECK(entry(ledger, kind, postponed) == 1);
    CHECK(entry(ledger, kind, postponed_months) == 15);
    CHECK(entry(ledger, kind, hastened) == 1);
    CHECK(entry(ledger, kind, hastened_months) == 8);
    CHECK(entry(ledger, kind, events_reference) == 5);
    CHECK(entry(ledger, kind, events_option) == 5);
    CHECK(entry(ledger, kind, died_reference) == 1);
    CHECK(entry(ledger, kind, moved_option) == 1);
    CHECK(entry(ledger, kind, moved_reference) + entry(ledger, kind, died_option) == 0);
}

TEST_CASE("a death is postponed or hastened, never prevented") {
    using enum LedgerEntry;
    auto a = quiet(4), b = quiet(4);
    leaves(a, 0, 30, LifeEnd::died);  // alive at the end of the other life: 70 months
    leaves(a, 1, 30, LifeEnd::died), leaves(b, 1, 10, LifeEnd::died);
    leaves(a, 2, 30, LifeEnd::died), leaves(b, 2, 20, LifeEnd::moved);
    leaves(b, 3, 99, LifeEnd::died);
    const auto ledger = ledger_of(a, b);
    CHECK(entry(ledger, LedgerKind::death, event_free_months) == 70 - 20 + 0 - 1);
    CHECK(entry(ledger, LedgerKind::death, prevented) + entry(ledger, LedgerKind::death, brought_about) == 0);
    CHECK(entry(ledger, LedgerKind::death, postponed) == 1);
    CHECK(entry(ledger, LedgerKind::death, postponed_months) == 70);
    CHECK(entry(ledger, LedgerKind::death, hastened) == 2);
    CHECK(entry(ledger, LedgerKind::death, hastened_months) == 20 + 1);
    CHECK(entry(ledger, LedgerKind::death, moved_reference) == 1);
}

TEST_CASE("months of severe loneliness count while both lives are observed") {
    auto a = quiet(1), b = quiet(1);
    a.severe = {~std::uint64_t{0}, 1};  // months 0 to 64
    b.severe = {0b1011, 0};             // months 0, 1 and 3
    const auto kind = LedgerKind::severe_loneliness;
    CHECK(entry(ledger_of(a, b), kind, LedgerEntry::event_free_months) == 65 - 3);
    leaves(b, 0, 10, LifeEnd::moved);
    CHECK(entry(ledger_of(a, b), kind, LedgerEntry::event_free_months) == 10 - 3);
}

TEST_CASE("the log follows everybody of month 0, as a count of the state does") {
    const auto scenario = study_text(with_staff);
    const auto draws = sim::RandomSource(scenario.seed, 0);
    WorkerPool pool(1, 1);
    auto m = begin_municipality(scenario, map_of(scenario), draws, pool);
    const auto founders = founders_of(m.neighbourhoods);
    LifeLog log(founders, m.neighbourhoods, 36);
    std::set<sim::BirthNumber> here(founders.begin(), founders.end());
    std::size_t died = 0, moved = 0, offended = 0;
    std::set<sim::BirthNumber> offenders, waited;
    for (int month = 0; month < 36; ++month) {
        const auto deaths = m.neighbourhoods[0].people.of(Flow::deaths);
        live_month(m, map_of(scenario), {}, scenario.parameters, draws, sim::Month{month}, pool);
        const auto& made = pool.months()[0];
        CHECK(made.died.size() == m.neighbourhoods[0].people.of(Flow::deaths) - deaths);
        log.note(0, m.neighbourhoods[0], made, month);
        for (const auto number : made.died) died += here.count(number);
        log.sum_up(m.neighbourhoods, month);
        auto& r = m.neighbourhoods[0].residents;
        std::set<sim::BirthNumber> now;
        for (std::size_t i = 0; i < r.rows(); ++i) {
            const ResidentId who{static_cast<std::uint16_t>(i)};
            if (!r.present[who] || here.count(r.birth_number[who]) == 0) continue;
            now.insert(r.birth_number[who]);
            if (r.episodes(EventKind::offending)[who] > 0) offenders.insert(r.birth_number[who]);
            if (r.care_waiting[who] != 0) waited.insert(r.birth_number[who]);
        }
        moved += here.size() - now.size();
        here = now;
    }
    moved -= died;
    const auto& lives = log.lives();
    std::size_t seen_died = 0, seen_moved = 0, seen_waiting = 0;
    for (std::size_t i = 0; i < lives.size(); ++i) {
        seen_died += lives.end[i] == LifeEnd::died;
        seen_moved += lives.end[i] == LifeEnd::moved;
        CHECK((lives.end[i] == LifeEnd::present) == (lives.gone[i] == 36));
        CHECK((lives.end[i] == LifeEnd::present) == (here.count(founders[i]) == 1));
        offended += lives.first[static_cast<std::size_t>(LedgerKind::offending)][i] != none;
        seen_waiting += lives.first[static_cast<std::size_t>(LedgerKind::waiting)][i] != none;
    }
    CHECK(died > 5);
    CHECK(moved > 50);
    CHECK(seen_died == died);
    CHECK(seen_moved == moved);
    CHECK(offended == offenders.size());
    CHECK(seen_waiting == waited.size());
}

TEST_CASE("who moves to another neighbourhood of the study is not gone") {
    auto text = quick_study(with_staff);
    const auto at = text.find("[neighbourhood]");
    text.replace(at, std::string("[neighbourhood]").size(), "[[neighbourhood]]");
    auto second = "[[neighbourhood]]\n" + quick_figures;
    second.replace(second.find("\"Test\""), 6, "\"Next\"");
    text.insert(at, second);
    text += "[parameters]\n\"exchange.moves_within\" = 1\n";
    const auto scenario = read_scenario_text(text, "test.toml");
    const auto map = map_of(scenario);
    const auto draws = sim::RandomSource(scenario.seed, 0);
    WorkerPool pool(1, map.sites());
    auto m = begin_municipality(scenario, map, draws, pool);
    const auto founders = founders_of(m.neighbourhoods);
    LifeLog log(founders, m.neighbourhoods, 36);
    for (int month = 0; month < 36; ++month) {
        live_month(m, map, {}, scenario.parameters, draws, sim::Month{month}, pool);
        for (std::size_t i = 0; i < map.sites(); ++i)
            log.note(i, m.neighbourhoods[i], pool.months()[i], month);
        log.sum_up(m.neighbourhoods, month);
    }
    std::set<sim::BirthNumber> here;
    for (const auto& n : m.neighbourhoods)
        for (std::size_t i = 0; i < n.residents.rows(); ++i) {
            const ResidentId who{static_cast<std::uint16_t>(i)};
            if (n.residents.present[who]) here.insert(n.residents.birth_number[who]);
        }
    REQUIRE(m.borders[0].of(BorderFlow::moved_in) > 0);
    for (std::size_t i = 0; i < founders.size(); ++i)
        REQUIRE((log.lives().end[i] == LifeEnd::present) == (here.count(founders[i]) == 1));
}

TEST_CASE("the books of every kind of event balance") {
    using enum LedgerEntry;
    const auto unit = Study(study_text(with_staff)).run({0, 0});
    const auto& ledger = unit.options[1].ledger;
    double changed = 0;
    for (std::size_t k = 0; k < ledger_kinds; ++k) {
        const auto kind = static_cast<LedgerKind>(k);
        const auto of = [&](LedgerEntry e) { return entry(ledger, kind, e); };
        INFO(declared(kind).name);
        CHECK(of(events_reference) > 0);
        if (kind == LedgerKind::death) continue;
        CHECK(of(events_option) - of(events_reference) == of(brought_about) - of(prevented) +
                                                              of(moved_option) + of(died_option) -
                                                              of(moved_reference) - of(died_reference));
        changed += of(brought_about) + of(prevented) + of(postponed) + of(hastened);
    }
    CHECK(changed > 0);
    for (std::size_t i = 0; i < unit.options[0].ledger.size(); ++i)  // the reference against itself
        if (const auto e = static_cast<LedgerEntry>(i % ledger_entries);
            e != events_reference && e != events_option && e != residents)
            CHECK(unit.options[0].ledger[i] == 0);
}

TEST_CASE("living again under other luck changes no result, and the ledgers that mean nothing are apart") {
    using enum LedgerEntry;
    const auto once = Study(study_text(with_staff)).run({0, 0});
    const Study twice(study_text(with_staff), false, SimulatedAgain::in_first_worlds);
    const auto again = twice.run({0, 0}), late = twice.run({0, Study::worlds_again});
    for (std::size_t o = 0; o < 2; ++o) {
        CHECK(once.options[o].numerator == again.options[o].numerator);
        CHECK(once.options[o].ledger == again.options[o].ledger);
        CHECK(std::isnan(once.options[o].ledger_placebo[0]));
        CHECK(std::isnan(late.options[o].ledger_placebo[0]));
    }
    const auto changed = [](const std::vector<double>& ledger) {
        double sum = 0;
        for (std::size_t k = 0; k < ledger_kinds; ++k)
            for (const auto e : {prevented, postponed, brought_about, hastened})
                sum += entry(ledger, static_cast<LedgerKind>(k), e);
        return sum;
    };
    // The option with a team against itself with other visits; the reference against itself with other chance
    // events.
    CHECK(std::isnan(again.options[0].ledger_placebo[0]));
    CHECK(std::isnan(again.options[1].ledger_chance[0]));
    CHECK(changed(again.options[1].ledger_placebo) > 0);
    CHECK(changed(again.options[0].ledger_chance) > 2 * changed(again.options[1].ledger_placebo));
}

TEST_CASE("without professionals other random numbers for their visits change nobody's life") {
    auto scenario = study_text("[[option]]\nname = \"a\"\n[[option]]\nname = \"b\"\n");
    scenario.present.clear();
    const auto unit = Study(scenario, false, SimulatedAgain::in_first_worlds).run({0, 0});
    for (std::size_t k = 0; k < ledger_kinds; ++k)
        for (const auto e : {LedgerEntry::event_free_months, LedgerEntry::prevented, LedgerEntry::postponed,
                             LedgerEntry::brought_about, LedgerEntry::hastened})
            CHECK(entry(unit.options[1].ledger_placebo, static_cast<LedgerKind>(k), e) == 0);
}

}  // namespace weefsel::test_ledger
