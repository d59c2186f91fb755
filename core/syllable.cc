#include "core/syllable.h"

#include <array>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

#include "core/utf8.h"

namespace vanthu {
namespace {

constexpr std::array<std::string_view, 28> onsets{
    "",  "b",  "c",   "ch", "d", "đ",  "g", "gh", "gi", "h", "k",  "kh", "l", "m",
    "n", "ng", "ngh", "nh", "p", "ph", "q", "r",  "s",  "t", "th", "tr", "v", "x"};

// Rimes without tone; those after q are the ones that begin with u.
constexpr std::array<std::string_view, 175> rimes{
    "a",    "ac",   "ach",  "ai",   "am",   "an",   "ang",  "anh",  "ao",   "ap",  "at",   "au",
    "ay",   "ăc",   "ăm",   "ăn",   "ăng",  "ăp",   "ăt",   "âc",   "âm",   "ân",  "âng",  "âp",
    "ât",   "âu",   "ây",   "e",    "ec",   "em",   "en",   "eng",  "eo",   "ep",  "et",   "ê",
    "êch",  "êng",  "êm",   "ên",   "ênh",  "êp",   "êt",   "êu",   "i",    "ia",  "ich",  "iêc",
    "iêm",  "iên",  "iêng", "iêp",  "iêt",  "iêu",  "im",   "in",   "inh",  "ip",  "it",   "iu",
    "o",    "oa",   "oac",  "oach", "oai",  "oam",  "oan",  "oang", "oanh", "oao", "oap",  "oat",
    "oay",  "oăc",  "oăm",  "oăn",  "oăng", "oăt",  "oc",   "oe",   "oen",  "oeo", "oet",  "oi",
    "om",   "on",   "ong",  "ooc",  "oong", "op",   "ot",   "ô",    "ôc",   "ôi",  "ôm",   "ôn",
    "ông",  "ôp",   "ôt",   "ơ",    "ơi",   "ơm",   "ơn",   "ơp",   "ơt",   "u",   "ua",   "uân",
    "uâng", "uât",  "uây",  "uc",   "uê",   "uêch", "uênh", "ui",   "um",   "un",  "ung",  "uôc",
    "uôi",  "uôm",  "uôn",  "uông", "uôt",  "uơ",   "up",   "ut",   "uy",   "uya", "uych", "uyên",
    "uyêt", "uynh", "uyt",  "uyu",  "ư",    "ưa",   "ưc",   "ưi",   "ưm",   "ưn",  "ưng",  "ươc",
    "ươi",  "ươm",  "ươn",  "ương", "ươp",  "ươt",  "ươu",  "ưt",   "ưu",   "y",   "yêm",  "yên",
    "yêng", "yêt",  "yêu",  "uang", "uanh", "uan",  "uac",  "uach", "uai",  "uao", "uat",  "uay",
    "uen",  "ueo",  "uet",  "uên",  "uêt",  "uăng", "uăn"};

// Each vowel with its five toned forms, in the order of Tone.
constexpr std::array<std::u32string_view, 12> vowels{U"aàảãáạ", U"ăằẳẵắặ", U"âầẩẫấậ", U"eèẻẽéẹ",
                                                     U"êềểễếệ", U"iìỉĩíị", U"oòỏõóọ", U"ôồổỗốộ",
                                                     U"ơờởỡớợ", U"uùủũúụ", U"ưừửữứự", U"yỳỷỹýỵ"};
constexpr std::u32string_view marked = U"ăâêôơưđ", unmarked = U"aaeooud";

struct Letter {
  char32_t plain;  // the vowel without its tone
  Tone tone;
};

const std::unordered_map<char32_t, Letter>& toned_letters() {
  static const auto letters = [] {
    std::unordered_map<char32_t, Letter> out;
    for (std::u32string_view row : vowels)
      for (std::size_t t = 0; t < row.size(); ++t) out[row[t]] = {row[0], static_cast<Tone>(t)};
    return out;
  }();
  return letters;
}

char32_t with_tone(char32_t vowel, Tone tone) {
  for (std::u32string_view row : vowels)
    if (row[0] == vowel) return row[static_cast<std::size_t>(tone)];
  return vowel;
}

bool starts_with_any(std::u32string_view text, std::u32string_view letters) {
  return !text.empty() && letters.find(text[0]) != std::u32string_view::npos;
}

bool ends_in_stop(std::string_view rime) {
  const char last = rime.back();
  return last == 'c' || last == 'p' || last == 't' || (rime.size() > 2 && rime.ends_with("ch"));
}

// Rimes in ua-, ue- with a coda are written so after q only (quang, but hoang).
bool only_after_q(std::string_view rime) {
  return (rime.starts_with("ua") && rime != "ua") || rime.starts_with("ue") ||
         rime.starts_with("uă") || rime == "uên" || rime == "uêt";
}

bool fits(std::string_view onset, std::string_view rime) {
  const std::u32string letters = code_points(rime);
  const bool front = starts_with_any(letters, U"eêiy");
  if (onset == "q") return letters[0] == U'u' && letters.size() > 1 && rime != "ui" && rime != "um";
  if (only_after_q(rime)) return false;
  if (rime == "êng") return onset == "gi";  // i before iêng is written once
  if (onset == "k" || onset == "gh" || onset == "ngh") return front;
  if (onset == "c" || onset == "ng") return !front;
  if (onset == "g") return !front || rime == "i" || rime == "in";
  if (onset == "gi") return !starts_with_any(letters, U"iy");
  if (onset.empty()) return !rime.starts_with("iê");
  return !rime.starts_with("yê");
}

// Where the tone stands in a rime: on ê, ơ, the last marked vowel, else before the last vowel of an
// open rime, else on the last.
std::size_t tone_place(std::u32string_view rime, bool after_q) {
  std::size_t first = 0, vowel_end = 0, place = std::u32string_view::npos;
  while (vowel_end < rime.size() && toned_letters().contains(rime[vowel_end])) ++vowel_end;
  for (std::size_t i = 0; i < vowel_end; ++i)
    if (marked.find(rime[i]) != std::u32string_view::npos) place = i;
  if (place != std::u32string_view::npos) return place;
  if (after_q && vowel_end > 1) first = 1;
  const std::size_t count = vowel_end - first;
  if (count == 1) return first;
  if (count == 3 || vowel_end < rime.size()) return first + 1;
  return first;
}

// The capital of a Vietnamese letter beyond ASCII.
char32_t capital(char32_t lower) { return lower < 0x100 ? lower - 0x20 : lower - 1; }

std::array<char32_t, 0x1F00> skeleton_table() {
  std::array<char32_t, 0x1F00> out;
  std::iota(out.begin(), out.end(), U'\0');
  const auto set = [&](char32_t letter, char32_t plain) {
    if (letter < 0x80) return;
    out[letter] = plain;
    out[capital(letter)] = plain - U'a' + U'A';
  };
  for (std::u32string_view row : vowels) {
    const std::size_t at = marked.find(row[0]);
    for (char32_t letter : row) set(letter, at == marked.npos ? row[0] : unmarked[at]);
  }
  set(U'đ', U'd');
  return out;
}

}  // namespace

std::string spell(const Syllable& syllable) {
  std::u32string rime = code_points(syllable.rime);
  const std::size_t place = tone_place(rime, syllable.onset == "q");
  rime[place] = with_tone(rime[place], syllable.tone);
  return std::string(syllable.onset) + utf8(rime);
}

std::vector<Syllable> all_syllables() {
  std::vector<Syllable> out;
  for (std::string_view onset : onsets)
    for (std::string_view rime : rimes) {
      if (!fits(onset, rime)) continue;
      for (int t = 0; t < 6; ++t) {
        const auto tone = static_cast<Tone>(t);
        if (ends_in_stop(rime) && tone != Tone::acute && tone != Tone::dot) continue;
        out.push_back({onset, rime, tone});
      }
    }
  return out;
}

bool possible_syllable(std::string_view word) {
  static const std::unordered_set<std::string> spelled = [] {
    std::unordered_set<std::string> out;
    for (const Syllable& syllable : all_syllables()) out.insert(spell(syllable));
    return out;
  }();
  return spelled.contains(place_tone(word));
}

bool possible_skeleton(std::string_view word) {
  static const std::unordered_set<std::string> skeletons = [] {
    std::unordered_set<std::string> out;
    for (const Syllable& syllable : all_syllables()) out.insert(skeleton(spell(syllable)));
    return out;
  }();
  return skeletons.contains(std::string(word));
}

bool has_vietnamese_mark(std::string_view word) {
  for (char32_t c : code_points(word))
    if (c >= 0x80 && skeleton(c) != c) return true;
  return false;
}

std::string place_tone(std::string_view word) {
  if (word.size() < 3 || word.size() > 12) return std::string(word);
  std::u32string points = code_points(word);
  const std::size_t n = points.size();
  if (n < 2) return std::string(word);
  const auto last = toned_letters().find(points[n - 1]);
  if (last == toned_letters().end() || last->second.tone == Tone::level) return std::string(word);
  const char32_t before = points[n - 2], vowel = last->second.plain;
  const bool pair = (before == U'o' && (vowel == U'a' || vowel == U'e')) ||
                    (before == U'u' && vowel == U'y' && !(n >= 3 && points[n - 3] == U'q'));
  if (!pair) return std::string(word);
  points[n - 1] = vowel;
  points[n - 2] = with_tone(before, last->second.tone);
  return utf8(points);
}

char32_t skeleton(char32_t letter) {
  static const auto skeletons = skeleton_table();
  return letter < skeletons.size() ? skeletons[letter] : letter;
}

std::string skeleton(std::string_view word) {
  std::u32string points = code_points(word);
  for (char32_t& c : points) c = skeleton(c);
  return utf8(points);
}

}  // namespace vanthu
