#pragma once
#include <vector>

#include "app/compare/answer_text.hpp"
#include "tests/analysis/small_study.hpp"

/// A comparison of the small study of which nothing is found yet: a test puts in what it is about.
struct SmallFindings {
    weefsel::Scenario scenario;
    weefsel::analysis::Names names;
    weefsel::analysis::Cube cube{weefsel::analysis::small_layout(), {2, 1, 2}};
    std::vector<weefsel::analysis::Comparison> comparisons;
    std::vector<weefsel::OptionMoney> expected;
    weefsel::analysis::Answer answer;
    weefsel::analysis::Assumptions assumptions;
    std::vector<weefsel::analysis::HowSure> sure;
    std::vector<weefsel::analysis::ResultTable> decision;
    std::vector<weefsel::analysis::Noticeable> noticeable;

    [[nodiscard]] weefsel::app::Findings findings() const {
        return {scenario, names,       cube, comparisons, expected,  1,
                answer,   assumptions, sure, decision,    noticeable};
    }
};
