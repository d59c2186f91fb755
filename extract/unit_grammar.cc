#include "extract/unit_grammar.h"

#include <algorithm>
#include <array>

#include "extract/letters.h"

namespace vanthu {
namespace {

constexpr std::size_t longest_name = 30;  // words

template <std::size_t N>
bool any_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// What makes of a head noun alone no unit in running text: "báo", "tổ", "hội" are common words.
bool is_common(const Token& word) { return !word.upper; }

constexpr std::array<std::string_view, 10> areas = {"tỉnh", "thành",  "quận", "huyện", "thị",
                                                    "xã",   "phường", "khu",  "cấp",   "đặc"};

}  // namespace

Span span_of(const std::vector<Token>& words, const UnitPhrase& phrase) {
  return {words[phrase.begin].span.begin, words[phrase.end - 1].span.end};
}

bool UnitReader::is(std::size_t at, std::string_view word) const {
  return at < words_.size() && words_[at].folded == word;
}

// Punctuation between the token and the one before it.
bool UnitReader::breaks_before(std::size_t at) const {
  return at > 0 && (!words_[at - 1].after.empty() || !words_[at].before.empty());
}

bool UnitReader::begins_unit(std::size_t at) const {
  if (at >= words_.size()) return false;
  const std::size_t noun = article_end(at);
  return head_at(words_, at).words > 0 || group_noun_at(words_, noun) > 0;
}

// After "các", "những", "tất cả các", "10" ...
std::size_t UnitReader::article_end(std::size_t at) const {
  static constexpr std::array<std::string_view, 9> articles = {"các", "những", "toàn", "thể", "tất",
                                                               "cả",  "từng",  "mỗi",  "bộ"};
  std::size_t end = at;
  if (is(end, "toàn") && (is(end + 1, "thể") || is(end + 1, "bộ"))) end += 2;
  if (is(end, "tất") && is(end + 1, "cả")) end += 2;
  if (is(end, "một") && is(end + 1, "số")) end += 2;
  if (end < words_.size() && any_of(articles, words_[end].folded) && !is(end, "bộ") &&
      !is(end, "thể") && !is(end, "toàn"))
    ++end;
  return end;
}

// "Ban hành", "Tổ chức", "Thanh tra, kiểm tra ...": a duty that begins like a head noun.
bool UnitReader::reads_as_verb(std::size_t at, std::size_t head) const {
  const Opening opening = opening_at(words_, at);
  if (opening.kind == WordKind::noun) return opening.words > head;
  if (opening.kind != WordKind::verb && opening.kind != WordKind::weak) return false;
  if (opening.words != head) return opening.words > head;
  const std::size_t next = at + head;
  if (next >= words_.size() || words_[next - 1].after.starts_with(":")) return false;
  return breaks_before(next) || !(words_[next].upper || any_of(areas, words_[next].folded));
}

std::optional<UnitPhrase> UnitReader::unit(std::size_t at) const {
  if (at >= words_.size()) return std::nullopt;
  const Head head = head_at(words_, at);
  if (head.kind == HeadKind::person) return person(at, head.words);
  if (head.kind == HeadKind::official) return official(at, head.words);
  auto common = group(at, false);
  if (!head || reads_as_verb(at, head.words)) return common;
  const bool name_follows = at + head.words < words_.size() && words_[at + head.words].upper &&
                            !breaks_before(at + head.words);
  if (head.words == 1 && is_common(words_[at]) && !name_follows) return common;
  const std::size_t end = name_end(at, at + head.words, head.named || head.kind == HeadKind::whole);
  if (common && common->end > end) return common;
  if (head.words == 1 && end == at + 1 && head.kind == HeadKind::body && !words_[at].capitals)
    return common;
  return UnitPhrase{at, end, head.kind, {}};
}

// "đồng chí Nguyễn Văn A, Phó Chủ tịch ..., Trưởng ban ...": titles belong to the person.
std::optional<UnitPhrase> UnitReader::person(std::size_t at, std::size_t words) const {
  std::size_t end = at + words;
  if (const Head title = head_at(words_, end); title.kind == HeadKind::official) {
    auto who = official(end, title.words);
    return UnitPhrase{at, who->end, HeadKind::person, {}};
  }
  while (end < words_.size() && words_[end].upper && !(end > at + words && breaks_before(end)))
    ++end;
  if (end < at + words + 2) return std::nullopt;
  while (end < words_.size() && words_[end - 1].after.find_first_of(",-") != std::string::npos) {
    const Head title = head_at(words_, end);
    if (title.kind != HeadKind::official) break;
    end = official(end, title.words)->end;
  }
  return UnitPhrase{at, end, HeadKind::person, {}};
}

std::optional<UnitPhrase> UnitReader::official(std::size_t at, std::size_t words) const {
  std::size_t end = at + words;
  if (end >= words_.size() || breaks_before(end))
    return UnitPhrase{at, end, HeadKind::official, {}};
  if (is(end, "của")) ++end;
  const auto common = group(end, true);
  const auto inner = unit(end);
  const std::size_t last = std::max(common ? common->end : 0, inner ? inner->end : 0);
  if (last > 0) return UnitPhrase{at, last, HeadKind::official, {}};
  return UnitPhrase{at, name_end(at, at + words, true), HeadKind::official, {}};
}

// Where the name goes on that has reached token `at`. `named`: the lexicon had it whole.
std::size_t UnitReader::name_end(std::size_t begin, std::size_t at, bool named) const {
  std::size_t start = at;
  while (at < words_.size() && at < begin + longest_name) {
    const bool abbreviation =
        words_[at].before == "(" && words_[at].capitals && words_[at].after.starts_with(")");
    if (abbreviation) {  // Ủy ban nhân dân (UBND) 10 phường
      if (!words_[at - 1].after.empty() || words_[at].after != ")") break;
      if (at + 1 >= words_.size() || words_[at + 1].folded == "và") break;
      ++at;
      if (words_[at].upper || group_noun_at(words_, article_end(at))) continue;
      --at;
      break;
    }
    const bool after_abbreviation = at > start && words_[at - 1].before == "(";
    const bool listed = !(named && at == start) && list_inside_name(at);
    if (breaks_before(at) && !after_abbreviation && !listed) break;
    const std::size_t next = words_[at].folded == "-"    ? dashed_end(at, begin)
                             : words_[at].folded == "và" ? joined_end(at, start, named)
                             : words_[at].upper
                                 ? capital_end(at, start, named)
                                 : small_word_end(at, at == start, named && at == start);
    if (next == at) break;
    at = next;
  }
  return at;
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

// "Phòng PC06 - Công an tỉnh" is one unit, "Phòng Nội vụ - Phòng Tư pháp" are two.
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
  const std::string& word = words_[at].folded;
  return word == "tỉnh" || word == "quận" || word == "huyện" || word == "xã" || word == "phường" ||
         (word == "phố" && at > 0 && is(at - 1, "thành")) ||
         word.find_first_not_of("0123456789") == std::string::npos;
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
  if (word == "các" || word == "những") {
    const auto common = group(at, false);
    return common ? common->end : at;
  }
  if (word == "của" || word == "thuộc") {
    const bool area = at + 1 < words_.size() && (any_of(areas, words_[at + 1].folded) ||
                                                 words_[at + 1].upper || begins_unit(at + 1));
    return area && !breaks_before(at + 1) ? at + 1 : at;
  }
  if (const std::size_t end = area_list_end(at); end > at) return end;
  if (any_of(areas, word) && !breaks_before(at + 1) && is_area_pair(at)) return at + 2;
  // "Đào tạo": the second half of a compound that began with a capital is no verb.
  if (at > 0 && !breaks_before(at) && words_[at - 1].upper && opening_at(words_, at - 1).words > 1)
    return at + 1;
  const Opening opening = opening_at(words_, at);
  if (opening.kind == WordKind::weak && first && !complete) return at + opening.words;
  if (opening.kind != WordKind::none && opening.kind != WordKind::noun) return at;
  if (complete && !any_of(areas, word)) return at;
  return at + 1;
}

// "phường, xã, đặc khu" behind "Ủy ban nhân dân": kinds of areas, not names of units.
std::size_t UnitReader::area_list_end(std::size_t at) const {
  static constexpr std::array<std::string_view, 9> kinds = {
      "quận", "huyện", "xã", "phường", "thị xã", "thị trấn", "thành phố", "đặc khu", "tỉnh"};
  std::size_t end = at, areas_seen = 0;
  for (std::size_t next = at; next < words_.size();) {
    const bool pair = is_area_pair(next);
    const std::string word = words_[next].folded + (pair ? " " + words_[next + 1].folded : "");
    if (words_[next].upper || !any_of(kinds, word) || !words_[next].before.empty()) break;
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
         (is(at, "cấp") && at + 1 < words_.size() && any_of(areas, words_[at + 1].folded)) ||
         (is(at, "đặc") && is(at + 1, "khu"));
}

// A comma inside a name: "Văn hóa, Khoa học và Thông tin" (the parts begin with capitals, are no
// units and end with "và"), "phòng, chống".
bool UnitReader::list_inside_name(std::size_t at) const {
  if (at == 0 || words_[at - 1].after != "," || !words_[at].before.empty()) return false;
  if (is(at - 1, "phòng") && is(at, "chống")) return true;
  if (!words_[at - 1].upper && !words_[at].upper)  // "nhà tạm, nhà dột nát"
    return !begins_unit(at) && opening_at(words_, at).kind == WordKind::none && !is(at, "và") &&
           words_[at].folded != "-";
  for (std::size_t i = at, part = at; i < words_.size() && i < at + 10; ++i) {
    if (i == part && (!words_[i].upper || begins_unit(i) || words_[i].capitals)) return false;
    if (is(i, "và"))
      return i > part && i + 1 < words_.size() && words_[i + 1].upper && !begins_unit(i + 1) &&
             !words_[i + 1].capitals;
    if (opening_at(words_, i).kind != WordKind::none && !words_[i].upper) return false;
    if (words_[i].after == ",")
      part = i + 1;
    else if (!words_[i].after.empty())
      return false;
  }
  return false;
}

std::size_t UnitReader::group_nouns_end(std::size_t at, bool inside_official,
                                        std::size_t& nouns) const {
  std::size_t end = at;
  for (std::size_t next = at; next < words_.size();) {
    const std::size_t noun = group_noun_at(words_, next);
    if (noun == 0) break;
    // "sở Nội vụ": a name, no common noun.
    const std::size_t after = next + noun;
    end = after;
    ++nouns;
    if (after >= words_.size()) break;
    const std::string& mark = words_[after - 1].after;
    std::size_t candidate = after;
    if (mark == "," || mark == "/")
      candidate = after;
    else if (mark.empty() && is(after, "và"))
      candidate = after + 1;
    else
      break;
    if (inside_official && mark == "," && is(candidate, "các")) ++candidate;
    // A capital begins a name, unless it is a common noun written large: "các Sở, Ban, ngành".
    if (candidate < words_.size() && words_[candidate].upper &&
        head_at(words_, candidate).words > group_noun_at(words_, candidate))
      break;
    next = candidate;
  }
  return end;
}

std::size_t UnitReader::until_limit(std::size_t at) const {
  while (at < words_.size() && !breaks_before(at) &&
         opening_at(words_, at).kind != WordKind::limit && !is(at, "theo"))
    ++at;
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
    std::size_t next = at;
    if (is(at, "có") && (is(at + 1, "liên") || is(at + 1, "thẩm") || is(at + 1, "chức")))
      next = at + 3;
    else if (is(at, "được") && (is(at + 1, "giao") || is(at + 1, "phân")))
      next = until_limit(at + 2);
    else if (is(at, "trên") && is(at + 1, "địa") && is(at + 2, "bàn"))
      next = at + 3;
    else if (is(at, "là") && group_noun_at(words_, at + 1))
      next = at + 1 + group_noun_at(words_, at + 1) + 2;
    else if (is(at, "đối") && is(at + 1, "với") && at > start)
      next = until_duty(at + 2);
    else if (at == start && is(at, "chủ") && is(at + 1, "trì") &&
             (at + 2 >= words_.size() ||
              (words_[at + 1].after.empty() && opening_at(words_, at + 2).kind != WordKind::none)))
      next = at + 2;
    else if (is(at, "và") || is(at, "-"))
      next = at;
    else if (words_[at].upper)
      next = at + 1;
    else
      next = small_word_end(at, false, false);
    if (next == at || next > words_.size()) break;
    at = next;
  }
  return at;
}

std::optional<UnitPhrase> UnitReader::group(std::size_t at, bool inside_official) const {
  const std::size_t first = article_end(at);
  if (first >= words_.size() || (first > at && breaks_before(first))) return std::nullopt;
  std::size_t number = first;
  if (words_[number].folded.find_first_not_of("0123456789") == std::string::npos &&
      !breaks_before(number + 1 < words_.size() ? number + 1 : number))
    ++number;
  std::size_t nouns = 0;
  const Opening verb = opening_at(words_, number);
  const std::size_t noun = group_noun_at(words_, number);
  if (verb.kind != WordKind::none && verb.words >= noun + (number > at)) return std::nullopt;
  const std::size_t last = group_nouns_end(number, inside_official, nouns);
  if (nouns == 0) return std::nullopt;
  std::size_t end = qualification_end(last);
  const bool article = number > at;
  if (inside_official && end < words_.size() && words_[end - 1].after == "," && is(end, "các")) {
    if (const auto more = group(end, true)) end = more->end;
  }
  const bool common = nouns < 2 && (end == last || last == number + 1);  // "vụ công trực tuyến"
  if (!article && common && !inside_official) return std::nullopt;
  return UnitPhrase{at, end, HeadKind::group, {}};
}

// The members of "các Sở: Nội vụ, Tài chính và Y tế", each with the head noun it lacks.
std::vector<UnitPhrase> UnitReader::ellipsis(std::size_t at) const {
  std::size_t head = at;
  while (head < words_.size() && head < at + 6 && head_at(words_, head).kind == HeadKind::official)
    head += head_at(words_, head).words;
  const std::size_t noun = article_end(head);
  if (noun == head || noun + 1 >= words_.size() || group_noun_at(words_, noun) != 1) return {};
  if (words_[noun].after != ":" && !(words_[noun].after.empty() && words_[noun + 1].upper))
    return {};
  std::string prefix;
  for (std::size_t i = at; i <= noun; ++i)
    if (i < head || i == noun) prefix += words_[i].folded + " ";
  prefix = capitalized(prefix);
  if (head > at)
    prefix.replace(prefix.rfind(words_[noun].folded + " "), std::string::npos,
                   capitalized(words_[noun].folded) + " ");
  std::vector<UnitPhrase> members;
  for (std::size_t next = noun + 1; next < words_.size() && words_[next].upper;) {
    std::vector<Token> spelled = {words_[noun]};
    spelled[0].after.clear();
    const std::size_t last = std::min(words_.size(), next + 12);
    spelled.insert(spelled.end(), words_.begin() + next, words_.begin() + last);
    const auto known = agencies().longest(spelled, 0);
    if (!known && begins_unit(next) && head_at(words_, next).words > 1) break;
    std::size_t end = known ? next + known.words - 1 : name_end(next, next, false);
    if (known) end = name_end(next, end, true);
    members.push_back({next, end, HeadKind::body, prefix});
    next = next_in_list(end);
    if (next == end && words_[end - 1].after != "," && words_[end - 1].after != ";") break;
  }
  if (members.size() < 2) return {};
  return members;
}

// The token after the separator that follows token `at - 1`; `at` where there is none.
std::size_t UnitReader::next_in_list(std::size_t at) const {
  if (at >= words_.size()) return at;
  const std::string& mark = words_[at - 1].after;
  if (is(at, "và") || is(at, "cùng") || is(at, "hoặc"))
    return at + 1 + (is(at, "cùng") && is(at + 1, "với"));
  if (mark == "," || mark == ";" || mark == ")," || mark == ");") return at;
  return at;
}

std::vector<UnitPhrase> UnitReader::list(std::size_t at) const {
  std::vector<UnitPhrase> units;
  while (at < words_.size()) {
    auto members = ellipsis(at);
    if (members.empty()) {
      auto one = unit(at);
      if (!one) break;
      members.push_back(std::move(*one));
    }
    units.insert(units.end(), members.begin(), members.end());
    at = units.back().end;
    if (at >= words_.size()) break;
    const std::string& mark = words_[at - 1].after;
    const bool listed = mark == "," || mark == ";" || (mark.empty() && next_in_list(at) > at);
    if (!listed) break;
    at = next_in_list(at);
  }
  return units;
}

}  // namespace vanthu
