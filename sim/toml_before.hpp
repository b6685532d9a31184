#pragma once
#include <string>
#include <string_view>

namespace weefsel::sim {

/// Deeper than any sensible file; parser, conversion and destructors recurse once a level.
inline constexpr int deepest_toml = 32;

/// Refuses, with line and column, TOML that must not reach toml++ 3.3: what is nested deeper than
/// deepest_toml (it does not limit dotted keys and recurses over them), and three mistakes which its code
/// takes for impossible: there a build with assertions ends the program and another one may do anything.
/// These are a table header or a dotted key in which a part is no key (`[/a]`, `a./b = 1`), a list that `}`
/// closes before its first value (`[}`), and a date whose time is no number (`2020-01-01Tx`). Throws
/// InputError.
void refuse_what_parser_cannot_take(std::string_view text, const std::string& file);

}  // namespace weefsel::sim
