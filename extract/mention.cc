#include <algorithm>

#include "extract/kind.h"
#include "extract/letters.h"
#include "extract/number.h"
#include "extract/number_rules.h"
#include "extract/unit.h"
#include "extract/unit_grammar.h"

namespace vanthu {
namespace {

std::string_view without_prefix(std::string_view text, std::string_view prefix) {
  return text.starts_with(prefix) ? text.substr(prefix.size()) : text;
}

// The text before a number without the "số" that announces it.
std::string_view before_so(std::string_view before) {
  before = trimmed(before);
  if (before.ends_with(":")) before = trimmed(before.substr(0, before.size() - 1));
  for (const std::string_view word : {"số", "Số", "SỐ"})
    if (before.ends_with(word)) return trimmed(before.substr(0, before.size() - word.size()));
  return before;
}

// A reading position behind a number.
struct Behind {
  std::string_view text;
  std::size_t at = 0;

  std::string_view rest() const { return text.substr(at); }
  void skip(std::string_view marks) {
    while (at < text.size() && marks.find(text[at]) != std::string_view::npos) ++at;
  }
  bool skip_word(std::string_view word) {
    if (!rest().starts_with(word)) return false;
    at += word.size();
    return true;
  }
};

// A figure or the first letter of "ngày".
bool opens_date(char c) { return (c >= '0' && c <= '9') || c == 'n' || c == 'N'; }

// "ngày 14 tháng 9 năm 2020", ", ngày 05/9/2026", "(ngày ...)", "ban hành ngày ..."
std::optional<std::string> read_date(Behind& behind) {
  Behind ahead = behind;
  ahead.skip(" ,(");
  if (ahead.rest().starts_with(". ngày ")) ahead.at += 2;  // a speck
  for (const std::string_view word : {"được ", "ban hành ", "ký ", "đề "}) ahead.skip_word(word);
  if (ahead.rest().empty() || !opens_date(ahead.rest()[0])) return std::nullopt;
  const auto dates = find_dates(ahead.rest().substr(0, 64));
  if (dates.empty() || dates[0].span.begin != 0) return std::nullopt;
  behind.at = ahead.at + dates[0].span.end;
  return iso(dates[0].value);
}

// Whether a list of issuers may end before this: what follows speaks of the document, so that the
// last of them is no subject of a clause of its own.
bool ends_issuers(std::string_view rest) {
  rest = trimmed(rest);
  if (rest.empty() || std::string_view(",;.):").find(rest[0]) != std::string_view::npos)
    return true;
  for (const std::string_view word : {"về ", "ngày ", "giai đoạn "})
    if (rest.starts_with(word)) return true;
  return false;
}

// "của Thủ tướng Chính phủ", "của Ủy ban nhân dân Quận 1 và Sở Thông tin và Truyền thông về ..."
std::optional<std::string> read_issuer(Behind& behind) {
  Behind ahead = behind;
  ahead.skip(" ,)");
  if (!ahead.skip_word("của ") && !ahead.skip_word("do ")) return std::nullopt;
  const std::string_view rest = ahead.rest().substr(0, 400);
  const auto words = tokens(rest);
  auto units = UnitReader(words).list(0);
  if (units.empty()) return std::nullopt;
  while (units.size() > 1 && (!ends_issuers(rest.substr(span_of(words, units.back()).end)) ||
                              words[units.back().begin - 1].after == ";"))
    units.pop_back();
  Span span{span_of(words, units.front()).begin, span_of(words, units.back()).end};
  // "của Thành ủy, Kế hoạch số ..." is one issuer; a list needs the document's subject or date.
  // "Ban Chấp hành Trung ương khóa XII"
  static const RE2 term("( khóa [IVX]+)(?:[^\\pL].*)?");
  re2::StringPiece of_term;
  if (RE2::FullMatch(re2::StringPiece(rest.data() + span.end, rest.size() - span.end), term,
                     &of_term))
    span.end += of_term.size();
  // "Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ": such a body is named by its task.
  static const RE2 task_body("(?i)(?:ban chỉ đạo|tổ công tác|ban điều phối|tổ giúp việc)(?: .*)?");
  static const RE2 its_task("( về [^;:.()]+?)(?: về [^;]*|[;:.()].*|)");
  re2::StringPiece task;
  const std::string_view after = rest.substr(span.end);
  if (RE2::FullMatch(re2::StringPiece(rest.data() + span.begin, span.size()), task_body) &&
      !after.starts_with(" về việc") &&
      RE2::FullMatch(re2::StringPiece(after.data(), after.size()), its_task, &task))
    span.end += task.size();
  behind.at = ahead.at + span.end;
  return expand_unit(rest.substr(0, span.end).substr(span.begin));
}

// "đề nghị của Sở Nội vụ tại Công văn số ...": who speaks in the document stands before its kind.
std::optional<std::string> issuer_before(std::string_view before) {
  static const RE2 pattern(
      R"((?:.*[^\pL])?(?:của|do) (.*?)(?: thông báo| trình| nêu| đề nghị)? tại (?:\pL+ ){0,3}\pL+)");
  re2::StringPiece name;
  if (!RE2::FullMatch(re2::StringPiece(before.data(), before.size()), pattern, &name))
    return std::nullopt;
  const std::string_view text(name.data(), name.size());
  const auto words = tokens(text);
  const auto unit = UnitReader(words).unit(0);
  if (!unit || unit->end != words.size()) return std::nullopt;
  return expand_unit(text);
}

// "Luật Lưu trữ số 33/2024/QH15", "Báo cáo thẩm tra số ...": the kind stands before the name.
std::optional<std::string> kind_before_name(std::string_view before, const Number& number) {
  static const RE2 law("(?:^|[^\\pL])(Luật|Bộ luật|Pháp lệnh)(?: [\\pL,]+){1,14}$");
  static const RE2 qualified("(?:^|[^\\pL])(\\p{Lu}\\pL+ \\pL+)(?: \\p{Ll}+){1,2}$");
  const re2::StringPiece text(before.data(), before.size());
  const bool of_assembly = number.symbol.starts_with("QH") || number.symbol.starts_with("UBTVQH");
  std::string kind;
  if (of_assembly && RE2::PartialMatch(text, law, &kind)) return kind;
  if (RE2::PartialMatch(text, qualified, &kind) && kind_at_end(kind)) return kind;
  return std::nullopt;
}

struct Reading {
  Match<Mention> mention;
  bool listed = false;      // joined to the one before, whose kind it shares
  bool one_issuer = false;  // joined, with a kind of its own
  bool directly = false;    // joined without "số": "số 272/QĐ-BNV, 273/QĐ-BNV"
};

// Whether what stands between two mentions only joins them: ", số", "và", "; số".
bool joins(std::string_view between, bool& directly) {
  between = trimmed(between);
  bool joined = false;
  for (const std::string_view mark : {",", ";"})
    if (between.starts_with(mark)) between = trimmed(between.substr(1)), joined = true;
  if (between.starts_with("và")) between = trimmed(without_prefix(between, "và")), joined = true;
  if (between.starts_with("hoặc"))
    between = trimmed(without_prefix(between, "hoặc")), joined = true;
  directly = between.empty();
  for (const std::string_view word : {"các số", "số:", "số"})
    if (between == word) return joined;
  return joined && between.empty();
}

// A code of an agency that both symbols hold: QĐ-UBND and UBND-ĐT.
bool share_agency(const Number& a, const Number& b) {
  for (std::size_t begin = 0; begin < a.symbol.size();) {
    const std::size_t end = std::min(a.symbol.find_first_of("-/", begin), a.symbol.size());
    const std::string code = a.symbol.substr(begin, end - begin);
    if (code.size() > 2 && ("-" + b.symbol + "-").find("-" + code + "-") != std::string::npos)
      return true;
    begin = end + 1;
  }
  return false;
}

// "Quyết định số 6/QĐ-UBND và Văn bản số 8/UBND-ĐT": kinds of their own, one issuer.
bool joins_kinds(std::string_view between) {
  static const RE2 pattern(R"(\s*(?:,|;|và)\s+(?:các\s+)?\p{Lu}(?:\pL+\s+){1,3}số:?\s*)");
  return RE2::FullMatch(re2::StringPiece(between.data(), between.size()), pattern);
}

// Mentions of a list share what only the last of them states.
void share_backwards(std::vector<Reading>& readings) {
  for (std::size_t i = readings.size(); i-- > 1;) {
    Mention& before = readings[i - 1].mention.value;
    const Mention& after = readings[i].mention.value;
    if (!before.issuer && readings[i].one_issuer && share_agency(before.number, after.number))
      before.issuer = after.issuer;
    if (!readings[i].listed) continue;
    if (!before.issuer) before.issuer = after.issuer;
    if (!before.issued_on && readings[i].directly) before.issued_on = after.issued_on;
  }
}

}  // namespace

std::vector<Match<Mention>> find_mentions(std::string_view text) {
  std::vector<Reading> readings;
  for (const auto& number : find_numbers(text)) {
    Reading reading;
    Mention& mention = reading.mention.value;
    const std::size_t last = readings.empty() ? 0 : readings.back().mention.span.end;
    reading.listed =
        !readings.empty() && joins(text.substr(last, number.span.begin - last), reading.directly);
    reading.one_issuer =
        !readings.empty() && joins_kinds(text.substr(last, number.span.begin - last));
    mention.number = number.value;
    const std::string_view before =
        before_so(tail(text.substr(last, number.span.begin - last), 120));
    mention.kind = kind_at_end(before);
    if (!mention.kind && reading.listed) mention.kind = readings.back().mention.value.kind;
    if (!mention.kind) mention.kind = kind_before_name(before, mention.number);
    Behind behind{text, number.span.end};
    mention.issued_on = read_date(behind);
    mention.issuer = read_issuer(behind);
    if (!mention.issued_on) mention.issued_on = read_date(behind);
    if (!mention.issuer) mention.issuer = issuer_before(before);
    reading.mention.span = {number.span.begin, behind.at};
    reading.mention.rule = number.rule;
    readings.push_back(std::move(reading));
  }
  share_backwards(readings);
  std::vector<Match<Mention>> out;
  for (auto& reading : readings) out.push_back(std::move(reading.mention));
  return out;
}

}  // namespace vanthu
