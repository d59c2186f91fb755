#include <algorithm>
#include <array>

#include "extract/letters.h"
#include "extract/unit_grammar.h"

namespace vanthu {
namespace {

bool is_area_word(std::string_view word) {
  static constexpr std::array<std::string_view, 10> areas = {
      "tỉnh", "thành", "quận", "huyện", "thị", "xã", "phường", "khu", "cấp", "đặc"};
  return one_of(areas, word);
}

// The last syllable of a kind of area: "xã", "(thành) phố", "(thị) trấn".
bool is_area_word_or_end(std::string_view word) {
  return is_area_word(word) || word == "phố" || word == "trấn";
}

// "Tỉnh ủy", "Thành đoàn", "Phường 5 thuộc Quận 3", "Thành phố trực thuộc Trung ương".
bool follows_area(std::string_view word) {
  static constexpr std::array<std::string_view, 5> words = {"ủy", "đoàn", "đội", "trực", "thuộc"};
  return one_of(words, word) || is_area_word(word);
}

}  // namespace

bool UnitReader::is(std::size_t at, std::string_view word) const {
  return at < words_.size() && words_[at].folded == word;
}

// "tỉnh", "quận", "thành (phố)", "cấp (xã)"
bool UnitReader::is_area(std::size_t at) const {
  return at < words_.size() && is_area_word(words_[at].folded);
}

// Punctuation between the token and the one before it.
bool UnitReader::breaks_before(std::size_t at) const {
  return at > 0 && at < words_.size() &&
         (!words_[at - 1].after.empty() || !words_[at].before.empty());
}

bool UnitReader::begins_unit(std::size_t at) const {
  if (at >= words_.size()) return false;
  const std::size_t noun = article_end(at);
  return head_at(words_, at).words > 0 || group_noun_at(words_, noun) > 0;
}

// Where the name goes on that has reached token `at`. `named`: the lexicon had it whole.
std::size_t UnitReader::name_end(std::size_t begin, std::size_t at, bool named) const {
  if (const std::size_t known = named ? at : known_name_end(at); known > at) {
    at = known;
    named = true;
  }
  std::size_t start = at;
  while (at < words_.size() && at < begin + longest_name) {
    if (const std::size_t next = repeated_end(at); next > at) {
      at = next;
      continue;
    }
    const bool repeated = at > begin && words_[at - 1].before == "(";
    const bool listed = !(named && at == start) && list_inside_name(at);
    if (breaks_before(at) && !repeated && !listed) break;
    const std::string_view word = words_[at].folded;
    const std::size_t next = word == "-"    ? dashed_end(at, begin)
                             : word == "và" ? joined_end(at, start, named)
                             : words_[at].upper
                                 ? capital_end(at, start, named)
                                 : small_word_end(at, at == start, named && at == start);
    if (next == at) break;
    at = next;
  }
  return at;
}

// The end of what the lexicon has as the name of a department: "Lao động - Thương binh và Xã hội"
// behind "ngành" or "Trưởng phòng"; `at` where it has none.
std::size_t UnitReader::known_name_end(std::size_t at) const {
  if (at >= words_.size() || !words_[at].upper || breaks_before(at)) return at;
  const std::size_t last = std::min(words_.size(), at + 12);
  std::vector<Token> spelled(1);
  spelled.insert(spelled.end(), words_.begin() + at, words_.begin() + last);
  std::size_t end = at;
  for (const char* head : {"sở", "phòng", "bộ"}) {
    spelled[0].folded = head;
    const std::size_t words = agencies().longest(spelled, 0).words;
    if (words > 1) end = std::max(end, at + words - 1);
  }
  return end;
}

// "(UBND)" in "Ủy ban nhân dân (UBND) 10 phường": only where the name goes on behind it.
std::size_t UnitReader::repeated_end(std::size_t at) const {
  const bool repeated = words_[at].before == "(" && words_[at].capitals && words_[at].after == ")";
  if (!repeated || !words_[at - 1].after.empty() || at + 1 >= words_.size()) return at;
  const bool goes_on =
      !is(at + 1, "và") && (words_[at + 1].upper || group_noun_at(words_, article_end(at + 1)) > 0);
  return goes_on ? at + 1 : at;
}

// A word with a capital; where it begins a head noun of its own ("Chi nhánh Văn phòng đăng ký đất
// đai") the name starts anew behind that.
std::size_t UnitReader::capital_end(std::size_t at, std::size_t& start, bool& named) const {
  if (is_area_pair(at)) return at + 2;
  if (at > start || named) {  // "... của Chính phủ Về việc", "... tỉnh Bình Phước Thành lập"
    const Opening duty = opening_at(words_, at);
    const bool verb = duty.kind == WordKind::verb && duty.words > 1 && !words_[at + 1].upper;
    if (verb || is(at, "về")) return at;
  }
  const Head head = head_at(words_, at);
  if (head.kind != HeadKind::body || head.words < 2) return at + 1;
  start = at + head.words;
  named = head.named;
  return start;
}

// "Phòng PA05 - Công an tỉnh" is one unit, "Phòng Nội vụ - Phòng Tư pháp" are two.
std::size_t UnitReader::dashed_end(std::size_t at, std::size_t begin) const {
  const bool name = at + 1 < words_.size() && words_[at + 1].upper &&
                    words_[at + 1].folded != words_[begin].folded;
  return name ? at + 2 : at;
}

// "và" inside a name: "Văn hóa và Thông tin", "Khu kinh tế X và các Khu công nghiệp"; not where
// another unit or a document begins after it, nor after the name of an area.
std::size_t UnitReader::joined_end(std::size_t at, std::size_t start, bool named) const {
  if (at + 1 >= words_.size() || breaks_before(at + 1)) return at;
  if (is(at + 1, "các") && at + 2 < words_.size() && words_[at + 2].upper &&
      !head_at(words_, at + 2) && !group_noun_at(words_, at + 2))
    return at + 3;
  if (begins_unit(at + 1) || (named && at == start) || ends_area(at - 1) || names_document(at + 1))
    return at;
  if (words_[at + 1].upper) return at + 2;
  const bool small_name = at > start && !words_[at - 1].upper;
  return small_name && opening_at(words_, at + 1).kind == WordKind::none ? at + 2 : at;
}

// "... Thành phố", "... Quận 1"
bool UnitReader::ends_area(std::size_t at) const {
  const std::string_view word = words_[at].folded;
  return word == "tỉnh" || word == "quận" || word == "huyện" || word == "xã" || word == "phường" ||
         (word == "phố" && at > 0 && is(at - 1, "thành")) ||
         word.find_first_not_of("0123456789") == std::string::npos;
}

// "... Quận 1", and "... Thành phố" for the one whose document it is: a name that is whole.
bool UnitReader::names_area(std::size_t at) const {
  if (at == 0 || !ends_area(at)) return false;
  if (is_area_word_or_end(words_[at].folded)) return words_[at - is(at, "phố")].upper;
  return is(at - 1, "quận") || is(at - 1, "phường");
}

// "Kế hoạch số 387/KH-UBND": "số" or a number follows within few words.
bool UnitReader::names_document(std::size_t at) const {
  for (std::size_t i = at; i < words_.size() && i < at + 5; ++i) {
    if (is(i, "số") || words_[i].folded.find('/') != std::string::npos) return true;
    if (!words_[i].after.empty()) return false;
  }
  return false;
}

// A word in small letters: part of the name unless it opens a duty or leads elsewhere. `first`: of
// the name, where even a verb may stand; `complete`: the lexicon had the name whole, so that only
// an area follows.
std::size_t UnitReader::small_word_end(std::size_t at, bool first, bool complete) const {
  const std::string_view word = words_[at].folded;
  if (names_area(at - 1) && !follows_area(word)) return at;
  if (word == "các" || word == "những") {
    const auto common = group(at, false);
    return common ? common->end : at;
  }
  if (word == "của" || word == "thuộc") {
    const bool area = at + 1 < words_.size() && (is_area_word(words_[at + 1].folded) ||
                                                 words_[at + 1].upper || begins_unit(at + 1));
    return area && !breaks_before(at + 1) ? at + 1 : at;
  }
  if (const std::size_t end = area_list_end(at); end > at) return end;
  if (is_area_word(word) && !breaks_before(at + 1) && is_area_pair(at)) return at + 2;
  // "Đào tạo": the second half of a compound that began with a capital is no verb.
  if (at > 0 && !breaks_before(at) && words_[at - 1].upper && opening_at(words_, at - 1).words > 1)
    return at + 1;
  const Opening opening = opening_at(words_, at);
  if (opening.kind == WordKind::weak && first && !complete) return at + opening.words;
  if (opening.kind != WordKind::none && opening.kind != WordKind::noun) return at;
  if (complete && !is_area_word(word)) return at;
  return at + 1;
}

// "phường, xã, đặc khu" behind "Ủy ban nhân dân": kinds of areas, not names of units.
std::size_t UnitReader::area_list_end(std::size_t at) const {
  static constexpr std::array<std::string_view, 9> kinds = {
      "quận", "huyện", "xã", "phường", "thị xã", "thị trấn", "thành phố", "đặc khu", "tỉnh"};
  std::size_t end = at, areas_seen = 0;
  for (std::size_t next = at; next < words_.size();) {
    const bool pair = is_area_pair(next);
    std::string word(words_[next].folded);
    if (pair) word.append(" ").append(words_[next + 1].folded);
    if (words_[next].upper || !one_of(kinds, word) || !words_[next].before.empty()) break;
    end = next + 1 + pair;
    ++areas_seen;
    const bool comma = words_[end - 1].after == ",";
    const bool joined = words_[end - 1].after.empty() && is(end, "và");
    if (!comma && !joined) break;
    next = end + joined;
  }
  return areas_seen >= 2 ? end : at;
}

// "thành phố", "thị xã", "khu vực", "đặc khu"
bool UnitReader::is_area_pair(std::size_t at) const {
  return (is(at, "thành") && is(at + 1, "phố")) ||
         (is(at, "thị") && (is(at + 1, "xã") || is(at + 1, "trấn"))) ||
         (is(at, "khu") && is(at + 1, "vực")) ||
         (is(at, "cấp") && at + 1 < words_.size() && is_area_word(words_[at + 1].folded)) ||
         (is(at, "đặc") && is(at + 1, "khu"));
}

// "Mỹ Hòa" in "UBND các xã Long An, Mỹ Hòa", "Long An" in "UBND các xã: Long An, Mỹ Hòa": one of
// the areas that an article has announced.
bool UnitReader::is_listed_area(std::size_t at) const {
  if (!words_[at].upper || !words_[at].before.empty() || begins_unit(at)) return false;
  std::size_t first = at;
  while (first > 0 && words_[first - 1].upper) --first;
  const bool colon = first == at && words_[at - 1].after == ":";
  if ((first == at && !colon) || first < 2 || !is_area_word_or_end(words_[first - 1].folded))
    return false;
  std::size_t end = at;
  while (colon && end + 1 < words_.size() && words_[end].upper && words_[end].after.empty()) ++end;
  if (colon && (words_[end].after != "," || opening_at(words_, at).words > 0)) return false;
  return is(first - 2, "các") || (first > 2 && is(first - 3, "các") && is_area_pair(first - 2));
}

// A comma inside a name: "Văn hóa, Khoa học và Thông tin" (the parts begin with capitals, are no
// units and end with "và"), "phòng, chống", "nhà ở, đất ở".
bool UnitReader::list_inside_name(std::size_t at) const {
  if (at == 0 || !words_[at].before.empty()) return false;
  const std::string_view mark = words_[at - 1].after;
  if ((mark == "," || mark == ":") && is_listed_area(at)) return true;
  if (mark != ",") return false;
  if (is(at - 1, "phòng") && is(at, "chống")) return true;
  if (!words_[at - 1].upper && !words_[at].upper)
    return !begins_unit(at) && opening_at(words_, at).kind == WordKind::none &&
           words_[at].folded != "-";
  const auto begins_part = [&](std::size_t i) {
    return i < words_.size() && words_[i].upper && !words_[i].capitals && !begins_unit(i);
  };
  if (!begins_part(at)) return false;
  for (std::size_t i = at + 1; i < words_.size() && i < at + 10; ++i) {
    const bool comma = words_[i - 1].after == ",";
    if (!comma && !words_[i - 1].after.empty()) return false;
    if (is(i, "và")) return !comma && begins_part(i + 1);
    if (comma && !begins_part(i)) return false;
    if (!words_[i].upper && opening_at(words_, i).kind != WordKind::none) return false;
  }
  return false;
}

}  // namespace vanthu
