#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/geometry.h"
#include "core/scan.h"

// Text: what the Scan says in clean Unicode (NFC), with an anchor from every word back to the words
// it was read from. Filled by normalize, const afterwards. A page has the layout of the Scan's page
// (the same lines, blocks and tables, by index); only the words differ.
namespace vanthu {

struct TextWord {
  std::string text;       // NFC, no white space
  Span source;            // words of the Scan's page of the same index that it was read from
  double confidence = 1;  // 0..1 that this is what is printed
  friend bool operator==(const TextWord&, const TextWord&) = default;
};

struct TextPage {
  int number = 0;  // 1-based
  std::optional<double> width_pt, height_pt;
  TextOrigin text_origin = TextOrigin::blank;
  std::vector<TextWord> words;
  std::vector<Line> lines;  // spans over `words` of this page
  std::vector<Block> blocks;
  std::vector<Table> tables;
  friend bool operator==(const TextPage&, const TextPage&) = default;
};

enum class RepairKind {
  unicode,     // ligature, look-alike letter, invisible character
  encoding,    // legacy encoding (TCVN3, VNI)
  diacritics,  // tone or vowel marks only
  letters,     // base letters
  split,       // one word read, two printed
  join,        // two words read, one printed
  noise        // a word read where none is printed; nothing is left of it
};
std::string_view repair_kind_name(RepairKind kind);
std::optional<RepairKind> repair_kind(std::string_view name);

// One change of the text. `words` is empty for noise (begin tells the place).
struct Repair {
  std::size_t page = 0;  // index into Text::pages
  Span words;            // of that page
  std::string as_read, repaired;
  RepairKind kind = RepairKind::unicode;
  double confidence = 1;  // 0..1
  friend bool operator==(const Repair&, const Repair&) = default;
};

struct Text {
  std::vector<TextPage> pages;
  std::vector<Repair> repairs;  // in order of place
  friend bool operator==(const Text&, const Text&) = default;
};

// The words of `words` on `page`, joined by single spaces.
std::string joined(const TextPage& page, Span words);

// The whole text for people and for scoring: a line per printed line, an empty line between blocks,
// table rows as one line with cells parted by tabs, pages parted by form feeds. Stamps and margins
// stand where they were read.
std::string plain_text(const Text& text);
// The same of what was read, before normalization.
std::string plain_text(const Scan& scan);

}  // namespace vanthu
