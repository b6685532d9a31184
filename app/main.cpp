#include "app/commands/program.hpp"

int main(int argc, char** argv) { return weefsel::app::run_program(argc, argv); }
