#pragma once
#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <utility>

#include "analysis/decision/shown.hpp"

namespace weefsel::app {

/// A thing that is counted, one and many of it.
struct Counted {
    const char *one_nl, *many_nl, *one_en, *many_en;
};

namespace noun {
inline constexpr Counted option{"optie", "opties", "option", "options"};
inline constexpr Counted year{"jaar", "jaar", "year", "years"};
inline constexpr Counted replicate{"herhaling", "herhalingen", "replicate", "replicates"};
inline constexpr Counted draw{"set aannames", "sets aannames", "draw of parameters", "draws of parameters"};
inline constexpr Counted neighbourhood{"buurt", "buurten", "neighbourhood", "neighbourhoods"};
inline constexpr Counted world{"wereld", "werelden", "world", "worlds"};
inline constexpr Counted simulation{"simulatie", "simulaties", "simulation", "simulations"};
inline constexpr Counted pair{"paar", "paren", "pair", "pairs"};
inline constexpr Counted parameter{"aanname", "aannames", "parameter", "parameters"};
inline constexpr Counted thread{"rekenkern", "rekenkernen", "thread", "threads"};
inline constexpr Counted combination{"combinatie", "combinaties", "combination", "combinations"};
inline constexpr Counted mechanism{"mechanisme", "mechanismen", "mechanism", "mechanisms"};
inline constexpr Counted figure{"cijfer", "cijfers", "figure", "figures"};
inline constexpr Counted item{"onderdeel", "onderdelen", "item", "items"};
}  // namespace noun

/// Texts and numbers in the language of the reader. A text is written in both languages side by side, with
/// the same arguments: `say("{} jaar", "{} years", n)`; the compiler reads both.
class Speech {
public:
    explicit Speech(analysis::Reading language) : language_(language) {}

    [[nodiscard]] analysis::Reading language() const { return language_; }
    [[nodiscard]] bool dutch() const { return language_ == analysis::Reading::nl; }

    template <class... Arguments>
    std::string operator()(fmt::format_string<Arguments...> nl, fmt::format_string<Arguments...> en,
                           Arguments&&... arguments) const {
        return fmt::format(dutch() ? nl : en, std::forward<Arguments>(arguments)...);
    }

    /// `30 worlds`, `1 wereld`.
    [[nodiscard]] std::string counted(std::size_t n, const Counted& noun) const;
    /// As few digits as say it: `12.5`, `12,5`.
    [[nodiscard]] std::string general(double value) const;
    /// `general` of 100 times a share.
    [[nodiscard]] std::string percent(double share) const { return general(100 * share); }
    /// `1,234.50`, `1.234,50`; `-` where there is none.
    [[nodiscard]] std::string fixed(double value, int decimals = 0) const;
    /// `1 min 20 s`, `2 u 5 min`.
    [[nodiscard]] std::string duration(double seconds) const;

private:
    analysis::Reading language_;
};

}  // namespace weefsel::app
