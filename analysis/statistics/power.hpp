#pragma once

namespace weefsel::analysis {

/// Two groups that a survey compares: respondents in each, and how many times larger a variance is than
/// with as many people drawn at random (1: drawn at random; weights and clusters make it larger).
struct TwoSamples {
    double first;
    double second;
    double design_effect = 1;
};

// Each power below is the probability that a two-sided test at level `alpha` finds a difference that is
// there, in either direction. NaN for samples too small to test.

/// For two shares p and q, by the normal approximation with a pooled variance under no difference.
/// Source: Fleiss, Levin & Paik (2003), Statistical methods for rates and proportions, chapter 4; as
/// power.prop.test of R.
double power_of_shares(double p, double q, TwoSamples samples, double alpha = 0.05);

/// For two means `difference` apart with standard deviation `spread` in both groups, by noncentral t.
/// Source: Cohen (1988), Statistical power analysis, chapter 2; as power.t.test of R.
double power_of_means(double difference, double spread, TwoSamples samples, double alpha = 0.05);

/// The smallest rise of a share above p, and the smallest distance of two means, that the test finds with
/// probability `power`. NaN where even a rise to 1 would be missed.
double detectable_rise_of_share(double p, TwoSamples samples, double power = 0.8, double alpha = 0.05);
double detectable_distance_of_means(double spread, TwoSamples samples, double power = 0.8,
                                    double alpha = 0.05);

}  // namespace weefsel::analysis
