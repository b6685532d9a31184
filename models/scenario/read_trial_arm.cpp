#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "models/process/funding/bundles.hpp"
#include "models/question/scenario_names.hpp"
#include "models/question/trial_names.hpp"
#include "models/scenario/scenario_parts.hpp"
#include "models/scenario/trial_parts.hpp"

namespace weefsel::trial_parts {
namespace {

constexpr double most_hours = 744, most_fte = 100, hours_in_week = 168, most_euro = 1e6, most_metres = 10000;
constexpr int longest = 480, most_in_group = 100, most_people = 100000;
constexpr std::string_view elderly_alias = "65+";

template <class E, std::size_t N>
E word(sim::TableReader& reader, const char* key, E usual, const std::array<std::string_view, N>& names) {
    return value_of<E>(reader.text_of(key, word_of(usual, names), words(names)), names).value_or(usual);
}

Dose read_dose(const sim::Value& row, const std::string& what, Problems& problems) {
    sim::TableReader reader(row, what, problems);
    Dose out;
    reader.needed("what");
    out.what = word(reader, "what", out.what, deed_names);
    out.hours = reader.number("hours", out.hours, {0, most_hours});
    out.a_month = reader.number("a_month", out.a_month, {0, most_hours});
    out.months = static_cast<int>(reader.whole("months", out.months, 1, longest));
    out.from_month = static_cast<int>(reader.whole("from_month", 0, 0, longest));
    out.size = static_cast<int>(reader.whole("size", out.size, 2, most_in_group));
    out.host = reader.flag("host", out.host);
    out.known = reader.flag("known", out.known);
    const bool company = out.what == Deed::call || out.what == Deed::visit || out.what == Deed::group;
    out.by = word(reader, "by", company ? DoneBy::volunteer : DoneBy::professional, done_by_names);
    out.ends = word(reader, "ends", out.ends, dose_end_names);
    reader.finish();
    return out;
}

/// A line that lasts, begins at once and is neither cut nor reviewed: what a trial buys is there.
FundingLine steady_line(const std::string& name, Purchase purchase, const sim::Value& row) {
    FundingLine line;
    line.name = name;
    line.form = "structural";
    line.terms = bundle_of(line.form).value();
    line.terms.start_up_months = line.terms.cut_hazard = line.terms.review = 0;
    line.buys.push_back(purchase);
    line.at = row.at;
    return line;
}

/// Whether a change is something that is bought; then its line is added to the arm.
bool read_bought(const std::string& key, sim::TableReader& reader, const sim::Value& row,
                 const std::string& what, TrialArm& arm, Change& change) {
    Purchase purchase;
    if (key == "fte") {
        purchase.fte = reader.number("fte", 0, {0, most_fte});
        reader.needed("role");
        purchase.role = word(reader, "role", purchase.role, role_names);
    } else if (key == "enlarge" || key == "open") {
        purchase.kind = Purchase::Kind::place;
        purchase.place = word(reader, key.c_str(), purchase.place, place_names);
        constexpr double usual_opening = 20;  // h a week, where a trial says nothing
        purchase.hours_week = reader.number("hours_week", usual_opening, {0, hours_in_week});
    } else {
        return false;
    }
    auto line = steady_line(what, purchase, row);
    if (key == "fte" && reader.has("goal")) {
        auto allowed = words(goal_names);
        allowed.emplace_back(elderly_alias);
        const auto goal = reader.text_of("goal", "", allowed);
        line.terms.goal =
            goal == elderly_alias ? Goal::elderly : value_of<Goal>(goal, goal_names).value_or(Goal::everyone);
        line.terms.pot = Pot::earmark;  // only an earmark binds
    }
    arm.bought.push_back(line);
    if (key == "open" && reader.has("within_m")) {
        change.what = ChangeKind::near;
        change.kind = purchase.place;
        change.amount = reader.number("within_m", 0, {0, most_metres});
        arm.changes.push_back(change);
    }
    return true;
}

void read_amounts(const std::string& key, sim::TableReader& reader, const std::string& what, Change& change) {
    const auto factor = [&](const char* k) { return reader.number(k, 1, {0, 10}); };
    if (key == "close") {
        change.what = ChangeKind::close;
        change.kind = word(reader, "close", PlaceKind::buurthuis, place_names);
    } else if (key == "price" || key == "travel") {
        change.what = key == "price" ? ChangeKind::price : ChangeKind::travel;
        change.amount = factor(key.c_str());
        if (reader.has("kind")) change.kind = word(reader, "kind", PlaceKind::buurthuis, place_names);
        change.age = read_ages(reader, "age", what);
    } else if (key == "public_space") {
        change.what = ChangeKind::public_space;
        change.space = word(reader, "public_space", change.space, public_space_names);
        reader.needed("quality");
        change.amount = reader.number("quality", 0, {-1, 1});
        change.share = reader.number("share", 1, {0, 1});
    } else if (key == "end_posts") {
        change.what = ChangeKind::end_posts;
        change.end = word(reader, "end_posts", change.end, posts_end_names);
        change.share = reader.number("share", 1, {0, 1});
    } else if (key == "absent") {
        change.what = ChangeKind::absent;
        static_cast<void>(reader.text_of("absent", "post", {"post"}));
        change.months = 1;
    } else if (key == "relocate") {
        change.what = ChangeKind::relocate;
        change.relocation = word(reader, "relocate", change.relocation, relocation_names);
        change.n = static_cast<int>(reader.whole("n", 0, 1, most_people));
    } else if (key == "mix") {
        change.what = ChangeKind::mix;
        static_cast<void>(reader.text_of("mix", "origin", {"origin"}));
        if (reader.has("kind")) change.kind = word(reader, "kind", PlaceKind::buurthuis, place_names);
        change.size = static_cast<int>(reader.whole("size", change.size, 2, most_in_group));
        change.a_month = reader.number("a_month", change.a_month, {0, 31});
    } else {
        change.what = ChangeKind::euro;
        change.amount = reader.number("euro", 0, {0, most_euro});
        static_cast<void>(reader.text_of("to", "recruited", {"recruited"}));
    }
}

/// A change is named by one of these keys; what has `buys` is a line as in a scenario.
void read_change(const sim::Value& row, const std::string& what, TrialArm& arm, Problems& problems) {
    static const std::vector<std::string> keys{"close",     "enlarge",  "price", "public_space",
                                               "end_posts", "fte",      "open",  "absent",
                                               "travel",    "relocate", "mix",   "euro"};
    if (row.find("buys") != nullptr) {
        Scenario apart;  // the line's warnings are about money, of which a trial says nothing
        for (auto& line : scenario_parts::read_lines({&row}, what, apart, problems)) {
            line.name = what;
            arm.lines.push_back(std::move(line));
        }
        return;
    }
    sim::TableReader reader(row, what, problems);
    std::vector<std::string> found;
    for (const auto& key : keys)
        if (reader.has(key)) found.push_back(key);
    if (found.size() != 1) {
        std::string unknown;
        if (found.empty() && row.is_table())
            for (const auto& entry : std::get<sim::Table>(row.data))
                unknown += sim::did_you_mean(entry.first, keys);
        reader.problem("", fmt::format("{}: found {} of {}, allowed is one of them, or buys{}", what,
                                       found.size(), fmt::join(keys, ", "), unknown));
        return;
    }
    Change change;
    const auto& key = found.front();
    const bool bought = read_bought(key, reader, row, what, arm, change);
    if (!bought) {
        read_amounts(key, reader, what, change);
        change.from_month = static_cast<int>(reader.whole("from_month", 0, 0, longest));
        change.months = static_cast<int>(reader.whole("months", change.months, 1, longest));
        arm.changes.push_back(change);
    }
    reader.finish();
}

}  // namespace

TrialArm read_arm(const sim::Value& row, const std::string& what, Problems& problems) {
    sim::TableReader reader(row, what, problems);
    TrialArm out;
    reader.needed("name");
    out.name = reader.text("name", "");
    std::size_t nth = 0;
    for (const auto* dose : reader.rows("do"))
        out.doses.push_back(read_dose(*dose, fmt::format("{}, do {}", what, ++nth), problems));
    nth = 0;
    for (const auto* change : reader.rows("change"))
        read_change(*change, fmt::format("{}, change {}", what, ++nth), out, problems);
    reader.finish();
    return out;
}

}  // namespace weefsel::trial_parts
