#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "models/question/scenario_names.hpp"
#include "models/question/trial_names.hpp"
#include "models/scenario/read_trial.hpp"
#include "models/scenario/trial_parts.hpp"
#include "sim/numeric.hpp"
#include "sim/random_source.hpp"

namespace weefsel {
namespace trial_parts {
namespace {

constexpr int last_month = 480;

/// A figure with its interval, or with the text that one follows from.
PublishedFigure read_published(const sim::Value& table, EffectAs as, const std::string& what,
                               Problems& problems) {
    sim::TableReader reader(table, what + ", published", problems);
    const sim::Range range = is_ratio(as) ? sim::Range{1e-6, 1e6} : sim::Range{-1e6, 1e6};
    PublishedFigure out;
    reader.needed("value");
    out.value = reader.number("value", is_ratio(as) ? 1 : 0, range);
    const auto low = reader.number_if("low", range), high = reader.number_if("high", range);
    out.band_from = reader.text("band_from", "");
    reader.finish();
    if (low && high) {
        out.low = *low;
        out.high = *high;
        if (!(out.low <= out.value && out.value <= out.high))
            reader.problem("value", fmt::format("{}: value {} lies outside low {} and high {}", what,
                                                out.value, out.low, out.high));
        return out;
    }
    const auto band = band_of(out.band_from, out.value, is_ratio(as));
    if (band) {
        out.low = band->low;
        out.high = band->high;
    } else {
        reader.problem(
            "band_from",
            fmt::format("{}: found band_from \"{}\" and not both low and high; allowed is low and high, or a "
                        "band_from like \"SD 2.0, N 120 and 120\", \"SE 0.15\" or \"p 0.02\"",
                        what, out.band_from));
    }
    return out;
}

void read_among(sim::TableReader& reader, const std::string& what, Problems& problems, TrialMeasure& out) {
    const auto* given = reader.raw("among");
    if (given != nullptr && given->is_table()) {
        sim::TableReader ages(*given, what + ", among", problems);
        ages.needed("age");
        out.age = read_ages(ages, "age", what + ", among");
        ages.finish();
        out.among = Among::all;
        return;
    }
    const auto word = reader.text_of("among", word_of(out.among, among_names), words(among_names));
    out.among = value_of<Among>(word, among_names).value_or(out.among);
}

}  // namespace

TrialMeasure read_measure(const sim::Value& row, const std::string& what, const Trial& trial,
                          const std::vector<std::string>& known, Problems& problems) {
    sim::TableReader reader(row, what, problems);
    TrialMeasure out;
    out.at = row.at;
    reader.needed("what");
    out.what = reader.text_of("what", "", known);
    read_among(reader, what, problems, out);
    reader.needed("at_months");
    out.at_months = static_cast<int>(reader.whole("at_months", 1, 1, last_month));
    out.as = value_of<EffectAs>(reader.text_of("as", word_of(out.as, effect_names), words(effect_names)),
                                effect_names)
                 .value_or(out.as);
    out.kind = value_of<TrialKind>(
                   reader.text_of("kind", word_of(trial.kind, trial_kind_names), words(trial_kind_names)),
                   trial_kind_names)
                   .value_or(trial.kind);
    out.use =
        value_of<TrialUse>(reader.text_of("use", word_of(trial.use, trial_use_names), words(trial_use_names)),
                           trial_use_names)
            .value_or(trial.use);
    out.shrink = reader.number("shrink", 1, {0, 2});
    if (reader.needed("published"))
        out.published = read_published(*reader.raw("published"), out.as, what, problems);
    reader.finish();
    return out;
}

}  // namespace trial_parts

namespace {

/// The words of a text, split at spaces and commas.
std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (c != ' ' && c != ',')
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

std::optional<double> positive(const std::string& word) {
    double value = 0;
    const auto got = std::from_chars(word.data(), word.data() + word.size(), value);
    if (got.ec != std::errc() || got.ptr != word.data() + word.size() || value <= 0) return std::nullopt;
    return value;
}

/// Standard error that the words say, on the scale of `value`.
std::optional<double> standard_error(const std::vector<std::string>& words, double value) {
    if (words.size() == 2 && words[0] == "SE") return positive(words[1]);
    if (words.size() == 2 && words[0] == "p") {
        const auto p = positive(words[1]);
        if (!p || *p >= 1) return std::nullopt;
        return std::abs(value) / static_cast<double>(sim::normal_quantile(static_cast<float>(1 - *p / 2)));
    }
    if (words.size() != 6 || words[0] != "SD" || words[2] != "N" || words[4] != "and") return std::nullopt;
    const auto sd = positive(words[1]), one = positive(words[3]), other = positive(words[5]);
    if (!sd || !one || !other) return std::nullopt;
    return *sd * std::sqrt(1 / *one + 1 / *other);
}

}  // namespace

std::optional<BandEnds> band_of(const std::string& text, double value, bool log) {
    constexpr double normal_95 = 1.96;
    const double middle = log ? sim::log_of(value) : value;
    const auto error = standard_error(words_of(text), middle);
    if (!error) return std::nullopt;
    const double half = normal_95 * *error;
    if (!log) return BandEnds{middle - half, middle + half};
    return BandEnds{sim::exp_of(middle - half), sim::exp_of(middle + half)};
}

}  // namespace weefsel
