#pragma once
#include <string>

#include "ingest/page_reader.h"
#include "ingest/train/glyphs.h"
#include "ingest/train/printed_words.h"

namespace vanthu {

// A line of a letterhead around its digits: "Số: [digits] /KH-UBND", with what else may stand
// there.
struct ComposedLine {
  std::string digits;  // the truth, may be empty
  PageImage image;     // digit_line_height high
};

// Draws lines at random: how many digits, by whom, how thick, slanted and spaced, which print
// beside them and over them, dotted lines, parts of seals, grain, and the scan's resolution and
// depth.
class Composer {
 public:
  // Both must outlive it.
  Composer(const GlyphSet& glyphs, const PrintedWords& words) : glyphs_(glyphs), words_(words) {}

  ComposedLine line(Random& random) const;
  // Handwriting of that many digits from the glyphs, hands and scans varying half as much as
  // line()'s; for measuring.
  ComposedLine line_of(std::size_t digits, Random& random) const;
  // One to four digits of stranger hands on more worn scans than line() gives; for calibrating.
  ComposedLine strange_line(Random& random) const;

 private:
  struct Hands {
    double variety = 1;   // how far hands and scans differ from the usual, 0..1
    double drawn = 0;     // share of digits from drawn_glyph
    double one_hand = 0;  // share of lines from one of GlyphSet::hands
    double pen = 0;       // share of lines written anew along the glyphs' ways
  };
  std::string write_by_hand(std::size_t digits, const Hands& hands, double& x,
                            class LineCanvas& canvas, Random& random) const;
  std::string print_numbers(double& x, class LineCanvas& canvas, Random& random) const;
  ComposedLine compose(std::size_t digits, bool printed, const Hands& hands, Random& random) const;

  const GlyphSet& glyphs_;
  const PrintedWords& words_;
};

}  // namespace vanthu
