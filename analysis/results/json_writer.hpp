#pragma once
#include <string>
#include <string_view>

namespace weefsel::analysis {

/// Writes JSON (RFC 8259) piece by piece, on one line. `<` is written as \u003c, so that the text can
/// stand within an HTML script element; numbers that are not finite become null; bytes that are no
/// UTF-8 become the replacement character. Between `begin_object` and its `end_object` every value
/// follows a key; who calls sees to that.
class JsonWriter {
public:
    void begin_object() { open('{'); }
    void end_object() { close('}'); }
    void begin_array() { open('['); }
    void end_array() { close(']'); }
    void key(std::string_view name);
    void text(std::string_view value);
    void number(double value);  ///< shortest text that reads back to the same 32-bit number
    void count(std::size_t value);
    void flag(bool value);

    void member(std::string_view name, std::string_view value) { key(name), text(value); }
    [[nodiscard]] const std::string& str() const { return out_; }

private:
    void open(char bracket);
    void close(char bracket);
    void comma();
    void quoted(std::string_view value);

    std::string out_;
    bool first_ = true;  ///< no comma before the next value
};

}  // namespace weefsel::analysis
