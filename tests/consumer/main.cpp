#include <array>
#include <cstdio>

#include "analysis/statistics/interval.hpp"
#include "models/parameters/parameters.hpp"
#include "models/world/life_table.hpp"
#include "sim/provenance.hpp"
#include "sim/run_file.hpp"

int main() {
    weefsel::Parameters parameters;
    const auto mean = weefsel::analysis::t_interval(std::array{1.0, 2.0, 3.0}).mean;
    weefsel::sim::RunFileWriter file("consumer.h5");
    file.attribute("title", "a file of a consumer");
    file.commit();
    std::printf("weefsel %s with %zu parameters; a mean of %g\n", weefsel::sim::provenance().version.c_str(),
                weefsel::table_of(parameters).rows().size(), mean);
    return mean == 2.0 && weefsel::death_rate(80, weefsel::Sex::female) > 0 ? 0 : 1;
}
