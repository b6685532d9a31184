#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "models/scenario/kwb.hpp"

namespace weefsel {

/// A text in small letters without diacritics and punctuation, words apart by one space:
/// `'s-Gravenzande` becomes `s gravenzande`, `Súdwest-Fryslân` becomes `sudwest fryslan`.
std::string folded(std::string_view text);

/// What somebody looks for in a file of Kerncijfers.
struct KwbSearch {
    std::string text;          ///< part of a name, with the municipality behind a comma or a space; or a code
    std::string municipality;  ///< its name or code; empty: any
};

/// Rows that a search finds, the best first: the whole name, its beginning, the beginning of one of its
/// words, a part of it, words of name and municipality; each by code. `whole` of them have exactly this name.
struct KwbFound {
    std::vector<const KwbFile::Row*> rows;
    std::size_t whole = 0;
};
KwbFound found_in(const KwbFile& file, const KwbSearch& search);

/// Rows whose names are most like a text that nothing has in its name, the nearest first: for what was typed
/// with an error. At most `most`; none where none is near.
std::vector<const KwbFile::Row*> nearest_in(const KwbFile& file, const KwbSearch& search, std::size_t most);

}  // namespace weefsel
