#include "extract/layout.h"

#include <re2/re2.h>

#include <algorithm>
#include <span>
#include <utility>

#include "extract/anchor.h"
#include "extract/specks.h"
#include "extract/words.h"

namespace vanthu {
namespace {

bool is_page_number(std::string_view text) {
  static const RE2 pattern(R"([^\pL\d]*(?:Trang\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?[^\pL\d]*)");
  return RE2::FullMatch(text, pattern);
}

// Specks that recognition has read as signs: few letters among many signs.
bool is_speck(std::string_view text) {
  static const RE2 letter(R"([\pL\pN])");
  static const RE2 sign(R"([^\pL\pN\s])");
  std::string rest(text);
  const int letters = RE2::GlobalReplace(&rest, letter, "");
  const int signs = RE2::GlobalReplace(&rest, sign, "");
  return letters <= 6 && signs > letters && letters + signs >= 5;
}

// What a digital signature prints on a page: that it is a copy, who signed, when, by which
// certificate.
bool is_signature_text(std::string_view text) {
  if (is_copy_mark(text)) return true;
  const auto has = [&](const char* part) { return text.find(part) != text.npos; };
  if (!has(":") && !has("số ") && !has("SỐ ")) return false;
  static const RE2 pattern(
      R"((?i).*(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}|ký số bản sao|)"
      R"(chứng thực số và bảo mật thông tin).*|)"
      R"([0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4},? [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: [+]07:?00)?|)"
      R"((?:người ký|ký bởi|ngày ký|thời gian ký|ký số bởi) ?:.*)");
  return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

// What is stamped for haste or secrecy: "HỎA TỐC", "KHẨN", "MẬT".
bool is_grade_stamp(std::string_view text) {
  static const RE2 pattern("(?:hoa toc(?: hen gio.*)?|thuong khan|khan|(?:tuyet |toi )?mat)[ .:]*");
  return text.size() < 40 && is_capitals(text) && RE2::FullMatch(plain_form(text), pattern);
}

// A page number stands alone in its block, or first or last on its page.
bool stands_apart(const TextPage& page, const Block& block, std::size_t line,
                  std::string_view text) {
  if (block.kind == BlockKind::stamp || block.kind == BlockKind::margin) return true;
  if (!has_letters(text) || (page.lines[line].box && is_speck(text))) return true;
  if (is_signature_text(text) || is_grade_stamp(text)) return true;
  const bool edge = line == 0 || line + 1 == page.lines.size();
  return (edge || block.lines.size() == 1) && is_page_number(text);
}

void add_lines(const Text& text, std::size_t p, const Block& block, std::vector<PrintedLine>& out) {
  const TextPage& page = text.pages[p];
  for (std::size_t i = block.lines.begin; i < block.lines.end; ++i) {
    PrintedLine line;
    line.page = p;
    line.passage.append(text, p, page.lines[i].words);
    line.passage = without_specks(text, std::move(line.passage));
    line.box = page.lines[i].box;
    line.gap = i == block.lines.begin;
    line.apart = stands_apart(page, block, i, line.text());
    if (!line.passage.empty()) out.push_back(std::move(line));
  }
}

// A letterhead or the end of a document that was set in columns: no table that says something.
bool is_set_in_columns(const Text& text, std::size_t p, const Table& table) {
  if (table.columns > 4) return false;
  const TextPage& page = text.pages[p];
  return std::ranges::any_of(table.cells, [&](const Cell& cell) {
    if (cell.lines.empty()) return false;
    Passage first;
    first.append(text, p, page.lines[cell.lines.begin].words);
    return is_motto(first.text) ||
           (first.text.find(':') != std::string::npos && is_recipients_title(first.text));
  });
}

// The lines of such columns, one column after the other.
void add_columns(const Text& text, std::size_t p, const Table& table,
                 std::vector<PrintedLine>& out) {
  for (int column = 0; column < table.columns; ++column) {
    bool gap = true;
    for (const Cell& cell : table.cells) {
      if (cell.column != column || cell.lines.empty()) continue;
      const std::size_t first = out.size();
      add_lines(text, p, {.lines = cell.lines}, out);
      if (out.size() > first) out[first].gap = std::exchange(gap, false);
    }
  }
}

void add_page(const Text& text, std::size_t p, std::vector<PrintedLine>& out) {
  const std::size_t begin = out.size();
  for (const Block& block : text.pages[p].blocks) {
    const Table* table = block.kind == BlockKind::table && block.table >= 0
                             ? &text.pages[p].tables[block.table]
                             : nullptr;
    if (table && is_set_in_columns(text, p, *table)) {
      add_columns(text, p, *table, out);
    } else if (table) {
      PrintedLine line;
      line.page = p;
      line.gap = true;
      line.table = table;
      line.box = block.box;
      out.push_back(std::move(line));
    } else {
      add_lines(text, p, block, out);
    }
  }
  for (std::size_t i = begin; i < out.size(); ++i) {
    if (out[i].apart) continue;
    out[i].new_page = true;
    break;
  }
}

// Lines between two of a digital signature's are its own.
void fill_signatures(std::vector<PrintedLine>& lines) {
  constexpr std::size_t most = 4;
  for (std::size_t i = 0, last = lines.size(); i < lines.size(); ++i) {
    if (!lines[i].apart || !is_signature_text(lines[i].text())) continue;
    for (std::size_t k = last + 1; last < i && i - last <= most && k < i; ++k)
      lines[k].apart = true;
    last = i;
  }
}

template <typename T>
T quantile(std::vector<T> values, double share) {
  if (values.empty()) return T{};
  const std::size_t i = std::min(values.size() - 1, std::size_t(share * values.size()));
  std::nth_element(values.begin(), values.begin() + i, values.end());
  return values[i];
}

Measure measure(std::span<const PrintedLine> of_page) {
  std::vector<double> left, right, height;
  double widest = 0;
  for (const PrintedLine& line : of_page)
    if (line.box && !line.table && !line.apart) widest = std::max(widest, line.box->width());
  for (const PrintedLine& line : of_page) {
    if (!line.box || line.table || line.apart) continue;
    height.push_back(line.box->height());
    if (line.box->width() < widest * 0.6) continue;
    left.push_back(line.box->x0);
    right.push_back(line.box->x1);
  }
  Measure out;
  out.boxes = !left.empty();
  out.left = quantile(left, 0.1);
  out.right = quantile(right, 0.8);
  out.height = quantile(height, 0.5);
  return out;
}

}  // namespace

Layout layout(const Text& text) {
  Layout out;
  for (std::size_t p = 0; p < text.pages.size(); ++p) add_page(text, p, out.lines);
  fill_signatures(out.lines);
  std::vector<std::size_t> lengths;
  for (const PrintedLine& line : out.lines)
    if (!line.table && !line.apart) lengths.push_back(length(line.text()));
  const std::size_t full = quantile(lengths, 0.9), longest = quantile(lengths, 1.0);
  for (std::size_t p = 0, begin = 0; p < text.pages.size(); ++p) {
    std::size_t end = begin;
    while (end < out.lines.size() && out.lines[end].page == p) ++end;
    out.measures.push_back(measure(std::span(out.lines).subspan(begin, end - begin)));
    out.measures.back().characters = full;
    out.measures.back().long_lines = longest > 180;
    begin = end;
  }
  return out;
}

}  // namespace vanthu
