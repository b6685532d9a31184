#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "models/study/equal_money.hpp"
#include "models/study/study.hpp"

namespace weefsel::page {

/// What `compare` says of some worlds of a study, as a page gathered them from its workers. `values`: world
/// by world and in it option by option, [month][observable] as a result file holds them, then the values of
/// the blocks. A world is a draw with one replicate; of the options of the study the first so many are
/// judged, with what each is expected to cost. Returns lines of cells apart by tabs:
///   answer    nl en                                                  of the option after the reference
///   part      indicator verdict reserve nl en margin_nl margin_en, then numbers: level of the reference,
///   level,
///             difference, lower, upper, share of worlds in which it is better
///   met, missed, risk, finding    option nl en
///   enough    nl en
std::string judged(const Study& study, const std::vector<OptionMoney>& expected,
                   std::span<const float> values, std::size_t worlds, std::size_t options);

}  // namespace weefsel::page
