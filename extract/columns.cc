#include "extract/columns.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <map>
#include <span>

#include "extract/vocabulary.h"
#include "extract/words.h"

namespace vanthu {
namespace {

struct ColumnRule {
  Column column;
  const char* pattern;  // RE2, on the plain_form of the header
};

// Ordered: "Thời gian thực hiện" is a time, "Kết quả thực hiện" a product, "Đơn vị thực hiện" an
// owner, "Nội dung thực hiện" the work.
std::span<const ColumnRule> rules() {
  static constexpr ColumnRule all[] = {
      {Column::ordinal, "(?:s?tt|so tt|so thu tu|thu tu)\\.?"},
      {Column::year, "(?:nam )?(?:19|20)[0-9]{2}"},
      {Column::note, "ghi chu.*"},
      {Column::support, "(?:.* )?phoi hop(?: .*)?"},
      {Column::time,
       "(?:.* )?(?:thoi gian|thoi han|thoi diem|tien do|lo trinh|ngay hoan thanh|"
       "han hoan thanh)(?: .*)?|hoan thanh(?: .*)?"},
      {Column::deliverable, "(?:.* )?(?:san pham|dau ra)(?: .*)?|ket qua(?: .*)?"},
      {Column::lead,
       "(?:.* )?(?:chu tri|phu trach|chiu trach nhiem|dau moi)(?: .*)?|"
       "(?:(?:co quan|don vi|nguoi|bo phan|to chuc|phong|ban)[ ,/]*)+(?:.* )?"
       "(?:thuc hien|duoc giao|tham muu|trien khai)(?: .*)?"},
      {Column::axis, "(?:truc|linh vuc|chi so|tieu chi|nhom)(?: .*)?"},
      {Column::content,
       "(?:.* )?(?:nhiem vu|noi dung|cong viec|hoat dong|hanh dong|giai phap|viec)(?: .*)?"},
      {Column::lead, "(?:(?:co quan|don vi)[ ,/]*)+"},
  };
  return all;
}

// The column by the first rule that reads the whole text, all tried in one pass.
Column column_by_rules(const std::string& text) {
  static const RE2::Set set = [] {
    RE2::Set all(RE2::Options(), RE2::ANCHOR_BOTH);
    for (const ColumnRule& rule : rules()) all.Add(rule.pattern, nullptr);
    all.Compile();
    return all;
  }();
  std::vector<int> read;
  set.Match(text, &read);
  return read.empty() ? Column::other : rules()[*std::ranges::min_element(read)].column;
}

// The user's own header words.
const std::map<std::string, Column>& user_headers() {
  static const auto all = [] {
    const std::map<std::string_view, Column> columns = {
        {"ordinal", Column::ordinal}, {"axis", Column::axis},       {"content", Column::content},
        {"lead", Column::lead},       {"support", Column::support}, {"deliverable", Column::deliverable},
        {"time", Column::time},       {"note", Column::note}};
    std::map<std::string, Column> headers;
    for (const auto& row : vocabulary("headers.tsv"))
      headers.try_emplace(plain_form(row[0]), columns.at(row[1]));
    return headers;
  }();
  return all;
}

bool is_numbering(const Row& row) {
  static const RE2 number("\\(?[0-9]{1,2}\\)?");
  int numbers = 0;
  for (const RowCell& cell : row.cells) {
    const std::string text = cell.text();
    if (text.empty()) continue;
    if (!RE2::FullMatch(text, number)) return false;
    ++numbers;
  }
  return numbers >= 2;
}

}  // namespace

Column column_of(std::string_view header) {
  constexpr std::string_view strays = "'\".,:;|";
  const std::string plain = plain_form(header);
  const std::size_t begin = std::min(plain.find_first_not_of(strays), plain.size());
  const std::string text(trim_end(std::string_view(plain).substr(begin), strays));
  if (const auto own = user_headers().find(text); own != user_headers().end()) return own->second;
  return column_by_rules(text);
}

bool is_header_row(const Row& row) {
  if (is_numbering(row)) return true;
  int named = 0;
  for (const RowCell& cell : row.cells) {
    const std::string text = cell.text();
    if (length(text) > 70 || text.empty() || cell.repeated) continue;
    named += column_of(text) != Column::other ? 1 : 0;
  }
  return named >= 2;
}

std::optional<std::size_t> Columns::first(Column kind) const {
  const auto found = std::find(kinds.begin(), kinds.end(), kind);
  if (found == kinds.end()) return std::nullopt;
  return found - kinds.begin();
}

std::optional<std::size_t> Columns::last(Column kind) const {
  for (std::size_t i = kinds.size(); i > 0; --i)
    if (kinds[i - 1] == kind) return i - 1;
  return std::nullopt;
}

bool Columns::is_task_table() const {
  return first(Column::content) && (first(Column::lead) || first(Column::time) ||
                                    first(Column::support) || first(Column::deliverable));
}

namespace {

// Columns whose headings were misread, by those that stand beside them.
void mend_columns(Columns& columns) {
  std::vector<Column>& kinds = columns.kinds;
  if (kinds.size() < 3) return;
  // "3LẺ" before the work: a narrow column.
  if (kinds[0] == Column::other && length(columns.headers[0]) <= 4 && kinds[1] == Column::content)
    kinds[0] = Column::ordinal;
  // What scores by year stand beside is an axis.
  if (kinds[0] != Column::ordinal && kinds[1] == Column::year) kinds[0] = Column::axis;
  // Who joins in and who leads or when: what stands after the number is the work.
  const bool of_tasks = columns.first(Column::support) &&
                        (columns.first(Column::lead) || columns.first(Column::time));
  if (of_tasks && !columns.first(Column::content) && kinds[0] == Column::ordinal &&
      kinds[1] == Column::other)
    kinds[1] = Column::content;
}

}  // namespace

Columns columns_of(const std::vector<Row>& rows) {
  Columns out;
  for (const Row& row : rows) {
    if (!row.header) break;
    if (is_numbering(row)) continue;
    out.headers.resize(std::max(out.headers.size(), row.cells.size()));
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (row.cells[i].repeated) continue;
      const std::string text = row.cells[i].text();
      if (!out.headers[i].empty() && !text.empty()) out.headers[i] += ' ';
      out.headers[i] += text;
    }
  }
  for (const std::string& header : out.headers) out.kinds.push_back(column_of(header));
  mend_columns(out);
  return out;
}

}  // namespace vanthu
