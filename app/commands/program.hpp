#pragma once

namespace weefsel::app {

/// The whole program: reads the command line, does what it says, and says what is wrong. Gives the exit code.
int run_program(int argc, const char* const* argv);

}  // namespace weefsel::app
