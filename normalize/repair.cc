#include "normalize/repair.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>

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
constexpr BeamLimits rough{3, 6};           // of a quick look, for what is easy to read
constexpr float easy = 0.99f;               // confidence from which a quick look is enough
constexpr float certain = 0.995f;  // confidence from which a word that stays needs no account
constexpr float sure = 0.9f;       // confidence of a choice that is learned from
constexpr float clear = 0.6f;      // confidence of the engine from which an acronym stays

bool stays(Channel channel) { return channel == Channel::good || channel == Channel::foreign; }

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
    std::unordered_map<std::string_view, Look> seen;
    for (std::size_t l = 0; l < lines.size(); ++l) {
      recognised[l] = lines[l].recognised;
      const auto& words = text.pages[lines[l].page].words;
      for (std::size_t w = lines[l].words.begin; w < lines[l].words.end; ++w)
        for (const Piece& piece : pieces(words[w].text)) {
          if (piece.kind != PieceKind::word) continue;
          const auto read =
              std::string_view(words[w].text).substr(piece.bytes.begin, piece.bytes.size());
          const auto [known, fresh] = seen.try_emplace(read);
          if (fresh) known->second = look_of(read, model_, lexicon_);
          const Look look = known->second;
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

  // What is at hand while lines are read in order.
  struct Pass {
    Pass(const NoisyChannelRepair& model, const Text& text, const Adaptation* adaptation)
        : quick(model.parts_, adaptation, false),
          thorough(model.parts_, adaptation, true),
          scores(model.model_),
          acronyms(text),
          state(model.model_.begin_state()) {}
    OptionBuilder quick, thorough;
    ScoreCache scores;
    const Acronyms acronyms;
    std::vector<Slot> slots;  // not decoded yet, of one channel
    LmState state;            // before them
    std::vector<PieceReading> readings;
    Adaptation* learned = nullptr;
  };

  // Readings of the lines before `end` that are not left as they are. Where `learned` is given, it
  // takes what sure choices teach instead.
  std::vector<PieceReading> run(const Text& text, const std::vector<DocumentLine>& lines,
                                const std::vector<Channel>& channels, const Adaptation* adaptation,
                                std::size_t end, Adaptation* learned) const {
    if (std::all_of(channels.begin(), channels.begin() + static_cast<std::ptrdiff_t>(end), stays))
      return {};
    Pass pass(*this, text, adaptation);
    pass.learned = learned;
    bool broken = false;  // the line before ended within a document's number
    for (std::size_t l = 0; l < end; ++l) {
      const Channel channel = channels[l];
      if (stays(channel)) {
        broken = false;
        continue;
      }
      if (learned && channel != Channel::garbled) continue;
      for (Span words = settle_edges(text, lines, l, channel, broken, pass.readings);
           !words.empty(); words.begin += window) {
        const Span part{words.begin, std::min(words.begin + window, words.end)};
        append_slots(text, lines, l, part, pass.slots);
        if (pass.slots.size() >= window) decode_window(pass, channel);
      }
      if (l + 1 < end && channels[l + 1] == channel) continue;
      decode_window(pass, channel);
      pass.state = model_.begin_state();
    }
    std::sort(pass.readings.begin(), pass.readings.end(), stands_before);
    return std::move(pass.readings);
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

  void decode_window(Pass& pass, Channel channel) const {
    std::vector<Slot>& slots = pass.slots;
    settle_acronyms(slots, channel, pass.acronyms);
    const bool looks = channel == Channel::garbled;
    const std::vector<Choice> seen = looks ? look_quickly(pass) : std::vector<Choice>{};
    if (pass.learned) {
      for (const Choice& choice : seen) learn(slots, choice, *pass.learned);
    } else {
      if (looks) settle_easy(slots, seen);
      LmState before = pass.state;
      pass.thorough.fill(slots, 0, slots.size(), channel, before);
      phrases_.favour(slots, lexicon_);
      for (Choice choice : decode(pass.scores, slots, pass.state)) {
        const Slot& slot = slots[choice.slot];
        choice.confidence = std::min(choice.confidence, slot.sure);
        if (is_doubtful_name(slots, choice, channel)) continue;
        if (!slot.options[choice.option].literal || choice.confidence < certain)
          pass.readings.push_back(reading_of(slots, choice, lexicon_));
      }
    }
    slots.clear();
  }

  // Choices among few options by a narrow search.
  std::vector<Choice> look_quickly(Pass& pass) const {
    LmState state = pass.state;
    pass.quick.fill(pass.slots, 0, pass.slots.size(), Channel::garbled, state);
    phrases_.favour(pass.slots, lexicon_);
    return decode(pass.scores, pass.slots, pass.learned ? pass.state : state, rough);
  }

  // Leaves the choice alone to slots that a quick look is sure of, as it is of their neighbours;
  // the others lose their options.
  static void settle_easy(std::vector<Slot>& slots, const std::vector<Choice>& seen) {
    std::vector<bool> is_easy(slots.size() + 2);  // by slot + 1
    is_easy.front() = is_easy.back() = true;
    for (const Choice& choice : seen) {
      Slot& slot = slots[choice.slot];
      Option& option = slot.options[choice.option];
      const bool strange =
          slot.piece.kind == PieceKind::word && option.ids[0] == LanguageModel::unknown();
      if (choice.confidence < easy || option.slots > 1 || strange) continue;
      is_easy[choice.slot + 1] = true;
      slot.sure = choice.confidence;
      slot.options = {Option(std::move(option))};
    }
    for (std::size_t i = 0; i < slots.size(); ++i)
      if (!is_easy[i] || !is_easy[i + 1] || !is_easy[i + 2]) {
        slots[i].sure = 1;
        slots[i].options.clear();
      }
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
