#include "sim/error.hpp"

#include <algorithm>
#include <cctype>

namespace weefsel::sim {
namespace {

std::string all_lines(const std::vector<Problem>& problems) {
    std::string out;
    for (const auto& line : lines_of(problems)) out += (out.empty() ? "" : "\n") + line;
    return out;
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (auto& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

/// Optimal string alignment: insertions, deletions, substitutions and swaps of two letters count 1.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t other = a[i - 1] == b[j - 1] ? 0 : 1;
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + other});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                now[j] = std::min(now[j], before[j - 2] + 1);
            }
        }
        before.swap(last);
        last.swap(now);
    }
    return last[b.size()];
}

}  // namespace

std::string to_string(const Problem& problem) {
    const auto& at = problem.at;
    return at.file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": " + problem.text;
}

std::vector<std::string> lines_of(const std::vector<Problem>& problems) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < std::min(problems.size(), max_told); ++i)
        out.push_back(to_string(problems[i]));
    if (problems.size() > max_told)
        out.push_back("and " + std::to_string(problems.size() - max_told) + " more");
    return out;
}

InputError::InputError(std::vector<Problem> problems)
    : std::runtime_error(all_lines(problems)), problems_(std::move(problems)) {}

InputError::InputError(Place at, std::string text)
    : InputError(std::vector<Problem>{{std::move(at), std::move(text)}}) {}

std::optional<std::string> nearest_name(std::string_view name, const std::vector<std::string>& candidates) {
    constexpr std::size_t longest = 128;  // nobody means a name by typing more than this
    if (name.empty() || name.size() > longest) return std::nullopt;
    const std::string wanted = lower(name);
    const std::size_t allowed = std::max<std::size_t>(1, wanted.size() / 3);
    const std::string* best = nullptr;
    std::size_t best_distance = allowed + 1;
    for (const auto& candidate : candidates) {
        const std::string have = lower(candidate);
        const std::size_t gap =
            have.size() > wanted.size() ? have.size() - wanted.size() : wanted.size() - have.size();
        std::size_t distance = gap < best_distance ? edit_distance(wanted, have) : gap;
        // The last part alone is often typed: `halflife` for `network.halflife`.
        const auto dot = have.rfind('.');
        if (dot != std::string::npos && have.substr(dot + 1) == wanted) {
            distance = std::min<std::size_t>(distance, 1);
        }
        if (distance < best_distance) {
            best_distance = distance;
            best = &candidate;
        }
    }
    if (best == nullptr) return std::nullopt;
    return *best;
}

std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates) {
    const auto near = nearest_name(name, candidates);
    return near ? "; did you mean " + *near + "?" : std::string{};
}

}  // namespace weefsel::sim
