#include "models/scenario/kwb_search.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <memory>
#include <numeric>
#include <optional>

namespace weefsel {
namespace {

/// A search as it is compared: words without diacritics.
struct Wanted {
    std::string name;
    std::string municipality;        ///< behind a comma or of its own; empty: any
    std::vector<std::string> words;  ///< of the name
    std::string code;                ///< where a code was typed
};

std::vector<std::string> words_between_blanks(const std::string& text) {
    std::vector<std::string> words;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find(' ', from), text.size());
        words.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return words;
}

Wanted wanted_of(const KwbSearch& search) {
    Wanted wanted;
    const auto comma = search.text.find(',');
    wanted.name = folded(std::string_view(search.text).substr(0, comma));
    wanted.municipality = folded(search.municipality);
    if (wanted.municipality.empty() && comma != std::string::npos)
        wanted.municipality = folded(std::string_view(search.text).substr(comma + 1));
    wanted.words = words_between_blanks(wanted.name);
    const auto code = code_of(search.text);
    const bool is_code = code.size() > kind_letters &&
                         (code.starts_with("BU") || code.starts_with("WK") || code.starts_with("GM")) &&
                         std::all_of(code.begin() + kind_letters, code.end(),
                                     [](unsigned char c) { return std::isdigit(c) != 0; });
    if (is_code) wanted.code = code;
    return wanted;
}

/// Whether a word begins so in a text.
bool word_begins(const std::string& text, const std::string& with) {
    return text.starts_with(with) || text.find(" " + with) != std::string::npos;
}

/// How well a row fits, 0 the best; nothing: not at all.
std::optional<int> fit_of(const Wanted& wanted, const std::string& name, const std::string& municipality) {
    enum : int { whole, beginning, word, part, name_and_municipality };
    if (wanted.name.empty()) return std::nullopt;
    if (name == wanted.name || name + " " + municipality == wanted.name) return whole;
    if (name.starts_with(wanted.name)) return beginning;
    if (word_begins(name, wanted.name)) return word;
    if (name.find(wanted.name) != std::string::npos) return part;
    const bool in_both = std::all_of(wanted.words.begin(), wanted.words.end(), [&](const auto& w) {
        return word_begins(name, w) || word_begins(municipality, w);
    });
    const bool in_name = std::any_of(wanted.words.begin(), wanted.words.end(),
                                     [&](const auto& w) { return word_begins(name, w); });
    return in_both && in_name ? std::optional<int>(name_and_municipality) : std::nullopt;
}

/// Typing errors between two texts: letters left out, added, changed, or two that changed places; as far as
/// they stay within `most`.
int errors_between(std::string_view a, std::string_view b, int most) {
    if (std::abs(static_cast<int>(a.size()) - static_cast<int>(b.size())) > most) return most + 1;
    std::vector<int> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    std::iota(last.begin(), last.end(), 0);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = static_cast<int>(i);
        int least = now[0];
        for (std::size_t k = 1; k <= b.size(); ++k) {
            now[k] = std::min({last[k] + 1, now[k - 1] + 1, last[k - 1] + (a[i - 1] != b[k - 1])});
            if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
                now[k] = std::min(now[k], before[k - 2] + 1);
            least = std::min(least, now[k]);
        }
        if (least > most) return most + 1;
        std::swap(before, last);
        std::swap(last, now);
    }
    return last[b.size()];
}

bool in_municipality(const Wanted& wanted, const std::string& municipality, const KwbFile::Row& row) {
    return wanted.municipality.empty() || word_begins(municipality, wanted.municipality) ||
           folded(municipality_code_of(row.code)) == wanted.municipality;
}

/// Name of the municipality and, where the file names provinces or the like instead, those.
std::string around_of(const KwbFile& file, const KwbFile::Row& row) {
    return folded(municipality_of(file, row) + " " + text_of(file, row, "gm_naam"));
}

}  // namespace

std::string folded(std::string_view text) {
    utf8proc_uint8_t* made = nullptr;
    const auto options = static_cast<utf8proc_option_t>(
        UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &made, options);
    const auto frees = [](utf8proc_uint8_t* p) { std::free(p); };  // as the library's documentation has it
    const std::unique_ptr<utf8proc_uint8_t, decltype(frees)> held(made, frees);
    std::string plain = size >= 0
                            ? std::string(reinterpret_cast<const char*>(made), static_cast<std::size_t>(size))
                            : std::string(text);
    std::string out;
    for (const char c : plain) {
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = byte >= 0x80 || std::isalnum(byte) != 0;
        if (letter)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

KwbFound found_in(const KwbFile& file, const KwbSearch& search) {
    const auto wanted = wanted_of(search);
    std::vector<std::pair<int, const KwbFile::Row*>> fits;
    for (const auto number : file.by_code) {
        const auto& row = file.rows[number];
        if (!wanted.code.empty()) {
            if (row.code == wanted.code) fits.emplace_back(0, &row);
            continue;
        }
        const auto municipality = around_of(file, row);
        if (!in_municipality(wanted, municipality, row)) continue;
        const auto name = folded(name_of(file, row));
        if (const auto fit = fit_of(wanted, name, folded(municipality_of(file, row))))
            fits.emplace_back(*fit, &row);
    }
    std::stable_sort(fits.begin(), fits.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    KwbFound found;
    for (const auto& [fit, row] : fits) {
        found.rows.push_back(row);
        found.whole += fit == 0;
    }
    return found;
}

std::vector<const KwbFile::Row*> nearest_in(const KwbFile& file, const KwbSearch& search, std::size_t most) {
    constexpr int letters_an_error = 4, least_errors = 2;
    const auto wanted = wanted_of(search);
    const int errors = std::max(least_errors, static_cast<int>(wanted.name.size()) / letters_an_error);
    std::vector<std::pair<int, const KwbFile::Row*>> near;
    for (const auto number : file.by_code) {
        const auto& row = file.rows[number];
        const auto name = folded(name_of(file, row));
        if (name.empty() || wanted.name.empty()) continue;
        int least = errors_between(wanted.name, name, errors);
        least = std::min(
            least, errors_between(wanted.name, name + " " + folded(municipality_of(file, row)), errors));
        for (const auto& word : words_between_blanks(name))
            if (word.size() >= letters_an_error)
                least = std::min(least, errors_between(wanted.name, word, errors));
        if (least <= errors) near.emplace_back(least, &row);
    }
    std::stable_sort(near.begin(), near.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<const KwbFile::Row*> rows;
    for (std::size_t k = 0; k < std::min(most, near.size()); ++k) rows.push_back(near[k].second);
    return rows;
}

}  // namespace weefsel
