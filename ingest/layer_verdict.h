#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/scan.h"

// Whether the words of a PDF page's text layer are what is printed there.
namespace vanthu {

// Counts over words. Numbers, codes, abbreviations and signs are not judged.
struct LayerMeasure {
  int words = 0;
  int judged = 0;     // words of letters
  int syllables = 0;  // of those: possible Vietnamese syllables
  int marked = 0;     // of those: with a tone or vowel mark
  int skeletons = 0;  // judged words whose letters could be a syllable's without its marks

  LayerMeasure& operator+=(const LayerMeasure& other);
};
LayerMeasure measure_word(const std::string& text);
LayerMeasure measure(const std::vector<Word>& words);

enum class LayerQuality {
  none,     // no words
  few,      // too few words of letters to tell
  good,     // Vietnamese
  garbled,  // Vietnamese read by an engine that does not know it, or stripped of its marks
  foreign   // another language
};
LayerQuality quality(const LayerMeasure& measure);

enum class LayerUse {
  none,       // recognise the page; nothing of the layer is kept
  stamp,      // recognise the page; `stamp` of the layer is kept, the rest is not
  whole,      // the layer is the page's text
  to_repair,  // the layer is the page's text, but garbled
};

struct LayerVerdict {
  LayerUse use = LayerUse::none;
  std::vector<std::size_t> stamp;       // indices of words
  std::optional<LayerMeasure> garbled;  // of a layer that could be repaired, but is not used
  std::string reason;                   // in figures
};

// `page` is the page's size as a box at the origin, in the unit of the words' boxes; `pictured` is
// true where an image lies under most of the page, so that recognition is the other way to read it.
// Words know their fonts; a stamp is set in a font that is good where the others are not, or is all
// that the layer has, in a small part of the page. A page is garbled, too, where one of its fonts
// is that has more than a few words.
LayerVerdict judge_layer(const std::vector<Word>& words, const Box& page, bool pictured);

// Whether a garbled layer is the better reading of a page: the words that were recognised on the
// picture are no Vietnamese either, and fewer of them could be without their marks.
bool reads_better(const LayerMeasure& layer, const LayerMeasure& recognised);

}  // namespace vanthu
