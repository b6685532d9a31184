// The points of a design.
#include <algorithm>
#include <boost/random/sobol.hpp>
#include <cmath>
#include <numeric>
#include <utility>

#include "analysis/design/design.hpp"
#include "sim/numeric.hpp"
#include "sim/random_source.hpp"

namespace weefsel::analysis {
namespace {

/// What is drawn for a factor; append only.
enum class Stream : std::uint8_t { stratum, scramble, start, order };

/// A factor's own number: of its name, so that one factor more leaves the others' chance as it was (FNV-1a).
sim::BirthNumber number_of(const std::string& name) {
    constexpr std::uint64_t offset = 0xcbf29ce484222325ULL, prime = 0x100000001b3ULL;
    std::uint64_t h = offset;
    for (const char c : name) h = (h ^ static_cast<unsigned char>(c)) * prime;
    return sim::mix64(h);
}

/// Random bits of a design, each by its key.
class KeyedBits {
public:
    explicit KeyedBits(std::uint32_t seed) : draws_(seed, 0) {}
    /// 64 bits; `second`: another, independent one of the same index.
    [[nodiscard]] std::uint64_t bits(Stream stream, const Factor& factor, std::size_t index,
                                     bool second = false) const {
        const auto block =
            draws_.block(stream, number_of(factor.name), sim::Month{0}, static_cast<std::uint32_t>(index));
        const std::size_t at = second ? 2 : 0;
        return (std::uint64_t{block[at]} << 32U) | block[at + 1];
    }

private:
    sim::RandomSource draws_;
};

/// The number with each of its 53 high bits turned by a random bit that hangs on the bits above it: a keyed
/// random choice among all permutations that keep a net a net. A shift alone leaves in place how dimensions
/// go together. Source: Owen (1995), Randomly permuted (t,m,s)-nets and (t,s)-sequences.
std::uint64_t scrambled(std::uint64_t x, std::uint64_t key) {
    constexpr unsigned width = 64, used = 53;
    std::uint64_t out = 0;
    for (unsigned bit = 0; bit < used; ++bit) {
        const std::uint64_t above = bit == 0 ? 0 : x >> (width - bit);
        const std::uint64_t turned = sim::mix64(key + sim::mix64(above ^ sim::mix64(bit)));
        out |= (x ^ turned << (width - 1U - bit)) & std::uint64_t{1} << (width - 1U - bit);
    }
    return out;
}

/// 0 <= u < 1 from the high 53 bits.
double share_of(std::uint64_t bits) { return static_cast<double>(bits >> 11U) * 0x1p-53; }

/// Tells of a piece of work now and then, and of the rest at the end of it.
class Counted {
public:
    explicit Counted(const Beat& beat) : beat_(beat) {}
    void add(std::size_t values) {
        constexpr std::size_t now_and_then = 1U << 14U;
        untold_ += values;
        if (untold_ >= now_and_then) tell();
    }
    void tell() {
        if (beat_ && untold_ > 0) beat_(std::exchange(untold_, 0));
    }

private:
    const Beat& beat_;
    std::size_t untold_ = 0;
};

void set_row(Points& points, const std::vector<Factor>& factors, std::size_t row,
             const std::vector<double>& shares) {
    for (std::size_t j = 0; j < factors.size(); ++j)
        points.values[row * factors.size() + j] = value_at(factors[j], shares[j]);
}

void fill_grid(Points& points, const Design& design, Counted& made) {
    std::size_t repeat = points.rows();
    for (std::size_t j = 0; j < design.factors.size(); ++j) {
        const auto& levels = design.factors[j].levels;
        repeat /= levels.size();
        for (std::size_t i = 0; i < points.rows(); ++i) {
            points.values[i * points.columns() + j] = levels[i / repeat % levels.size()];
            made.add(1);
        }
    }
}

void fill_latin_hypercube(Points& points, const Design& design, Counted& made) {
    const KeyedBits keyed(design.seed);
    const std::size_t n = design.points;
    std::vector<std::size_t> order(n);
    std::vector<std::uint64_t> priority(n);
    for (std::size_t j = 0; j < design.factors.size(); ++j) {
        const auto& factor = design.factors[j];
        for (std::size_t i = 0; i < n; ++i) priority[i] = keyed.bits(Stream::stratum, factor, i);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return priority[a] != priority[b] ? priority[a] < priority[b] : a < b;
        });
        for (std::size_t stratum = 0; stratum < n; ++stratum) {
            const std::size_t i = order[stratum];
            const double within = share_of(keyed.bits(Stream::stratum, factor, i, true));
            points.values[i * points.columns() + j] =
                value_at(factor, (static_cast<double>(stratum) + within) / static_cast<double>(n));
            made.add(1);
        }
    }
}

/// Rows for each base point.
std::size_t saltelli_rows(const Design& design) {
    return design.factors.size() * (design.second_order ? 2 : 1) + 2;
}

/// Boost leaves out the first point of the sequence, which is all zeros; scrambled it is a point as any.
void fill_saltelli(Points& points, const Design& design, Counted& made) {
    const KeyedBits keyed(design.seed);
    const auto& factors = design.factors;
    const std::size_t k = factors.size();
    std::vector<std::uint64_t> key;
    for (const bool of_b : {false, true})
        for (const auto& factor : factors) key.push_back(keyed.bits(Stream::scramble, factor, 0, of_b));
    boost::random::sobol sequence(2 * k);
    std::vector<double> a(k), b(k), ab(k);
    for (std::size_t i = 0; i < design.points; ++i) {
        for (std::size_t d = 0; d < 2 * k; ++d) {
            const std::uint64_t next = i == 0 ? 0 : sequence();
            (d < k ? a[d] : b[d - k]) = share_of(scrambled(next, key[d]));
        }
        const std::size_t first = i * saltelli_rows(design);
        set_row(points, factors, first, a);
        for (std::size_t j = 0; j < k; ++j) {
            ab = a;
            ab[j] = b[j];
            set_row(points, factors, first + 1 + j, ab);
        }
        for (std::size_t j = 0; design.second_order && j < k; ++j) {
            ab = b;
            ab[j] = a[j];
            set_row(points, factors, first + 1 + k + j, ab);
        }
        set_row(points, factors, first + saltelli_rows(design) - 1, b);
        made.add(saltelli_rows(design) * k);
    }
}

void fill_trajectories(Points& points, const Design& design, Counted& made) {
    const KeyedBits keyed(design.seed);
    const auto& factors = design.factors;
    const std::size_t k = factors.size(), half = design.morris_levels / 2;
    const auto steps = static_cast<double>(design.morris_levels - 1);
    std::vector<std::size_t> level(k), order(k);
    std::vector<std::uint64_t> priority(k);
    std::vector<double> shares(k);
    for (std::size_t t = 0; t < design.points; ++t) {
        for (std::size_t j = 0; j < k; ++j) {
            level[j] = keyed.bits(Stream::start, factors[j], t) % (2 * half);
            priority[j] = keyed.bits(Stream::order, factors[j], t);
            shares[j] = static_cast<double>(level[j]) / steps;
        }
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
            return priority[x] != priority[y] ? priority[x] < priority[y] : x < y;
        });
        std::size_t row = t * (k + 1);
        set_row(points, factors, row, shares);
        for (const std::size_t j : order) {
            level[j] = level[j] < half ? level[j] + half : level[j] - half;
            shares[j] = static_cast<double>(level[j]) / steps;
            set_row(points, factors, ++row, shares);
        }
        made.add((k + 1) * k);
    }
}

}  // namespace

double value_at(const Factor& factor, double u) {
    if (!factor.levels.empty()) {
        const auto n = static_cast<double>(factor.levels.size());
        return factor.levels[static_cast<std::size_t>(std::clamp(std::floor(u * n), 0.0, n - 1))];
    }
    double value = factor.low;
    if (factor.whole) {
        value = std::floor(factor.low + u * (factor.high - factor.low + 1));
    } else if (factor.distribution == Distribution::loguniform) {
        const float ratio = sim::log_of(static_cast<float>(factor.high / factor.low));
        value = factor.low * static_cast<double>(sim::exp_of(static_cast<float>(u) * ratio));
    } else {
        value = factor.low + u * (factor.high - factor.low);
    }
    return u >= 1 ? factor.high : std::clamp(value, factor.low, factor.high);
}

std::size_t rows_of(const Design& design) {
    const std::size_t k = design.factors.size();
    switch (design.kind) {
        case DesignKind::grid: {
            std::size_t n = 1;
            for (const auto& factor : design.factors) n *= factor.levels.size();
            return n;
        }
        case DesignKind::list:
            return k == 0 ? 0 : design.listed.size() / k;
        case DesignKind::lhs:
            return design.points;
        case DesignKind::sobol:
            return design.points * saltelli_rows(design);
        case DesignKind::morris:
            return design.points * (k + 1);
        case DesignKind::count:
            break;
    }
    throw sim::InvariantError("every kind of design has its points");
}

Points points_of(const Design& design, const Beat& beat) {
    sim::require(!needs_posterior(design), "a posterior is taken before points are made");
    Points points;
    for (const auto& factor : design.factors) points.names.push_back(factor.name);
    if (design.kind == DesignKind::list) {
        points.values = design.listed;
        return points;
    }
    points.values.resize(rows_of(design) * points.columns());
    Counted made(beat);
    if (design.kind == DesignKind::grid) fill_grid(points, design, made);
    if (design.kind == DesignKind::lhs) fill_latin_hypercube(points, design, made);
    if (design.kind == DesignKind::sobol) fill_saltelli(points, design, made);
    if (design.kind == DesignKind::morris) fill_trajectories(points, design, made);
    made.tell();
    return points;
}

}  // namespace weefsel::analysis
