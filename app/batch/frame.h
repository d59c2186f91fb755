#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "core/json.h"

namespace vanthu {

// A message between the batch and a worker: a header that both read and a body that the batch only
// passes on. On the wire the sizes of the two as 32-bit numbers, then the two.
struct Frame {
  Json header = Json::object();
  std::string body;
};

// Throws Error{bad_json} where a part is larger than 64 MB.
std::string encode(const Frame& frame);

// Frames out of bytes as they come in.
class FrameParser {
 public:
  void feed(std::string_view bytes) { buffer_ += bytes; }
  // The next whole frame; none where more bytes are needed. Throws Error{bad_json} where the bytes
  // are no frame: sizes beyond 64 MB, or a header that is no JSON object.
  std::optional<Frame> next();

 private:
  std::string buffer_;
};

// The worker's side of the pipe, blocking. receive() gives none at its end; send() throws Error
// where nobody listens any more.
std::optional<Frame> receive(int fd);
void send(int fd, const Frame& frame);

}  // namespace vanthu
