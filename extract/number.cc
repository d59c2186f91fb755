#include "extract/number.h"

#include <algorithm>
#include <vector>

#include "embedded/symbol_repairs_tsv.h"
#include "extract/date_rules.h"
#include "extract/kind.h"
#include "extract/letters.h"
#include "extract/number_rules.h"
#include "extract/tsv.h"

namespace vanthu {
namespace {

constexpr std::string_view single_group_rule = "number with a symbol of one group";

// Groups of a symbol, of which the repair tables tell what was meant: no spaces, one kind of dash.
std::string without_spaces(std::string_view text) {
  std::string out;
  for (const char c : plain_dashes(text))
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') out += c;
  return out;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  std::size_t at = text.find(from);
  if (at == std::string::npos) return;
  std::string out;
  std::size_t last = 0;
  for (; at != std::string::npos; at = text.find(from, last)) {
    out.append(text, last, at - last).append(to);
    last = at + from.size();
  }
  text = out.append(text, last);
}

// QD-UBND -> QĐ-UBND, from the table of what loses its Đ.
std::string repaired(std::string symbol) {
  static const auto rows = tsv_rows(data::symbol_repairs_tsv());
  replace_all(symbol, "Ð", "Đ");  // U+00D0, the Icelandic letter
  for (const auto& row : rows) replace_all(symbol, row[0], row[1]);
  static const RE2 assembly("QH(?:[Iil|]1?|11)([0-9])$");  // QHI5, QH115 -> QH15
  RE2::Replace(&symbol, assembly, "QH1\\1");
  return symbol;
}

// A first group that is a kind's code, or an agency's of two capitals at least.
bool is_symbol(const std::string& symbol) {
  const std::string first = symbol.substr(0, symbol.find_first_of("-/"));
  if (kind_of_symbol(symbol)) return true;
  return std::count_if(first.begin(), first.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) +
             (first.find("Đ") != std::string::npos) >=
         2;
}

std::optional<Number> numbered(std::string_view serial, std::string_view year,
                               std::string_view symbol, char separator) {
  Number number;
  number.symbol = repaired(without_spaces(symbol));
  if (!is_symbol(number.symbol)) return std::nullopt;
  if (!serial.empty()) number.serial = without_spaces(serial);
  if (!year.empty()) number.year = to_int(year);
  number.text = number.serial.value_or("") + separator;
  if (number.year) number.text += std::to_string(*number.year) + "/";
  number.text += number.symbol;
  return number;
}

std::optional<Number> state_number(const Groups& groups, const NoContext&) {
  return numbered(groups[1], groups[2], groups[3], '/');
}

std::optional<Number> party_number(const Groups& groups, const NoContext&) {
  const std::string type = repaired(without_spaces(groups[2]));
  if (!kind_of_symbol(type)) return std::nullopt;
  return numbered(groups[1], {}, type + "/" + std::string(groups[3]), '-');
}

std::vector<Rule<Number, NoContext>> rules() {
  const std::string years = "(?:(" + year + ") / )?";
  return {
      {"state number", "45 /KH-UBND; 120/2020/NĐ-CP",
       "(" + serial + ") / " + years + "(" + dashed_symbol + ")", state_number},
      {"number of the National Assembly", "98/2023/QH15",
       "(" + serial + ") / " + years + "((?-i:QH|UBTVQH)(?:[0-9]{1,2}|[Iil]1?[0-9]|11[0-9]))",
       state_number},
      {"Party number", "57-NQ/TW; 05-CTr/QU",
       "(" + serial + ") " + dash + " (" + symbol_group + ") / (" + symbol_group + "(?:-" +
           symbol_group + ")?)",
       party_number},
  };
}

// With "số" before it a number may have a symbol of one group: "số 124/STP".
std::vector<Rule<Number, NoContext>> announced_rules() {
  const std::string years = "(?:(" + year + ") / )?";
  auto all = rules();
  all.push_back({single_group_rule, "số 124/STP",
                 "(" + serial + ") / " + years + "(" + symbol_group + ")", state_number});
  return all;
}

// Whether "số" stands before `begin`.
bool announced(std::string_view text, std::size_t begin) {
  const std::string_view before = trimmed(text.substr(0, begin));
  const auto ends = [&](std::string_view word) {
    return before.ends_with(word) ||
           (before.ends_with(":") && trimmed(before.substr(0, before.size() - 1)).ends_with(word));
  };
  return ends("số") || ends("Số") || ends("SỐ");
}

}  // namespace

std::string plain_dashes(std::string_view text) {
  std::string out(text);
  for (const std::string_view dash : {"–", "—", "‐", "‑", "−"}) replace_all(out, dash, "-");
  return out;
}

const Grammar<Number, NoContext>& number_grammar() {
  static const Grammar<Number, NoContext> grammar(announced_rules(), R"([^\pL\pN./\-])",
                                                  R"([^\pL\pN/])");
  return grammar;
}

namespace {

// A stroke with the capital of a symbol behind it, which every number has; dates have none.
bool has_symbol(std::string_view text) {
  for (std::size_t at = text.find('/'); at != text.npos; at = text.find('/', at + 1)) {
    const std::size_t next = text.find_first_not_of(" \t\n\f\r", at + 1);
    if (next == text.npos) return false;
    const char c = text[next];
    if ((c >= 'A' && c <= 'Z') || (c & 0x80) != 0) return true;
  }
  return false;
}

std::vector<Match<Number>> matches(std::string_view text) {
  return has_symbol(text) ? number_grammar().find(text, {}) : std::vector<Match<Number>>();
}

// "số 12, 13 và 14/QĐ-UBND": the serials before the last share its symbol.
void add_elliptic(std::string_view text, const Match<Number>& last,
                  std::vector<Match<Number>>& out) {
  static const RE2 list(spaced("(?i)(?:^|[^\\pL])số ((?:" + serial + " (?:,|và) )+)$"));
  static const RE2 one(spaced("(" + serial + ") (?:,|và)"));
  const std::size_t begin = last.span.begin, window = std::min<std::size_t>(begin, 80);
  re2::StringPiece before(text.data() + begin - window, window), serials, item;
  if (!RE2::PartialMatch(before, list, &serials)) return;
  while (RE2::FindAndConsume(&serials, one, &item)) {
    Match<Number> match = last;
    match.span.begin = item.data() - text.data();
    match.span.end = match.span.begin + item.size();
    match.value.serial = std::string(item.data(), item.size());
    match.value.text.replace(0, last.value.serial->size(), *match.value.serial);
    out.push_back(std::move(match));
  }
}

}  // namespace

std::vector<Match<Number>> find_numbers(std::string_view text) {
  std::vector<Match<Number>> out;
  for (const auto& match : matches(text)) {
    if (match.rule == single_group_rule && !announced(text, match.span.begin)) continue;
    add_elliptic(text, match, out);
    out.push_back(match);
  }
  return out;
}

std::optional<Match<Number>> letterhead_number(std::string_view line) {
  auto found = matches(line);
  if (!found.empty()) return found.front();
  // A stroke may be lost at the end of a dotted line.
  static const RE2 blank(spaced("(?i)(?:^|[^\\pL])số [:.]?([\\s._…\\x{a0}]*(/|-|\\.\\.\\.|…) (" +
                                dashed_symbol + "|" + symbol_group + " / " + symbol_group + "))"));
  re2::StringPiece whole(line.data(), line.size()), part, separator, symbol;
  if (!RE2::PartialMatch(whole, blank, &part, &separator, &symbol)) return std::nullopt;
  auto number = numbered({}, {}, {symbol.data(), symbol.size()}, separator == "-" ? '-' : '/');
  if (!number) return std::nullopt;
  const std::size_t begin = symbol.data() - line.data();
  return Match<Number>{{begin, begin + symbol.size()}, *number, "number left blank"};
}

}  // namespace vanthu
