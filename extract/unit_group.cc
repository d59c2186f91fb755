#include <algorithm>
#include <array>

#include "extract/letters.h"
#include "extract/unit_grammar.h"

namespace vanthu {
// After "các", "những", "tất cả các", "một số" ...
std::size_t UnitReader::article_end(std::size_t at) const {
  static constexpr std::array<std::string_view, 5> articles = {"các", "những", "từng", "mỗi", "cả"};
  std::size_t end = at;
  if (is(end, "toàn") && (is(end + 1, "thể") || is(end + 1, "bộ"))) end += 2;
  if (is(end, "tất") && is(end + 1, "cả")) end += 2;
  if (is(end, "một") && is(end + 1, "số")) end += 2;
  return end < words_.size() && one_of(articles, words_[end].folded) ? end + 1 : end;
}

// "sở, ban, ngành và đoàn thể": the token after the last noun, and how many there are.
std::size_t UnitReader::group_nouns_end(std::size_t at, bool inside_official,
                                        std::size_t& nouns) const {
  std::size_t end = at;
  for (std::size_t next = at; next < words_.size();) {
    const std::size_t noun = group_noun_at(words_, next);
    if (noun == 0) break;
    end = next + noun;
    ++nouns;
    const std::string_view mark = words_[end - 1].after;
    const bool comma = mark == "," || mark == "/";
    if (!comma && !(mark.empty() && is(end, "và"))) break;
    next = comma ? end : end + 1;
    if (inside_official && mark == "," && is(next, "các")) ++next;
    // A capital begins a name, unless it is a common noun written large: "các Sở, Ban, ngành".
    if (next < words_.size() && words_[next].upper &&
        head_at(words_, next).words > group_noun_at(words_, next))
      break;
  }
  return end;
}

std::size_t UnitReader::until_limit(std::size_t at) const {
  for (const std::size_t start = at; at < words_.size() && !breaks_before(at); ++at) {
    const WordKind kind = opening_at(words_, at).kind;
    if (kind == WordKind::limit || is(at, "theo")) break;
    if (kind == WordKind::adverb && at > start) break;
  }
  return at;
}

std::size_t UnitReader::until_duty(std::size_t at) const {
  while (at < words_.size() && !breaks_before(at) && opening_at(words_, at).kind == WordKind::none)
    ++at;
  return at;
}

// What narrows a group: "có liên quan", "trên địa bàn tỉnh", "thuộc quận", "được giao ...".
std::size_t UnitReader::qualification_end(std::size_t at) const {
  const std::size_t start = at;
  while (at < words_.size() && at < start + longest_name && !breaks_before(at)) {
    std::size_t next = clause_end(at, start);
    if (next == at) {
      if (is(at, "và") || is(at, "-") || is(at, "các") || is(at, "những")) break;
      next = words_[at].upper ? at + 1 : small_word_end(at, false, false);
    }
    if (next == at || next > words_.size()) break;
    at = next;
  }
  return at;
}

// "tại Điều 3", "tại khoản 2 Mục I" behind "được phân công"; `at` where it does not follow.
std::size_t UnitReader::provision_end(std::size_t at) const {
  static constexpr std::array<std::string_view, 7> parts = {"điều", "khoản", "điểm", "mục",
                                                            "phần", "phụ",   "lục"};
  if (!is(at, "tại") || at + 1 >= words_.size() || !one_of(parts, words_[at + 1].folded)) return at;
  for (++at; at < words_.size() && !breaks_before(at); ++at)
    if (!one_of(parts, words_[at].folded) && !starts_digit(words_[at].folded) &&
        !words_[at].capitals)
      break;
  return at;
}

// The qualifications that hold words which would end a name.
std::size_t UnitReader::clause_end(std::size_t at, std::size_t start) const {
  if (is(at, "có") && (is(at + 1, "liên") || is(at + 1, "thẩm") || is(at + 1, "chức")))
    return at + 3;
  if (is(at, "được") && (is(at + 1, "giao") || is(at + 1, "phân")))
    return provision_end(until_limit(at + 2));
  if (is(at, "được") && (is(at + 1, "kiểm") || is(at + 1, "thanh") || is(at + 1, "giám")))
    return at + 3;
  if (is(at, "trực") && is(at + 1, "thuộc")) return at + 2;
  if (is(at, "trên") && is(at + 1, "địa") && is(at + 2, "bàn")) return at + 3;
  if (const std::size_t noun = is(at, "là") ? group_noun_at(words_, at + 1) : 0; noun > 0)
    return at + 1 + noun + 2;  // "là đơn vị chủ trì"
  if (is(at, "đối") && is(at + 1, "với") && at > start) return until_duty(at + 2);
  if (at > start || !is(at, "chủ") || !is(at + 1, "trì")) return at;
  const bool verb_follows = at + 2 < words_.size() && words_[at + 1].after.empty() &&
                            opening_at(words_, at + 2).kind != WordKind::none;
  return at + 2 >= words_.size() || verb_follows ? at + 2 : at;  // "đơn vị chủ trì triển khai"
}

std::optional<UnitPhrase> UnitReader::group(std::size_t at, bool inside_official) const {
  std::size_t first = article_end(at);
  if (first >= words_.size() || (first > at && breaks_before(first))) return std::nullopt;
  if (starts_digit(words_[first].folded) && words_[first].after.empty()) ++first;  // "10 phường"
  const bool article = first > at;
  const Opening verb = opening_at(words_, first);
  if (verb.kind != WordKind::none && verb.words >= group_noun_at(words_, first) + article)
    return std::nullopt;
  std::size_t nouns = 0;
  const std::size_t last = group_nouns_end(first, inside_official, nouns);
  if (nouns == 0) return std::nullopt;
  std::size_t end = qualification_end(last);
  const bool common = nouns < 2 && (end == last || last == first + 1);  // "vụ công trực tuyến"
  if (!article && common && !inside_official) return std::nullopt;
  // "Thủ trưởng các sở, ngành tỉnh, các đơn vị có liên quan"
  while (inside_official && end < words_.size() && words_[end - 1].after == "," && is(end, "các")) {
    std::size_t more = 0;
    const std::size_t next = group_nouns_end(end + 1, true, more);
    if (more == 0) break;
    end = qualification_end(next);
  }
  return UnitPhrase{at, end, HeadKind::group, {}};
}

}  // namespace vanthu
