#include "app/messages.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <cstdio>
#include <ostream>

namespace vanthu {

Exit exit_for(std::size_t done, std::size_t all) {
  if (done == all) return Exit::all_read;
  return done == 0 ? Exit::nothing_read : Exit::some_failed;
}

std::string printable(const std::string& name) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(name);
  icu::UnicodeString out;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    char escape[8];
    std::snprintf(escape, sizeof escape, c == '\n' ? "\\n" : "\\x%02x", static_cast<unsigned>(c));
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    control ? out.append(icu::UnicodeString(escape)) : out.append(c);
  }
  std::string bytes;
  out.toUTF8String(bytes);
  return bytes;
}

void Messages::error(const Error& error) {
  Json event{{"event", "error"}, {"code", error_name(error.code)}, {"file", error.file}};
  if (error.page > 0) event["page"] = error.page;
  event["detail"] = error.detail;
  event["advice"] = error_advice(error.code);
  this->event(event, "vanthu: " + printable(error.what()));
}

void Messages::note(const std::string& text) {
  event({{"event", "note"}, {"text", text}}, "vanthu: " + text);
}

void Messages::event(const Json& event, const std::string& line) {
  if (json_)
    write(event.dump(-1, ' ', false, Json::error_handler_t::replace));
  else if (!line.empty())
    write(line);
}

void Messages::status(const std::string& lines) {
  if (json_ || !terminal_) return;
  const std::lock_guard lock(mutex_);
  clear_status();
  err_ << lines << std::flush;
  if (!lines.empty()) status_lines_ = 1 + std::ranges::count(lines, '\n');
}

// To the start of the first line of the status, and all below it taken away.
void Messages::clear_status() {
  if (status_lines_ > 1) err_ << "\x1b[" << status_lines_ - 1 << 'A';
  if (status_lines_ > 0) err_ << "\r\x1b[J";
  status_lines_ = 0;
}

void Messages::write(const std::string& line) {
  const std::lock_guard lock(mutex_);
  clear_status();
  err_ << line << std::endl;
}

}  // namespace vanthu
