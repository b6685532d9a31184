#include "app/terminal/language.hpp"

#include <cstdlib>

namespace weefsel::app {

analysis::Reading reading_of(const std::string& asked) {
    std::string language = asked;
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nothing sets it
        if (language.empty() && value != nullptr) language = value;
    }
    return language.starts_with("nl") ? analysis::Reading::nl : analysis::Reading::en;
}

}  // namespace weefsel::app
