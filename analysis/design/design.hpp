#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/error.hpp"

namespace weefsel::analysis {

/// How the points of a design are chosen.
enum class DesignKind : std::uint8_t { grid, list, lhs, sobol, morris, count };

/// How a share 0..1 of a factor becomes its value.
enum class Distribution : std::uint8_t { uniform, loguniform, posterior, levels, count };

/// What a sweep keeps of every run besides its indicators, on request.
enum class Keep : std::uint8_t { groups, money, ledger, reached, count };

/// The only name of a joint factor.
inline constexpr std::string_view joint_name = "posterior";

/// One thing that differs between points.
struct Factor {
    std::string name;    ///< full name of a parameter, a key path of a scenario, or a free name
    bool lever = false;  ///< what somebody chooses; else an uncertainty, which nobody chooses
    Distribution distribution = Distribution::uniform;
    double low = 0, high = 1;         ///< of uniform and loguniform, both included
    bool whole = false;               ///< whole numbers from low to high only, all equally likely
    std::vector<double> levels;       ///< of levels and posterior: equally likely values, in order
    std::vector<std::string> labels;  ///< where levels are texts: what levels 1, 2, ... stand for
    sim::Place at;                    ///< where the design declares it
    bool joint = false;          ///< its levels are numbers, from 1, of sets of parameters fitted together
    std::size_t first_sets = 0;  ///< of a joint one: so many sets from the first; 0: all
    std::string sets_file{};     ///< of a joint one: their file, from the design; empty: that which ships
};

/// A design as its file states it.
struct Design {
    std::string file;
    std::string scenario;  ///< path as written; empty: free factors
    DesignKind kind = DesignKind::lhs;
    std::size_t points = 0;         ///< lhs: points; sobol: base points; morris: trajectories
    std::size_t morris_levels = 4;  ///< p of the Morris grid, even
    bool second_order = false;      ///< sobol: rows for indices of pairs of factors too
    std::uint32_t seed = 1;
    std::size_t replicates = 1;
    std::vector<Factor> factors;          ///< uncertainties first, then levers, each in the order of the file
    std::vector<double> listed;           ///< list: the rows of its file, row-major
    std::vector<std::string> indicators;  ///< outputs that are kept; empty: all
    std::vector<int> years;               ///< of which years; empty: the usual horizons
    std::vector<Keep> keep;               ///< besides indicators, each once, in the order of Keep
    std::vector<sim::Place> indicators_at, years_at;
    sim::Place keep_at;
};

/// Points by factors. A factor of labels holds the number of its label, from 1.
struct Points {
    std::vector<std::string> names;  ///< of the factors, columns
    std::vector<double> values;      ///< row-major
    [[nodiscard]] std::size_t columns() const { return names.size(); }
    [[nodiscard]] std::size_t rows() const { return names.empty() ? 0 : values.size() / names.size(); }
    [[nodiscard]] double at(std::size_t row, std::size_t column) const {
        return values[row * names.size() + column];
    }
};

std::string_view name_of(DesignKind kind);
std::string_view name_of(Keep keep);

/// Reads a design (TOML; INTERFACE.md, "Design of a sweep"). `file` of a list is read too, relative
/// to the design. Throws sim::InputError with everything that is wrong.
Design read_design(const std::string& path);
Design read_design_text(const std::string& text, const std::string& file);

/// More rows than this no design has.
inline constexpr std::size_t max_design_rows = 10'000'000;

/// How many rows points_of gives, without making them: grid: the product of the levels; list: its rows;
/// lhs: points; sobol: points * (k + 2), with second order points * (2 k + 2); morris: points * (k + 1), for
/// k factors.
std::size_t rows_of(const Design& design);

/// Hears how many values were made or written since it was last called; may throw to end the work.
using Beat = std::function<void(std::size_t values)>;

/// The points of a design, a pure function of it; the same bits on every machine.
///
/// grid: every combination of levels, the last factor fastest.
/// list: the rows of its file in their order.
/// lhs: Latin hypercube (McKay, Beckman & Conover 1979): each factor has one value in each of
///   `points` equally likely strata, at a keyed place within it.
/// sobol: Saltelli's matrices from one Sobol' sequence (Boost) in 2k dimensions under keyed nested
///   scrambling, the first k of which make A and the others B. Rows: for each base point i = 0, 1, ... the
///   block of k + 2 rows  A_i, AB_i^1, ..., AB_i^k, B_i,  where AB_i^j is A_i with its factor j (in the
///   order of `factors`) from B_i. This is the order of SALib with calc_second_order = False. With second
///   order the rows BA_i^1, ..., BA_i^k (B_i with one factor from A_i) stand before B_i, as with True.
///   Sources: Saltelli et al. 2010; Owen 1995 (scrambling), 2020 (the first point stays).
/// morris: trajectories of k + 1 rows one after the other, `points` of them. From row to row within a
///   trajectory exactly one factor changes, by delta = p / (2 (p - 1)) of its distribution's share, up or
///   down, on the grid of p levels 0, 1 / (p - 1), ..., 1; each factor once, in a keyed order. Which factor
///   changed is read from the rows themselves. This is the order of SALib's morris without groups.
///   Sources: Morris 1991; Campolongo, Cariboni & Saltelli 2007.
Points points_of(const Design& design, const Beat& beat = {});

/// The value of a factor at the share u, 0..1, of its distribution (its quantile).
double value_at(const Factor& factor, double u);

/// Points as CSV: a header with the names of the factors, numbers with 17 significant digits where
/// they need them (so that reading gives the same bits), labels as their texts.
std::string design_csv(const Points& points, const std::vector<Factor>& factors, const Beat& beat = {});

/// Reads points from CSV (comma; quotes allowed; header with names). Where `factors` are given the columns
/// must be theirs, in any order, and come back in the order of `factors`; texts are taken for labels
/// of a factor that has them. Throws sim::InputError with line and column of every wrong cell.
Points read_design_csv(const std::string& path, const std::vector<Factor>& factors = {});
Points read_design_csv_text(const std::string& text, const std::string& file,
                            const std::vector<Factor>& factors = {});

/// Gives factors with a posterior their levels: the sorted values of the column of that name in a CSV of
/// equally weighted draws (lines that start with # are remarks). Margins only: between factors of a design
/// the draws are independent. A joint factor gets the numbers of the rows, of that file or its own, so that
/// what was fitted together stays together. Throws sim::InputError, at the factor, when a column or a row
/// that is wanted is missing, when there is no such file, or when a grid becomes too large.
void take_posterior(Design& design, const std::string& posterior_csv);
/// Path of the file of a joint factor, as seen from here; empty: that which ships.
std::string sets_path(const Design& design, const Factor& factor);
/// Whether any factor still waits for take_posterior.
bool needs_posterior(const Design& design);

}  // namespace weefsel::analysis
