#include "analysis/decision/wording.hpp"

#include <fmt/format.h>

#include <cmath>

namespace weefsel::analysis {

std::string option_label(const Names& names, std::size_t option, Reading language) {
    const auto& of = names.options.at(option);
    return language == Reading::nl ? of.label_nl : of.label_en;
}

std::string listed(const std::vector<std::string>& items, Reading language) {
    const auto last = language == Reading::nl ? " en " : " and ";
    std::string out;
    for (std::size_t i = 0; i < items.size(); ++i)
        out += (i == 0 ? "" : i + 1 == items.size() ? last : ", ") + items[i];
    return out;
}

std::string margin_text(const Interval& d, const Shown& how) {
    const bool dutch = how.language == Reading::nl;
    const int decimals = decimals_of(d, how);
    const auto text = [&](double value) { return difference_text(value, how, decimals); };
    std::string head = text(d.mean);
    if (!how.difference_unit.empty()) head += " " + how.difference_unit;
    return fmt::format("{}; {} {} {} {}", head, dutch ? "marge" : "margin", text(d.lower),
                       dutch ? "tot" : "to", text(d.upper));
}

std::string number_text(double value, int decimals, Reading language) {
    Shown how;
    how.decimals = decimals;
    how.language = language;
    return value_text(value, how);
}

std::string percentage_text(double share, Reading language) {
    constexpr double per_cent = 100;
    const bool small = std::abs(share) < 0.1;
    return number_text(per_cent * share, small ? 1 : 0, language) + " %";
}

std::string people_text(double people, const sim::Observable& observable, Reading language) {
    const bool dutch = language == Reading::nl;
    const auto whom = dutch ? observable.whom_nl : observable.whom_en;
    constexpr double someone = 0.5;
    if (whom.empty() || !(std::abs(people) >= someone)) return "";
    const auto number = number_text(std::abs(people), 0, language);
    const bool one = number == "1";
    if (dutch)
        return fmt::format("ongeveer {} {} volwassene{} {}", number, people < 0 ? "minder" : "meer",
                           one ? "" : "n", whom);
    return fmt::format("about {} {} adult{} {}", number, people < 0 ? "fewer" : "more", one ? "" : "s", whom);
}

}  // namespace weefsel::analysis
