#include "core/syllable.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace vanthu {
namespace {

// Each vowel with its six tones: level, sắc, huyền, hỏi, ngã, nặng.
constexpr std::array<std::array<std::string_view, 6>, 12> vowels{{
    {"a", "á", "à", "ả", "ã", "ạ"},
    {"ă", "ắ", "ằ", "ẳ", "ẵ", "ặ"},
    {"â", "ấ", "ầ", "ẩ", "ẫ", "ậ"},
    {"e", "é", "è", "ẻ", "ẽ", "ẹ"},
    {"ê", "ế", "ề", "ể", "ễ", "ệ"},
    {"i", "í", "ì", "ỉ", "ĩ", "ị"},
    {"o", "ó", "ò", "ỏ", "õ", "ọ"},
    {"ô", "ố", "ồ", "ổ", "ỗ", "ộ"},
    {"ơ", "ớ", "ờ", "ở", "ỡ", "ợ"},
    {"u", "ú", "ù", "ủ", "ũ", "ụ"},
    {"ư", "ứ", "ừ", "ử", "ữ", "ự"},
    {"y", "ý", "ỳ", "ỷ", "ỹ", "ỵ"},
}};

constexpr std::array<std::string_view, 28> onsets{
    "ngh", "ng", "nh", "gh", "gi", "kh", "ph", "th", "tr", "ch", "qu", "b", "c", "d",
    "đ",   "g",  "h",  "k",  "l",  "m",  "n",  "p",  "r",  "s",  "t",  "v", "x", ""};

constexpr std::string_view rime_list =
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
    "i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet "
    "oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
    "u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya "
    "uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu "
    "y yêm yên yêng yêt yêu";
// After qu only, where the u is the rime's first letter.
constexpr std::string_view qu_rime_list = "ych yn ynh yp yt yu yên yêt";

using Rimes = std::set<std::string, std::less<>>;

Rimes split(std::string_view list) {
  Rimes out;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    out.emplace(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return out;
}

const Rimes& rimes() {
  static const Rimes all = split(rime_list);
  return all;
}

const Rimes& qu_rimes() {
  static const Rimes all = split(qu_rime_list);
  return all;
}

std::size_t letter_size(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return std::min(size, text.size());
}

struct Toneless {
  std::string letters;
  int tone = 0;
};

std::optional<std::pair<std::size_t, int>> find_vowel(std::string_view letter) {
  for (std::size_t v = 0; v < vowels.size(); ++v)
    for (int tone = 0; tone < 6; ++tone)
      if (vowels[v][tone] == letter) return std::pair{v, tone};
  return std::nullopt;
}

// The word without its tone; none where it has two.
std::optional<Toneless> take_tone(std::string_view word) {
  Toneless out;
  while (!word.empty()) {
    const std::string_view letter = word.substr(0, letter_size(word));
    word.remove_prefix(letter.size());
    const auto vowel = find_vowel(letter);
    if (vowel && vowel->second != 0) {
      if (out.tone != 0) return std::nullopt;
      out.tone = vowel->second;
    }
    out.letters += vowel ? vowels[vowel->first][0] : letter;
  }
  return out;
}

bool has_stop(std::string_view rime) {
  return rime.ends_with('c') || rime.ends_with("ch") || rime.ends_with('p') || rime.ends_with('t');
}

bool front_vowel(std::string_view rime) {
  return rime.starts_with('e') || rime.starts_with("ê") || rime.starts_with('i') ||
         rime.starts_with('y');
}

// Which letter writes the onset before which vowel: k, gh, ngh before e ê i y; c, g, ng elsewhere.
bool onset_fits(std::string_view onset, std::string_view rime) {
  if (onset == "k" || onset == "gh" || onset == "ngh") return front_vowel(rime);
  if (onset == "c" || onset == "ng") return !front_vowel(rime);
  if (onset == "g") return !front_vowel(rime) || rime.starts_with('i');
  if (onset == "qu") return !rime.starts_with('u') && !rime.starts_with("ư");
  if (onset == "gi") return !rime.starts_with('i') && !rime.starts_with('y');
  if (rime.starts_with("yê")) return onset.empty();
  return true;
}

bool spelled(std::string_view onset, std::string_view rime) {
  if (!onset_fits(onset, rime)) return onset == "qu" && qu_rimes().contains(rime);
  return rimes().contains(rime) || (onset == "qu" && qu_rimes().contains(rime));
}

std::string without_marks(std::string_view text) {
  static constexpr std::array<std::string_view, 12> plain{"a", "a", "a", "e", "e", "i",
                                                          "o", "o", "o", "u", "u", "y"};
  std::string out;
  while (!text.empty()) {
    const std::string_view letter = text.substr(0, letter_size(text));
    text.remove_prefix(letter.size());
    const auto vowel = find_vowel(letter);
    out += vowel ? plain[vowel->first] : letter == "đ" ? "d" : letter;
  }
  return out;
}

Rimes make_skeletons() {
  Rimes out;
  for (std::string_view onset : onsets)
    for (const Rimes* list : {&rimes(), &qu_rimes()})
      for (const std::string& rime : *list)
        if (spelled(onset, rime)) out.insert(without_marks(std::string(onset) + rime));
  return out;
}

}  // namespace

bool possible_syllable(std::string_view word) {
  if (word.empty() || word.size() > 16) return false;
  const auto toneless = take_tone(word);
  if (!toneless) return false;
  const std::string_view letters = toneless->letters;
  return std::any_of(onsets.begin(), onsets.end(), [&](std::string_view onset) {
    if (!letters.starts_with(onset)) return false;
    const std::string_view rime = letters.substr(onset.size());
    if (has_stop(rime) && toneless->tone != 1 && toneless->tone != 5) return false;
    return spelled(onset, rime);
  });
}

bool has_vietnamese_mark(std::string_view word) {
  while (!word.empty()) {
    const std::string_view letter = word.substr(0, letter_size(word));
    word.remove_prefix(letter.size());
    if (letter == "đ" || (letter.size() > 1 && find_vowel(letter))) return true;
  }
  return false;
}

bool possible_skeleton(std::string_view word) {
  static const Rimes skeletons = make_skeletons();
  return skeletons.contains(word);
}

}  // namespace vanthu
