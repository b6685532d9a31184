#pragma once
#include <cstdint>
#include <string>

namespace weefsel::analysis {

/// The scale on which a quantity is drawn and moved: as it is, its logarithm (sign kept), or its logit.
enum class Scale : std::uint8_t { linear, log, logit };

/// What is believed of one free parameter before the data: uniform or normal on its scale, cut off at
/// `low` and `high`. Numbers are values, not scaled; `low` < `high`.
struct Prior {
    std::string name;
    Scale scale = Scale::linear;
    bool normal = false;
    double low = 0, high = 1;
    double centre = 0;  ///< of a normal: the median before it is cut off
    double spread = 1;  ///< of a normal: standard deviation on the scale
};

/// A value on the scale of the prior, and back.
double scaled(const Prior& prior, double value);
double unscaled(const Prior& prior, double at);

/// Where a share `p` (strictly between 0 and 1) of the prior lies below, on the scale.
double quantile_of(const Prior& prior, double p);

/// Density on the scale up to a constant; 0 outside `low` to `high`.
double density_of(const Prior& prior, double at);

/// Standard deviation on the scale, from a thousand equally likely values.
double width_of(const Prior& prior);

}  // namespace weefsel::analysis
