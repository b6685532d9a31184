#pragma once
#include <string>
#include <string_view>

namespace weefsel {

/// The name that a column has in this program: that of the latest official files in which it is called as
/// `a_inw` is. Known besides are names of other years, of StatLine (`AantalInwoners_5`,
/// `Bevolking/Aantal inwoners (aantal)`) and of the map of wijken en buurten, in small or capital letters.
/// What is not known stays, in small letters.
std::string official_column(std::string_view header);

}  // namespace weefsel
