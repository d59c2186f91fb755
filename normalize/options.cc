#include "normalize/options.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>

#include "core/syllable.h"
#include "normalize/numerals.h"
#include "normalize/unicode.h"

namespace vanthu {
namespace {

constexpr float unknown_word = 8, unknown_letter = 1.5f;  // -ln p of an unknown word's spelling
constexpr float unknown_mark = 8;                         // the same with letters beyond ASCII
constexpr float added_word = 3;                           // the same of a word that a user added
constexpr float other_case = 2.5f;                        // of an added word than is listed
constexpr float word_bonus = 0.2f, most_bonus = 1.2f;     // of words seen in the document
constexpr float split_cost = 5, join_cost = 5;            // -ln p that spaces are lost or added
constexpr float poor = 5;             // cost from which splits and joins are looked for
constexpr float numeral_cost = 2.5f;  // -ln p that digits or numerals are read as letters
constexpr std::size_t shortest_split = 5, shortest_whole_split = 4, longest_join = 9,
                      longest_fragment = 2, most_splits = 5, most_glued = 4;

// How far to search for what garbled words were; narrow where only sure words are wanted.
constexpr CandidateFinder::Limits wide{60, 1, 10, 800}, narrow{8, 1, 7, 200};

bool has_letter(std::u32string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char32_t c) { return u_isalpha(static_cast<UChar32>(c)); });
}

float least_cost(const Slot& slot) {
  float least = ConfusionModel::infinity();
  for (const Option& option : slot.options) least = std::min(least, option.cost);
  return least;
}

}  // namespace

OptionBuilder::OptionBuilder(const RepairParts& parts, const Adaptation* adaptation, bool thorough)
    : parts_(parts),
      adaptation_(adaptation),
      thorough_(thorough),
      garbled_(adaptation ? adaptation->garbled : parts.garbled),
      garbled_finder_(parts.lexicon, garbled_, thorough ? wide : narrow),
      ocr_finder_(parts.lexicon, parts.ocr, {8, 0.5f, 9, 1500}) {}

float OptionBuilder::case_cost(const Slot& slot, WordId word, Case as) const {
  // -ln p of lower, title, upper
  constexpr std::array<float, 3> at_begin{2.3f, 0.15f, 3.5f}, in_capitals{3.5f, 2.3f, 0.15f};
  switch (slot.context) {
    case CaseContext::sentence_begin:
      return at_begin[static_cast<std::size_t>(as)];
    case CaseContext::capitals:
      return in_capitals[static_cast<std::size_t>(as)];
    case CaseContext::inside:
      break;
  }
  if (parts_.lexicon.is_added(word)) return as == parts_.lexicon.listed_case(word) ? 0 : other_case;
  return -parts_.model.case_score(word, as);
}

Option OptionBuilder::word_option(const Slot& slot, const Candidate& candidate) const {
  Option option;
  option.ids[0] = candidate.word;
  option.as[0] = candidate.as;
  option.cost = candidate.cost + case_cost(slot, candidate.word, candidate.as);
  if (parts_.lexicon.is_added(candidate.word)) {
    option.ids[0] = LanguageModel::unknown();
    option.text = parts_.lexicon.spelled(candidate.word, candidate.as);
    option.cost += added_word;
  } else if (adaptation_)
    option.cost -=
        std::min(most_bonus,
                 word_bonus * std::log1p(static_cast<float>(adaptation_->words[candidate.word])));
  return option;
}

Option OptionBuilder::literal(const Slot& slot) const {
  Option option;
  option.literal = true;
  option.ids[0] = parts_.model.id(lm_name(utf8(slot.read), slot.piece.kind));
  return option;
}

float OptionBuilder::literal_cost(const Slot& slot, const ConfusionModel& confusions,
                                  bool known) const {
  float cost = 0;
  bool strange = false;
  for (const char32_t& c : slot.read) {
    cost += confusions.cost({&c, 1}, {&c, 1});
    strange |= !known && c >= 0x80;
  }
  if (!known) cost += unknown_word + unknown_letter * static_cast<float>(slot.read.size());
  if (strange) cost += unknown_mark;
  return cost;
}

void OptionBuilder::fill_searched(Slot& slot, CandidateFinder& finder,
                                  const ConfusionModel& confusions, float bonus) {
  Option kept = literal(slot);
  const bool known =
      kept.ids[0] != LanguageModel::unknown() && !parts_.lexicon.points(kept.ids[0]).empty();
  const std::optional<Case> as = case_of(slot.read);
  kept.cost = literal_cost(slot, confusions, known && as) - bonus;
  if (known && as) kept.cost += case_cost(slot, kept.ids[0], *as);
  for (const Candidate& candidate : finder.find(slot.read)) {
    const Option option = word_option(slot, candidate);
    const bool same = option.text.empty() ? candidate.word == kept.ids[0] && candidate.as == as
                                          : option.text == utf8(slot.read);
    if (same)
      kept.cost = std::min(kept.cost, option.cost - bonus);
    else
      slot.options.push_back(option);
  }
  slot.options.push_back(kept);
}

void OptionBuilder::add_splits(Slot& slot) {
  const std::u32string read = slot.read;
  if (read.size() < shortest_split || read.size() > 16) return;
  std::vector<Option> splits;
  for (std::size_t at = 1; at < read.size(); ++at) {
    if (is_digits(read.substr(0, at)) || is_digits(read.substr(at))) continue;
    const auto& left = garbled_finder_.find(read.substr(0, at));
    if (left.empty() || left[0].cost > 3 * poor) continue;
    const auto& right = garbled_finder_.find(read.substr(at));
    for (std::size_t l = 0; l < std::min<std::size_t>(2, left.size()); ++l)
      for (std::size_t r = 0; r < std::min<std::size_t>(2, right.size()); ++r) {
        if (parts_.lexicon.is_added(left[l].word) || parts_.lexicon.is_added(right[r].word))
          continue;
        Option option = word_option(slot, left[l]);
        option.words = 2;
        option.ids[1] = right[r].word;
        option.as[1] = right[r].as;
        option.cost += right[r].cost + split_cost + case_cost(slot, right[r].word, right[r].as);
        splits.push_back(option);
      }
  }
  const auto order = [&](const Option& o) {
    return o.cost +
           0.5f * (parts_.lexicon.word_cost(o.ids[0]) + parts_.lexicon.word_cost(o.ids[1]));
  };
  std::sort(splits.begin(), splits.end(),
            [&](const Option& a, const Option& b) { return order(a) < order(b); });
  if (splits.size() > most_splits) splits.resize(most_splits);
  slot.options.insert(slot.options.end(), splits.begin(), splits.end());
}

// Two syllables, or one and an acronym, without the space between them: "kếtluận", "vàUBND".
void OptionBuilder::add_exact_splits(Slot& slot) {
  const std::u32string& read = slot.read;
  if (read.size() < shortest_whole_split || read.size() > 14) return;
  if (literal(slot).ids[0] != LanguageModel::unknown()) return;
  for (std::size_t at = 1; at < read.size(); ++at) {
    Option option;
    option.words = 2;
    for (std::size_t w = 0; w < 2; ++w) {
      const std::u32string part = w ? read.substr(at) : read.substr(0, at);
      option.ids[w] = parts_.model.id(lm_name(utf8(part), PieceKind::word));
      const std::optional<Case> as = case_of(part);
      const bool acronym = w == 1 && as == Case::upper && option.as[0] == Case::lower;
      if (!as || parts_.lexicon.points(option.ids[w]).empty() ||
          !(acronym || possible_syllable(lower_case(utf8(part)))))
        option.words = 0;
      option.as[w] = as.value_or(Case::lower);
    }
    option.cost = split_cost;
    if (option.words == 2) slot.options.push_back(option);
  }
  for (Option& option : slot.options)
    if (option.literal && option.cost == 0 && slot.options.size() > 1)
      option.cost = literal_cost(slot, parts_.ocr, false) - ocr_keep_bonus;
}

void OptionBuilder::add_join(std::vector<Slot>& slots, std::size_t i) {
  Slot& slot = slots[i];
  if (!slot.joins_next || i + 1 >= slots.size()) return;
  const Slot& next = slots[i + 1];
  if (std::min(slot.read.size(), next.read.size()) > longest_fragment) return;
  if (least_cost(slot) < poor && least_cost(next) < poor) return;
  if (next.piece.kind != PieceKind::word || slot.read.size() + next.read.size() > longest_join)
    return;
  if (!digits_may_be_letters(slot.read + next.read)) return;
  if (!has_letter(slot.read) || !has_letter(next.read)) return;
  const auto& joined = garbled_finder_.find(slot.read + next.read);
  for (std::size_t k = 0; k < std::min<std::size_t>(3, joined.size()); ++k) {
    Option option = word_option(slot, joined[k]);
    option.slots = 2;
    option.cost += join_cost;
    slot.options.push_back(option);
  }
}

void OptionBuilder::add_numerals(Slot& slot) {
  for (const auto& [text, kind] : {std::pair(as_number(slot.read), PieceKind::number),
                                   std::pair(as_roman(slot.read), PieceKind::roman)}) {
    if (text.empty() || text == utf8(slot.read)) continue;
    Option option;
    option.text = text;
    option.ids[0] = parts_.model.id(lm_name(text, kind));
    option.cost = numeral_cost;
    slot.options.push_back(option);
  }
}

// One digit that is not likely to be the last letter's mark ("so6").
bool OptionBuilder::is_footnote_mark(const std::u32string& number,
                                     const std::u32string& word) const {
  return number.size() == 1 && garbled_.cost({&word.back(), 1}, number) > poor;
}

// A number without a space between it and a word, or the mark of a footnote: "14phuong", "hanh1".
void OptionBuilder::add_glued_number(Slot& slot) {
  const std::optional<GluedNumber> glued = glued_number(slot.read);
  if (!glued || glued->word.size() < 2) return;
  const std::string number = utf8(glued->number);
  const WordId number_id = parts_.model.id(lm_name(number, PieceKind::number));
  const auto& words = garbled_finder_.find(glued->word);
  for (std::size_t k = 0; k < std::min(most_glued, words.size()); ++k) {
    Option option = word_option(slot, words[k]);
    const std::string word = parts_.lexicon.spelled(words[k].word, words[k].as);
    option.cost += split_cost;
    if (!glued->leads && is_footnote_mark(glued->number, parts_.lexicon.points(words[k].word))) {
      option.text = word + number;
      slot.options.push_back(option);
    }
    option.words = 2;
    option.ids[1] = number_id;
    if (glued->leads) std::swap(option.ids[0], option.ids[1]);
    option.text = glued->leads ? number + ' ' + word : word + ' ' + number;
    slot.options.push_back(option);
  }
}

void OptionBuilder::fill_code(Slot& slot, const ConfusionModel* confusions) {
  Option option = literal(slot);
  option.text = parts_.symbols.repaired(utf8(slot.read), confusions);
  option.literal = option.text == utf8(slot.read);
  slot.options.push_back(option);
}

void OptionBuilder::fill_settled(Slot& slot) {
  Option option;
  option.text = slot.settled;
  option.ids[0] = parts_.model.id(lm_name(slot.settled, slot.piece.kind));
  slot.options.push_back(option);
}

void OptionBuilder::fill_garbled(Slot& slot) {
  if (slot.piece.kind == PieceKind::code) return fill_code(slot, &garbled_);
  if (slot.piece.kind != PieceKind::word) {
    slot.options.push_back(literal(slot));
    return;
  }
  const bool bytes_only = slot.read.find(U'\uFFFD') != slot.read.npos && !has_letter(slot.read);
  if (!bytes_only && digits_may_be_letters(slot.read))
    fill_searched(slot, garbled_finder_, garbled_, 0);
  else
    slot.options.push_back(literal(slot));
  add_numerals(slot);
  add_glued_number(slot);
  const auto glued = glued_number(slot.read);
  if (thorough_ && !bytes_only && least_cost(slot) > poor && !(glued && glued->number.size() > 1))
    add_splits(slot);
}

void OptionBuilder::fill_stripped(Slot& slot) {
  if (slot.piece.kind == PieceKind::code) return fill_code(slot, nullptr);
  Option kept = literal(slot);
  if (slot.piece.kind == PieceKind::word && is_ascii(slot.read)) {
    for (const Candidate& candidate : garbled_finder_.restored(slot.read)) {
      const Option option = word_option(slot, candidate);
      if (option.text.empty() ? candidate.word != kept.ids[0] : option.text != utf8(slot.read))
        slot.options.push_back(option);
    }
    if (kept.ids[0] == LanguageModel::unknown() && !slot.options.empty())
      kept.cost = unknown_word + unknown_letter * static_cast<float>(slot.read.size());
  }
  slot.options.push_back(kept);
}

void OptionBuilder::fill(std::vector<Slot>& slots, std::size_t begin, std::size_t end,
                         Channel channel, LmState& state) {
  for (std::size_t i = begin; i < end; ++i)
    if (!slots[i].settled.empty()) fill_settled(slots[i]);
  if (channel == Channel::ocr) return fill_ocr(slots, begin, end, state);
  std::vector<bool> open(slots.size());
  for (std::size_t i = begin; i < end; ++i) {
    if (!slots[i].options.empty()) continue;
    open[i] = true;
    if (channel == Channel::garbled)
      fill_garbled(slots[i]);
    else if (channel == Channel::stripped)
      fill_stripped(slots[i]);
    else
      slots[i].options.push_back(literal(slots[i]));
  }
  if (channel == Channel::garbled && thorough_)
    for (std::size_t i = begin; i + 1 < end; ++i)
      if (open[i] && open[i + 1]) add_join(slots, i);
}

}  // namespace vanthu
