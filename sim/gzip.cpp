#include "sim/gzip.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <memory>
#include <string_view>
#include <vector>

#include "sim/error.hpp"

namespace weefsel::sim {

std::string unzipped(std::string bytes, const std::string& file, std::size_t most) {
    if (!bytes.starts_with("\x1F\x8B")) return bytes;
    constexpr int gzip_header = 16;
    constexpr std::size_t piece = 262144, taken_at_once = 1 << 30;
    z_stream stream{};
    require(inflateInit2(&stream, MAX_WBITS + gzip_header) == Z_OK, "a reader of gzip was made");
    const auto ends = [](z_stream* s) { inflateEnd(s); };
    const std::unique_ptr<z_stream, decltype(ends)> held(&stream, ends);
    std::vector<unsigned char> buffer(piece);
    std::string out;
    std::string_view rest = bytes;
    int state = Z_OK;
    while (state != Z_STREAM_END || !rest.empty()) {
        if (state == Z_STREAM_END) inflateReset(&stream);  // another member follows
        const auto now = rest.substr(0, taken_at_once);
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(now.data()));
        stream.avail_in = static_cast<uInt>(now.size());
        stream.next_out = buffer.data();
        stream.avail_out = static_cast<uInt>(buffer.size());
        state = inflate(&stream, Z_NO_FLUSH);
        const std::size_t got = buffer.size() - stream.avail_out;
        rest.remove_prefix(now.size() - stream.avail_in);
        if (state != Z_OK && state != Z_STREAM_END)
            throw InputError({file, 1, 1}, "the file that gzip made is damaged or cut off");
        if (out.size() + got > most)
            throw InputError({file, 1, 1}, fmt::format("it unpacks to more than {} MB", most / 1000000));
        out.append(reinterpret_cast<const char*>(buffer.data()), got);
    }
    return out;
}

}  // namespace weefsel::sim
