#include "core/text.h"

#include "core/names.h"

namespace vanthu {
namespace {

constexpr EnumNames<RepairKind, 7> kinds{{{{RepairKind::unicode, "unicode"},
                                           {RepairKind::encoding, "encoding"},
                                           {RepairKind::diacritics, "diacritics"},
                                           {RepairKind::letters, "letters"},
                                           {RepairKind::split, "split"},
                                           {RepairKind::join, "join"},
                                           {RepairKind::noise, "noise"}}}};

template <typename Words>
std::string join_words(const Words& words, Span span) {
  std::string out;
  for (std::size_t i = span.begin; i < span.end; ++i) {
    if (!out.empty()) out += ' ';
    out += words[i].text;
  }
  return out;
}

// All cells of one row, their lines joined by spaces, parted by tabs.
template <typename PageType>
std::string table_text(const PageType& page, const Table& table) {
  std::string out;
  int row = 0;
  bool first = true;
  for (const Cell& cell : table.cells) {
    if (!first) out += cell.row == row ? '\t' : '\n';
    first = false;
    row = cell.row;
    Span words;
    for (std::size_t i = cell.lines.begin; i < cell.lines.end; ++i)
      words = united(words, page.lines[i].words);
    out += join_words(page.words, words);
  }
  return out + '\n';
}

// Pages of a Scan and of a Text have the same layout.
template <typename PageType>
std::string page_text(const PageType& page) {
  std::string out;
  for (const Block& block : page.blocks) {
    if (!out.empty()) out += '\n';
    if (block.kind == BlockKind::table) {
      out += table_text(page, page.tables[block.table]);
      continue;
    }
    for (std::size_t i = block.lines.begin; i < block.lines.end; ++i)
      out += join_words(page.words, page.lines[i].words) + '\n';
  }
  return out;
}

template <typename Document>
std::string document_text(const Document& document) {
  std::string out;
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    if (i > 0) out += '\f';
    out += page_text(document.pages[i]);
  }
  return out;
}

}  // namespace

std::string_view repair_kind_name(RepairKind kind) { return kinds.name(kind); }
std::optional<RepairKind> repair_kind(std::string_view name) { return kinds.value(name); }

std::string joined(const TextPage& page, Span words) { return join_words(page.words, words); }
std::string plain_text(const Text& text) { return document_text(text); }
std::string plain_text(const Scan& scan) { return document_text(scan); }

}  // namespace vanthu
