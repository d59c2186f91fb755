#include "normalize/normalize.h"

#include <utility>

#include "normalize/emphasis.h"
#include "normalize/legacy.h"
#include "normalize/specks.h"
#include "normalize/unicode.h"

namespace vanthu {
namespace {

// The words of the page in Unicode, marks of emphasis dropped from text files.
std::vector<std::string> words_of(const Page& page) {
  std::vector<std::string> words;
  std::vector<std::string_view> fonts;
  for (const Word& word : page.words) {
    const bool known = word.font >= 0 && static_cast<std::size_t>(word.font) < page.fonts.size();
    words.push_back(word.text);
    fonts.push_back(known ? std::string_view(page.fonts[static_cast<std::size_t>(word.font)]) : "");
  }
  convert_legacy(words, fonts);
  if (page.text_origin == TextOrigin::text) drop_emphasis(words);
  return words;
}

// What happened to a word before it was cleaned.
RepairKind kind_of(std::string_view read, std::string_view converted) {
  const bool shorter = converted.size() < read.size() && read.find('*') != read.npos;
  return converted == read || shorter ? RepairKind::unicode : RepairKind::encoding;
}

// Cleans word `i` of the page onto the end of `out`, and lists what changed.
void append_word(const Page& page, std::size_t i, const std::string& read, TextPage& out,
                 std::vector<Repair>& repairs, std::size_t page_index) {
  const Span words{out.words.size(), out.words.size()};
  for (std::string& piece : clean_word(read))
    out.words.push_back({std::move(piece), {i, i + 1}, page.words[i].confidence});
  const Span made{words.begin, out.words.size()};
  const std::string now = joined(out, made);
  if (now == page.words[i].text) return;
  repairs.push_back({page_index, made, valid_utf8(page.words[i].text), now,
                     made.empty() ? RepairKind::noise : kind_of(page.words[i].text, read), 1});
}

// Empties the words that are specks.
void drop_specks(const Page& page, std::vector<std::string>& words) {
  for (const Line& line : page.lines)
    for (std::size_t i = line.words.begin; i < line.words.end; ++i)
      if (is_speck(words[i], {i == line.words.begin, i + 1 == line.words.end})) words[i].clear();
}

TextPage clean_page(const Page& page, std::size_t page_index, bool repair,
                    std::vector<Repair>& repairs) {
  TextPage out{page.number, page.width_pt, page.height_pt, page.text_origin,
               {},          page.lines,    page.blocks,    page.tables};
  std::vector<std::string> words = words_of(page);
  if (repair && page.text_origin == TextOrigin::ocr) drop_specks(page, words);
  std::vector<std::size_t> begins;  // of each word's pieces in out.words
  for (std::size_t i = 0; i < words.size(); ++i) {
    begins.push_back(out.words.size());
    append_word(page, i, words[i], out, repairs, page_index);
  }
  begins.push_back(out.words.size());
  for (Line& line : out.lines) line.words = {begins[line.words.begin], begins[line.words.end]};
  return out;
}

}  // namespace

Text normalize(const Scan& scan, const RepairModel& model, const NormalizeOptions& options) {
  Text text;
  for (std::size_t i = 0; i < scan.pages.size(); ++i)
    text.pages.push_back(clean_page(scan.pages[i], i, options.repair, text.repairs));
  if (options.repair) model.repair(scan, text);
  return text;
}

}  // namespace vanthu
