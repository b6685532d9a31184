#include "app/terminal/speech.hpp"

#include <cmath>

#include "app/terminal/texts.hpp"
#include "sim/dutch_number.hpp"
#include "sim/progress.hpp"

namespace weefsel::app {

std::string Speech::counted(std::size_t n, const Counted& noun) const {
    const char* word = dutch() ? n == 1 ? noun.one_nl : noun.many_nl : n == 1 ? noun.one_en : noun.many_en;
    return fmt::format("{} {}", n, word);
}

std::string Speech::general(double value) const {
    auto digits = fmt::format("{:g}", value);
    return dutch() ? sim::dutch_number(std::move(digits)) : digits;
}

std::string Speech::fixed(double value, int decimals) const {
    if (std::isnan(value)) return "-";
    auto digits = with_thousands(value, decimals);
    return dutch() ? sim::dutch_number(std::move(digits)) : digits;
}

std::string Speech::duration(double seconds) const {
    auto text = sim::duration_text(seconds);
    const auto hours = text.find(" h");
    if (dutch() && hours != std::string::npos) text[hours + 1] = 'u';
    return text;
}

}  // namespace weefsel::app
