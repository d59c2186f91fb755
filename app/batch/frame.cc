#include "app/batch/frame.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>

namespace vanthu {
namespace {

constexpr std::uint32_t max_part = 32 << 20;  // bytes

using Sizes = std::array<std::uint32_t, 2>;

Error garbled(const std::string& what) { return {ErrorCode::bad_json, "", what}; }

Json header_of(std::string_view text) {
  Json header = parse_json(text);
  if (!header.is_object()) throw garbled("a frame without an object");
  return header;
}

// False at the end of the input.
bool read_all(int fd, char* to, std::size_t size) {
  while (size > 0) {
    const ssize_t got = ::read(fd, to, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    to += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

Sizes checked(Sizes sizes) {
  for (const std::uint32_t size : sizes)
    if (size > max_part) throw garbled("a frame of " + std::to_string(size) + " bytes");
  return sizes;
}

}  // namespace

std::string encode(const Frame& frame) {
  const std::string header = frame.header.dump(-1, ' ', false, Json::error_handler_t::replace);
  const Sizes sizes = checked(
      {static_cast<std::uint32_t>(header.size()), static_cast<std::uint32_t>(frame.body.size())});
  std::string out(sizeof sizes, '\0');
  std::memcpy(out.data(), sizes.data(), sizeof sizes);
  return out + header + frame.body;
}

std::optional<Frame> FrameParser::next() {
  Sizes sizes{};
  if (buffer_.size() < sizeof sizes) return std::nullopt;
  std::memcpy(sizes.data(), buffer_.data(), sizeof sizes);
  checked(sizes);
  const std::size_t whole = sizeof sizes + sizes[0] + sizes[1];
  if (buffer_.size() < whole) return std::nullopt;
  Frame frame{header_of(std::string_view(buffer_).substr(sizeof sizes, sizes[0])),
              buffer_.substr(sizeof sizes + sizes[0], sizes[1])};
  buffer_.erase(0, whole);
  return frame;
}

std::optional<Frame> receive(int fd) {
  Sizes sizes{};
  if (!read_all(fd, reinterpret_cast<char*>(sizes.data()), sizeof sizes)) return std::nullopt;
  checked(sizes);
  std::string header(sizes[0], '\0'), body(sizes[1], '\0');
  if (!read_all(fd, header.data(), header.size()) || !read_all(fd, body.data(), body.size()))
    return std::nullopt;
  return Frame{header_of(header), std::move(body)};
}

void send(int fd, const Frame& frame) {
  const std::string bytes = encode(frame);
  for (std::size_t sent = 0; sent < bytes.size();) {
    const ssize_t n = ::write(fd, bytes.data() + sent, bytes.size() - sent);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) throw Error(ErrorCode::internal, "", "the batch has gone");
    sent += static_cast<std::size_t>(n);
  }
}

}  // namespace vanthu
