#include "extract/issuer.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <set>

#include "extract/letters.h"
#include "extract/tokens.h"
#include "extract/words.h"

namespace vanthu {
namespace {

// The first words of names of bodies; what begins otherwise goes on with the name above.
bool opens_body(std::string_view line) {
  static const RE2 pattern(
      "(?:uy ban|ubnd|hoi dong|hdnd|so|phong|ban|van phong|truong|trung tam|bo|cuc|chi cuc|"
      "tong cuc|vien|benh vien|cong an|thanh tra|chinh phu|thu tuong|chu tich|quoc hoi|dang bo|"
      "dang uy|quan uy|huyen uy|tinh uy|thanh uy|thi uy|chi bo|lien doan|hoi|doan|mat tran|toa an|"
      "cong ty|tong cong ty|tap doan|ngan hang|hoc vien|dai hoc|kho bac|bao hiem|dai|bao|vu|to|"
      "quy|hat|doi|xi nghiep|nha|thu vien|bao tang|tram|thong tan xa|kiem toan|tieu ban|lien minh|"
      "tong lien doan|cong doan|chi nhanh|khoa|lien hiep|uy vien|ubmttq)(?: .*)?");
  return RE2::FullMatch(plain_form(line), pattern);
}

// A name that is not whole: its area or its field stands on the next line.
bool is_unfinished(std::string_view name) {
  static const RE2 pattern(
      "(?:.* )?(?:uy ban nhan dan|hoi dong nhan dan|van phong|va|cua|-|,|"
      "uy ban mat tran to quoc|ban chap hanh|ban thuong vu)|.*[,-]");
  return RE2::FullMatch(plain_form(name), pattern);
}

bool is_area(std::string_view line) {
  static const RE2 pattern(
      "(?:quan|huyen|tinh|thanh pho|phuong|xa|thi xa|thi tran|tp\\.?|dac khu|cac|khu|khoi|vung)(?: "
      ".*)?");
  return RE2::FullMatch(plain_form(line), pattern);
}

// The longest of the words that are written in one way but for capitals: no tone may stand on one
// vowel or the other, and no letter is written in other ways ("K" as U+212A). None if empty.
std::string_view plain_syllable(TokenView words) {
  std::string_view longest;
  for (const Token& word : words)
    if (syllable_like(word.folded) && word.folded.find_first_of("ki") == word.folded.npos &&
        std::string_view("aey").find(word.folded.back()) == std::string_view::npos &&
        word.folded.size() > longest.size())
      longest = word.folded;
  return longest;
}

constexpr std::string_view blanks = " \t\r\n";

// Where so many words begin before `at`, and end behind it; what has no letters is no word.
std::size_t words_before(std::string_view text, std::size_t at, std::size_t count) {
  while (at > 0 && count > 0) {
    const std::size_t begin = text.find_last_of(blanks, at - 1) + 1;  // 0 where there is none
    if (has_letters(text.substr(begin, at - begin))) --count;
    at = begin == at ? at - 1 : begin;
  }
  return at;
}
std::size_t words_behind(std::string_view text, std::size_t at, std::size_t count) {
  while (at < text.size() && count > 0) {
    const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
    if (has_letters(text.substr(at, end - at))) --count;
    at = end == at ? at + 1 : end;
  }
  return at;
}

// Where the syllable stands in small letters or capitals.
std::set<std::size_t> places_of(std::string_view text, std::string_view syllable) {
  const std::string capitals = upper(syllable);  // as many bytes
  const auto is_there = [&](std::size_t at) {
    for (std::size_t i = 0; i < syllable.size(); ++i)
      if (text[at + i] != syllable[i] && text[at + i] != capitals[i]) return false;
    return true;
  };
  // By a byte of a vowel with its marks: they are rarer than others.
  std::size_t rare = syllable.size() - 1;
  while (rare > 0 && (syllable[rare] & 0x80) == 0) --rare;
  std::set<std::size_t> places;
  for (const char byte : {syllable[rare], capitals[rare]})
    for (std::size_t at = text.find(byte, rare); at != text.npos; at = text.find(byte, at + 1))
      if (at - rare + syllable.size() <= text.size() && is_there(at - rare))
        places.insert(at - rare);
  return places;
}

// The parts of the text that hold the syllable, with so many words on both sides.
std::vector<std::string_view> parts_around(std::string_view text, std::string_view syllable,
                                           std::size_t words) {
  if (syllable.empty()) return {text};
  std::vector<Span> spans;
  for (const std::size_t at : places_of(text, syllable)) {
    const Span part{words_before(text, at, words), words_behind(text, at, words + 1)};
    if (!spans.empty() && part.begin < spans.back().end)
      spans.back().end = part.end;
    else
      spans.push_back(part);
  }
  std::vector<std::string_view> out;
  for (const Span& span : spans) out.push_back(text.substr(span.begin, span.size()));
  return out;
}

}  // namespace

std::vector<std::vector<std::size_t>> group_bodies(const std::vector<std::string>& lines) {
  std::vector<std::vector<std::size_t>> out;
  std::string name;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool goes_on =
        !out.empty() && (is_area(lines[i]) || is_unfinished(name) || !opens_body(lines[i]));
    // "VĂN PHÒNG ỦY BAN NHÂN DÂN" under a committee is whole: its area is the committee's.
    if (goes_on && !(opens_body(lines[i]) && name.find(' ') != name.npos && !is_unfinished(name))) {
      out.back().push_back(i);
      name += " " + lines[i];
    } else {
      out.push_back({i});
      name = lines[i];
    }
  }
  return out;
}

std::string with_area(const std::string& issuer, const std::string& parent) {
  static const RE2 office(R"(.+ (?:Ủy ban nhân dân|Hội đồng nhân dân))");
  static const RE2 body(R"((?:Ủy ban nhân dân|Hội đồng nhân dân) (.+))");
  std::string area;
  if (issuer == "Văn phòng") return issuer + " " + parent;
  if (!RE2::FullMatch(issuer, office) || !RE2::FullMatch(parent, body, &area)) return issuer;
  return issuer + " " + area;
}

std::string as_in_text(const std::string& name, const Outline& outline) {
  const Tokens words = tokens(name);
  const auto is_odd = [](const Token& word) { return !syllable_like(word.folded); };
  const auto odd = std::ranges::find_if(words, is_odd);
  if (words.size() < 3 || std::ranges::count_if(words, is_odd) != 1) return name;
  const auto same = [&](const Token& a, const Token& b) {
    return a.folded == b.folded || (&b == &*odd && !is_odd(a));
  };
  const std::string_view syllable = plain_syllable(words);
  std::map<std::string, int> seen;
  for (const Node& node : outline.nodes)
    for (const std::string_view part : parts_around(node.passage.text, syllable, words.size())) {
      const Tokens all = tokens(part);
      for (auto at = all.begin();; ++at) {
        at = std::search(at, all.end(), words.begin(), words.end(), same);
        if (at == all.end()) break;
        const Span word = (at + (odd - words.begin()))->span;
        ++seen[std::string(part.substr(word.begin, word.size()))];
      }
    }
  const auto best = std::ranges::max_element(seen, {}, [](const auto& s) { return s.second; });
  if (best == seen.end() || best->second < 2) return name;
  return name.substr(0, odd->span.begin) + best->first + name.substr(odd->span.end);
}

}  // namespace vanthu
