#include "sim/toml_before.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/error.hpp"

namespace weefsel::sim {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool starts_key(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' ||
           c == '"' || c == '\'';
}
bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool ends_line(char c) { return c == '\r' || c == '\n'; }

/// Whether the text ends on a date as 2020-01-01.
bool ends_on_date(std::string_view text) {
    constexpr std::string_view form = "0000-00-00";
    if (text.size() < form.size()) return false;
    const auto end = text.substr(text.size() - form.size());
    return std::equal(form.begin(), form.end(), end.begin(),
                      [](char f, char c) { return f == '-' ? c == '-' : is_digit(c); });
}

/// Walks through a text as far as brackets, strings and remarks go; all else is the parser's.
class Walk {
public:
    Walk(std::string_view text, const std::string& file) : text_(text), file_(file) {}

    void run() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (!is_blank(c)) judge(c);
            if (c == '#') {
                at_ = std::min(text_.find('\n', at_), text_.size());
            } else if (c == '"' || c == '\'') {
                last_ = c;
                skip_string(c);
            } else {
                take(c);
                ++at_;
            }
        }
    }

private:
    [[noreturn]] void refuse(const std::string& why) const {
        throw InputError(Place{file_, line_, static_cast<int>(at_ - line_begin_) + 1}, why);
    }

    void judge(char c) const {
        const bool wants_key = in_key_ && ((in_header_ && last_ == '[') || last_ == '.');
        if (wants_key && !is_second_bracket() && c != ']' && !starts_key(c))
            refuse(
                fmt::format("a key must begin with a letter, a figure, _, - or a quote; found {}", shown(c)));
        const bool wants_value =
            !in_header_ && !open_.empty() && open_.back() == '[' && (last_ == '[' || last_ == ',');
        if (c == '}' && wants_value) refuse("a list must be closed with ]; found }");
        if (!in_key_) check_time(c);
    }

    /// 2020-01-01T12:00, or a blank in place of the T.
    void check_time(char c) const {
        const bool after_blank = is_digit(c) && at_ > 0 && text_[at_ - 1] == ' ';
        if (c != 'T' && c != 't' && !after_blank) return;
        if (!ends_on_date(text_.substr(0, after_blank ? at_ - 1 : at_))) return;
        const auto time = text_.substr(after_blank ? at_ : at_ + 1);
        if (time.size() < 3 || !is_digit(time[0]) || !is_digit(time[1]) || time[2] != ':')
            refuse("after a date only a time can follow (and neither has a use here)");
    }

    /// Of a header as [[a]].
    [[nodiscard]] bool is_second_bracket() const {
        return text_[at_] == '[' && text_[at_ - 1] == '[' && (at_ < 2 || text_[at_ - 2] != '[');
    }

    static std::string shown(char c) {
        if (ends_line(c)) return "the end of the line";
        return c > ' ' && c < '\x7f' ? fmt::format("\"{}\"", c) : std::string("another character");
    }

    void take(char c) {
        switch (c) {
            case '\n':
                ++line_;
                line_begin_ = at_ + 1;
                dots_ = 0;
                if (open_.empty() || in_header_) last_ = c;
                in_key_ = open_.empty();
                in_header_ = false;
                break;
            case '=':
                in_key_ = false;
                dots_ = 0;
                break;
            case ',':
                dots_ = 0;
                break;
            case '[':
            case '{':
                in_header_ = in_header_ || (c == '[' && in_key_ && last_on_line() == '\0');
                dots_ = 0;
                open_ += c;
                break;
            case ']':
            case '}':
                if (!open_.empty()) open_.pop_back();
                break;
            case '.':
                ++dots_;
                break;
            default:
                break;
        }
        if (!is_blank(c) && !ends_line(c)) last_ = c;
        if (static_cast<int>(open_.size()) > deepest_toml || dots_ > deepest_toml)
            throw InputError(Place{file_, line_, 1},
                             fmt::format("nested too deep; at most {} levels are allowed", deepest_toml));
    }

    /// What stands before on this line, blanks apart; nothing at its begin.
    [[nodiscard]] char last_on_line() const {
        for (std::size_t i = at_; i > line_begin_; --i)
            if (!is_blank(text_[i - 1])) return text_[i - 1];
        return '\0';
    }

    void skip_string(char quote) {
        const std::string three(3, quote);
        const bool long_form = text_.compare(at_, three.size(), three) == 0;
        at_ += long_form ? 3 : 1;
        while (at_ < text_.size()) {
            if (long_form ? text_.compare(at_, three.size(), three) == 0 : text_[at_] == quote) {
                at_ += long_form ? 3 : 1;
                return;
            }
            if (text_[at_] == '\n') {
                if (!long_form) return;  // unfinished: the parser reports it and stops there
                ++line_;
                line_begin_ = at_ + 1;
            }
            at_ += quote == '"' && text_[at_] == '\\' && at_ + 1 < text_.size() && text_[at_ + 1] != '\n' ? 2
                                                                                                          : 1;
        }
    }

    std::string_view text_;
    const std::string& file_;
    std::size_t at_ = 0, line_begin_ = 0;
    int line_ = 1;
    std::string open_;  ///< brackets
    int dots_ = 0;
    char last_ = '\n';    ///< last character that is no blank; of lines within a list, of the list
    bool in_key_ = true;  ///< before the = of a line that is within no brackets, or in a header
    bool in_header_ = false;
};

}  // namespace

void refuse_what_parser_cannot_take(std::string_view text, const std::string& file) {
    Walk(text, file).run();
}

}  // namespace weefsel::sim
