#include "normalize/unicode.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

namespace vanthu {
namespace {

struct Substitute {
  char32_t from;
  std::string_view to;
};

// Typographic ligatures, and letters that stand for Đ and đ in texts typed with foreign fonts.
constexpr std::array<Substitute, 13> always{{{0x00D0, "Đ"},
                                             {0x0189, "Đ"},
                                             {0x00F0, "đ"},
                                             {0x0256, "đ"},
                                             {0xFB00, "ff"},
                                             {0xFB01, "fi"},
                                             {0xFB02, "fl"},
                                             {0xFB03, "ffi"},
                                             {0xFB04, "ffl"},
                                             {0xFB05, "st"},
                                             {0xFB06, "st"},
                                             {0x2215, "/"},
                                             {0x2044, "/"}}};

// Cyrillic and Greek letters with the Latin ones they look like (Unicode confusables, UTS #39).
constexpr std::u32string_view foreign_letters = U"АВЕЅІЈКМНОРСТУХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧνο";
constexpr std::string_view latin_letters = "ABESIJKMHOPCTYXaesijopcyxABEZHIKMNOPTYXvo";
static_assert(foreign_letters.size() == latin_letters.size());

bool is_invisible(UChar32 c) {
  if (c == 0x00AD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F)) return true;
  if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F)) return true;
  return u_charType(c) == U_CONTROL_CHAR && !u_isUWhiteSpace(c);
}

bool has_latin(std::u32string_view points) {
  return std::any_of(points.begin(), points.end(), [](char32_t c) {
    return u_isalpha(c) && u_getIntPropertyValue(c, UCHAR_SCRIPT) == USCRIPT_LATIN;
  });
}

// Engines whose alphabet has both letters give one printed Đ as the two of them.
bool is_second_half(char32_t c, char32_t last) {
  return (c == 0x00D0 && last == 0x0110) || (c == 0x0110 && last == 0x00D0);
}

void append_clean(std::string& out, char32_t c, bool latin) {
  for (const Substitute& s : always)
    if (s.from == c) {
      out += s.to;
      return;
    }
  const std::size_t at = latin ? foreign_letters.find(c) : std::u32string_view::npos;
  if (at != std::u32string_view::npos)
    out += latin_letters[at];
  else
    append_utf8(out, c);
}

bool is_plain(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

}  // namespace

std::string valid_utf8(std::string_view bytes) { return utf8(code_points(bytes)); }

std::string nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  normalizer->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())),
                            sink, nullptr, status);
  return U_SUCCESS(status) ? out : std::string(text);
}

std::string lower_case(std::string_view text) {
  std::u32string points = code_points(text);
  for (char32_t& c : points) c = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
  return utf8(points);
}

std::vector<std::string> clean_word(std::string_view word) {
  if (!word.empty() && is_plain(word)) return {std::string(word)};
  const std::u32string points = code_points(nfc(valid_utf8(word)));
  const bool latin = has_latin(points);
  std::vector<std::string> pieces;
  std::string piece;
  const auto finish = [&] {
    if (!piece.empty()) pieces.push_back(nfc(piece));
    piece.clear();
  };
  char32_t last = 0;
  for (char32_t c : points) {
    if (u_isUWhiteSpace(static_cast<UChar32>(c)))
      finish();
    else if (!is_invisible(static_cast<UChar32>(c)) && !is_second_half(c, last))
      append_clean(piece, c, latin);
    last = c;
  }
  finish();
  return pieces;
}

bool is_ascii(std::u32string_view text) {
  return std::all_of(text.begin(), text.end(), [](char32_t c) { return c < 0x80; });
}

}  // namespace vanthu
