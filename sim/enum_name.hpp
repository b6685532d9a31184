#pragma once
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace weefsel::sim {

/// The name of an enumerator as it stands in the code, so that no table has to repeat it:
/// `enum_name<Colour::red>()` is "red". Read from the signature that the compiler gives this
/// function ("... V = ns::Colour::red]" from GCC and from Clang).
template <auto V>
constexpr std::string_view enum_name() {
    std::string_view text = __PRETTY_FUNCTION__;
    const auto end = text.find_first_of(";]", text.find("V = "));
    text = text.substr(0, end);
    return text.substr(text.rfind(':') + 1);
}
enum class NamesAreRead { yes };
static_assert(enum_name<NamesAreRead::yes>() == "yes", "this compiler writes signatures otherwise");

/// The names of all enumerators of `E`, which count from 0 to `E::count`.
template <class E>
constexpr auto enum_names() {
    return []<std::size_t... I>(std::index_sequence<I...>) {
        return std::array<std::string_view, sizeof...(I)>{enum_name<static_cast<E>(I)>()...};
    }
    (std::make_index_sequence<static_cast<std::size_t>(E::count)>{});
}

}  // namespace weefsel::sim
