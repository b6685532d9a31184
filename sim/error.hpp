#pragma once
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace weefsel::sim {

/// Where in a file something stands; line and column count from 1.
struct Place {
    std::string file;
    int line = 1;
    int column = 1;
};

/// One thing that is wrong with what a user gave: where, what was found, what is allowed.
struct Problem {
    Place at;
    std::string text;
};

/// `FILE:LINE:COLUMN: text`
std::string to_string(const Problem& problem);

/// The most problems that are told at once.
inline constexpr std::size_t max_told = 20;
/// A line each: the first `most_told`, and then how many more there are.
std::vector<std::string> lines_of(const std::vector<Problem>& problems);

/// Wrong input: all that is wrong with it at once. The program exits with 2.
class InputError : public std::runtime_error {
public:
    /// what() tells lines_of them.
    explicit InputError(std::vector<Problem> problems);
    InputError(Place at, std::string text);
    [[nodiscard]] const std::vector<Problem>& problems() const { return problems_; }

private:
    std::vector<Problem> problems_;
};

/// A broken promise of the program itself, named. The program exits with 1.
class InvariantError : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

/// Work given up because somebody asked to stop.
class Interrupted : public std::runtime_error {
public:
    Interrupted() : std::runtime_error("interrupted") {}
};

/// Throws InvariantError with `what` unless `holds`.
inline void require(bool holds, const char* what) {
    if (!holds) [[unlikely]]
        throw InvariantError(what);
}

/// The candidate most like `name` by edit distance, if any is near enough to be meant.
std::optional<std::string> nearest_name(std::string_view name, const std::vector<std::string>& candidates);

/// `; did you mean NAME?` or nothing, for use at the end of a message.
std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace weefsel::sim
