#include "app/batch/frame.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <utility>

namespace vanthu {
namespace {

constexpr std::size_t max_part = 64 << 20;  // bytes

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

std::uint32_t checked(std::size_t size) {
  if (size > max_part) throw garbled("a frame of " + std::to_string(size) + " bytes");
  return static_cast<std::uint32_t>(size);
}

}  // namespace

std::string encode(const Frame& frame) {
  const std::string header = frame.header.dump(-1, ' ', false, Json::error_handler_t::replace);
  const Sizes sizes{checked(header.size()), checked(frame.body.size())};
  std::string out(sizeof sizes, '\0');
  std::memcpy(out.data(), sizes.data(), sizeof sizes);
  out.reserve(sizeof sizes + header.size() + frame.body.size());
  out += header;
  out += frame.body;
  return out;
}

std::optional<Frame> FrameParser::next() {
  Sizes sizes{};
  if (buffer_.size() < sizeof sizes) return std::nullopt;
  std::memcpy(sizes.data(), buffer_.data(), sizeof sizes);
  const std::size_t body = sizeof sizes + checked(sizes[0]), whole = body + checked(sizes[1]);
  buffer_.reserve(whole);
  if (buffer_.size() < whole) return std::nullopt;
  Frame frame{header_of(std::string_view(buffer_).substr(sizeof sizes, sizes[0])), ""};
  std::string rest = buffer_.substr(whole);  // mostly nothing: a body may be large
  buffer_.resize(whole);
  buffer_.erase(0, body);
  frame.body = std::exchange(buffer_, std::move(rest));
  return frame;
}

std::optional<Frame> receive(int fd) {
  Sizes sizes{};
  if (!read_all(fd, reinterpret_cast<char*>(sizes.data()), sizeof sizes)) return std::nullopt;
  std::string header(checked(sizes[0]), '\0'), body(checked(sizes[1]), '\0');
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
