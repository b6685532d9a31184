#pragma once
#include <string>

namespace weefsel::app {

/// What every command understands.
struct CommonArguments {
    std::string typed;            ///< the whole command as typed, for the record
    int threads = 0;              ///< 0: all cores
    bool quiet = false;           ///< no progress and no remarks
    bool json = false;            ///< one machine-readable result on standard output
    std::string language = "en";  ///< of what people read: nl or en; empty: that of the environment
    bool force = false;           ///< replace what is there, though it is of something else
    bool keep_burn_ins = true;    ///< begin where an earlier study's burn-in of the same kind ended
};

}  // namespace weefsel::app
