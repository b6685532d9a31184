#pragma once
#include <cstdint>
#include <vector>

#include "models/measure/survey/survey_counts.hpp"
#include "models/parameters/survey_parameters.hpp"
#include "models/world/neighbourhood.hpp"
#include "sim/month.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// The same adults interviewed before the first month and after one, four and seven years: who becomes
/// lonely, who recovers, and how far they keep their order. Each as answered on eleven items, and as the
/// state has it (what an interview without error would find).
class LonelinessPanel {
public:
    void begin(const Neighbourhood& n, const SurveyParameters& p, const sim::RandomSource& draws,
               sim::Month now);
    /// At the end of a year, counted from 1.
    void end_year(int year, const Neighbourhood& n, const SurveyParameters& p, const sim::RandomSource& draws,
                  sim::Month now, SurveyCounts& counts) const;

private:
    struct Person {
        sim::BirthNumber who;
        float answered, state;  ///< 0..11
    };
    std::vector<Person> people_;
    float answered_from_ = 0, state_from_ = 0;  ///< scores that the share of FACTS T16 passes
};

}  // namespace weefsel
