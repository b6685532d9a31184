#include <cmath>

#include "models/hook/hooks.hpp"
#include "models/process/funding/bundles.hpp"
#include "models/question/scenario_names.hpp"
#include "models/scenario/figures.hpp"
#include "models/scenario/read_posterior.hpp"
#include "models/scenario/scenario_parts.hpp"
#include "sim/month.hpp"

namespace weefsel::scenario_parts {
namespace {

/// A table in the making.
struct TableMaker {
    sim::Table rows;

    void put(std::string_view key, sim::Value value) {
        rows.emplace_back(std::string(key), std::move(value));
    }
    void text(std::string_view key, const std::string& v) { put(key, {v, {}}); }
    /// One text, or a table of both languages where they differ.
    void both(std::string_view key, const std::string& nl, const std::string& en) {
        if (nl == en) return text(key, en);
        TableMaker languages;
        languages.text("nl", nl);
        languages.text("en", en);
        put(key, std::move(languages).value());
    }
    void whole(std::string_view key, std::int64_t v) { put(key, {v, {}}); }
    void number(std::string_view key, double v) { put(key, {v, {}}); }
    void number(std::string_view key, const std::optional<double>& v) {
        if (v) number(key, *v);
    }
    void flag(std::string_view key, bool v) { put(key, {v, {}}); }
    void array(std::string_view key, sim::Array v) {
        if (!v.empty()) put(key, {std::move(v), {}});
    }
    sim::Value value() && { return {std::move(rows), {}}; }
};

sim::Array of_texts(const std::vector<std::string>& texts) {
    sim::Array rows;
    for (const auto& text : texts) rows.push_back({text, {}});
    return rows;
}

sim::Array of_notes(const std::vector<Note>& notes, std::string Note::*language) {
    sim::Array rows;
    for (const auto& note : notes) rows.push_back({note.*language, {}});
    return rows;
}

sim::Value of_figures(const NeighbourhoodFigures& f) {
    TableMaker t;
    t.text("name", f.name);
    if (!f.code.empty()) t.text("code", f.code);
    if (!f.municipality.empty()) t.text("municipality", f.municipality);
    if (f.municipality_residents > 0) t.whole("municipality_residents", f.municipality_residents);
    const auto values = values_of(f);
    for (std::size_t i = 0; i < figure_count; ++i) {
        if (*values[i] == std::floor(*values[i]))
            t.whole(figures_declared[i].name, static_cast<std::int64_t>(*values[i]));
        else
            t.number(figures_declared[i].name, *values[i]);
    }
    t.array("filled", of_notes(f.filled, &Note::en));
    t.array("filled_nl", of_notes(f.filled, &Note::nl));
    t.array("imputed", of_texts(f.imputed));
    t.array("imputed_with_municipality", of_texts(f.imputed_with_municipality));
    return std::move(t).value();
}

sim::Value of_purchase(const Purchase& purchase) {
    TableMaker t;
    const auto& declared_as = declared(purchase.kind);
    switch (purchase.kind) {
        case Purchase::Kind::post:
            t.text(declared_as.key, word_of(purchase.role, role_names));
            break;
        case Purchase::Kind::place:
        case Purchase::Kind::support:
            t.text(declared_as.key, word_of(purchase.place, place_names));
            break;
        case Purchase::Kind::public_space:
            t.text(declared_as.key, word_of(purchase.space, public_space_names));
            t.number("share", purchase.share);
            break;
        default:
            break;
    }
    t.number(declared_as.quantity, purchase.*declared_as.much);
    return std::move(t).value();
}

/// What, times `teams`, is `all` to the last bit, where there is such a number.
double of_one_team(double all, double teams) {
    const double part = all / teams;
    for (const double near : {part, std::nextafter(part, 0.0), std::nextafter(part, 2 * part)})
        if (near * teams == all) return near;
    return part;
}

/// A line as it is written: what one of its teams buys.
FundingLine of_one_team(FundingLine line) {
    if (line.teams == 1) return line;
    for (auto& purchase : line.buys) {
        if (is_of_posts(purchase.kind) || purchase.kind == Purchase::Kind::public_space) continue;
        auto& much = purchase.*declared(purchase.kind).much;
        much = of_one_team(much, line.teams);
    }
    if (line.euro_year) line.euro_year = of_one_team(*line.euro_year, line.teams);
    return line;
}

sim::Value of_line(const FundingLine& all) {
    const auto line = of_one_team(all);
    TableMaker t;
    t.text("name", line.name);
    if (!line.form.empty()) t.text("form", line.form);
    t.text("source", std::string(cover_names[line.structural_cover ? 1 : 0]));
    if (line.only_incidental) t.flag("only_incidental", true);
    for (const auto& d : terms_declared) t.number(d.name, line.terms.*d.member);
    t.text("pot", word_of(line.terms.pot, pot_names));
    t.text("goal", word_of(line.terms.goal, goal_names));
    t.text("unspent", word_of(line.terms.unspent, unspent_names));
    t.number("euro_year", line.euro_year);
    t.number("voice", line.voice);
    t.number("start_year", static_cast<double>(line.start_months) / sim::months_per_year);
    t.text("divide", word_of(line.divide, divide_names));
    if (!line.municipality.empty()) t.text("municipality", line.municipality);
    if (line.teams != 1) t.number("teams", line.teams);
    sim::Array buys;
    for (const auto& purchase : line.buys) buys.push_back(of_purchase(purchase));
    t.array("buys", std::move(buys));
    return std::move(t).value();
}

sim::Array of_lines(const std::vector<FundingLine>& lines) {
    sim::Array rows;
    for (const auto& line : lines) rows.push_back(of_line(line));
    return rows;
}

sim::Array of_reorganisations(const std::vector<Reorganisation>& reorganisations) {
    sim::Array rows;
    for (const auto& reorganisation : reorganisations) {
        TableMaker t;
        sim::Array kinds;
        for (std::size_t k = 0; k < place_kinds; ++k)
            if (reorganisation.places[k]) kinds.push_back({std::string(place_names[k]), {}});
        t.number("year", static_cast<double>(reorganisation.month) / sim::months_per_year);
        t.array("places", std::move(kinds));
        rows.push_back(std::move(t).value());
    }
    return rows;
}

sim::Array of_options(const std::vector<Option>& options) {
    sim::Array rows;
    for (const auto& option : options) {
        TableMaker t, label;
        label.text("nl", option.label_nl);
        label.text("en", option.label_en);
        t.text("name", option.name);
        t.put("label", std::move(label).value());
        t.number("follow", option.follow);
        t.number("austerity_feedback", option.finance.austerity_feedback);
        t.number("savings_to_front", option.finance.savings_to_front);
        t.number("care_budget_to_front", option.finance.budget_to_front);
        t.array("reorganisation", of_reorganisations(option.reorganisations));
        t.array("line", of_lines(option.lines));
        rows.push_back(std::move(t).value());
    }
    return rows;
}

sim::Array of_places(const std::vector<PlaceSpec>& places) {
    sim::Array rows;
    for (const auto& place : places) {
        TableMaker t;
        t.text("kind", word_of(place.kind, place_names));
        t.text("name", place.name);
        t.number("x", place.x);
        t.number("y", place.y);
        t.number("own_hours", place.own_hours);
        t.number("capacity", place.capacity);
        t.number("warmth", place.warmth);
        t.number("accessibility", place.accessibility);
        rows.push_back(std::move(t).value());
    }
    return rows;
}

sim::Array of_shocks(const std::vector<Shock>& shocks) {
    sim::Array rows;
    for (const auto& shock : shocks) {
        TableMaker t;
        t.text("kind", word_of(shock.kind, shock_names));
        t.number("start_year", static_cast<double>(shock.first_month) / sim::months_per_year);
        t.whole("months", shock.months);
        if (shock.count)
            t.whole(shock.kind == ShockKind::refugees ? "persons" : "dwellings", *shock.count);
        else
            t.number("size", shock.size);
        t.number("onset_chance", shock.onset_chance);
        t.number("visits_limited", shock.visits_limited);
        if (shock.kind == ShockKind::new_council)
            t.number("every_years", static_cast<double>(shock.every_months) / sim::months_per_year);
        if (!shock.neighbourhood.empty()) t.text("neighbourhood", shock.neighbourhood);
        const auto shares = [&](const auto& given, const std::array<std::string_view, 3>& keys) {
            for (std::size_t k = 0; given && k < keys.size(); ++k) t.number(keys[k], (*given)[k]);
        };
        shares(shock.households, household_shares);
        shares(shock.tenure, tenure_shares);
        rows.push_back(std::move(t).value());
    }
    return rows;
}

sim::Array of_trends(const std::vector<Trend>& trends) {
    sim::Array rows;
    for (const auto& trend : trends) {
        TableMaker t;
        t.text("parameter", trend.parameter);
        t.number("a_year", trend.a_year);
        rows.push_back(std::move(t).value());
    }
    return rows;
}

/// Parameters that differ from their defaults, or from the prices where there are some.
sim::Value of_parameters(const Scenario& scenario) {
    TableMaker t;
    Parameters usual, parameters = scenario.parameters;
    const auto table = table_of(parameters), before = table_of(usual);
    if (scenario.prices) apply_prices(*scenario.prices, before);
    for (std::size_t k = 0; k < table.rows().size(); ++k) {
        const auto& row = table.rows()[k];
        if (*row.value != *before.rows()[k].value) t.number(row.name, *row.value);
    }
    if (scenario.hooks != nullptr) {
        auto values = scenario.plugin_values;
        sim::ParameterTable own;
        scenario.hooks->add_parameters(own, values);
        for (const auto& row : own.rows())
            if (*row.value != row.default_value) t.number(row.name, *row.value);
    }
    return std::move(t).value();
}

}  // namespace

std::string resolved_text(const Scenario& s) {
    TableMaker t;
    t.both("title", s.title_nl, s.title);
    t.both("question", s.question_nl, s.question);
    t.whole("years", s.years);
    t.whole("warmup_years", s.warmup_years);
    t.whole("replicates", s.replicates);
    t.whole("draws", s.draws);
    t.whole("seed", s.seed);
    t.text("reference", s.reference);
    if (s.equal_money == EqualMoney::budget)
        t.text("equal_money", word_of(s.equal_money, equal_money_names));
    else
        t.flag("equal_money", s.asks_equal_money());
    sim::Array neighbourhoods;
    for (const auto& f : s.neighbourhoods) neighbourhoods.push_back(of_figures(f));
    t.array("neighbourhood", std::move(neighbourhoods));
    t.array("place", of_places(s.places));
    if (!s.present.empty()) {
        TableMaker present;
        present.array("line", of_lines(s.present));
        t.put("present", std::move(present).value());
    }
    t.array("option", of_options(s.options));
    t.array("shock", of_shocks(s.shocks));
    t.array("trend", of_trends(s.trends));
    if (s.prices) {
        Parameters units;
        t.put("prices", value_of_prices(*s.prices, table_of(units)));
    }
    if (!s.posterior.empty()) t.put("posterior", value_of_posterior(s.posterior));
    auto parameters = of_parameters(s);
    if (!std::get<sim::Table>(parameters.data).empty()) t.put("parameters", std::move(parameters));
    return sim::write_toml(std::move(t).value());
}

}  // namespace weefsel::scenario_parts
