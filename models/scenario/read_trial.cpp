#include "models/scenario/read_trial.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "models/question/scenario_names.hpp"
#include "models/question/trial_names.hpp"
#include "models/scenario/scenario_parts.hpp"
#include "models/scenario/trial_parts.hpp"

namespace weefsel {
namespace trial_parts {
namespace {

constexpr int oldest = 120;
constexpr double top_score = 11;
constexpr int most_recruited = 1000000;

std::optional<bool> flag_if(sim::TableReader& reader, const std::string& key) {
    if (!reader.has(key)) return std::nullopt;
    return reader.flag(key, false);
}

template <class E, std::size_t N>
std::optional<E> word_if(sim::TableReader& reader, const std::string& key,
                         const std::array<std::string_view, N>& names) {
    if (!reader.has(key)) return std::nullopt;
    return value_of<E>(reader.text_of(key, "", words(names)), names);
}

Recruitment read_recruitment(const sim::Value& table, Problems& problems) {
    sim::TableReader reader(table, "[recruit]", problems);
    Recruitment out;
    out.age = read_ages(reader, "age", "[recruit]");
    out.lonely_from = reader.number_if("lonely_from", {0, top_score});
    out.alone = flag_if(reader, "alone");
    out.income = word_if<Income>(reader, "income", income_names);
    out.frailty_from = reader.number_if("frailty_from", {0, 1});
    out.carer = flag_if(reader, "carer");
    out.distressed = flag_if(reader, "distressed");
    out.visits = word_if<PlaceKind>(reader, "visits", place_names);
    out.volunteer = flag_if(reader, "volunteer");
    out.origin = word_if<Origin>(reader, "origin", origin_names);
    out.n = static_cast<int>(reader.whole("n", 0, 1, most_recruited));
    out.consent = reader.number("consent", 1, {0, 1});
    reader.finish();
    return out;
}

void read_head(sim::TableReader& reader, const std::string& file, Trial& out, Problems& problems) {
    reader.needed("id");
    out.id = reader.text("id", "");
    const auto title = scenario_parts::read_both(reader, "title", "trial", out.id, problems);
    out.title_nl = title.nl;
    out.title_en = title.en;
    reader.needed("source");
    out.source = reader.text("source", "");
    reader.needed("use");
    out.use = word_if<TrialUse>(reader, "use", trial_use_names).value_or(out.use);
    out.design = word_if<TrialDesign>(reader, "design", trial_design_names).value_or(out.design);
    out.kind = word_if<TrialKind>(reader, "kind", trial_kind_names).value_or(out.kind);
    if (!reader.needed("scenario")) return;
    out.scenario = scenario_parts::beside(file, reader.text("scenario", ""));
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(out.scenario, ignored))
        reader.problem("scenario", "scenario: there is no file " + out.scenario);
}

void read_arms(sim::TableReader& reader, Trial& out, Problems& problems) {
    const auto rows = reader.rows("arm");
    for (const auto* row : rows)
        out.arms.push_back(read_arm(*row, fmt::format("arm {}", out.arms.size() + 1), problems));
    if (out.arms.size() != 2)
        reader.problem("arm", fmt::format("found {} arms, allowed are two: the control and the treatment",
                                          out.arms.size()));
}

void read_measures(sim::TableReader& reader, const std::vector<std::string>& known, Trial& out,
                   Problems& problems) {
    for (const auto* row : reader.rows("measure"))
        out.measures.push_back(
            read_measure(*row, fmt::format("measure {}", out.measures.size() + 1), out, known, problems));
    if (out.measures.empty()) reader.problem("measure", "found no [[measure]], allowed is one or more");
}

Trial trial_of(const sim::Value& root, const std::string& file, const std::vector<std::string>& known) {
    Problems problems;
    Trial out;
    out.file = file;
    out.at = {file, 1, 1};
    sim::TableReader reader(root, "trial", problems);
    read_head(reader, file, out, problems);
    if (const auto* table = reader.raw("recruit")) out.recruit = read_recruitment(*table, problems);
    read_arms(reader, out, problems);
    read_measures(reader, known, out, problems);
    reader.finish();
    if (!problems.empty()) throw sim::InputError(std::move(problems));
    return out;
}

}  // namespace

std::optional<AgeRange> read_ages(sim::TableReader& reader, const std::string& key, const std::string& what) {
    const auto* given = reader.raw(key);
    if (given == nullptr) return std::nullopt;
    std::vector<std::int64_t> ends;
    if (const auto* row = std::get_if<sim::Array>(&given->data))
        for (const auto& end : *row)
            if (const auto* whole = std::get_if<std::int64_t>(&end.data)) ends.push_back(*whole);
    if (ends.size() == 2 && std::get<sim::Array>(given->data).size() == 2 && ends[0] >= 0 &&
        ends[0] <= ends[1] && ends[1] <= oldest)
        return AgeRange{static_cast<int>(ends[0]), static_cast<int>(ends[1])};
    reader.problem(key, fmt::format("{}: {}: found {}, allowed is [first, last] of whole years from 0 to {}",
                                    what, key, given->described(), oldest));
    return std::nullopt;
}

}  // namespace trial_parts

int Trial::months() const {
    int last = 0;
    for (const auto& m : measures) last = std::max(last, m.at_months);
    return last;
}

Trial read_trial(const std::string& path, const std::vector<std::string>& known) {
    return trial_parts::trial_of(sim::read_toml_file(path), path, known);
}

Trial read_trial_text(const std::string& text, const std::string& file,
                      const std::vector<std::string>& known) {
    return trial_parts::trial_of(sim::read_toml_text(text, file), file, known);
}

}  // namespace weefsel
