#include <unicode/uchar.h>

#include <algorithm>

#include "core/syllable.h"
#include "normalize/options.h"
#include "normalize/unicode.h"

// The readings of words that were recognised with Vietnamese data.
namespace vanthu {
namespace {

constexpr float doubtful = 0.6f;     // confidence of the engine below which it counts for little
constexpr float lost = 0.4f;         // confidence below which a word may be nothing but noise
constexpr float eaten_cost = 7;      // -ln p that noise looks like what was read
constexpr float called_for = -2.3f;  // least ln p(word | words before) of a word put for noise
constexpr float brings = 1;          // by how much it has to make the next word likelier, in nats
constexpr std::size_t most_expected = 3;

bool has_digit(std::u32string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char32_t c) { return u_isdigit(static_cast<UChar32>(c)); });
}

// What the engine's confidence in a word says. Of its words in small letters one in 2000 is wrong
// from 0.96 on, one in 80 from 0.92, one in 12 from 0.86, one in 6 below (clean print at 200 and
// 300 dpi). Names and acronyms are rare words, which the model of the language would take away.
struct Trust {
  float unlikely;    // ln p(word | words before) that makes one suspect
  float keep_bonus;  // for the reading as it is, in nats
};

Trust trust_in(const Slot& slot) {
  constexpr float usual = -6.5f;
  if (slot.given < doubtful) return {usual, 0};
  if (case_of(slot.read) != Case::lower || slot.given >= 0.96f) return {usual, ocr_keep_bonus};
  if (slot.given >= 0.92f) return {usual, 0};
  return {-3, slot.given >= 0.86f ? -1.0f : -2.0f};
}

// "iForm", "eOffice": no noise.
bool is_name_in_mixed_case(const std::u32string& text) {
  return is_ascii(text) && !case_of(text) && std::all_of(text.begin(), text.end(), [](char32_t c) {
           return u_isalpha(static_cast<UChar32>(c));
         });
}

}  // namespace

// In recognised text single letters, symbols, words in mixed case (iPhone), unknown acronyms and
// foreign words are taken as they stand.
bool OptionBuilder::may_be_misread(const Slot& slot) const {
  if (slot.piece.kind != PieceKind::word || slot.read.size() < 2) return false;
  const std::optional<Case> as = case_of(slot.read);
  const bool letters = std::all_of(slot.read.begin(), slot.read.end(),
                                   [](char32_t c) { return u_isalpha(static_cast<UChar32>(c)); });
  if (!as || !letters) return false;
  const std::string read = utf8(slot.read);
  if (parts_.model.id(lm_name(read, PieceKind::word)) != LanguageModel::unknown()) return true;
  if (as == Case::upper && slot.read.size() < 6 && slot.context != CaseContext::capitals)
    return false;
  return !is_ascii(slot.read) || !parts_.lexicon.with_skeleton(lower_case(read)).empty();
}

// Of a word whose print the noise has eaten ("Ủy EIEW nhân dân"), what its neighbours call for.
// They have to be words themselves.
void OptionBuilder::add_expected(Slot& slot, const LmState& before, const Slot& last,
                                 const Slot& next) {
  if (slot.begins_paragraph || slot.piece.kind != PieceKind::word || has_digit(slot.read)) return;
  if (is_name_in_mixed_case(slot.read)) return;
  const WordId after = literal(next).ids[0];
  if (after == LanguageModel::unknown() || literal(last).ids[0] == LanguageModel::unknown()) return;
  std::vector<std::pair<float, WordId>> expected;
  for (WordId word = 0; word < parts_.model.size(); ++word) {
    if (parts_.lexicon.points(word).empty()) continue;
    const float score = parts_.model.score(before, word);
    if (score < called_for) continue;
    const float onwards = parts_.model.score(parts_.model.next(before, word), after);
    if (onwards > parts_.model.unigram(after) + brings)
      expected.emplace_back(-score - onwards, word);
  }
  std::sort(expected.begin(), expected.end());
  for (std::size_t i = 0; i < std::min(most_expected, expected.size()); ++i) {
    const WordId word = expected[i].second;
    slot.options.push_back(word_option(slot, {word, likely_case(slot, word), eaten_cost}));
  }
}

Case OptionBuilder::likely_case(const Slot& slot, WordId word) const {
  Case best = Case::lower;
  for (Case as : {Case::title, Case::upper})
    if (case_cost(slot, word, as) < case_cost(slot, word, best)) best = as;
  return best;
}

void OptionBuilder::fill_ocr(std::vector<Slot>& slots, std::size_t begin, std::size_t end,
                             LmState& state) {
  std::vector<bool> suspect(end - begin);
  std::vector<LmState> before(end - begin);
  for (std::size_t i = begin; i < end; ++i) {
    if (slots[i].begins_paragraph) state = parts_.model.begin_state();
    before[i - begin] = state;
    const WordId id = literal(slots[i]).ids[0];
    if (id == LanguageModel::unknown() || slots[i].given < doubtful ||
        parts_.model.score(state, id) < trust_in(slots[i]).unlikely) {
      suspect[i - begin] = true;
      if (i > begin) suspect[i - begin - 1] = true;
    }
    state = parts_.model.next(state, id);
  }
  for (std::size_t i = begin; i < end; ++i) {
    Slot& slot = slots[i];
    if (!slot.options.empty()) continue;
    const bool alone = slot.begins_paragraph && (i + 1 == end || slots[i + 1].begins_paragraph);
    const bool may_change = suspect[i - begin] && may_be_misread(slot);
    if (may_change)
      fill_searched(slot, ocr_finder_, parts_.ocr, trust_in(slot).keep_bonus);
    else if (slot.piece.kind == PieceKind::code)
      fill_code(slot, &parts_.ocr);
    else
      slot.options.push_back(literal(slot));
    if (suspect[i - begin] && slot.piece.kind == PieceKind::word) add_exact_splits(slot);
    if (alone && slot.piece.kind == PieceKind::word && !has_digit(slot.read)) add_numerals(slot);
    if (slot.given < lost && i > begin && i + 1 < end && !slots[i + 1].begins_paragraph)
      add_expected(slot, before[i - begin], slots[i - 1], slots[i + 1]);
    if (slot.options.size() > 1)
      for (Option& option : slot.options)
        if (option.literal && option.cost == 0)
          option.cost = literal_cost(slot, parts_.ocr, option.ids[0] != LanguageModel::unknown());
  }
}

}  // namespace vanthu
