#include "analysis/results/run_crate.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "tests/analysis/temporary_folder.hpp"

namespace weefsel::test_run_crate {
using namespace weefsel::analysis;
using Catch::Matchers::Contains;

namespace {

RunCrate crate_in(const std::string& folder) {
    std::ofstream(folder + "/aside", std::ios::binary) << "abc";
    std::ofstream(folder + "/in.toml", std::ios::binary) << "";
    return {"Structural or <by project>?",
            "",
            "weefsel compare \"my study.toml\"",
            "2022-06-13T09:30:00Z",
            "2022-06-13T09:31:00Z",
            {{"in.toml", folder + "/in.toml", "what went in", "application/toml", "my study.toml"}},
            {{"out.h5", folder + "/aside", "what came out", "application/x-hdf5", ""}}};
}

}  // namespace

TEST_CASE("provenance tells the size and the digest of each file under the name that it will have") {
    const TemporaryFolder folder;
    const auto json = run_crate_json(crate_in(folder.path()));
    // SHA-256 of `abc`, FIPS 180-2, appendix B.1.
    CHECK_THAT(json,
               Contains(R"({"@id":"out.h5","@type":"File","name":"out.h5","description":"what came out",)"
                        R"("encodingFormat":"application/x-hdf5","contentSize":"3",)"
                        R"("sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"})"));
    CHECK_THAT(json, Contains(R"("alternateName":"my study.toml")"));
    CHECK_THAT(json, Contains(R"("hasPart":[{"@id":"out.h5"},{"@id":"in.toml"}])"));
    CHECK_THAT(json, Contains(R"("object":{"@id":"in.toml"})"));
    CHECK_THAT(json, Contains(R"("result":{"@id":"out.h5"})"));  // one is no list
    CHECK_THAT(json, Contains(R"("name":"Structural or \u003cby project>?")"));
    CHECK_THAT(json, Contains(R"("description":"weefsel compare \"my study.toml\"")"));
    CHECK_THAT(json, Contains(R"("startTime":"2022-06-13T09:30:00Z","endTime":"2022-06-13T09:31:00Z")"));
}

TEST_CASE("provenance of a file that is not there is refused") {
    const TemporaryFolder folder;
    auto crate = crate_in(folder.path());
    crate.results.front().path = folder.path() + "/nowhere";
    CHECK_THROWS_WITH(run_crate_json(crate), Contains("nowhere"));
}

}  // namespace weefsel::test_run_crate
