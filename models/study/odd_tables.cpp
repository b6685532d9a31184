#include "models/study/odd_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "models/measure/indicators.hpp"
#include "models/parameters/parameters.hpp"
#include "models/parameters/place_kinds.hpp"
#include "models/study/schedule.hpp"
#include "models/world/border_state.hpp"
#include "models/world/neighbourhood.hpp"
#include "models/world/streams.hpp"
#include "sim/about.hpp"
#include "sim/enum_name.hpp"

namespace weefsel {
namespace {

std::string in_words(sim::Range range) {
    if (std::isinf(range.low)) return "any";
    if (std::isinf(range.high)) return fmt::format("{} and up", range.low);
    return fmt::format("{} to {}", range.low, range.high);
}

}  // namespace

OddTable table_of_states() {
    OddTable table{{"column", "type", "unit", "range", "meaning"}, {}, {0}};
    const auto add = [&](const sim::About& about, const auto& column) {
        using T = typename std::decay_t<decltype(column)>::value_type;
        table.rows.push_back({about.name, sim::type_in_words<T>(), std::string(about.unit),
                              in_words(about.range), std::string(about.prose)});
    };
    Neighbourhood().visit(add);
    Border().visit(add);
    return table;
}

OddTable table_of_schedule() {
    OddTable table{{"step", "process", "part of", "file in models/", "what happens"}, {}, {1, 2, 3}};
    std::string whole;
    for (const auto& p : schedule()) {
        if (!p.part) whole = p.name;
        const auto& step = schedule_steps().at(static_cast<std::size_t>(p.step - 1));
        table.rows.push_back({fmt::format("{} {}", p.step, step), std::string(p.name), p.part ? whole : "",
                              std::string(p.file), std::string(p.does)});
    }
    return table;
}

OddTable table_of_indicators() {
    OddTable table{
        {"indicator", "unit", "English", "Dutch", "measured", "better", "how", "how, in Dutch"}, {}, {0}};
    for (const auto& o : observables()) {
        const char* better = o.better == sim::Better::higher  ? "higher"
                             : o.better == sim::Better::lower ? "lower"
                                                              : "neither";
        table.rows.push_back({std::string(o.name), std::string(o.unit), std::string(o.prose_en),
                              std::string(o.prose_nl),
                              o.measured == sim::Measured::monthly ? "monthly" : "yearly", better,
                              std::string(o.how), std::string(o.how_nl)});
    }
    return table;
}

OddTable table_of_streams() {
    OddTable table{{"number", "stream", "drawn by", "what it decides"}, {}, {1}};
    constexpr auto names = sim::enum_names<Stream>();
    for (std::size_t k = 0; k < names.size(); ++k) {
        table.rows.push_back({std::to_string(k), std::string(names[k]), std::string(streams_declared[k].key),
                              std::string(streams_declared[k].decides)});
    }
    return table;
}

OddTable table_of_studies() {
    OddTable table{{"study", "parameters", "what it is"}, {}, {}};
    Parameters defaults;
    const auto parameters = table_of(defaults);
    for (const auto& study : studies::all) {
        const auto settled =
            std::count_if(parameters.rows().begin(), parameters.rows().end(),
                          [&](const auto& p) { return p.source.settled_by.name == study.name; });
        table.rows.push_back({std::string(study.name), fmt::format("{}", settled), std::string(study.prose)});
    }
    return table;
}

OddTable table_of_places() {
    OddTable table{{"kind", "own hours", "full hours", "residents a place", "room", "usual size", "warmth",
                    "accessibility", "fit 0-14", "fit 15-24", "fit 25-44", "fit 45-64", "fit 65+", "open air",
                    "activity"},
                   {},
                   {0}};
    for (const auto& kind : place_kinds_declared) {
        auto& row = table.rows.emplace_back();
        row.emplace_back(kind.name);
        for (const float number :
             {kind.own_hours, kind.hours_at_full, kind.residents_per_place, kind.visits_per_resident,
              kind.usual_size, kind.warmth, kind.accessibility})
            row.push_back(fmt::format("{}", number));
        for (const float fit : kind.audience) row.push_back(fmt::format("{}", fit));
        for (const bool is : {kind.open_air, kind.activity}) row.emplace_back(is ? "yes" : "no");
    }
    return table;
}

}  // namespace weefsel
