#include "analysis/sensitivity/sensitivity_indices.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "sim/error.hpp"
#include "tests/analysis/file_beside_project.hpp"
#include "tests/analysis/known_functions.hpp"

namespace weefsel::test_sensitivity {
using namespace weefsel::analysis;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

const IndexRow& row_of(const Sensitivity& found, const std::string& factor, const std::string& index) {
    for (const auto& row : found.rows)
        if (row.factor == factor && row.index == index) return row;
    throw std::runtime_error("no such index");
}

const IndexNote* note_of(const Sensitivity& found, const std::string& kind) {
    for (const auto& note : found.notes)
        if (note.kind == kind) return &note;
    return nullptr;
}

}  // namespace

TEST_CASE("indices are of the mean over replicates, and luck has its share") {
    const auto points = saltelli_points(512, 3);
    const auto design = studied_design({{"x1", "x2", "x3"}, points});
    StudiedOutput output{"y", {}, 2};
    // Chance of -3 or 3, the same at every point: variance 18 (n - 1), of the mean none.
    for (const double y : evaluated(ishigami, points, 3)) {
        output.values.push_back(y - 3);
        output.values.push_back(y + 3);
    }
    const auto found = sensitivity_of(design, IndexMethod::sobol, output, 1);
    CHECK(row_of(found, "x1", "ST").value.mean == Approx(ishigami_total[0]).margin(0.03));
    CHECK(row_of(found, "x2", "S1").value.mean == Approx(ishigami_first[1]).margin(0.03));
    REQUIRE(note_of(found, "luck_share") != nullptr);
    CHECK(note_of(found, "luck_share")->value == Approx(18 / (18 + 13.84)).margin(0.02));
    CHECK(note_of(found, "luck_in_means")->value == Approx(0).margin(1e-9));
    CHECK(note_of(found, "luck_in_means")->text.find("say nothing") == std::string::npos);
}

TEST_CASE("indices of noise alone come with a warning, and so does an emulator that predicts nothing",
          "[long]") {
    const auto points = sobol_points(64, 2);
    const auto design = studied_design({{"a", "b"}, points});
    StudiedOutput output{"y", {}, 2};
    // Two replicates that have nothing to do with the point or with each other: digits of multiples of
    // irrational numbers.
    for (std::size_t i = 1; i <= 64; ++i)
        for (const double by : {0.754877, 0.569840})
            output.values.push_back(std::fmod(1000 * by * static_cast<double>(i * i), 1.0));
    const auto found = sensitivity_of(design, IndexMethod::emulator, output, 1);
    CHECK(note_of(found, "luck_in_means")->value > 0.9);
    CHECK(note_of(found, "luck_in_means")->text.find("say nothing") != std::string::npos);
    CHECK(note_of(found, "predicted_share")->text.find("say little") != std::string::npos);
}

TEST_CASE("a row of which one replicate failed takes its block along, and the note names the row") {
    const auto points = saltelli_points(16, 2);
    const auto design = studied_design({{"a", "b"}, points});
    StudiedOutput output{"y", {}, 2};
    for (const double y : evaluated([](auto x) { return x[0] + 2 * x[1]; }, points, 2))
        output.values.insert(output.values.end(), {y, y});
    output.values[2 * 9 + 1] = missing;  // row 10, in the third block of four
    const auto found = sensitivity_of(design, IndexMethod::sobol, output, 1);
    REQUIRE(note_of(found, "blocks_left_out") != nullptr);
    CHECK(note_of(found, "blocks_left_out")->value == 1);
    CHECK(note_of(found, "blocks_left_out")->text == "1 of 16 blocks left out: no value in row 10");
    CHECK(row_of(found, "b", "S1").value.n == 15);
}

TEST_CASE("rows for second order change no index") {
    // The same blocks with and without BA rows in between.
    const auto plain = saltelli_points(32, 2);
    std::vector<double> with;
    for (std::size_t b = 0; b < 32; ++b) {
        const double* block = &plain[b * 8];
        with.insert(with.end(), block, block + 6);
        with.insert(with.end(), {block[0], block[7], block[6], block[1]});
        with.insert(with.end(), block + 6, block + 8);
    }
    const auto f = [](std::span<const double> x) { return x[0] * x[0] + x[1]; };
    const auto one = studied_design({{"a", "b"}, plain}), other = studied_design({{"a", "b"}, with});
    REQUIRE(other.block_rows == 6);
    const auto found = sensitivity_of(one, IndexMethod::sobol, {"y", evaluated(f, plain, 2), 1}, 1);
    const auto same = sensitivity_of(other, IndexMethod::sobol, {"y", evaluated(f, with, 2), 1}, 1);
    CHECK(sensitivity_csv(found.rows) == sensitivity_csv(same.rows));
}

TEST_CASE("an emulator leaves out failed rows with a note and says how well it predicts", "[long]") {
    auto points = sobol_points(60, 2);
    const auto design = studied_design({{"a", "b"}, points});
    StudiedOutput output{"y", evaluated([](auto x) { return 3 * x[0] + x[1]; }, points, 2), 1};
    output.values[4] = missing;
    const auto found = sensitivity_of(design, IndexMethod::emulator, output, 1);
    CHECK(row_of(found, "a", "S1").value.mean == Approx(0.9).margin(0.02));
    CHECK(row_of(found, "b", "ST").value.mean == Approx(0.1).margin(0.02));
    CHECK(note_of(found, "rows_left_out")->text == "1 of 60 rows left out: no value in row 5");
    CHECK(note_of(found, "predicted_share")->value > 0.99);
    output.values.assign(60, 5.0);
    const auto flat = sensitivity_of(design, IndexMethod::emulator, output, 1);
    CHECK(note_of(flat, "no_index")->text == "no index: the output does not vary");
    CHECK(std::isnan(row_of(flat, "a", "ST").value.mean));
}

TEST_CASE("800 runs of a published care model have indices that add up, through an emulator",
          "[long][data]") {
    const auto file = reference_file("linked-lives-800-runs.csv");
    if (file.rows.empty()) return;
    constexpr std::size_t factors = 10;
    Points points;
    points.names.assign(file.names.begin(), file.names.begin() + factors);
    StudiedOutput output{"y", {}, 1};
    for (std::size_t r = 0; r < file.rows.size(); r += 2) {  // every other run, for time
        points.values.insert(points.values.end(), file.rows[r].begin(), file.rows[r].begin() + factors);
        output.values.push_back(file.rows[r][factors]);
    }
    const auto design = studied_design(points);
    CHECK(design.suited() == IndexMethod::emulator);
    const auto found = sensitivity_of(design, IndexMethod::emulator, output, 1);
    double first = 0, total = 0;
    for (const auto& name : points.names) {
        const auto& s = row_of(found, name, "S1").value;
        const auto& t = row_of(found, name, "ST").value;
        first += s.mean;
        total += t.mean;
        CHECK(s.mean < t.mean + 0.02);
        CHECK(s.lower <= s.mean);
        CHECK(s.mean <= s.upper);
        UNSCOPED_INFO(name << " S1 " << s.mean << " ST " << t.mean);
    }
    CHECK(first > 0.5);
    CHECK(first < 1.02);
    CHECK(total > 0.98);
}

TEST_CASE("tables of indices and notes are tidy, and what is unknown is empty") {
    const std::vector<IndexRow> rows{{"y,1", "a", "S1", {0.5, 0.25, 0.75, 8}},
                                     {"y,1", "a", "ST", {missing, missing, missing, 0}}};
    CHECK(sensitivity_csv(rows) ==
          "output,factor,index,value,lower,upper\n\"y,1\",a,S1,0.5,0.25,0.75\n\"y,1\",a,ST,,,\n");
    CHECK(notes_csv({{"y", "no_index", missing, "no index: \"why\""}}) ==
          "output,note,value,text\ny,no_index,,\"no index: \"\"why\"\"\"\n");
}

TEST_CASE("a method that does not suit the points, and values that do not fit, are the caller's error") {
    const auto design = studied_design({{"a"}, {0.1, 0.7, 0.2, 0.4, 0.5}});
    CHECK_THROWS_AS(sensitivity_of(design, IndexMethod::sobol, {"y", std::vector<double>(5, 1.0), 1}, 1),
                    sim::InvariantError);
    CHECK_THROWS_AS(sensitivity_of(design, IndexMethod::emulator, {"y", std::vector<double>(4, 1.0), 1}, 1),
                    sim::InvariantError);
}

}  // namespace weefsel::test_sensitivity
