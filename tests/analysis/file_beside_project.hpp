#pragma once
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/beside_project.hpp"

namespace weefsel::analysis {

/// A comma-separated file of numbers under a row of names.
struct NumberFile {
    std::vector<std::string> names;
    std::vector<std::vector<double>> rows;
};

/// Reads ../shared/data/reference/`name`; no rows where the data are absent (see beside_project).
inline NumberFile reference_file(const std::string& name) {
    NumberFile out;
    const auto path = beside_project("reference/" + name);
    if (path.empty()) return out;
    std::ifstream in(path);
    std::string line, field;
    for (bool first = true; std::getline(in, line); first = false) {
        std::istringstream fields(line);
        if (!first) out.rows.emplace_back();
        while (std::getline(fields, field, ',')) {
            if (first)
                out.names.push_back(field);
            else
                out.rows.back().push_back(std::stod(field));
        }
    }
    return out;
}

}  // namespace weefsel::analysis
