#include "app/validate/validation_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/terminal/texts.hpp"

namespace weefsel::app {
namespace {

constexpr std::size_t id_width = 7, text_width = 40, band_width = 13, value_width = 24, page = 100;

std::string number_text(double value) {
    const double size = std::abs(value);
    constexpr double hundred = 100, ten = 10;
    return fmt::format("{:.{}f}", value, size >= hundred ? 0 : size >= ten ? 1 : 2);
}

/// Mean, and the middle 95 % of the draws.
std::string drawn_text(const MeasuredPattern& m) {
    constexpr double tail = 0.025;
    const auto at = [&](double share) {
        return m.by_draw[static_cast<std::size_t>(share * static_cast<double>(m.by_draw.size() - 1) + 0.5)];
    };
    return fmt::format("{} ({} to {})", number_text(m.value.mean), number_text(at(tail)),
                       number_text(at(1 - tail)));
}

std::string value_text(const analysis::Interval& value) {
    if (value.n == 0) return "-";
    if (value.n == 1) return number_text(value.mean);
    return fmt::format("{} ({} to {})", number_text(value.mean), number_text(value.lower),
                       number_text(value.upper));
}

std::string verdict_text(const MeasuredPattern& m) {
    if (m.verdict == PatternVerdict::not_measured) return "not measured";
    constexpr double hundred = 100;
    return fmt::format("{}{}{}", m.verdict == PatternVerdict::pass ? "pass" : "FAIL", m.at_edge ? " ~" : "",
                       m.by_draw.empty() ? "" : fmt::format(", {:.0f} % of sets", hundred * share_within(m)));
}

std::string shortened(const std::string& text, std::size_t width) {
    if (characters(text) <= width) return text;
    std::string out = text;
    while (characters(out) + 2 > width) out.pop_back();
    return out + "..";
}

std::string unit_text(const std::string& unit) { return unit == "1" ? "" : ", " + unit; }

std::string row(const std::string& id, const std::string& text, const std::string& band,
                const std::string& value, const std::string& verdict) {
    return padded(id, id_width) + padded(shortened(text, text_width), text_width) + " " +
           right_aligned(band, band_width) + "  " + padded(value, value_width) + " " + verdict + "\n";
}

std::string notes(const std::vector<MeasuredPattern>& measured) {
    std::string out;
    const std::string indent(id_width, ' ');
    for (const auto& m : measured) {
        const auto& reason = m.verdict == PatternVerdict::not_measured ? m.not_measured : m.pattern.note;
        if (reason.empty()) continue;
        const std::string how = m.verdict == PatternVerdict::not_measured ? "not measured: " : "";
        out += padded(m.pattern.id, id_width) + wrapped(how + reason, page - id_width, indent) + "\n";
    }
    return out.empty() ? out : "\nBeside them:\n" + out;
}

std::vector<MeasuredPattern> selected(const std::vector<MeasuredPattern>& measured, bool fitted) {
    std::vector<MeasuredPattern> out;
    for (const auto& m : measured)
        if (m.fitted == fitted) out.push_back(m);
    return out;
}

}  // namespace

std::size_t count_of(const std::vector<MeasuredPattern>& measured, PatternVerdict verdict) {
    return static_cast<std::size_t>(std::count_if(
        measured.begin(), measured.end(), [&](const MeasuredPattern& m) { return m.verdict == verdict; }));
}

std::string validation_text(const std::vector<MeasuredPattern>& measured) {
    const bool drawn =
        std::any_of(measured.begin(), measured.end(), [](const auto& m) { return !m.by_draw.empty(); });
    std::string out = row("", "pattern (v: for validation only)", "band",
                          drawn ? "simulated (95 % of sets)" : "simulated (95 %)", "");
    std::string sums;
    for (const bool fitted : {true, false}) {
        const auto some = selected(measured, fitted);
        if (some.empty()) continue;
        if (some.size() < measured.size())
            out += fitted ? "Used for fitting (scenarios/targets/nl.toml)\n" : "Not used for fitting\n";
        for (const auto& m : some) {
            const auto& p = m.pattern;
            out += row(p.id + (p.calibration ? "" : " v"), p.text_en + unit_text(p.unit), band_text(p),
                       drawn && !m.by_draw.empty() ? drawn_text(m) : value_text(m.value), verdict_text(m));
        }
        sums += fmt::format("\nOf {} {} for fitting {} pass.", some.size(), fitted ? "used" : "not used",
                            count_of(some, PatternVerdict::pass));
    }
    out += notes(measured);
    const auto passed = count_of(measured, PatternVerdict::pass),
               failed = count_of(measured, PatternVerdict::fail);
    out += fmt::format(
        "\n{} of {} patterns pass, {} fail, {} not measured. ~: the interval reaches over an end of the "
        "band.",
        passed, measured.size(), failed, measured.size() - passed - failed);
    out += sums;
    return out;
}

}  // namespace weefsel::app
