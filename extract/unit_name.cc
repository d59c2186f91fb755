#include <re2/re2.h>

#include <algorithm>
#include <unordered_map>

#include "extract/letters.h"
#include "extract/unit.h"
#include "extract/unit_lexicon.h"

namespace vanthu {
namespace {

std::string_view raw(std::string_view text, TokenView words, std::size_t from, std::size_t count) {
  return text.substr(words[from].span.begin,
                     words[from + count - 1].span.end - words[from].span.begin);
}

// "Uỷ" -> "Ủy", "toà" -> "tòa" in the formulas that unit names are made of.
std::string formula_tone(std::string_view word) {
  for (const auto& [old_form, new_form] :
       {std::pair<std::string_view, std::string_view>{"uỷ", "ủy"},
        {"Uỷ", "Ủy"},
        {"toà", "tòa"},
        {"Toà", "Tòa"},
        {"UỶ", "ỦY"},
        {"TOÀ", "TÒA"}})
    if (word == old_form) return std::string(new_form);
  return std::string(word);
}

// "Q1", "Q.1" -> "Quận 1"; "P.Bến" -> "Phường Bến"; anything else as it is.
std::string short_area(std::string word) {
  static const RE2 area(R"(^(Q|P|TP|Tp)\.?(\d{1,2}|\p{Lu}\p{Ll}.*)$)");
  std::string type, name;
  const bool opens = !word.empty() && (word[0] == 'Q' || word[0] == 'P' || word[0] == 'T');
  if (!opens || word.size() < 2 || !RE2::FullMatch(word, area, &type, &name)) return word;
  const bool digits = starts_digit(name);
  if (!digits && word[type.size()] != '.') return word;
  const std::string_view full = type == "Q" ? "Quận " : type == "P" ? "Phường " : "thành phố ";
  return std::string(full) + name;
}

// Whether the name is written in capitals, not only made of abbreviations.
bool in_capitals(TokenView words) {
  std::size_t syllables = 0;
  for (const Token& word : words) {
    if (!word.capitals && word.folded.find_first_of("0123456789-") != 0) return false;
    syllables += word.capitals && syllable_like(word.folded);
  }
  return syllables >= 2;
}

void add(std::string& name, std::string_view before, std::string_view word,
         std::string_view after) {
  if (!name.empty() && name.back() != ' ') name += ' ';
  name.append(before).append(word).append(after);
}

// The type and name of the area that the issuer's name ends with: {"quận", "1"}.
struct Area {
  std::string type, name;
};

Area area_of(std::string_view issuer) {
  static const RE2 pattern(
      "(?i).*(tỉnh|thành phố|quận|huyện|thị xã|phường|xã|thị trấn|đặc khu) +(\\S.*)");
  Area area;
  const std::string text(issuer);
  if (!RE2::FullMatch(text, pattern, &area.type, &area.name)) return {};
  area.type = folded(area.type);
  if (area.type == "xã" && folded(text).find("thị xã " + folded(area.name)) != std::string::npos)
    area.type = "thị xã";
  area.name = folded(area.name);
  return area;
}

bool ends_with_words(TokenView words, std::string_view phrase) {
  const auto tail = tokens(phrase);
  if (tail.empty() || tail.size() >= words.size()) return false;
  for (std::size_t i = 0; i < tail.size(); ++i)
    if (words[words.size() - tail.size() + i].folded != tail[i].folded) return false;
  return true;
}

bool may_lose_area(TokenView words, std::size_t kept) {
  static constexpr std::string_view holds[] = {"khu", "vực", "cấp", "các", "của", "thuộc", "bàn"};
  if (kept < 2 || starts_digit(words[kept - 1].folded)) return false;
  return std::find(std::begin(holds), std::end(holds), words[kept - 1].folded) == std::end(holds);
}

// How many words are left when the issuer's own area is dropped.
std::size_t without_area(TokenView words, std::string_view issuer) {
  if (!drops_area(words)) return words.size();
  const Area area = area_of(issuer);
  if (area.type.empty()) return words.size();
  const std::string full = area.type + " " + area.name;
  for (const std::string& tail : {full, area.type}) {
    const std::size_t kept = words.size() - std::min(words.size(), tokens(tail).size());
    if (ends_with_words(words, tail) && may_lose_area(words, kept)) return kept;
  }
  // The bare place name goes only where a known agency's name is left.
  const std::size_t kept = words.size() - std::min(words.size(), tokens(area.name).size());
  if (ends_with_words(words, area.name) && agencies().longest(words, 0).words == kept &&
      may_lose_area(words, kept))
    return kept;
  return words.size();
}

// Whether the names are the same but for one letter of one word.
bool nearly(TokenView name, TokenView agency) {
  if (name.size() != agency.size()) return false;
  std::size_t apart = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i].folded == agency[i].folded) continue;
    if (++apart > 1 || !one_letter_apart(name[i].folded, agency[i].folded)) return false;
  }
  return apart == 1;
}

struct Agency {
  std::string_view name;
  Tokens words;
};

// The agencies by their first and by their last word.
struct AgencyIndex {
  std::vector<Agency> all;
  std::unordered_map<std::string_view, std::vector<const Agency*>> by_first, by_last;

  AgencyIndex() {
    for (const auto& row : agencies().rows()) all.push_back({row[0], tokens(row[0])});
    for (const Agency& agency : all) {
      if (agency.words.size() < 2) continue;
      by_first[agency.words.front().folded].push_back(&agency);
      by_last[agency.words.back().folded].push_back(&agency);
    }
  }
};

// "Bệ Công an", "Bộ Công hương": the agency that a misread letter hides, if it can only be one. One
// of its words is misread, so that the first or the last is not.
std::string mended(const std::string& text) {
  static const AgencyIndex index;
  const auto words = tokens(text);
  if (words.size() < 2 || agencies().longest(words, 0).words == words.size()) return text;
  std::vector<const Agency*> found;
  if (const auto same = index.by_first.find(words.front().folded); same != index.by_first.end())
    for (const Agency* agency : same->second)
      if (nearly(words, agency->words)) found.push_back(agency);
  if (const auto same = index.by_last.find(words.back().folded); same != index.by_last.end())
    for (const Agency* agency : same->second)
      if (agency->words.front().folded != words.front().folded && nearly(words, agency->words))
        found.push_back(agency);
  return found.size() == 1 ? std::string(found[0]->name) : text;
}

}  // namespace

std::string expand_unit(std::string_view name) {
  std::string text(trimmed(name));
  auto words = tokens(text);
  if (in_capitals(words)) {
    text = normal_case(text);
    words = tokens(text);
  }
  std::string out;
  for (std::size_t i = 0; i < words.size();) {
    const bool repeated =
        words[i].before == "(" && words[i].capitals && words[i].after.starts_with(")");
    if (repeated && i > 0) {  // Ủy ban nhân dân (UBND)
      out.append(words[i].after, 1);
      ++i;
      continue;
    }
    const auto shortened = abbreviations().longest(words, i);
    if (shortened && raw(text, words, i, shortened.words) == (*shortened.row)[0]) {
      const std::string_view after = words[i + shortened.words - 1].after;
      const bool full_stop = after == "." && i + shortened.words < words.size();
      add(out, words[i].before, (*shortened.row)[1], full_stop ? "" : after);
      i += shortened.words;
      continue;
    }
    add(out, words[i].before, short_area(formula_tone(raw(text, words, i, 1))), words[i].after);
    ++i;
  }
  return out;
}

std::string canonical_unit(std::string_view name, const UnitScope& scope) {
  std::string text = expand_unit(name);
  while (!text.empty() && std::string_view(".,;:").find(text.back()) != std::string_view::npos)
    text.pop_back();
  text = mended(text);
  const Tokens all = tokens(text);
  TokenView words = all;
  if (words.empty()) return text;
  const Head head = head_at(words, 0);
  std::size_t kept = words.size();
  if (head.kind == HeadKind::person)
    for (std::size_t i = 0; i < kept; ++i)
      if (words[i].after == ",") kept = i + 1;
  // "các bộ, ngành liên quan theo chức năng, nhiệm vụ được giao"
  for (std::size_t i = 2; i < kept; ++i)
    if (words[i].folded == "theo") kept = i;
  words = words.first(kept);
  const bool noun = group_noun_at(words, 0) > 0 && !drops_area(words);
  text.resize(words[without_area(words, scope.issuer) - 1].span.end);
  if (head.kind == HeadKind::body && !noun) text = capitalized(text);
  return text;
}

}  // namespace vanthu
