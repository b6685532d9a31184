#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "models/process/funding/bundles.hpp"
#include "models/question/scenario_names.hpp"
#include "models/scenario/scenario_parts.hpp"
#include "models/scenario/study_map.hpp"

namespace weefsel::scenario_parts {
namespace {

constexpr double most_euro = 1e9;
constexpr double latest_start = 40;              // years
constexpr std::string_view present = "present";  // as messages name today's policy
constexpr std::size_t max_lines = 60;            // 8-bit rows of lines and posts
constexpr std::size_t max_purchases = 120;
constexpr std::string_view elderly_alias = "65+";

Goal read_goal(sim::TableReader& reader) {
    auto allowed = words(goal_names);
    allowed.emplace_back(elderly_alias);
    const auto word = reader.text_of("goal", std::string(goal_names[0]), allowed);
    if (word == elderly_alias) return Goal::elderly;
    return value_of<Goal>(word, goal_names).value_or(Goal::everyone);
}

/// The numbers of a line: those of its form, and what is set apart. Without a form all must be there.
void read_terms(sim::TableReader& reader, const std::string& what, FundingLine& line) {
    const auto bundle = bundle_of(line.form);
    if (!bundle) {
        std::string missing;
        const auto miss = [&](std::string_view key) {
            if (!reader.has(key)) missing += (missing.empty() ? "" : ", ") + std::string(key);
        };
        for (const auto& d : terms_declared) miss(d.name);
        miss("pot");
        miss("unspent");
        miss("source");
        if (!missing.empty() && !reader.has("form"))
            reader.problem(
                "form", fmt::format("{}: form is missing (\"structural\" or \"project\"), and without it {} "
                                    "must be given too",
                                    what, missing));
    }
    line.terms = bundle.value_or(LineTerms{});
    for (const auto& d : terms_declared)
        line.terms.*d.member = reader.number(d.name, line.terms.*d.member, d.range);
    line.terms.pot =
        value_of<Pot>(reader.text_of("pot", word_of(line.terms.pot, pot_names), words(pot_names)), pot_names)
            .value_or(line.terms.pot);
    line.terms.unspent =
        value_of<Unspent>(
            reader.text_of("unspent", word_of(line.terms.unspent, unspent_names), words(unspent_names)),
            unspent_names)
            .value_or(line.terms.unspent);
    line.terms.goal = read_goal(reader);
}

/// Municipal law wants structural costs covered by structural income.
void warn_about_cover(const FundingLine& line, const std::string& what, std::size_t nth, Scenario& out) {
    const auto warn = [&](const char* en, const char* nl) {
        const std::string dutch =
            what == present ? what : "optie" + what.substr(std::string_view("option").size());
        out.warnings.push_back({line.at, fmt::format("{}, line {}: {}", what, nth, en),
                                fmt::format("{}, geldlijn {}: {}", dutch, nth, nl)});
    };
    const bool lasting = line.form == form_structural || (line.form.empty() && line.terms.renewal >= 1);
    if (lasting && !line.structural_cover)
        warn(
            "a lasting line with incidental cover (source = \"incidental\"); municipal law wants structural "
            "costs covered structurally",
            "een blijvende geldlijn met incidentele dekking (source = \"incidental\"); volgens de "
            "Gemeentewet "
            "horen structurele lasten structureel gedekt te zijn");
    if (!lasting && line.structural_cover)
        warn(
            "a line that ends, with structural cover (source = \"structural\"); structural room is then held "
            "for it",
            "een geldlijn die afloopt, met structurele dekking (source = \"structural\"); daarvoor blijft "
            "dan "
            "structurele ruimte bezet");
    if (line.terms.goal != Goal::everyone && line.terms.pot == Pot::one)
        warn("goal has no effect while pot = \"one\" (only an earmark binds)",
             "goal doet niets zolang pot = \"one\" (alleen een oormerk bindt)");
}

/// For which neighbourhoods a line is, and for how many residents that which it buys is meant.
void read_whose(sim::TableReader& reader, const std::string& who, FundingLine& line, const Scenario& out) {
    constexpr sim::Range residents_a_team{100, 1e6}, many{1e-6, 1e6};
    const auto all = municipalities_of(out.neighbourhoods);
    double residents = 0;
    for (const auto& one : all) residents += one.residents;
    if (const auto named = reader.text("municipality", ""); !named.empty()) {
        const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) {
            return one.identity == named || one.name == named;
        });
        if (found != all.end()) {
            line.municipality = found->identity;
            residents = found->residents;
        } else if (!all.empty()) {
            std::vector<std::string> allowed;
            for (const auto& one : all) allowed.push_back(one.name.empty() ? one.identity : one.name);
            constexpr std::size_t shown = 6;
            const auto end = allowed.begin() + static_cast<std::ptrdiff_t>(std::min(shown, allowed.size()));
            reader.problem(
                "municipality",
                fmt::format("{}: municipality: found \"{}\", allowed is a municipality of the study "
                            "({}{}){}",
                            who, named, fmt::join(allowed.begin(), end, ", "),
                            allowed.size() > shown ? ", ..." : "", sim::did_you_mean(named, allowed)));
        }
    }
    line.teams = reader.number("teams", 1, many);
    const auto each = reader.number_if("per_residents", residents_a_team);
    if (each && reader.has("teams"))
        reader.problem("per_residents", who +
                                            ": per_residents and teams both say how many teams there are; "
                                            "allowed is one of them");
    if (each && residents > 0) line.teams = residents / *each;
}

/// What is written is of one team; a line has that of all of them.
void times_teams(FundingLine& line) {
    for (auto& purchase : line.buys)
        if (!is_of_posts(purchase.kind) && purchase.kind != Purchase::Kind::public_space)
            purchase.*declared(purchase.kind).much *= line.teams;
    if (line.euro_year) *line.euro_year *= line.teams;
}

FundingLine read_line(const sim::Value& row, const std::string& what, std::size_t nth, Scenario& out,
                      Problems& problems) {
    const std::string who = fmt::format("{}, line {}", what, nth);
    sim::TableReader reader(row, who, problems);
    FundingLine line;
    line.at = row.at;
    line.name = reader.text("name", fmt::format("line {}", nth));
    if (line.name.empty()) reader.problem("name", who + ": name is empty");
    line.form = reader.text_of("form", "", {std::string(form_structural), std::string(form_project)});
    read_terms(reader, who, line);
    const std::string cover = reader.text_of(
        "source", std::string(cover_names[line.form == form_structural ? 1 : 0]), words(cover_names));
    line.structural_cover = cover == cover_names[1];
    line.only_incidental = reader.flag("only_incidental", false);
    if (line.only_incidental && line.structural_cover)
        reader.problem("only_incidental",
                       who +
                           ": only_incidental: found true with source = \"structural\" (money that may only "
                           "be spent incidentally has source = \"incidental\")");
    line.euro_year = reader.number_if("euro_year", {0, most_euro});
    line.voice = reader.number_if("voice", {0, 1});
    line.start_months = static_cast<int>(
        std::lround(sim::months_per_year * reader.number("start_year", 0, {0, latest_start})));
    if (line.start_months > 0 && what == present)
        reader.problem("start_year", who + ": start_year must be 0 here, for today's lines run already");
    const std::string divide = reader.text_of("divide", std::string(divide_names[0]), words(divide_names));
    line.divide = value_of<Divide>(divide, divide_names).value_or(line.divide);
    read_whose(reader, who, line, out);
    std::size_t n = 0;
    for (const auto* purchase : reader.rows("buys"))
        line.buys.push_back(read_purchase(*purchase, fmt::format("{}, buys {}", who, ++n), problems));
    times_teams(line);
    const auto buys = [&](Purchase::Kind kind) {
        return std::any_of(line.buys.begin(), line.buys.end(),
                           [kind](const Purchase& purchase) { return purchase.kind == kind; });
    };
    for (const auto& purchase : line.buys)
        if (is_of_posts(purchase.kind) && !buys(Purchase::Kind::post))
            reader.problem("buys",
                           fmt::format("{}: {} is for the workers of the same line, and it buys no post (add "
                                       "a role, or put the {} with the line that has one)",
                                       who, declared(purchase.kind).key, declared(purchase.kind).key));
    if (line.buys.empty() && line.euro_year.value_or(1) > 0)
        reader.problem("buys", who + ": buys nothing (must buy something, unless euro_year = 0)");
    reader.finish();
    warn_about_cover(line, what, nth, out);
    return line;
}

struct Held {
    std::size_t lines = 0, purchases = 0;
};
/// The most that one neighbourhood has: of the whole study, and of its municipality.
Held most_in_one_place(const std::vector<FundingLine>& lines) {
    std::map<std::string, Held> of;
    for (const auto& line : lines) {
        auto& held = of[line.municipality];
        ++held.lines;
        held.purchases += line.buys.size();
    }
    const auto everywhere = of[""];
    Held most;
    for (const auto& [municipality, held] : of) {
        const bool own = !municipality.empty();
        most.lines = std::max(most.lines, held.lines + (own ? everywhere.lines : 0));
        most.purchases = std::max(most.purchases, held.purchases + (own ? everywhere.purchases : 0));
    }
    return most;
}

}  // namespace

std::vector<FundingLine> read_lines(const std::vector<const sim::Value*>& rows, const std::string& what,
                                    Scenario& out, Problems& problems) {
    std::vector<FundingLine> lines;
    for (const auto* row : rows) {
        lines.push_back(read_line(*row, what, lines.size() + 1, out, problems));
        for (std::size_t i = 0; i + 1 < lines.size(); ++i)
            if (lines[i].name == lines.back().name)
                problems.push_back(
                    {row->at, fmt::format("{}: two lines have the name \"{}\"", what, lines[i].name)});
    }
    const auto most = most_in_one_place(lines);
    if (most.lines > max_lines)
        problems.push_back(
            {rows.front()->at, fmt::format("{}: {} lines (at most {})", what, most.lines, max_lines)});
    if (most.purchases > max_purchases)
        problems.push_back({rows.front()->at, fmt::format("{}: {} purchases (at most {})", what,
                                                          most.purchases, max_purchases)});
    return lines;
}

Reorganisation read_reorganisation(const sim::Value& row, const std::string& what, Problems& problems) {
    sim::TableReader reader(row, what, problems);
    Reorganisation out;
    reader.needed("year");
    out.month =
        static_cast<int>(std::lround(sim::months_per_year * reader.number("year", 0, {0, latest_start})));
    reader.needed("places");
    const auto places = reader.texts_of("places", words(place_names));
    if (const auto* given = row.find("places");
        given != nullptr && given->is_array() && std::get<sim::Array>(given->data).empty())
        reader.problem("places", what + ": places is empty (must name at least one kind of place)");
    for (const auto& word : places)
        if (const auto kind = value_of<PlaceKind>(word, place_names))
            out.places[static_cast<std::size_t>(*kind)] = true;
    reader.finish();
    return out;
}

void read_options(const std::vector<const sim::Value*>& rows, Scenario& out, Problems& problems) {
    for (const auto* row : rows) {
        Option option;
        option.at = row->at;
        const auto* given = row->find("name");
        const auto* word = given != nullptr ? std::get_if<std::string>(&given->data) : nullptr;
        const std::string what = word != nullptr ? fmt::format("option \"{}\"", *word)
                                                 : fmt::format("option {}", out.options.size() + 1);
        sim::TableReader reader(*row, what, problems);
        if (reader.needed("name")) {
            option.name = reader.text("name", "");
            if (word != nullptr && option.name.empty()) reader.problem("name", what + ": name is empty");
        }
        const auto label = read_both(reader, "label", what, option.name, problems);
        option.label_nl = label.nl;
        option.label_en = label.en;
        option.follow = reader.number("follow", option.follow, {0, 1});
        option.finance.austerity_feedback = reader.number("austerity_feedback", 0, {0, 1});
        option.finance.savings_to_front = reader.number("savings_to_front", 0, {0, 1});
        option.finance.budget_to_front = reader.number("care_budget_to_front", 0, {0, 1});
        std::size_t nth = 0;
        for (const auto* reorganisation : reader.rows("reorganisation"))
            option.reorganisations.push_back(read_reorganisation(
                *reorganisation, fmt::format("{}, reorganisation {}", what, ++nth), problems));
        option.lines = read_lines(reader.rows("line"), what, out, problems);
        reader.finish();
        out.options.push_back(std::move(option));
    }
}

}  // namespace weefsel::scenario_parts
