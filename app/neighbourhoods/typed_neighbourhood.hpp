#pragma once
#include <string>

#include "models/scenario/kwb.hpp"

namespace weefsel::app {

/// A table [neighbourhood] (TOML) in which the figures of one row are typed, with where they come from, and
/// which of them the table lacked. It reads back to the figures that the row gives. Throws sim::InputError
/// for a row that cannot be simulated, or is made of parts (then with what to do).
std::string typed_neighbourhood(const KwbFile& file, const KwbFile::Row& row);

}  // namespace weefsel::app
