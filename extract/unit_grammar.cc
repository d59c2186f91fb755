#include "extract/unit_grammar.h"

#include <algorithm>

#include "extract/letters.h"

namespace vanthu {

Span span_of(TokenView words, const UnitPhrase& phrase) {
  return {words[phrase.begin].span.begin, words[phrase.end - 1].span.end};
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
  // "báo", "tổ", "hội" are common words where no name follows.
  if (head.words == 1 && !words_[at].upper && !name_follows) return common;
  const std::size_t end = name_end(at, at + head.words, head.named || head.kind == HeadKind::whole);
  if (common && common->end > end) return common;
  if (head.words == 1 && end == at + 1 && head.kind == HeadKind::body && !words_[at].capitals)
    return common;
  return UnitPhrase{at, end, head.kind, {}};
}

// "Ban hành", "Tổ chức", "Thanh tra, kiểm tra ...": a duty that begins like a head noun.
bool UnitReader::reads_as_verb(std::size_t at, std::size_t head) const {
  const Opening opening = opening_at(words_, at);
  if (opening.kind == WordKind::noun) return opening.words > head;
  if (opening.kind != WordKind::verb && opening.kind != WordKind::weak) return false;
  if (opening.words != head) return opening.words > head;
  const std::size_t next = at + head;
  if (next >= words_.size() || words_[next - 1].after.starts_with(":")) return false;
  return breaks_before(next) || !(words_[next].upper || is_area(next));
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
  if (head_at(words_, end).kind == HeadKind::official)
    return UnitPhrase{at, at + words, HeadKind::official, {}};
  const auto common = group(end, true);
  const auto inner = unit(end);
  const std::size_t last = std::max(common ? common->end : 0, inner ? inner->end : 0);
  if (last > 0) return UnitPhrase{at, last, HeadKind::official, {}};
  return UnitPhrase{at, name_end(at, known_name_end(at + words), true), HeadKind::official, {}};
}

// The members of "các Sở: Nội vụ, Tài chính và Y tế", each with the head noun it lacks.
std::vector<UnitPhrase> UnitReader::ellipsis(std::size_t at) const {
  std::size_t head = at;
  std::string prefix;  // "Giám đốc " of "Giám đốc các Sở: ..."
  while (head < words_.size() && head < at + 6 && head_at(words_, head).kind == HeadKind::official)
    for (std::size_t i = head_at(words_, head).words; i > 0; --i)
      prefix.append(words_[head++].folded).append(" ");
  const std::size_t noun = article_end(head);
  if (noun == head || noun + 1 >= words_.size() || group_noun_at(words_, noun) != 1) return {};
  const std::string_view mark = words_[noun].after;
  if (mark != ":" && !(mark.empty() && words_[noun + 1].upper)) return {};
  prefix = capitalized(prefix) + capitalized(words_[noun].folded) + " ";
  std::vector<UnitPhrase> members;
  for (std::size_t next = noun + 1; next < words_.size() && words_[next].upper;) {
    const std::size_t end = member_end(noun, next);
    if (end == next) break;
    members.push_back({next, end, HeadKind::body, prefix});
    next = next_in_list(end);
    if (next == end && words_[end - 1].after != "," && words_[end - 1].after != ";") break;
  }
  return members.size() < 2 ? std::vector<UnitPhrase>() : members;
}

// The end of a name that begins at `next` and lacks the head noun at `noun`.
std::size_t UnitReader::member_end(std::size_t noun, std::size_t next) const {
  std::vector<Token> spelled = {words_[noun]};
  spelled[0].after = {};
  const std::size_t last = std::min(words_.size(), next + 12);
  spelled.insert(spelled.end(), words_.begin() + next, words_.begin() + last);
  if (const auto known = agencies().longest(spelled, 0))
    return name_end(next, next + known.words - 1, true);
  if (begins_unit(next) && head_at(words_, next).words > 1) return next;
  return name_end(next, next, false);
}

// The token after the "và" that follows token `at - 1`; `at` where none does.
std::size_t UnitReader::next_in_list(std::size_t at) const {
  if (is(at, "cùng") && is(at + 1, "với")) return at + 2;
  return is(at, "và") || is(at, "cùng") || is(at, "hoặc") ? at + 1 : at;
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
    const std::string_view mark = words_[at - 1].after;
    const bool listed = mark == "," || mark == ";" || (mark.empty() && next_in_list(at) > at);
    if (!listed) break;
    at = next_in_list(at);
  }
  return units;
}

}  // namespace vanthu
