#pragma once
#include <algorithm>
#include <regex>
#include <string>
#include <vector>

#include "analysis/decision/shown.hpp"

/// The numbers in a text, from small to large in the alphabet, as English writes them without thousands set
/// apart: the same for a text in Dutch and one in English that say the same.
inline std::vector<std::string> numbers_in(const std::string& text, weefsel::analysis::Reading language) {
    const bool dutch = language == weefsel::analysis::Reading::nl;
    static const std::regex number(R"(\d[\d.,]*\d|\d)");
    std::vector<std::string> out;
    for (std::sregex_iterator it(text.begin(), text.end(), number), end; it != end; ++it) {
        std::string digits = it->str();
        std::erase(digits, dutch ? '.' : ',');
        if (dutch) std::replace(digits.begin(), digits.end(), ',', '.');
        out.push_back(digits);
    }
    std::sort(out.begin(), out.end());
    return out;
}

/// Lines that stand in both texts though the languages differ; names of files and of what a scenario calls
/// its own may.
inline std::vector<std::string> lines_in_both(const std::string& nl, const std::string& en) {
    const auto lines = [](const std::string& text) {
        std::vector<std::string> out;
        for (std::size_t at = 0; at < text.size();) {
            const auto end = std::min(text.find('\n', at), text.size());
            if (end > at) out.push_back(text.substr(at, end - at));
            at = end + 1;
        }
        std::sort(out.begin(), out.end());
        return out;
    };
    std::vector<std::string> out;
    const auto a = lines(nl), b = lines(en);
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
    return out;
}

/// Lines wider than people's screens, if any.
inline bool is_wider_than(const std::string& text, std::size_t width) {
    std::size_t letters = 0;
    for (const char c : text) {
        letters = c == '\n' ? 0 : letters + ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0);
        if (letters > width) return true;
    }
    return false;
}
