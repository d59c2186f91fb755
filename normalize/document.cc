#include "normalize/document.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string_view>
#include <tuple>

#include "core/syllable.h"
#include "normalize/items.h"
#include "normalize/numerals.h"
#include "normalize/unicode.h"

namespace vanthu {
namespace {

constexpr float stray_confidence = 0.9f;  // that signs before an item are not printed
constexpr float misread_year_confidence = 0.95f;
constexpr float broken_code_confidence = 0.95f;  // that two lines share a document's number

bool ends_paragraph(std::string_view word) {
  return word.ends_with(".") || word.ends_with(";") || word.ends_with(":");
}

// Indices of lines with which a block or a cell begins.
std::vector<bool> first_lines(const TextPage& page) {
  std::vector<bool> first(page.lines.size() + 1);
  for (const Block& block : page.blocks)
    if (block.lines.begin < first.size()) first[block.lines.begin] = true;
  for (const Table& table : page.tables)
    for (const Cell& cell : table.cells)
      if (cell.lines.begin < first.size()) first[cell.lines.begin] = true;
  return first;
}

bool begins_paragraph(const TextPage& page, const DocumentLine* before, const Text& text,
                      const Line& line) {
  if (line.words.empty()) return false;
  if (opens_item(page.words[line.words.begin].text)) return true;
  if (!before || before->words.empty()) return true;
  return ends_paragraph(text.pages[before->page].words[before->words.end - 1].text);
}

// Everything of one word that is not part of a piece stays; pieces take their readings.
struct Rebuilt {
  std::vector<std::string> texts;  // one, or more where it is split
  float confidence = 1;
  bool changed = false, split = false, noise = false;
};

void write(Rebuilt& out, const PieceReading& reading) {
  out.texts.back() += reading.words[0];
  if (reading.words.size() > 1) {
    out.texts.push_back(reading.words[1]);
    out.split = true;
  }
  out.confidence = std::min(out.confidence, reading.confidence);
  out.changed |= !reading.literal;
  out.noise |= reading.words[0].empty();
}

// True where the next word should stand apart from what is written so far: "6,ngày".
bool lost_space(const std::string& before) {
  if (before.size() < 2 || (before.back() != ',' && before.back() != ';')) return false;
  const char last = before[before.size() - 2];
  return last < 0 || u_isalnum(last);
}

RepairKind kind_of(const Rebuilt& rebuilt, bool joined, std::string_view read,
                   std::string_view now) {
  if (rebuilt.noise) return RepairKind::noise;
  if (joined) return RepairKind::join;
  if (rebuilt.split) return RepairKind::split;
  return skeleton(read) == skeleton(now) ? RepairKind::diacritics : RepairKind::letters;
}

std::vector<std::string> split_at_space(const std::string& text) {
  const std::size_t space = text.find(' ');
  if (space == text.npos) return {text};
  return {text.substr(0, space), text.substr(space + 1)};
}

// Rebuilds the words of one page.
class PageWriter {
 public:
  PageWriter(TextPage& page, std::size_t index, std::vector<Repair>& repairs)
      : page_(page), index_(index), repairs_(repairs), old_(std::move(page.words)) {
    page_.words.clear();
  }

  // Words before `word` that have no reading stay as they are.
  void copy_until(std::size_t word) {
    for (; at_ < word; ++at_) {
      begins_.push_back(page_.words.size());
      page_.words.push_back(old_[at_]);
    }
  }

  // The readings of one word, or of two joined ones.
  void write_word(const PieceReading* begin, const PieceReading* end) {
    copy_until(begin->word);
    const std::size_t last = (end - 1)->last_word;
    Rebuilt rebuilt{{""}};
    std::size_t word = begin->word, byte = 0;
    const bool repaired = std::any_of(begin, end, [](const PieceReading& r) { return !r.literal; });
    for (const PieceReading* r = begin; r != end; ++r) {
      rebuilt.texts.back() += old_[word].text.substr(byte, r->piece.bytes.begin - byte);
      if (repaired && r->piece.kind == PieceKind::word && lost_space(rebuilt.texts.back())) {
        rebuilt.texts.emplace_back();
        rebuilt.split = true;
      }
      write(rebuilt, *r);
      word = r->last_word;
      byte = r->last_piece.bytes.end;
    }
    rebuilt.texts.back() += old_[word].text.substr(byte);
    append(rebuilt, begin->word, last);
    at_ = last + 1;
  }

  void finish(std::vector<Repair>::iterator earlier, std::vector<Repair>::iterator earlier_end) {
    copy_until(old_.size());
    begins_.push_back(page_.words.size());
    const auto moved = [&](Span s) { return Span{begins_[s.begin], begins_[s.end]}; };
    for (Line& line : page_.lines) line.words = moved(line.words);
    for (auto r = earlier; r != earlier_end; ++r)
      if (r->page == index_) r->words = moved(r->words);
  }

 private:
  void append(const Rebuilt& rebuilt, std::size_t first, std::size_t last) {
    const bool lost = rebuilt.texts[0].empty();  // only stray signs were read
    const Span made{page_.words.size(), page_.words.size() + (lost ? 0 : rebuilt.texts.size())};
    std::string read;
    float given = 1;
    Span source;
    for (std::size_t w = first; w <= last; ++w) {
      begins_.push_back(w == first ? made.begin : made.end);
      read += (read.empty() ? "" : " ") + old_[w].text;
      given = std::min(given, static_cast<float>(old_[w].confidence));
      source = united(source, old_[w].source);
    }
    const float confidence =
        rebuilt.changed ? rebuilt.confidence : std::min(rebuilt.confidence, given);
    if (!lost)
      for (const std::string& text : rebuilt.texts)
        page_.words.push_back({text, source, confidence});
    const std::string now = joined(page_, made);
    if (now == read) return;
    repairs_.push_back(
        {index_, made, read, now, kind_of(rebuilt, last > first, read, now), rebuilt.confidence});
  }

  TextPage& page_;
  std::size_t index_;
  std::vector<Repair>& repairs_;
  std::vector<TextWord> old_;
  std::vector<std::size_t> begins_;  // of each old word's new words
  std::size_t at_ = 0;
};

}  // namespace

std::vector<DocumentLine> lines_of(const Text& text) {
  std::vector<DocumentLine> out;
  for (std::size_t p = 0; p < text.pages.size(); ++p) {
    const TextPage& page = text.pages[p];
    const std::vector<bool> first = first_lines(page);
    for (std::size_t l = 0; l < page.lines.size(); ++l) {
      const DocumentLine* before = out.empty() ? nullptr : &out.back();
      const bool begins = (first[l] && p == 0) || (first[l] && l > 0) ||
                          begins_paragraph(page, before, text, page.lines[l]);
      out.push_back({p, page.lines[l].words, begins, page.text_origin == TextOrigin::ocr, {}});
    }
  }
  return out;
}

bool is_in_capitals(const TextPage& page, Span words) {
  std::size_t capitals = 0, letters = 0;
  for (std::size_t w = words.begin; w < words.end; ++w)
    for (char32_t c : code_points(page.words[w].text)) {
      capitals += static_cast<std::size_t>(u_isupper(static_cast<UChar32>(c)));
      letters += static_cast<std::size_t>(u_isalpha(static_cast<UChar32>(c)));
    }
  return letters > 3 && capitals * 10 > letters * 6;
}

void append_slots(const Text& text, const std::vector<DocumentLine>& lines, std::size_t line,
                  Span words, std::vector<Slot>& slots) {
  const DocumentLine& here = lines[line];
  bool begins = here.begins_paragraph && words.begin == here.words.begin;
  bool clean_end = false;  // the word before ends with a lone word piece
  const bool capitals = is_in_capitals(text.pages[here.page], words);
  bool sentence = begins;
  const std::vector<TextWord>& page_words = text.pages[here.page].words;
  for (std::size_t w = words.begin; w < words.end; ++w) {
    const std::string& word = page_words[w].text;
    const bool numeral = !here.numeral.empty() && w == here.words.begin;
    const bool after_year = here.recognised && w > 0 && page_words[w - 1].text == "năm";
    const std::string year = after_year ? misread_year(word) : "";
    const std::vector<Piece> parts =
        numeral        ? std::vector<Piece>{{{0, word.size() - 1}, PieceKind::roman}}
        : year.empty() ? pieces(word)
                       : std::vector<Piece>{{{0, year.size()}, PieceKind::number}};
    const bool lone = parts.size() == 1 && parts[0].kind == PieceKind::word;
    if (clean_end && lone && parts[0].bytes.begin == 0) slots.back().joins_next = true;
    for (const Piece& piece : parts) {
      Slot slot;
      slot.line = line;
      slot.word = w;
      slot.piece = piece;
      slot.read = code_points(std::string_view(word).substr(piece.bytes.begin, piece.bytes.size()));
      slot.begins_paragraph = begins;
      slot.given = static_cast<float>(page_words[w].confidence);
      slot.context = capitals   ? CaseContext::capitals
                     : sentence ? CaseContext::sentence_begin
                                : CaseContext::inside;
      slot.settled = numeral ? here.numeral : year;
      if (!year.empty()) slot.sure = misread_year_confidence;
      sentence = false;
      begins = false;
      slots.push_back(std::move(slot));
    }
    sentence |= word.ends_with('.') || word.ends_with('?') || word == "-" || word == "+";
    clean_end = lone && parts[0].bytes.end == word.size();
  }
}

bool stands_before(const PieceReading& a, const PieceReading& b) {
  return std::tie(a.line, a.word, a.piece.bytes.begin) <
         std::tie(b.line, b.word, b.piece.bytes.begin);
}

std::optional<PieceReading> stray_reading(const Text& text, const std::vector<DocumentLine>& lines,
                                          std::size_t line) {
  const auto& words = text.pages[lines[line].page].words;
  const Span span = lines[line].words;
  if (span.size() < 2) return std::nullopt;
  const std::size_t signs = stray_signs(words[span.begin].text, words[span.begin + 1].text);
  if (signs == 0) return std::nullopt;
  const Piece piece{{0, signs}, PieceKind::word};
  return PieceReading{line, span.begin, piece, span.begin, piece, {""}, false, stray_confidence};
}

std::optional<PieceReading> broken_code(const Text& text, const std::vector<DocumentLine>& lines,
                                        std::size_t line) {
  if (!lines[line].recognised || line + 1 >= lines.size() || lines[line].words.empty() ||
      lines[line + 1].words.empty() || lines[line + 1].begins_paragraph ||
      lines[line].page != lines[line + 1].page)
    return std::nullopt;
  const auto& words = text.pages[lines[line].page].words;
  const std::size_t first = lines[line].words.end - 1, last = lines[line + 1].words.begin;
  const std::string &head = words[first].text, whole = head + words[last].text;
  const std::vector<Piece> parts = pieces(whole);
  if (last != first + 1 || parts.size() != 1 || parts[0].kind != PieceKind::code ||
      parts[0].bytes.end <= head.size() || (head.back() != '-' && head.back() != '/') ||
      whole.find('/') == whole.npos || head.find_first_of("0123456789") == head.npos)
    return std::nullopt;
  const Span bytes = parts[0].bytes;
  return PieceReading{line,
                      first,
                      {{bytes.begin, head.size()}, PieceKind::code},
                      last,
                      {{0, bytes.end - head.size()}, PieceKind::code},
                      {whole.substr(bytes.begin, bytes.size())},
                      false,
                      broken_code_confidence};
}

PieceReading reading_of(const std::vector<Slot>& slots, const Choice& choice,
                        const Lexicon& lexicon) {
  const Slot& slot = slots[choice.slot];
  const Option& option = slot.options[choice.option];
  const Slot& last = slots[choice.slot + option.slots - 1];
  PieceReading out{slot.line,  slot.word, slot.piece,     last.word,
                   last.piece, {},        option.literal, choice.confidence};
  if (option.literal)
    out.words = {utf8(slot.read)};
  else if (!option.text.empty())
    out.words = split_at_space(option.text);
  else
    for (std::uint8_t w = 0; w < option.words; ++w)
      out.words.push_back(lexicon.spelled(option.ids[w], option.as[w]));
  return out;
}

void apply(const std::vector<PieceReading>& readings, const std::vector<DocumentLine>& lines,
           Text& text) {
  const std::size_t earlier = text.repairs.size();
  std::size_t r = 0;
  for (std::size_t p = 0; p < text.pages.size(); ++p) {
    PageWriter writer(text.pages[p], p, text.repairs);
    while (r < readings.size() && lines[readings[r].line].page == p) {
      std::size_t end = r + 1;
      while (end < readings.size() && readings[end].line == readings[r].line &&
             readings[end].word == readings[end - 1].last_word)
        ++end;
      writer.write_word(&readings[r], &readings[r] + (end - r));
      r = end;
    }
    const auto begin = text.repairs.begin();
    writer.finish(begin, begin + static_cast<std::ptrdiff_t>(earlier));
  }
  std::stable_sort(text.repairs.begin(), text.repairs.end(), [](const Repair& a, const Repair& b) {
    return a.page != b.page ? a.page < b.page : a.words.begin < b.words.begin;
  });
}

}  // namespace vanthu
