#include "extract/specks.h"

#include <re2/re2.h>

#include "extract/marker.h"
#include "extract/words.h"

namespace vanthu {
namespace {

bool is_picture(const TextPage& page) { return page.text_origin == TextOrigin::ocr; }

// Signs alone. At the end a line may have a dash, a closing sign or an ellipsis of its own.
bool is_speck_before(std::string_view word) {
  return !has_letters(word) && !marker_of(std::string(word) + " A") && word != "&" &&
         word.find_first_of("([/") == word.npos;
}

bool is_speck_behind(std::string_view word) {
  static const RE2 signs(R"([`'‘’"“_~¬|\\^ˆ°*:.,·•«»„‹›=„\-–—]+)");
  return RE2::FullMatch(word, signs);
}

bool is_dash(std::string_view word) { return word == "-" || word == "–" || word == "—"; }

bool ends_clause(std::string_view word) { return ends_sentence(word) || word.ends_with(','); }

// A thin stroke that stands behind a line and was read as a letter.
bool is_stroke(std::string_view word, double confidence) {
  return confidence < 0.75 && word.size() == 1 &&
         std::string_view("lnirtj").find(word[0]) != word.npos;
}

// "`Trần" -> "Trần", "“A”" as it is.
std::string_view without_signs_before(std::string_view word) {
  static const RE2 signs(R"((?:[`'_^ˆ°|\\¬„‹›«*~]|"(?:['`"]|$))+)");
  re2::StringPiece rest(word.data(), word.size());
  RE2::Consume(&rest, signs);
  return rest.empty() ? word : std::string_view(rest.data(), rest.size());
}

std::string_view without_signs_behind(std::string_view word) {
  static const RE2 signs(R"((.*?)[`_^ˆ°|\\¬„‹«*~]+)");
  re2::StringPiece kept;
  if (!RE2::FullMatch(word, signs, &kept) || kept.empty()) return word;
  return {kept.data(), kept.size()};
}

}  // namespace

Passage without_specks(const Text& text, Passage line) {
  if (line.empty() || !is_picture(text.pages[line.words[0].page])) return line;
  std::size_t begin = 0, end = line.words.size();
  if (!has_letters(line.text)) return line;
  const auto stroke = [&](std::size_t i) {
    const WordRef& ref = line.words[i];
    return is_stroke(line.word_text(i), text.pages[ref.page].words[ref.word].confidence);
  };
  const auto lettered = [&](std::size_t i) { return has_letters(line.word_text(i)); };
  while (begin + 1 < end &&
         (is_speck_before(line.word_text(begin)) || (!lettered(begin) && !lettered(begin + 1)) ||
          (stroke(begin) && !opens_lower(line.word_text(begin + 1)))))
    ++begin;
  while (end > begin + 1) {
    const std::string_view word = line.word_text(end - 1);
    const bool dash =
        is_dash(word) && !ends_clause(line.word_text(end - 2)) && end == line.words.size();
    if (dash || (!is_speck_behind(word) && !stroke(end - 1))) break;
    --end;
  }
  Passage out;
  for (std::size_t i = begin; i < end; ++i) {
    std::string_view word = line.word_text(i);
    if (i == begin && has_letters(word)) word = without_signs_before(word);
    if (i + 1 == end && has_letters(word)) word = without_signs_behind(word);
    out.append(line.words[i], word);
  }
  return out;
}

Passage bare_words(const Passage& line) {
  static const RE2 edges(R"([^\pL\pN]*([\pL\pN](?:.*[\pL\pN])?\.?)[^\pL\pN]*)");
  Passage out;
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    const std::string_view word = line.word_text(i);
    re2::StringPiece bare;
    if (!RE2::FullMatch(word, edges, &bare)) continue;
    if (length({bare.data(), bare.size()}) == 1 && !opens_upper({bare.data(), bare.size()}))
      continue;
    out.append(line.words[i], {bare.data(), bare.size()});
  }
  return out;
}

}  // namespace vanthu
