#include "extract/unit.h"

#include <algorithm>

#include "extract/letters.h"
#include "extract/unit_grammar.h"

namespace vanthu {
namespace {

std::vector<Match<std::string>> matches(std::string_view text, TokenView words,
                                        const std::vector<UnitPhrase>& phrases,
                                        std::string_view rule) {
  std::vector<Match<std::string>> out;
  for (UnitPhrase phrase : phrases) {
    while (phrase.end > phrase.begin + 1 && words[phrase.end - 1].folded == "-") --phrase.end;
    const Span span = span_of(words, phrase);
    out.push_back({span, phrase.prefix + std::string(text.substr(span.begin, span.size())),
                   std::string(rule)});
  }
  return out;
}

bool is(TokenView words, std::size_t at, std::string_view word) {
  return at < words.size() && words[at].folded == word;
}

// Where the list ends: the token after the last unit.
std::size_t end_of(const std::vector<UnitPhrase>& units) { return units.back().end; }

bool opens_duty(TokenView words, std::size_t at) {
  const WordKind kind = opening_at(words, at).kind;
  return kind == WordKind::verb || kind == WordKind::weak || kind == WordKind::adverb;
}

// The words that hand a duty over: "Giao", "Đề nghị", "Yêu cầu"; 0 where there are none.
std::size_t handing_over(TokenView words, std::size_t at) {
  if (is(words, at, "giao")) return is(words, at + 1, "cho") ? 2 : 1;
  if (is(words, at, "kính") && is(words, at + 1, "đề")) return 3;
  if (is(words, at, "đề") && is(words, at + 1, "nghị")) return 2;
  if (is(words, at, "yêu") && is(words, at + 1, "cầu")) return 2;
  if (is(words, at, "phân") && is(words, at + 1, "công")) return is(words, at + 2, "cho") ? 3 : 2;
  if (is(words, at, "ủy") && is(words, at + 1, "quyền")) return is(words, at + 2, "cho") ? 3 : 2;
  if (is(words, at, "chỉ") && is(words, at + 1, "đạo")) return 0;
  return 0;
}

// After an opening such as "Trên cơ sở nhiệm vụ được giao," or "Căn cứ Chỉ thị này,".
std::size_t after_preamble(TokenView words) {
  static constexpr std::string_view openings[] = {
      "căn",   "trên", "theo", "để",   "khi",  "hằng", "hàng", "định", "trong", "trước", "sau",
      "ngoài", "đồng", "đối",  "ngay", "chậm", "mỗi",  "từ",   "nhằm", "giai",  "bên"};
  if (words.empty() ||
      std::find(std::begin(openings), std::end(openings), words[0].folded) == std::end(openings) ||
      opening_at(words, 0).kind == WordKind::verb)  // "Theo dõi ..."
    return 0;
  static constexpr std::string_view rates[] = {"hằng", "hàng", "định", "mỗi"};
  const UnitReader reader(words);
  for (std::size_t i = 0; i < words.size() && i < 40; ++i) {
    if (words[i].after == "." || words[i].after == ";" || words[i].after == ":") return 0;
    if (words[i].after != "," || i + 1 >= words.size()) continue;
    if (handing_over(words, i + 1) > 0 || reader.unit(i + 1)) return i + 1;
    // "Định kỳ hàng quý, tham mưu các cấp ủy, chính quyền ..."
    if (one_of(rates, words[0].folded) && opens_duty(words, i + 1)) return 0;
  }
  return 0;
}

// "Về kinh phí thực hiện dự án: Giao Bộ Tài chính ...": where the duty is handed over; 0 where the
// text does not open with a topic.
std::size_t after_topic(TokenView words) {
  if (!is(words, 0, "về") && !(is(words, 0, "đối") && is(words, 1, "với"))) return 0;
  for (std::size_t i = 0; i + 1 < words.size() && i < 40; ++i)
    if (words[i].after == ":" || words[i].after == ",")
      if (handing_over(words, i + 1) > 0) return i + 1;
  return 0;
}

}  // namespace

std::vector<Match<std::string>> leading_units(std::string_view text) {
  return leading_units(text, tokens(text));
}

std::vector<Match<std::string>> leading_units(std::string_view text, TokenView words) {
  const UnitReader reader(words);
  std::size_t at = std::max(after_preamble(words), after_topic(words));
  bool handed = false;
  if (const std::size_t giving = handing_over(words, at)) {
    at += giving;
    handed = true;
  }
  auto units = reader.list(at);
  if (units.empty()) return {};
  // "UBND tỉnh giao Sở Nội vụ ...": those who are given it.
  if (const std::size_t giving = handing_over(words, end_of(units)); !handed && giving > 0) {
    auto given = reader.list(end_of(units) + giving);
    if (!given.empty()) return matches(text, words, given, "unit that is given the duty");
  }
  const std::size_t end = end_of(units);
  const bool closed = end >= words.size() || words[end - 1].after.starts_with(":");
  if (handed) return matches(text, words, units, "unit that is given the duty");
  if (!closed && !(words[end - 1].after.find_first_not_of(",)") == std::string::npos &&
                   opens_duty(words, end)))
    return {};
  return matches(text, words, units, "unit at the start");
}

namespace {

// Words that may stand between "phối hợp" and the units.
constexpr std::string_view between[] = {"chặt", "chẽ",  "với", "cùng", "hỗ",     "trợ",
                                        "tốt",  "hiệu", "quả", "có",   "thường", "xuyên",
                                        "tích", "cực",  "kịp", "thời"};

// "quy chế phối hợp giữa ...", "công tác phối hợp", "đơn vị phối hợp": no verb.
bool is_noun_phrase(TokenView words, std::size_t at) {
  static constexpr std::string_view always[] = {"chế",  "hoạch", "trình", "sự",
                                                "việc", "đồng",  "bản"};
  static constexpr std::string_view unless_with[] = {"tác", "vị", "quan", "chức"};
  if (at == 0 || !words[at - 1].after.empty()) return false;
  const std::string_view before = words[at - 1].folded;
  return one_of(always, before) || (one_of(unless_with, before) && !is(words, at + 2, "với") &&
                                    !(at + 2 < words.size() && words[at + 2].upper));
}

bool may_name_support(std::string_view text) {
  return text.find("ối hợp") != text.npos || text.find("ỐI HỢP") != text.npos;
}

}  // namespace

std::vector<Match<std::string>> support_units(std::string_view text) {
  if (!may_name_support(text)) return {};  // most texts: no words are made
  return support_units(text, tokens(text));
}

std::vector<Match<std::string>> support_units(std::string_view text, TokenView words) {
  if (!may_name_support(text)) return {};
  const UnitReader reader(words);
  std::vector<Match<std::string>> out;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!is(words, i, "phối") || !is(words, i + 1, "hợp") || is_noun_phrase(words, i)) continue;
    std::size_t at = i + 2;
    while (at < words.size() && at < i + 8 && one_of(between, words[at].folded) &&
           (words[at - 1].after.empty() || words[at - 1].after == ","))
      ++at;
    if (at > i + 2 && words[at - 1].after == ":") continue;
    if (at == i + 2 && !words[at - 1].after.empty()) continue;
    const auto units = reader.list(at);
    const auto found = matches(text, words, units, "unit after \"phối hợp\"");
    out.insert(out.end(), found.begin(), found.end());
    if (!units.empty()) i = end_of(units) - 1;
  }
  return out;
}

namespace {

bool is_bullet(const Token& word) {
  return word.folded == "-" || word.folded == "+" || word.folded == "và" || word.folded == "*";
}

bool separates(const Token& word) { return word.after.find_first_of(",;") != std::string::npos; }

// Whether the piece of a list that begins at `at` is a unit of its own: it begins as one, or with a
// capital. "theo chức năng, nhiệm vụ được giao" goes on.
bool begins_piece(const UnitReader& reader, TokenView words, std::size_t at) {
  return at >= words.size() || words[at].upper || reader.unit(at).has_value();
}

// Where the words end that still belong to the unit that ends at `at`.
std::size_t belonging_end(const UnitReader& reader, TokenView words, std::size_t at) {
  const bool bulleted = is_bullet(words[0]);
  while (at < words.size()) {
    const bool semicolon = words[at - 1].after.find(';') != std::string::npos;
    const bool comma = separates(words[at - 1]), bullet = is_bullet(words[at]);
    const std::size_t next = bullet ? at + 1 : at;
    // A dash in a list without bullets may stand in a name: "cửa khẩu Hữu Nghị - Chi Lăng".
    const bool dash = bullet && !comma && !bulleted && words[at].folded == "-";
    const bool piece = dash ? reader.unit(next).has_value() : begins_piece(reader, words, next);
    if (semicolon || ((comma || bullet) && piece)) break;
    ++at;
  }
  return at;
}

// Behind the bracket that opens at `at`; `at` where none does.
std::size_t bracket_end(TokenView words, std::size_t at) {
  if (words[at].before.find('(') == std::string::npos) return at;
  for (std::size_t i = at; i < words.size(); ++i)
    if (words[i].after.find(')') != std::string::npos) return i + 1;
  return at;
}

// A semicolon that was read as a colon: "Bộ Tài chính: Bộ Tư pháp;", not "các Sở: Y tế, Tài chính".
void mend_semicolons(std::span<Token> words) {
  std::size_t begin = 0;  // of the piece
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i].after == ":" && i > begin && words[i + 1].upper &&
        head_at(words, begin).kind == HeadKind::body &&
        head_at(words, i + 1).kind == HeadKind::body)
      words[i].after = ";";
    if (separates(words[i]) || is_bullet(words[i])) begin = i + 1;
  }
}

// The words of a name at `at` that the lexicon has whole.
std::size_t complete_name(TokenView words, std::size_t at) {
  const Head head = head_at(words, at);
  return head.named || head.kind == HeadKind::whole ? head.words : 0;
}

// Agencies that only stand below each other: "Viện kiểm sát nhân dân tối cao Bộ Công an". Not
// "Tổng cục Thuế Bộ Tài chính", where the second is that of the first.
void part_agencies(std::span<Token> words) {
  static constexpr std::string_view parts[] = {"tổng", "cục", "vụ", "văn", "phòng", "trung"};
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = at + complete_name(words, at);
    const std::size_t next = end + handing_over(words, end);
    const bool both = end >= at + 3 && next < words.size() && words[next].upper &&
                      words[end - 1].after.empty() && complete_name(words, next) >= 3;
    if (both && !one_of(parts, words[at].folded)) words[end - 1].after = ";";
    at = std::max(end, at + 1);
  }
}

// "Bộ Công an chủ trì nội dung về ...": which part of the task is the unit's; not of its name.
bool names_share(TokenView words, std::size_t at) {
  return is(words, at, "chủ") && is(words, at + 1, "trì") && words[at - 1].after.empty();
}

}  // namespace

std::vector<Match<std::string>> split_units(std::string_view list) {
  auto words = tokens(list);
  mend_semicolons(words);
  part_agencies(words);
  const UnitReader reader(words);
  std::vector<Match<std::string>> out;
  for (std::size_t at = 0; at < words.size();) {
    if (is_bullet(words[at])) {
      ++at;
      continue;
    }
    if (const std::size_t end = bracket_end(words, at); end > at && end < words.size()) {
      at = end;  // "(theo chức năng được giao) Sở Y tế"
      continue;
    }
    if (const std::size_t giving = handing_over(words, at); giving > 0 && reader.unit(at + giving))
      at += giving;
    auto units = reader.list(at);
    if (units.empty()) units.push_back({at, at + 1, HeadKind::none, {}});
    const std::size_t end = belonging_end(reader, words, end_of(units));
    if (!names_share(words, end_of(units))) units.back().end = end;
    const auto found = matches(list, words, units, "unit in a list");
    out.insert(out.end(), found.begin(), found.end());
    at = end;
  }
  return out;
}

bool is_unit_list(std::string_view text) { return is_unit_list(tokens(text)); }

bool is_unit_list(TokenView words) {
  if (words.empty()) return false;
  const auto units = UnitReader(words).list(0);
  if (units.empty()) return false;
  const std::size_t end = end_of(units);
  return end == words.size() || (words[end].folded == "theo" && words[end - 1].after.empty());
}

}  // namespace vanthu
