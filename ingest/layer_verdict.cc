#include "ingest/layer_verdict.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>

#include "core/syllable.h"

namespace vanthu {
namespace {

// Measured on plans, notices and licences: true Vietnamese has 0.99 of its words possible and 0.82
// to 0.9 marked; read by an engine without Vietnamese 0.57 to 0.63 and 0.07 to 0.09, with 0.79 to
// 0.88 skeletons; English has 0.2 possible and 0.25 skeletons.
constexpr double min_syllables = 0.8;
constexpr double min_marked = 0.4;
constexpr double min_skeletons = 0.45;
constexpr int min_judged = 5;
constexpr int min_judged_of_font = 20;   // on a page of other fonts
constexpr double max_stamp_area = 0.15;  // of the page
constexpr int max_stamp_words = 80;

using icu::UnicodeString;

UnicodeString lower_nfc(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  UnicodeString out = UnicodeString::fromUTF8(text);
  if (U_SUCCESS(status)) out = nfc->normalize(out, status);
  return out.toLower(icu::Locale::getRoot());
}

// Letters that stand between signs: "và/hoặc" has two.
std::vector<UnicodeString> parts(const UnicodeString& text) {
  std::vector<UnicodeString> out(1);
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (c == '-' || c == '/' || c == 0x2013 || c == 0x2014)
      out.emplace_back();
    else
      out.back().append(c);
  }
  return out;
}

UnicodeString trimmed(const UnicodeString& text) {
  std::int32_t begin = 0, end = text.length();
  while (begin < end && !u_isalnum(text.char32At(begin))) ++begin;
  while (end > begin && !u_isalnum(text.char32At(end - 1))) --end;
  return UnicodeString(text, begin, end - begin);
}

std::string utf8(const UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

std::string ascii_letters(const UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  const UnicodeString apart = U_SUCCESS(status) ? nfd->normalize(text, status) : text;
  std::string out;
  for (std::int32_t i = 0; i < apart.length(); ++i) {
    if (apart[i] == 0x111) out += 'd';
    if (apart[i] >= 'a' && apart[i] <= 'z') out += static_cast<char>(apart[i]);
  }
  return out;
}

// UBND, CNTT, VP: capitals without a syllable in them.
bool is_abbreviation(const std::string& text) {
  const UnicodeString word = trimmed(UnicodeString::fromUTF8(text));
  for (std::int32_t i = 0; i < word.length(); ++i)
    if (!u_isupper(word[i])) return false;
  return word.length() >= 2 && word.length() <= 7 && !possible_syllable(utf8(lower_nfc(text)));
}

bool has_digit(const UnicodeString& text) {
  for (std::int32_t i = 0; i < text.length(); ++i)
    if (u_isdigit(text[i])) return true;
  return false;
}

// With a digit, but not "s6" or "b6o": those are misread words.
bool is_code(const std::string& text, const UnicodeString& lower) {
  if (lower.indexOf('@') >= 0) return true;
  if (!has_digit(lower)) return false;
  int small = 0;
  const UnicodeString as_written = UnicodeString::fromUTF8(text);
  for (std::int32_t i = 0; i < as_written.length(); ++i) small += u_islower(as_written[i]) ? 1 : 0;
  return small == 0 || lower.indexOf('/') >= 0;
}

Box box_around(const std::vector<Word>& words, const std::vector<std::size_t>& members) {
  Box out = words[members.front()].box.value_or(Box{});
  for (const std::size_t i : members)
    if (words[i].box) out = united(out, *words[i].box);
  return out;
}

double area(const Box& box) { return std::max(0.0, box.width()) * std::max(0.0, box.height()); }

bool stamp_sized(const std::vector<Word>& words, const std::vector<std::size_t>& members,
                 const Box& page) {
  return !members.empty() && members.size() <= max_stamp_words &&
         area(box_around(words, members)) <= max_stamp_area * area(page);
}

std::vector<std::size_t> all_of(const std::vector<Word>& words) {
  std::vector<std::size_t> out(words.size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = i;
  return out;
}

struct FontUse {
  LayerMeasure measure;
  std::vector<std::size_t> members;  // indices of words
};

std::map<int, FontUse> by_font(const std::vector<Word>& words) {
  std::map<int, FontUse> fonts;
  for (std::size_t i = 0; i < words.size(); ++i) {
    FontUse& font = fonts[words[i].font];
    font.measure += measure_word(words[i].text);
    font.members.push_back(i);
  }
  return fonts;
}

bool is_garbled(const FontUse& font) {
  return font.measure.judged >= min_judged_of_font &&
         quality(font.measure) == LayerQuality::garbled;
}

// Fonts that are good and small on a page whose layer is garbled.
std::vector<std::size_t> stamps_by_font(const std::vector<Word>& words,
                                        const std::map<int, FontUse>& fonts, const Box& page) {
  std::vector<std::size_t> out;
  for (const auto& [id, font] : fonts)
    if (quality(font.measure) == LayerQuality::good && stamp_sized(words, font.members, page))
      out.insert(out.end(), font.members.begin(), font.members.end());
  std::sort(out.begin(), out.end());
  return out;
}

std::string figures(const LayerMeasure& m) {
  return "layer: " + std::to_string(m.words) + " words, " + std::to_string(m.syllables) + " of " +
         std::to_string(m.judged) + " possible Vietnamese, " + std::to_string(m.marked) + " marked";
}

}  // namespace

LayerMeasure& LayerMeasure::operator+=(const LayerMeasure& other) {
  words += other.words;
  judged += other.judged;
  syllables += other.syllables;
  marked += other.marked;
  skeletons += other.skeletons;
  return *this;
}

LayerMeasure measure_word(const std::string& text) {
  LayerMeasure out{.words = 1};
  const UnicodeString lower = lower_nfc(text);
  if (is_abbreviation(text) || is_code(text, lower)) return out;
  for (const UnicodeString& part : parts(lower)) {
    const UnicodeString word = trimmed(part);
    if (ascii_letters(word).empty()) continue;
    ++out.judged;
    const std::string letters = utf8(word);
    if (possible_syllable(letters)) {
      ++out.syllables;
      out.marked += has_vietnamese_mark(letters) ? 1 : 0;
    }
    out.skeletons += possible_skeleton(ascii_letters(word)) ? 1 : 0;
  }
  return out;
}

LayerMeasure measure(const std::vector<Word>& words) {
  LayerMeasure sum;
  for (const Word& word : words) sum += measure_word(word.text);
  return sum;
}

LayerQuality quality(const LayerMeasure& m) {
  if (m.words == 0) return LayerQuality::none;
  if (m.judged < min_judged) return LayerQuality::few;
  const double judged = m.judged;
  if (m.syllables >= min_syllables * judged && m.marked >= min_marked * judged)
    return LayerQuality::good;
  return m.skeletons >= min_skeletons * judged ? LayerQuality::garbled : LayerQuality::foreign;
}

LayerVerdict judge_layer(const std::vector<Word>& words, const Box& page, bool pictured) {
  const std::map<int, FontUse> fonts = by_font(words);
  LayerMeasure sum;
  for (const auto& [id, font] : fonts) sum += font.measure;
  const LayerQuality found = quality(sum);
  LayerVerdict out;
  out.reason = figures(sum);
  if (found == LayerQuality::none) return out;
  const bool garbled =
      found == LayerQuality::garbled ||
      std::ranges::any_of(fonts, [](const auto& font) { return is_garbled(font.second); });
  if (!pictured) {
    out.use = garbled ? LayerUse::to_repair : LayerUse::whole;
  } else if (stamp_sized(words, all_of(words), page)) {
    out.use = found == LayerQuality::garbled ? LayerUse::none : LayerUse::stamp;
    if (out.use == LayerUse::stamp) out.stamp = all_of(words);
  } else if (found == LayerQuality::good && !garbled) {
    out.use = LayerUse::whole;
  } else {
    out.stamp = stamps_by_font(words, fonts, page);
    if (!out.stamp.empty()) out.use = LayerUse::stamp;
    if (garbled) out.garbled = sum;
  }
  return out;
}

bool reads_better(const LayerMeasure& layer, const LayerMeasure& recognised) {
  const auto share = [](const LayerMeasure& m) { return double(m.skeletons) / m.judged; };
  return layer.judged >= min_judged_of_font && recognised.judged >= min_judged &&
         quality(recognised) != LayerQuality::good && share(layer) > share(recognised);
}

}  // namespace vanthu
