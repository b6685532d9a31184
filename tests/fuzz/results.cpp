// A result file that was damaged: opened, and read whole when it can be.
#include <unistd.h>

#include <fstream>

#include "sim/run_file.hpp"
#include "tests/fuzz/only_refused.hpp"

using namespace weefsel;

namespace {

void read_group(const sim::RunFileReader& file, const std::string& group) {
    for (const auto& name : file.names(group)) static_cast<void>(file.variable(group, name));
    for (const auto& name : file.text_names(group)) static_cast<void>(file.texts(group, name));
    for (const auto& inner : file.groups(group))
        read_group(file, group == "/" ? "/" + inner : group + "/" + inner);
}

std::string place() {
    const std::string folder = ::access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    return folder + "/weefsel-fuzz-" + std::to_string(::getpid()) + ".h5";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const struct File {
        std::string path = place();
        ~File() { ::unlink(path.c_str()); }
    } kept;
    std::ofstream(kept.path, std::ios::binary) << fuzz::text_of(data, size);
    fuzz::read_or_refused([] {
        const sim::RunFileReader file(kept.path);
        read_group(file, "/");
    });
    return 0;
}
