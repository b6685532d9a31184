#include "analysis/decision/net_present_value.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "sim/error.hpp"

namespace weefsel::test_net_present_value {
using namespace weefsel::analysis;

TEST_CASE("100 spread over each of three years is worth what an annuity table says, half a year later") {
    // (1 - 1.03^-3) / 0.03 = 2.828611 at the end of each year.
    const auto three_years = [](double rate) {
        return 100 * (discount_factor(1, rate) + discount_factor(2, rate) + discount_factor(3, rate));
    };
    CHECK(three_years(0.03) == Approx(282.8611 * std::sqrt(1.03)).epsilon(1e-6));
    CHECK(three_years(0) == 300);
}

TEST_CASE("half of a saving becomes cash a year and a half later, divided over two years") {
    // 100 in year 1: 50 in cash, of which half in year 2 and half in year 3; 40 in year 2 likewise.
    const auto cash = cashable(std::vector<double>{100, 40, 0, 0}, 0.5, 1.5);
    CHECK(cash == std::vector<double>{0, 25, 35, 10});
    CHECK(cashable(std::vector<double>{100, 40}, 1, 0) == std::vector<double>{100, 40});
    CHECK(cashable(std::vector<double>{100, 40}, 0.25, 1) == std::vector<double>{0, 25});
    CHECK(cashable(std::vector<double>{100, 40}, 1, 9.5) == std::vector<double>{0, 0});
    CHECK_THROWS_AS(cashable(std::vector<double>{1}, 1.1, 0), sim::InvariantError);
    CHECK_THROWS_AS(cashable(std::vector<double>{1}, 1, -1), sim::InvariantError);
}

}  // namespace weefsel::test_net_present_value
