#include "normalize/headings.h"

#include <algorithm>

#include "normalize/numerals.h"

namespace vanthu {
namespace {

// A line that may be a heading with a Roman numeral.
struct Heading {
  std::size_t line = 0;
  int value = 0;          // of the numeral
  bool right = false;     // is read as it is written
  bool digits = false;    // is read as digits only
  bool plain = false;     // can hardly be anything else: "HI."
  bool capitals = false;  // its text is in capitals
};

// The numeral that letters and digits may stand for; 0 where it is none.
int likely_value(std::string_view read) {
  std::string numeral;
  for (char c : read)
    if (std::string_view("Il1!|LT").find(c) != std::string_view::npos)
      numeral += 'I';
    else if (c == 'H')
      numeral += "II";
    else if (c == 'V' || c == 'X')
      numeral += c;
    else
      return 0;
  return roman_value(numeral);
}

std::vector<Heading> headings_of(const Text& text, const std::vector<DocumentLine>& lines) {
  std::vector<Heading> out;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    const TextPage& page = text.pages[lines[l].page];
    const Span words = lines[l].words;
    if (words.size() < 2 || !page.words[words.begin].text.ends_with('.')) continue;
    std::string_view read = page.words[words.begin].text;
    read.remove_suffix(1);
    Heading heading{.line = l, .value = likely_value(read)};
    if (heading.value == 0) continue;
    heading.right = read == roman(heading.value);
    heading.plain = read.size() > 1 && read.find_first_of("0123456789") == read.npos;
    heading.digits = read.find_first_not_of("0123456789") == read.npos;
    heading.capitals = is_in_capitals(page, {words.begin + 1, words.end});
    out.push_back(heading);
  }
  return out;
}

// A first heading read as "1." is known by a second one with letters.
bool opens_series(const std::vector<Heading>& headings, std::size_t i) {
  const auto next = std::find_if(headings.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                 headings.end(), [](const Heading& h) { return h.capitals; });
  return headings[i].value == 1 && headings[i].capitals && next != headings.end() &&
         next->value == 2 && !next->digits;
}

}  // namespace

void find_misread_numerals(const Text& text, std::vector<DocumentLine>& lines) {
  const std::vector<Heading> headings = headings_of(text, lines);
  int last = 0;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const Heading& heading = headings[i];
    const bool follows = heading.value == last + 1 && last > 0;
    const bool skips = heading.plain && heading.capitals && heading.value > last && last > 0;
    if (heading.right ? follows || heading.value == 1 || heading.capitals
                      : skips || (follows && (heading.capitals || !heading.digits)) ||
                            opens_series(headings, i)) {
      last = heading.value;
      if (!heading.right) lines[heading.line].numeral = roman(heading.value);
    }
  }
}

}  // namespace vanthu
