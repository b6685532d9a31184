// What a page calls: plain C functions of one session. Numbers go as typed columns in the memory of the
// engine, texts as UTF-8. Whatever can fail returns a negative number, and w_text says why.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "models/measure/indicators.hpp"
#include "models/question/scenario_names.hpp"
#include "models/scenario/kwb.hpp"
#include "page/engine.hpp"
#include "page/given_texts.hpp"
#include "sim/checkpoint.hpp"
#include "sim/provenance.hpp"

using namespace weefsel;

namespace {

using page::engine;
using page::failed;
using page::guarded;
constexpr auto posterior_name = "posterior.csv";

/// Cells of a line of a table: no tab and no end of line within.
std::string cell(std::string text) {
    std::replace(text.begin(), text.end(), '\t', ' ');
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

std::string_view name_of(sim::Scale scale) {
    constexpr std::array<std::string_view, 8> names{"value",       "share",        "unit_score", "score",
                                                    "correlation", "per_thousand", "positive",   "money"};
    return names[static_cast<std::size_t>(scale)];
}

}  // namespace

extern "C" {

/// Room for a text that is about to be given.
char* w_room(int bytes) {
    auto& room = engine().room;
    room.resize(static_cast<std::size_t>(bytes));
    return room.data();
}
const char* w_text() { return engine().text.data(); }
int w_text_size() { return static_cast<int>(engine().text.size()); }

/// In the room: a name of `name_bytes`, and the text that scenarios mean by it.
void w_give(int name_bytes) {
    auto& e = engine();
    const auto at = static_cast<std::size_t>(name_bytes);
    const std::string name = e.room.substr(0, at);
    page::give_text(name, e.room.substr(at));
    if (name == posterior_name) e.has_posterior = true;
}

/// In the room: a scenario. 1: what was simulated before its options is still good, 0: all begins anew.
int w_read() {
    return guarded([] {
        auto& e = engine();
        return e.session.read(e.room, e.has_posterior ? posterior_name : "") ? 1 : 0;
    });
}
/// The scenario that was read, so that it needs no other text.
int w_resolved() {
    return guarded([] {
        engine().text = engine().session.scenario().resolved;
        return 0;
    });
}
/// Expected money of every option: name, whether it is exempt, granted, returned, direct hours.
int w_money() {
    return guarded([] {
        auto& e = engine();
        e.text.clear();
        for (const auto& m : e.session.money())
            e.text += fmt::format("{}\t{}\t{}\t{}\t{}\n", cell(m.name), m.exempt ? 1 : 0, m.money.granted,
                                  m.money.returned, m.money.direct_hours);
        return 0;
    });
}
/// In the room: the name of an option. Euros a year of its first line for equal money; 0: it has none.
double w_equal_euro_year() {
    double euro_year = 0;
    const int done = guarded([&] {
        euro_year = engine().session.equal_euro_year(engine().room).value_or(0);
        return 0;
    });
    return done == failed ? failed : euro_year;
}

/// What is measured, in the order of w_numerators: name, unit, scale, whether higher is better, from where a
/// difference is noticed, rank among headlines, whether yearly; names, how they stand in a sentence, and
/// explanations, each in both languages.
int w_observables() {
    auto& e = engine();
    e.text.clear();
    for (const auto& o : indicator_list)
        e.text += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", o.name, o.unit,
                              name_of(o.scale),
                              o.better == sim::Better::higher  ? 1
                              : o.better == sim::Better::lower ? -1
                                                               : 0,
                              o.noticeable, o.headline, o.measured == sim::Measured::yearly ? 1 : 0,
                              o.prose_nl, o.prose_en, o.plain_nl, o.plain_en, o.how_nl, o.how);
    return static_cast<int>(indicator_count);
}
/// Kinds of the ledger: name and both labels.
int w_ledger_kinds() {
    auto& e = engine();
    e.text.clear();
    for (const auto& k : ledger_kinds_declared)
        e.text += fmt::format("{}\t{}\t{}\n", k.name, k.label_nl, k.label_en);
    return static_cast<int>(ledger_kinds);
}
int w_version() {
    engine().text = sim::provenance().version;
    return 0;
}

/// What follows is of this realisation.
int w_choose(int draw, int replicate) {
    return guarded([&] {
        engine().session.choose(static_cast<std::size_t>(draw), static_cast<std::size_t>(replicate));
        return 0;
    });
}
/// Months of the burn-in that are left.
int w_warm(int months) {
    return guarded([&] { return engine().session.warm(months); });
}
int w_start(int world, int option, int other_chance) {
    return guarded([&] {
        engine().session.start(world, static_cast<std::size_t>(option), other_chance != 0);
        return 0;
    });
}
/// Months of the run that are left.
int w_step(int world, int months) {
    return guarded([&] { return engine().session.step(world, months); });
}
void w_drop(int world) { engine().session.drop(world); }

/// [month][observable]
const double* w_numerators(int world) { return engine().session.measured(world).numerator.data(); }
const double* w_denominators(int world) { return engine().session.measured(world).denominator.data(); }
/// [year][flow][payer]
const double* w_flows(int world) { return engine().session.measured(world).money.data(); }

/// Residents of the world as they are now (page::Drawn); returns how many rows.
int w_draw(int world) {
    return guarded([&] {
        engine().drawn = engine().session.drawn(world);
        return static_cast<int>(engine().drawn.size());
    });
}
const page::Drawn* w_drawn() { return engine().drawn.data(); }
/// Pairs of rows that are friends; returns how many numbers.
int w_befriend(int world) {
    return guarded([&] {
        engine().friends = engine().session.friends(world);
        return static_cast<int>(engine().friends.size());
    });
}
const std::uint16_t* w_friends() { return engine().friends.data(); }

/// Dwellings at the start: x, y, street, quality of its public space; returns how many.
int w_dwell() {
    return guarded([] {
        auto& e = engine();
        const auto& n = e.session.start_of_all();
        e.town.clear();
        for (const auto id : n.dwellings.ids()) {
            const auto street = n.dwellings.street[id];
            e.town.insert(e.town.end(), {n.dwellings.x[id], n.dwellings.y[id],
                                         static_cast<float>(street.value), n.streets.public_space[street]});
        }
        return static_cast<int>(n.dwellings.rows());
    });
}
/// Places now: x, y, kind, hours open a week; returns how many.
int w_meet(int world) {
    return guarded([&] {
        auto& e = engine();
        const auto& places = e.session.now(world).places;
        e.town.clear();
        for (std::size_t k = 0; k < places.kind.size(); ++k) {
            const PlaceId id{static_cast<std::uint8_t>(k)};
            e.town.insert(e.town.end(),
                          {places.x[id], places.y[id], static_cast<float>(places.kind[id]),
                           places.open[id] != 0 ? places.own_hours[id] + places.funded_hours[id] : 0.0F});
        }
        return static_cast<int>(places.kind.size());
    });
}
const float* w_town() { return engine().town.data(); }

/// What happened in either of two lives (page::Happened); returns how many.
int w_happen(int a, int b) {
    return guarded([&] {
        engine().happened = engine().session.happened(a, b);
        return static_cast<int>(engine().happened.size());
    });
}
const page::Happened* w_happened() { return engine().happened.data(); }
/// [kind][entry] of the ledger of b against a; returns how many entries a kind has.
int w_ledger(int a, int b) {
    return guarded([&] {
        engine().numbers = engine().session.ledger(a, b);
        return static_cast<int>(ledger_entries);
    });
}
const double* w_numbers() { return engine().numbers.data(); }

/// Digests of every month's state from here on, for the comparison with other machines.
void w_follow_digests() { engine().session.follow_digests(); }
int w_digest(int world) {
    return guarded([&] {
        engine().text = fmt::format("{:016x}", engine().session.digest(world));
        return 0;
    });
}

/// Name and digest of every column of a world's state now; of world -1, at the end of the burn-in.
int w_digests(int world) {
    return guarded([&] {
        auto& e = engine();
        auto state = world < 0 ? e.session.start_of_all() : e.session.now(world);
        e.text.clear();
        for (const auto& column : sim::digests(state))
            e.text += fmt::format("{}\t{:016x}\n", column.name, column.digest);
        return 0;
    });
}

/// In the room: a table of Kerncijfers. Its rows: code, name, municipality, residents; returns how many.
int w_table() {
    return guarded([] {
        auto& e = engine();
        const auto file = read_kwb_text(e.room, "table.csv");
        page::give_text("table.csv", e.room);
        e.text.clear();
        int rows = 0;
        for (const auto& row : file.rows) {
            if (!row.code.starts_with("BU") && !row.code.starts_with("WK")) continue;
            e.text += fmt::format("{}\t{}\t{}\t{}\n", cell(row.code), cell(weefsel::name_of(file, row)),
                                  cell(municipality_of(file, row)), cell(text_of(file, row, "a_inw")));
            ++rows;
        }
        return rows;
    });
}

}  // extern "C"
