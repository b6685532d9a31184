#include "app/class/prediction_word.hpp"

#include <array>
#include <string_view>

namespace weefsel::app {

bool is_prediction_word(const std::string& word) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXZ";
    constexpr std::array<std::size_t, 6> weights{1, 2, 3, 4, 1, 2};
    if (word.size() != weights.size()) return false;
    std::size_t sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const auto number = letters.find(word[i]);
        if (number == std::string_view::npos) return false;
        sum += weights[i] * number;
    }
    return sum % letters.size() == 0;
}

}  // namespace weefsel::app
