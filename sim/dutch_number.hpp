#pragma once
#include <string>

namespace weefsel::sim {

/// A number in digits as Dutch writes it: a comma for the decimal point, a point between thousands.
inline std::string dutch_number(std::string digits) {
    for (char& c : digits) {
        if (c == '.')
            c = ',';
        else if (c == ',')
            c = '.';
    }
    return digits;
}

}  // namespace weefsel::sim
