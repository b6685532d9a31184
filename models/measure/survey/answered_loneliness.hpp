#pragma once
#include <vector>

#include "models/parameters/survey_parameters.hpp"
#include "models/world/resident_state.hpp"

namespace weefsel {

/// What a survey among everybody would find, without the noise of its sample: chances that somebody as
/// lonely as this answers 3 or more (lonely) and 9 or more (severely lonely) of the eleven items as a lonely
/// person would, over the moods of a day and the answers (see answers_11). Indicators are means of these
/// chances; who answers what in one interview is drawn in surveys and trials alone.
class AnsweredLoneliness {
public:
    /// Works out the chances on a grid of both parts; between its points they are interpolated (error below
    /// 0.005).
    explicit AnsweredLoneliness(const SurveyParameters& p);

    struct Chances {
        std::vector<float> lonely, severe;  ///< per row of residents, 0..1
    };
    [[nodiscard]] Chances of(const Residents& residents) const;

private:
    static constexpr int steps = 64;
    std::vector<float> lonely_, severe_;  ///< [emotional][social], steps + 1 each, by share of the items
};

}  // namespace weefsel
