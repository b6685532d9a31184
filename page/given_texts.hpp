#pragma once
#include <string>

namespace weefsel::page {

/// A page has no files: what a scenario names is a text that the page was given under that name.
void give_text(const std::string& name, std::string text);

}  // namespace weefsel::page
