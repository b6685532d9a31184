#pragma once
#include <string>
#include <string_view>

namespace weefsel::sim {

/// A text that does nothing to a terminal that shows it: control characters other than line break and tab
/// (C0, DEL, C1) stand there as `\u001b`, bytes that are no UTF-8 as the replacement character. JSON stays
/// the same JSON.
std::string plain_text(std::string_view text);

}  // namespace weefsel::sim
