#pragma once
#include <string>
#include <string_view>

namespace weefsel::sim {

/// Writes `text` to `path` whole or not at all: aside (see name_aside), synced, renamed.
/// A path that is there and is no ordinary file (a pipe, a device) is written to as it is.
/// Throws std::runtime_error with path and reason.
void write_whole(const std::string& path, std::string_view text);

/// The text of a file, of at most 4 GiB. What is no ordinary file gives at most 64 MiB; a pipe is read to its
/// end, and refused when nobody opens it to write within five seconds. Throws InputError when it cannot be
/// read.
std::string read_whole(const std::string& path);

/// Whether `path` is an ordinary file, or a link to one: what can be read twice and ends.
bool is_regular_file(const std::string& path);
/// One name for one file, whichever way it was named; empty where the system cannot say.
std::string canonical_name(const std::string& path);
/// Throws InputError that says what `path` is instead (a folder, a pipe, a device), or that it is not there.
/// To be asked before a library opens a file, which on a pipe waits without end.
void require_regular_file(const std::string& path);

/// A name beside `path`, on the same disk, that ends on `.part` and that no other writer uses: none in this
/// process, in another one, or on another machine that sees the disk.
std::string name_aside(const std::string& path);

/// Takes away what writers of `path` that were killed left beside it (see name_aside). Only for who holds
/// `path` alone: what another process writes at this moment looks the same.
void remove_leftovers(const std::string& path);
/// The same for every file of a folder.
void remove_leftovers_in(const std::string& folder);

/// Moves a file that was written whole at `aside` (see name_aside) to `path`, which it replaces.
/// Throws std::runtime_error with path and reason; `aside` is then still there.
void put_in_place(const std::string& aside, const std::string& path);

/// Waits until a file lies on the disk. Throws std::runtime_error with path and reason.
void sync_file(const std::string& path);

/// Throws the error that write_whole would throw when `path` is a folder, lies in no folder or may
/// not be written: to be asked before long work.
void refuse_unwritable(const std::string& path);

/// Makes a write beyond the permitted size of a file fail with a reason, as a full disk does, where
/// the system would end the program. For the program to call once, before it writes.
void let_oversize_writes_fail();

}  // namespace weefsel::sim
