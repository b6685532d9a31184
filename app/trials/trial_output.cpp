#include "app/trials/trial_output.hpp"

#include <fmt/format.h>

#include <cmath>

#include "app/terminal/json_value.hpp"
#include "app/terminal/texts.hpp"
#include "models/question/trial_names.hpp"
#include "sim/csv_text.hpp"

namespace weefsel::app {
namespace {

std::string name_of(const auto& names, auto value) {
    return std::string(names[static_cast<std::size_t>(value)]);
}

/// With as many decimals as an interval of this width asks for.
std::string short_number(double x, double width) {
    if (!std::isfinite(x)) return "-";
    const int decimals = width >= 20 ? 1 : width >= 0.2 ? 2 : width >= 0.02 ? 3 : 4;
    const auto text = fmt::format("{:.{}f}", x, decimals);
    return text.find_first_not_of("-0.") == std::string::npos ? text.substr(text[0] == '-' ? 1 : 0) : text;
}

std::string interval_text(const analysis::PublishedEffect& e) {
    const double width = e.high - e.low;
    return fmt::format("{} ({} to {})", short_number(e.value, width), short_number(e.low, width),
                       short_number(e.high, width));
}

/// As precise as the target that it is held against.
std::string simulated_text(const analysis::SimulatedEffect& s, const analysis::PublishedEffect& target) {
    const double width = target.high - target.low;
    if (s.draws < 2) return short_number(s.middle, width);
    return fmt::format("{} ({} to {})", short_number(s.middle, width), short_number(s.lower, width),
                       short_number(s.upper, width));
}

constexpr std::size_t id_width = 6, what_width = 40, effect_width = 26, share_width = 6, verdict_width = 13;

std::string line(const std::string& id, const std::string& what, const std::string& published,
                 const std::string& target, const std::string& simulated, const std::string& share,
                 const std::string& sign, const std::string& verdict, const std::string& use) {
    return padded(id, id_width) + padded(what, what_width) + padded(published, effect_width) +
           padded(target, effect_width) + padded(simulated, effect_width) +
           right_aligned(share, share_width) + right_aligned(sign, share_width) + "  " +
           padded(verdict, verdict_width) + use + "\n";
}

/// What a row measures, when, and how it is expressed.
std::string what_of(const TrialMeasure& m) {
    return fmt::format("{}, {} m, {}", m.what, m.at_months, name_of(effect_names, m.as));
}

/// Nothing where there is no number.
std::string per_cent(double share) {
    constexpr double hundred = 100;
    return std::isfinite(share) ? fmt::format("{:.0f} %", hundred * share) : "";
}

std::string notes_of(const TrialResults& results) {
    std::string out;
    for (const auto& row : results.rows)
        if (!row.measure->published.band_from.empty())
            out += fmt::format("{} {}: no interval is printed; the band follows from {}.\n", row.trial->id,
                               row.measure->what, row.measure->published.band_from);
    return out.empty() ? out : "\n" + out;
}

}  // namespace

std::string verdict_word(TrialVerdict verdict) {
    constexpr const char* words[] = {"inside", "outside", "sign unsure", "not measured"};
    return words[static_cast<std::size_t>(verdict)];
}

std::string trial_table(const TrialResults& results) {
    std::string out =
        line("id", "what", "published (95 %)", "target", "simulated (95 %)", "draws", "sign", "", "use");
    for (const auto& row : results.rows)
        out += line(row.trial->id, what_of(*row.measure), interval_text(row.published),
                    row.measure->shrink != 1 ? interval_text(row.target) : "the same",
                    simulated_text(row.simulated, row.target), per_cent(row.simulated.share_inside),
                    per_cent(row.simulated.share_same_sign), verdict_word(row.verdict),
                    name_of(trial_use_names, row.measure->use));
    out +=
        "\ndraws: the share of them that lies in the target. sign: the share on the target's side of no "
        "effect.\n";
    out += notes_of(results);
    const auto unsure = results.count(TrialVerdict::sign_unsure);
    out += fmt::format("\n{} of {} measures of {} lie inside, {} outside, {}{} not measured.\n",
                       results.count(TrialVerdict::inside), results.rows.size(),
                       counted(results.trials.size(), "trial"), results.count(TrialVerdict::outside),
                       unsure > 0 ? fmt::format("{} with a sign that is unsure, ", unsure) : "",
                       results.count(TrialVerdict::not_measured));
    const auto studies = [&](TrialKind kind) {
        const auto of_kind = results.studies(kind);
        return fmt::format("{:.3g} of {}", of_kind.passed, of_kind.all);
    };
    out += fmt::format("By studies, each counted once: effects {}, nulls {}, untreated {}.\n",
                       studies(TrialKind::effect), studies(TrialKind::null), studies(TrialKind::untreated));
    if (!results.inert) return out;
    const auto passed = results.passed_inert();
    out += passed.empty()
               ? "With every effect of policy off, no measure of an effect passes, as it must be.\n"
               : "With every effect of policy off these lie inside all the same, and must not:";
    for (const auto* row : passed) out += " " + row->trial->id + " " + row->measure->what;
    return out + (passed.empty() ? "" : "\n");
}

std::string json_of_trials(const TrialResults& results) {
    Json out = made_by();
    out["inert"] = results.inert;
    out["seconds"] = results.seconds;
    out["measures"] = Json::array();
    for (const auto& row : results.rows) {
        const auto& m = *row.measure;
        out["measures"].push_back({{"id", row.trial->id},
                                   {"what", m.what},
                                   {"kind", name_of(trial_kind_names, m.kind)},
                                   {"use", name_of(trial_use_names, m.use)},
                                   {"target", number(row.target.value)},
                                   {"low", number(row.target.low)},
                                   {"high", number(row.target.high)},
                                   {"middle", number(row.simulated.middle)},
                                   {"inside", row.verdict == TrialVerdict::inside},
                                   {"verdict", verdict_word(row.verdict)},
                                   {"lower", number(row.simulated.lower)},
                                   {"upper", number(row.simulated.upper)},
                                   {"share_inside", number(row.simulated.share_inside)},
                                   {"share_same_sign", number(row.simulated.share_same_sign)},
                                   {"estimate", number(row.estimate)},
                                   {"control", number(row.control)},
                                   {"treated", number(row.treated)},
                                   {"recruits", number(row.recruits)},
                                   {"people", number(row.people)},
                                   {"as", name_of(effect_names, m.as)},
                                   {"at_months", m.at_months},
                                   {"among", name_of(among_names, m.among)},
                                   {"shrink", m.shrink},
                                   {"published",
                                    {{"value", number(row.published.value)},
                                     {"low", number(row.published.low)},
                                     {"high", number(row.published.high)},
                                     {"band_from", m.published.band_from}}},
                                   {"by_draw", row.by_draw},
                                   {"source", row.trial->source}});
    }
    out["inside"] = results.count(TrialVerdict::inside);
    out["outside"] = results.count(TrialVerdict::outside);
    out["sign_unsure"] = results.count(TrialVerdict::sign_unsure);
    out["not_measured"] = results.count(TrialVerdict::not_measured);
    for (const auto kind : {TrialKind::effect, TrialKind::null, TrialKind::untreated}) {
        const auto studies = results.studies(kind);
        out["studies"][name_of(trial_kind_names, kind)] = {{"passed", studies.passed}, {"all", studies.all}};
    }
    return text_of(out);
}

std::string csv_of_trials(const TrialResults& results) {
    std::string out =
        "id,what,kind,use,as,among,at_months,published,published_low,published_high,shrink,target,low,high,"
        "middle,lower,upper,share_inside,share_same_sign,estimate,control,treated,recruits,people,verdict,"
        "band_from,source\n";
    for (const auto& row : results.rows) {
        const auto& m = *row.measure;
        for (const auto& text :
             {row.trial->id, m.what, name_of(trial_kind_names, m.kind), name_of(trial_use_names, m.use),
              name_of(effect_names, m.as), name_of(among_names, m.among), std::to_string(m.at_months)})
            out += sim::csv_field(text) + ",";
        for (const double x :
             {row.published.value, row.published.low, row.published.high, m.shrink, row.target.value,
              row.target.low, row.target.high, row.simulated.middle, row.simulated.lower, row.simulated.upper,
              row.simulated.share_inside, row.simulated.share_same_sign, row.estimate, row.control,
              row.treated, row.recruits, row.people})
            out += sim::csv_number(x) + ",";
        out += sim::csv_field(verdict_word(row.verdict)) + "," + sim::csv_field(m.published.band_from) + "," +
               sim::csv_field(row.trial->source) + "\n";
    }
    return out;
}

}  // namespace weefsel::app
