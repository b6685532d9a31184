#include "models/measure/survey/patterns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "sim/settings.hpp"

namespace weefsel {
namespace {

constexpr sim::Range any_number{-1e9, 1e9};

struct Reading {
    const std::vector<KnownQuantity>& known;
    std::vector<sim::Problem> problems;
};

std::vector<std::string> names_of(const std::vector<KnownQuantity>& known) {
    std::vector<std::string> names;
    for (const auto& k : known) names.push_back(k.name);
    return names;
}

void read_texts(sim::TableReader& reader, const std::string& what, Pattern& p,
                std::vector<sim::Problem>& problems) {
    if (!reader.needed("text")) return;
    const auto* text = reader.raw("text");
    if (const auto* one = std::get_if<std::string>(&text->data)) {
        p.text_nl = p.text_en = *one;
    } else if (text->is_table()) {
        sim::TableReader languages(*text, what + ", text", problems);
        languages.needed("nl");
        languages.needed("en");
        p.text_nl = languages.text("nl", "");
        p.text_en = languages.text("en", "");
        languages.finish();
    } else {
        reader.problem("text", what + ": text: found " + text->described() +
                                   ", allowed is { nl = \"...\", en = \"...\" }");
    }
}

void read_quantity(sim::TableReader& reader, const std::string& what, Pattern& p, const Reading& reading) {
    if (!reader.needed("quantity")) return;
    const auto names = names_of(reading.known);
    p.quantity = reader.text("quantity", "");
    const auto found = std::find(names.begin(), names.end(), p.quantity);
    if (found == names.end()) {
        reader.problem(
            "quantity",
            fmt::format("{}: quantity: found \"{}\", which is none that can be measured{}; allowed "
                        "is one of {}",
                        what, p.quantity, sim::did_you_mean(p.quantity, names), fmt::join(names, ", ")));
        return;
    }
    const auto& own = reading.known[static_cast<std::size_t>(found - names.begin())].unit;
    const auto wanted = unit_of(own, p.as);
    if (reader.needed("unit") && p.unit != wanted)
        reader.problem(
            "unit",
            fmt::format("{}: unit: found \"{}\", allowed is \"{}\", in which {}{} is measured", what, p.unit,
                        wanted, p.as == Against::nothing ? "" : "such a difference of ", p.quantity));
}

void read_against(sim::TableReader& reader, const std::string& what, Pattern& p) {
    p.option = reader.text("option", "");
    p.against = reader.text("against", "");
    const auto word = reader.text_of("as", "difference", {"difference", "relative"});
    if (reader.has("as") && p.against.empty())
        reader.problem("as", what + ": as says how an option is set against another; against is missing");
    if (!p.against.empty()) p.as = word == "relative" ? Against::relative : Against::difference;
}

Pattern read_pattern(const sim::Value& row, std::size_t nth, Reading& reading) {
    Pattern p;
    p.at = row.at;
    const auto* given = row.find("id");
    const auto* word = given != nullptr ? std::get_if<std::string>(&given->data) : nullptr;
    const std::string what =
        word != nullptr ? fmt::format("pattern \"{}\"", *word) : fmt::format("[[pattern]] {}", nth);
    sim::TableReader reader(row, what, reading.problems);
    if (reader.needed("id")) p.id = reader.text("id", "");
    read_texts(reader, what, p, reading.problems);
    read_against(reader, what, p);
    p.unit = reader.text("unit", "");
    read_quantity(reader, what, p, reading);
    p.low = reader.number_if("low", any_number);
    p.high = reader.number_if("high", any_number);
    if (!reader.has("low") && !reader.has("high"))
        reader.problem("", what + ": low and high are missing (a band has one of them or both)");
    if (p.low && p.high && *p.low > *p.high)
        reader.problem("low",
                       fmt::format("{}: low: found {}, allowed is at most high ({})", what, *p.low, *p.high));
    if (reader.needed("source")) p.source = reader.text("source", "");
    if (reader.needed("use"))
        p.calibration = reader.text_of("use", "validation", {"calibration", "validation"}) == "calibration";
    p.note = reader.text("note", "");
    reader.finish();
    return p;
}

PatternFile read(const sim::Value& root, const std::string& file, const std::vector<KnownQuantity>& known) {
    namespace fs = std::filesystem;
    Reading reading{known, {}};
    PatternFile out;
    out.file = file;
    out.sample_at = root.at;
    sim::TableReader top(root, "the file of patterns", reading.problems);
    if (top.needed("sample")) {
        const std::string sample = top.text("sample", "");
        out.sample_at = root.find("sample")->at;
        const fs::path path(sample);
        out.sample =
            path.is_absolute() ? sample : (fs::path(file).parent_path() / path).lexically_normal().string();
        std::error_code ignored;
        if (!sample.empty() && !fs::is_regular_file(out.sample, ignored))
            top.problem("sample", fmt::format("sample: there is no file {}", out.sample));
    }
    for (const auto* row : top.rows("pattern")) {
        out.patterns.push_back(read_pattern(*row, out.patterns.size() + 1, reading));
        const auto& id = out.patterns.back().id;
        for (std::size_t i = 0; i + 1 < out.patterns.size() && !id.empty(); ++i)
            if (out.patterns[i].id == id)
                reading.problems.push_back({row->at, fmt::format("two patterns have the id \"{}\"", id)});
    }
    if (out.patterns.empty() && !top.has("pattern"))
        reading.problems.push_back({{file, 1, 1}, "there is no [[pattern]] in this file"});
    top.finish();
    if (!reading.problems.empty()) throw sim::InputError(std::move(reading.problems));
    return out;
}

}  // namespace

std::string unit_of(const std::string& unit, Against as) {
    if (as == Against::relative) return "%";
    return as == Against::difference && unit == "%" ? "pp" : unit;
}

PatternFile read_patterns(const std::string& path, const std::vector<KnownQuantity>& known) {
    return read(sim::read_toml_file(path), path, known);
}
PatternFile read_patterns_text(const std::string& text, const std::string& file,
                               const std::vector<KnownQuantity>& known) {
    return read(sim::read_toml_text(text, file), file, known);
}

bool within(const Pattern& pattern, double value) {
    return (!pattern.low || value >= *pattern.low) && (!pattern.high || value <= *pattern.high);
}

}  // namespace weefsel
