#pragma once

namespace weefsel::app {

inline constexpr int exit_done = 0;
inline constexpr int exit_failed = 1;       ///< internal error, or some worlds failed
inline constexpr int exit_wrong_input = 2;  ///< wrong usage, wrong input, a place that cannot be written
inline constexpr int exit_interrupted = 3;  ///< the same command resumes

}  // namespace weefsel::app
