#pragma once
#include <string>

namespace weefsel::app {

/// Whether this is the word of a prediction: six capital letters without Y, of which the last is a check on
/// the others (page/lessons/word.ts, where its meaning stands).
bool is_prediction_word(const std::string& word);

}  // namespace weefsel::app
