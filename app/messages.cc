#include "app/messages.h"

#include <ostream>

namespace vanthu {

Exit exit_for(std::size_t done, std::size_t all) {
  if (done == all) return Exit::all_read;
  return done == 0 ? Exit::nothing_read : Exit::some_failed;
}

void Messages::error(const Error& error) {
  Json event{{"event", "error"}, {"code", error_name(error.code)}, {"file", error.file}};
  if (error.page > 0) event["page"] = error.page;
  event["detail"] = error.detail;
  event["advice"] = error_advice(error.code);
  this->event(event, std::string("vanthu: ") + error.what());
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

void Messages::status(const std::string& line) {
  if (json_ || !terminal_) return;
  const std::lock_guard lock(mutex_);
  err_ << "\r\x1b[K" << line << std::flush;
  status_shown_ = !line.empty();
}

void Messages::write(const std::string& line) {
  const std::lock_guard lock(mutex_);
  if (status_shown_) err_ << "\r\x1b[K";
  status_shown_ = false;
  err_ << line << std::endl;
}

}  // namespace vanthu
