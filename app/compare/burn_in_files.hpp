#pragma once
#include <cstddef>
#include <string>

#include "models/study/burn_in_store.hpp"

namespace weefsel::app {

/// States at the end of burn-ins, kept between commands, one file each. What another build of the program
/// wrote is never read: the folder carries a digest of the program itself. A file that is torn counts as
/// none, and what cannot be kept is not: nobody's results hang on it.
class BurnInFiles {
public:
    /// Of all files together, unless another number is stated.
    static constexpr std::size_t most_bytes = std::size_t{1} << 30U;

    /// Of a study of so many units; where they would take more than half of `most`, nothing is kept. `folder`
    /// empty: nothing is kept or found.
    BurnInFiles(std::string folder, std::size_t units, std::size_t most = most_bytes);
    BurnInFiles(const BurnInFiles&) = delete;
    BurnInFiles& operator=(const BurnInFiles&) = delete;
    /// Takes away the files that were not used for longest, where all together are more than `most`.
    ~BurnInFiles();

    /// Must not outlive this.
    [[nodiscard]] BurnInStore store() const;

private:
    std::string folder_, own_;  ///< of all builds; of this build
    std::size_t units_, most_;
};

/// Where burn-ins are kept: WEEFSEL_CACHE, else `weefsel` in XDG_CACHE_HOME, else in ~/.cache. Empty where
/// WEEFSEL_CACHE is `off`, or the environment names no place.
std::string burn_in_folder();

}  // namespace weefsel::app
