#pragma once
#include <catch2/catch.hpp>
#include <cstddef>
#include <string>
#include <vector>

#include "models/study/study.hpp"

/// An option with workers and a place, and one without lines, to be put behind a small scenario.
inline const std::string with_staff = R"(
[[option]]
name = "a"
[[option.line]]
name = "team"
form = "structural"
source = "structural"
buys = [ { role = "opbouwwerker", fte = 2 }, { role = "sociaal_werker", fte = 2 }, { place = "buurthuis", hours_week = 10 } ]
)";
inline const std::string nothing = "[[option]]\nname = \"nothing\"\n";

/// Values of a column of a block, of one option.
inline std::vector<double> column_of(const weefsel::Study& study, const weefsel::sim::WorldResult& world,
                                     const std::string& group, const std::string& name) {
    std::size_t from = 0;
    for (const auto& block : study.layout().blocks)
        for (const auto& column : block.columns) {
            const std::size_t n = block.values(column);
            if (block.group == group && column.name == name)
                return {world.blocks.begin() + static_cast<std::ptrdiff_t>(from),
                        world.blocks.begin() + static_cast<std::ptrdiff_t>(from + n)};
            from += n;
        }
    FAIL("no " << group << "/" << name);
    return {};
}
