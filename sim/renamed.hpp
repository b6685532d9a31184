#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/settings.hpp"

namespace weefsel::sim {

/// A name of before that is still understood, for one version, with a warning.
struct Renamed {
    std::string_view before, now;
    std::string_view gone_in;  ///< the version in which the old name is no longer known
};

/// Gives settings their names of now, and says of each old name where it stands. `before` and `now` are paths
/// of keys, in which rows of a list have no step of their own (`option.line.term`), that differ in the last
/// step; or full names below `parameters.`, however the file spells them. Where both names are given the old
/// one stays, for the reader to report, unless `old_one_wins` (it was set later).
std::vector<Problem> take_old_names(Value& root, std::span<const Renamed> names, bool old_one_wins = false);

/// The same for words of a command line: flags as `--before`, their value in the same word or the next.
std::vector<std::string> take_old_flags(std::vector<std::string>& words, std::span<const Renamed> names);

}  // namespace weefsel::sim
