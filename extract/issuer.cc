#include "extract/issuer.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "extract/characters.h"
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

// The last bytes of a letter, small and capital.
using LetterBytes = std::pair<char, char>;

// The letters with marks of the words that are spelled in one way only: no tone may stand on one
// vowel or the other. Small and capital have as many bytes.
std::set<LetterBytes> marked_letters(TokenView words) {
  std::set<LetterBytes> out;
  for (const Token& word : words) {
    if (!syllable_like(word.folded) ||
        std::string_view("aey").find(word.folded.back()) != std::string_view::npos)
      continue;
    const std::string capitals = upper(word.folded);
    for (std::size_t at = 0; at < word.folded.size();) {
      const char32_t letter = next_character(word.folded, at);
      if (letter >= 0x80) out.emplace(word.folded[at - 1], capitals[at - 1]);
    }
  }
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
  const std::set<LetterBytes> letters = marked_letters(words);
  std::map<std::string, int> seen;
  for (const Node& node : outline.nodes) {
    const std::string& text = node.passage.text;
    const auto is_missing = [&](const LetterBytes& bytes) {
      return text.find(bytes.first) == text.npos && text.find(bytes.second) == text.npos;
    };
    if (std::ranges::any_of(letters, is_missing)) continue;
    const Tokens all = tokens(text);
    for (auto at = all.begin();; ++at) {
      at = std::search(at, all.end(), words.begin(), words.end(), same);
      if (at == all.end()) break;
      const Span word = (at + (odd - words.begin()))->span;
      ++seen[text.substr(word.begin, word.size())];
    }
  }
  const auto best = std::ranges::max_element(seen, {}, [](const auto& s) { return s.second; });
  if (best == seen.end() || best->second < 2) return name;
  return name.substr(0, odd->span.begin) + best->first + name.substr(odd->span.end);
}

}  // namespace vanthu
