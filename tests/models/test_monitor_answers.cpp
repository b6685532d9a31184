#include <catch2/catch.hpp>

#include "models/measure/survey/monitor_answers.hpp"
#include "small_world.hpp"

namespace weefsel::test_monitor_answers {

TEST_CASE("health is called good by fewer the frailer and the more distressed") {
    const SurveyParameters p;
    CHECK(chance_healthy(0.0F, 0.0F, p) == Approx(1 / (1 + std::exp(-p.healthy_level))));
    CHECK(chance_healthy(0.3F, 0.0F, p) < chance_healthy(0.1F, 0.0F, p));
    CHECK(chance_healthy(0.1F, 0.5F, p) < chance_healthy(0.1F, 0.1F, p));
}

}  // namespace weefsel::test_monitor_answers
