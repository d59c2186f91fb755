#include "normalize/repair.h"

#include <algorithm>
#include <optional>

#include "core/syllable.h"
#include "embedded/confusions_tsv.h"
#include "embedded/symbols_tsv.h"
#include "normalize/acronyms.h"
#include "normalize/document.h"
#include "normalize/headings.h"
#include "normalize/options.h"
#include "normalize/phrases.h"
#include "normalize/unicode.h"
#include "normalize/user_lexicon.h"

namespace vanthu {
namespace {

constexpr std::size_t window = 400;         // slots decoded at once
constexpr std::size_t adapts_from = 300;    // garbled slots that make a document worth adapting to
constexpr std::size_t adapts_until = 2500;  // slots looked at for it
constexpr float adaptation_weight = 5;      // of a confusion seen in the document
constexpr BeamLimits rough{5, 6};           // of the first pass, for what is easy to read
constexpr float certain = 0.995f;  // confidence from which a word that stays needs no account
constexpr float sure = 0.9f;       // confidence of a choice that is learned from
constexpr float clear = 0.6f;      // confidence of the engine from which an acronym stays

// A syllable with a capital, as given names have it.
bool may_be_name(const Slot& slot) {
  return slot.piece.kind == PieceKind::word && slot.context == CaseContext::inside &&
         case_of(slot.read) == Case::title && possible_syllable(lower_case(utf8(slot.read)));
}

// Names are too many for the model to know: what was recognised as one, behind another capitalised
// word, stays where the repair is not sure.
bool is_doubtful_name(const std::vector<Slot>& slots, const Choice& choice, Channel channel) {
  const std::size_t at = choice.slot;
  const Option& option = slots[at].options[choice.option];
  return channel == Channel::ocr && choice.confidence < sure && !option.literal &&
         option.slots == 1 && option.words == 1 && at > 0 && may_be_name(slots[at]) &&
         case_of(slots[at - 1].read) == Case::title && slots[at - 1].line == slots[at].line;
}

class NoisyChannelRepair : public RepairModel {
 public:
  NoisyChannelRepair(const std::filesystem::path& file, const UserLexicon& added)
      : model_(file),
        lexicon_(model_, added.words),
        phrases_(added.phrases),
        garbled_(ConfusionModel::from_table(data::confusions_tsv(), "garbled")),
        ocr_(ConfusionModel::from_table(data::confusions_tsv(), "ocr")),
        symbols_(data::symbols_tsv()),
        parts_{model_, lexicon_, garbled_, ocr_, symbols_} {}

  void repair(const Scan&, Text& text) const override {
    std::vector<DocumentLine> lines = lines_of(text);
    find_misread_numerals(text, lines);
    const std::vector<Channel> channels = channels_in(text, lines);
    const std::optional<Adaptation> adapted = adapt(text, lines, channels);
    apply(run(text, lines, channels, adapted ? &*adapted : nullptr, lines.size(), nullptr), lines,
          text);
  }

 private:
  std::vector<Channel> channels_in(const Text& text, const std::vector<DocumentLine>& lines) const {
    std::vector<LookCounts> looks(lines.size());
    std::vector<bool> recognised(lines.size());
    for (std::size_t l = 0; l < lines.size(); ++l) {
      recognised[l] = lines[l].recognised;
      const auto& words = text.pages[lines[l].page].words;
      for (std::size_t w = lines[l].words.begin; w < lines[l].words.end; ++w)
        for (const Piece& piece : pieces(words[w].text)) {
          if (piece.kind != PieceKind::word) continue;
          const Look look =
              look_of(std::string_view(words[w].text).substr(piece.bytes.begin, piece.bytes.size()),
                      model_, lexicon_);
          if (look != Look::none) ++looks[l][static_cast<std::size_t>(look)];
        }
    }
    return channels_of(looks, recognised);
  }

  // What a first pass over the document teaches, where it is garbled and long enough.
  std::optional<Adaptation> adapt(const Text& text, const std::vector<DocumentLine>& lines,
                                  const std::vector<Channel>& channels) const {
    std::size_t words = 0, end = 0;
    for (; end < lines.size() && words < adapts_until; ++end)
      if (channels[end] == Channel::garbled) words += lines[end].words.size();
    if (words < adapts_from) return std::nullopt;
    Adaptation adapted{garbled_, std::vector<std::uint16_t>(model_.size()), {}};
    run(text, lines, channels, nullptr, end, &adapted);
    for (const auto& [pair, count] : adapted.pairs)
      for (const Edit& edit : garbled_.align(pair.first, pair.second))
        adapted.garbled.add(edit, adaptation_weight * static_cast<float>(count));
    return adapted;
  }

  // Readings of the lines before `end` that are not left as they are. Where `learned` is given, it
  // takes what sure choices teach instead.
  std::vector<PieceReading> run(const Text& text, const std::vector<DocumentLine>& lines,
                                const std::vector<Channel>& channels, const Adaptation* adaptation,
                                std::size_t end, Adaptation* learned) const {
    OptionBuilder builder(parts_, adaptation, learned == nullptr);
    ScoreCache scores(model_);
    const Acronyms acronyms(text);
    std::vector<PieceReading> readings;
    std::vector<Slot> slots;
    LmState state = model_.begin_state();
    bool broken = false;  // the line before ended within a document's number
    for (std::size_t l = 0; l < end; ++l) {
      const Channel channel = channels[l];
      if (channel == Channel::good || channel == Channel::foreign) {
        broken = false;
        continue;
      }
      if (learned && channel != Channel::garbled) continue;
      for (Span words = settle_edges(text, lines, l, channel, broken, readings); !words.empty();
           words.begin += window) {
        const Span part{words.begin, std::min(words.begin + window, words.end)};
        append_slots(text, lines, l, part, slots);
        if (slots.size() >= window)
          decode_window(slots, channel, builder, acronyms, scores, state, readings, learned);
      }
      if (l + 1 < end && channels[l + 1] == channel) continue;
      decode_window(slots, channel, builder, acronyms, scores, state, readings, learned);
      state = model_.begin_state();
    }
    std::sort(readings.begin(), readings.end(), stands_before);
    return readings;
  }

  // Reads what the line's place decides: stray signs at its begin, a document's number at its end.
  // Returns the words that are left; `broken` tells that the first belongs to the line before.
  Span settle_edges(const Text& text, const std::vector<DocumentLine>& lines, std::size_t line,
                    Channel channel, bool& broken, std::vector<PieceReading>& readings) const {
    Span words = lines[line].words;
    words.begin += broken;
    if (channel == Channel::garbled)
      if (const auto stray = stray_reading(text, lines, line)) readings.push_back(*stray);
    auto code = words.empty() ? std::nullopt : broken_code(text, lines, line);
    broken = code.has_value();
    if (!code) return words;
    code->words[0] = symbols_.repaired(code->words[0], &ocr_);
    readings.push_back(std::move(*code));
    --words.end;
    return words;
  }

  // Misread acronyms that the document's own ones tell.
  void settle_acronyms(std::vector<Slot>& slots, Channel channel, const Acronyms& acronyms) const {
    if (channel != Channel::ocr && channel != Channel::garbled) return;
    for (Slot& slot : slots) {
      if (slot.piece.kind != PieceKind::word || case_of(slot.read) != Case::upper ||
          slot.context == CaseContext::capitals || !slot.settled.empty() ||
          (channel == Channel::ocr && slot.given >= clear))
        continue;
      if (model_.id(lm_name(utf8(slot.read), slot.piece.kind)) == LanguageModel::unknown())
        slot.settled = utf8(acronyms.meant(slot.read));
    }
  }

  void decode_window(std::vector<Slot>& slots, Channel channel, OptionBuilder& builder,
                     const Acronyms& acronyms, ScoreCache& scores, LmState& state,
                     std::vector<PieceReading>& readings, Adaptation* learned) const {
    LmState before = state;
    settle_acronyms(slots, channel, acronyms);
    builder.fill(slots, 0, slots.size(), channel, before);
    phrases_.favour(slots, lexicon_);
    for (const Choice& choice : decode(scores, slots, state, learned ? rough : BeamLimits{})) {
      if (is_doubtful_name(slots, choice, channel)) continue;
      if (learned)
        learn(slots, choice, *learned);
      else if (!slots[choice.slot].options[choice.option].literal || choice.confidence < certain)
        readings.push_back(reading_of(slots, choice, lexicon_));
    }
    slots.clear();
  }

  void learn(const std::vector<Slot>& slots, const Choice& choice, Adaptation& learned) const {
    const Slot& slot = slots[choice.slot];
    const Option& option = slot.options[choice.option];
    if (choice.confidence < sure || option.slots > 1 || option.words > 1 || !option.text.empty())
      return;
    if (lexicon_.points(option.ids[0]).empty()) return;
    std::uint16_t& count = learned.words[option.ids[0]];
    if (count < 65535) ++count;
    const std::u32string printed =
        option.literal ? slot.read : code_points(lexicon_.spelled(option.ids[0], option.as[0]));
    ++learned.pairs[{printed, slot.read}];
  }

  LanguageModel model_;
  Lexicon lexicon_;
  UserPhrases phrases_;
  ConfusionModel garbled_, ocr_;
  Symbols symbols_;
  RepairParts parts_;
};

}  // namespace

std::unique_ptr<RepairModel> load_repair_model(const std::filesystem::path& file) {
  return load_repair_model(file, {});
}

std::unique_ptr<RepairModel> load_repair_model(
    const std::filesystem::path& file, const std::vector<std::filesystem::path>& user_lexicons) {
  UserLexicon added;
  for (const std::filesystem::path& lexicon : user_lexicons) read_user_lexicon(lexicon, added);
  return std::make_unique<NoisyChannelRepair>(file, added);
}

}  // namespace vanthu
