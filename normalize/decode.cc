#include <algorithm>
#include <cmath>
#include <limits>

#include "normalize/lattice.h"

namespace vanthu {
namespace {

constexpr float infinity = std::numeric_limits<float>::max();
constexpr float negligible = 8;  // nats behind the chosen reading, for its confidence

struct Hypothesis {
  LmState state;
  float score = 0;
  std::size_t back = 0;  // index among the hypotheses of the slot where the option begins
  std::size_t begin = 0, option = 0;
};

// A hypothesis before its state is worked out.
struct Step {
  float score;
  std::size_t back, begin, option;
};

class Beam {
 public:
  Beam(ScoreCache& scores, const std::vector<Slot>& slots, BeamLimits limits)
      : scores_(scores),
        model_(scores.model()),
        slots_(slots),
        limits_(limits),
        best_(slots.size() + 1, -infinity),
        steps_(slots.size() + 1),
        kept_(slots.size() + 1) {}

  // The best hypothesis behind the last slot.
  const Hypothesis& run(const LmState& state) {
    kept_[0].push_back({state, 0, 0, 0, 0});
    for (std::size_t at = 0; at < slots_.size(); ++at) {
      if (at > 0) keep(at);
      extend(at);
    }
    if (!slots_.empty()) keep(slots_.size());
    return kept_.back().front();
  }
  const Hypothesis& before(const Hypothesis& h) const { return kept_[h.begin][h.back]; }

 private:
  void extend(std::size_t at) {
    const Slot& slot = slots_[at];
    for (std::size_t k = 0; k < kept_[at].size(); ++k) {
      const LmState state = slot.begins_paragraph ? model_.begin_state() : kept_[at][k].state;
      const float end = slot.begins_paragraph
                            ? scores_.score(kept_[at][k].state, LanguageModel::sentence_end())
                            : 0;
      expected_.clear();
      for (const Option& option : slot.options)
        if (kept_[at][k].score + end - option.cost >= best_[at + option.slots] - limits_.slack)
          expected_.push_back(option.ids[0]);
      scores_.expect(state, expected_);
      for (std::size_t o = 0; o < slot.options.size(); ++o) {
        const Option& option = slot.options[o];
        float& best = best_[at + option.slots];
        if (kept_[at][k].score + end - option.cost < best - limits_.slack) continue;
        float score = kept_[at][k].score + end - option.cost + scores_.score(state, option.ids[0]);
        if (option.words == 2)
          score += scores_.score(model_.next(state, option.ids[0]), option.ids[1]);
        if (score < best - limits_.slack) continue;
        best = std::max(best, score);
        steps_[at + option.slots].push_back({score, k, at, o});
      }
    }
  }

  // The best of the steps that lead to `at`, one for each state of the language model.
  void keep(std::size_t at) {
    std::vector<Step>& steps = steps_[at];
    const std::size_t most = std::min(steps.size(), limits_.width * 3);
    std::partial_sort(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(most), steps.end(),
                      [](const Step& a, const Step& b) { return a.score > b.score; });
    std::vector<Hypothesis>& kept = kept_[at];
    for (std::size_t i = 0; i < most && kept.size() < limits_.width; ++i) {
      if (steps[i].score < steps[0].score - limits_.slack) break;
      const Hypothesis h = applied(steps[i]);
      if (std::none_of(kept.begin(), kept.end(),
                       [&](const Hypothesis& k) { return k.state.same_words(h.state); }))
        kept.push_back(h);
    }
    std::vector<Step>().swap(steps);
  }

  Hypothesis applied(const Step& step) const {
    const Option& option = slots_[step.begin].options[step.option];
    LmState state = slots_[step.begin].begins_paragraph ? model_.begin_state()
                                                        : kept_[step.begin][step.back].state;
    for (std::uint8_t w = 0; w < option.words; ++w) state = model_.next(state, option.ids[w]);
    return {state, step.score, step.back, step.begin, step.option};
  }

  ScoreCache& scores_;
  const LanguageModel& model_;
  const std::vector<Slot>& slots_;
  BeamLimits limits_;
  std::vector<float> best_;  // score of the steps to each slot
  std::vector<std::vector<Step>> steps_;
  std::vector<std::vector<Hypothesis>> kept_;
  std::vector<WordId> expected_;
};

// What an option scores, and the state behind it.
float score_alone(ScoreCache& scores, LmState& state, const Option& option) {
  float score = -option.cost;
  for (std::uint8_t w = 0; w < option.words; ++w) {
    score += scores.score(state, option.ids[w]);
    state = scores.model().next(state, option.ids[w]);
  }
  return score;
}

// What the words that follow it score; something less than `least` where it is less.
float score_of(ScoreCache& scores, LmState state, const std::vector<WordId>& next, float least) {
  float score = 0;
  for (std::size_t i = 0; i < next.size() && score >= least; ++i) {
    score += scores.score(state, next[i]);
    if (i + 1 < next.size() && score >= least) state = scores.model().next(state, next[i]);
  }
  return score;
}

// Words of the choices behind `c`, in the same paragraph, as far as the model sees.
std::vector<WordId> words_after(const std::vector<Slot>& slots, const std::vector<Choice>& choices,
                                std::size_t c) {
  std::vector<WordId> out;
  for (std::size_t i = c + 1; i < choices.size() && out.size() < 3; ++i) {
    const Slot& slot = slots[choices[i].slot];
    if (slot.begins_paragraph) break;
    const Option& option = slot.options[choices[i].option];
    for (std::uint8_t w = 0; w < option.words && out.size() < 3; ++w) out.push_back(option.ids[w]);
  }
  return out;
}

float confidence_of(ScoreCache& scores, const std::vector<Slot>& slots,
                    const std::vector<Choice>& choices, std::size_t c, const LmState& state) {
  const Slot& slot = slots[choices[c].slot];
  if (slot.options.size() == 1) return 1;
  const Option& chosen = slot.options[choices[c].option];
  const std::vector<WordId> next = words_after(slots, choices, c);
  LmState behind = state;
  const float alone = score_alone(scores, behind, chosen);
  const float best = alone + score_of(scores, behind, next, -infinity);
  float others = 0;
  for (const Option& option : slot.options) {
    if (&option == &chosen || option.slots != chosen.slots) continue;
    if (-option.cost < alone - negligible) continue;
    behind = state;
    float score = score_alone(scores, behind, option);
    if (score < alone - negligible) continue;
    score += score_of(scores, behind, next, best - negligible - score);
    others += std::exp(std::min(20.f, score - best));
  }
  return 1 / (1 + others);
}

}  // namespace

std::vector<Choice> decode(ScoreCache& scores, const std::vector<Slot>& slots, LmState& state,
                           BeamLimits limits) {
  if (slots.empty()) return {};
  Beam beam(scores, slots, limits);
  const Hypothesis* h = &beam.run(state);
  state = h->state;
  std::vector<Choice> choices;
  std::vector<LmState> states;
  for (;;) {
    const Hypothesis& before = beam.before(*h);
    choices.push_back({h->begin, h->option, 1});
    states.push_back(slots[h->begin].begins_paragraph ? scores.model().begin_state()
                                                      : before.state);
    if (h->begin == 0) break;
    h = &before;
  }
  std::reverse(choices.begin(), choices.end());
  std::reverse(states.begin(), states.end());
  for (std::size_t c = 0; c < choices.size(); ++c)
    choices[c].confidence = confidence_of(scores, slots, choices, c, states[c]);
  return choices;
}

}  // namespace vanthu
