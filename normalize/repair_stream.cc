#include <algorithm>
#include <istream>

#include "normalize/repair.h"

namespace vanthu {
namespace {

constexpr std::size_t stretch = 1 << 18;  // bytes, about 50,000 words

// The last place behind `what` in the later half of the text; npos where there is none.
std::size_t last_behind(const std::string& text, std::string_view what) {
  const std::size_t at = text.rfind(what);
  return at == text.npos || at < text.size() / 2 ? text.npos : at + what.size();
}

// Where to part text that goes on: behind a paragraph, a line, a word, at least a character.
std::size_t cut_of(const std::string& text) {
  for (const std::string_view end : {"\n\n", "\n", " "})
    if (const std::size_t cut = last_behind(text, end); cut != text.npos) return cut;
  std::size_t cut = text.size();
  for (int i = 0; i < 3 && cut > 1 && (text[cut - 1] & 0xC0) == 0x80; ++i) --cut;
  return text[cut - 1] < 0 && cut > 1 ? cut - 1 : cut;
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// How much of the text goes on with a word that the stretch before cut; no such has a repair.
std::size_t rest_of_word(const std::string& text) {
  return std::min(text.find_first_of(" \t\r\n\v\f"), text.size());
}

// Adds what the stream still has, up to a stretch; false at its end.
bool read_on(std::istream& in, std::string& text) {
  const std::size_t held = text.size();
  text.resize(std::max(held, stretch));
  in.read(text.data() + held, static_cast<std::streamsize>(text.size() - held));
  text.resize(held + static_cast<std::size_t>(in.gcount()));
  return in.good() && in.peek() != std::istream::traits_type::eof();
}

// The lines of a text; the last one is open where no line break ends it.
std::vector<std::string> split_lines(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

}  // namespace

void repair_stream(const RepairModel& model, std::istream& in, TextOrigin origin,
                   const std::function<void(const RepairedText&)>& use) {
  std::string text;
  std::size_t line = 0, byte = 0;
  bool in_word = false;  // the stretch before ended within a word
  for (bool more = true; more || !text.empty();) {
    more = more && read_on(in, text);
    const std::size_t rest = in_word ? rest_of_word(text) : 0;
    const std::size_t cut = rest > 0 ? rest : more ? cut_of(text) : text.size();
    const std::vector<std::string> lines = split_lines(text.substr(0, cut));
    if (lines.empty()) return;
    RepairedText repaired =
        rest > 0 ? RepairedText{lines, {}, 0, 0, true} : repair_lines(model, lines, origin);
    repaired.first_line = line;
    repaired.first_byte = byte;
    repaired.open_end = text[cut - 1] != '\n';
    use(repaired);
    line += lines.size() - (repaired.open_end ? 1 : 0);
    byte = repaired.open_end ? repaired.lines.back().size() + (lines.size() > 1 ? 0 : byte) : 0;
    in_word = !is_space(text[cut - 1]);
    text.erase(0, cut);
  }
}

}  // namespace vanthu
