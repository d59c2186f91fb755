#include "normalize/channel.h"

#include <algorithm>
#include <cmath>

#include "core/syllable.h"
#include "normalize/unicode.h"

namespace vanthu {
namespace {

constexpr std::size_t channel_count = 5;
constexpr double change = 9;  // cost of another channel on the next line, in nats

// p(look | channel) in 1/1000, rows by Channel, columns by Look; from typeset and recognised pages,
// the foreign row from English text.
constexpr double looks[channel_count][6] = {{845, 122, 1, 22, 3, 6},
                                            {10, 250, 180, 520, 10, 30},
                                            {820, 125, 3, 28, 15, 9},
                                            {3, 618, 340, 30, 2, 7},
                                            {90, 450, 170, 120, 120, 50}};
// ln p(channel) of a line before its words are seen, given where they come from.
constexpr double prior[channel_count] = {0, -1, -3, -2, -1};
constexpr double prior_recognised[channel_count] = {-4, -2, 0, -6, -5};

double fit(const LookCounts& line, std::size_t channel) {
  double sum = 0;
  for (std::size_t look = 0; look < 6; ++look)
    sum += line[look] * std::log(looks[channel][look] / 1000);
  return sum;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > 0; });
}

bool is_letters(std::string_view text) {  // beyond ASCII all but signs are taken for letters
  for (char32_t c : code_points(text)) {
    const bool sign = c < 0x80 ? !((c | 32) >= U'a' && (c | 32) <= U'z') : c < 0xC0 || c >= 0x2000;
    if (sign) return false;
  }
  return true;
}

bool is_digits(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return c < 0 || ((c | 32) >= 'a' && (c | 32) <= 'z'); });
}

}  // namespace

Look look_of(std::string_view piece, const LanguageModel& model, const Lexicon& lexicon) {
  if (is_digits(piece)) return Look::none;
  if (!is_letters(piece)) return Look::mixed;
  const std::string lower = place_tone(lower_case(piece));
  const bool known = model.id(lower) != LanguageModel::unknown();
  if (!is_ascii(piece)) return known || possible_syllable(lower) ? Look::marked : Look::odd;
  if (possible_syllable(lower) && known) return Look::plain;
  const auto& words = lexicon.with_skeleton(lower);
  const bool marks_fit = std::any_of(words.begin(), words.end(), [&](WordId id) {
    return !lexicon.is_added(id) && model.name(id) != lower && model.unigram(id) > -13;
  });
  return marks_fit ? Look::bare : Look::other;
}

std::vector<Channel> channels_of(const std::vector<LookCounts>& lines,
                                 const std::vector<bool>& recognised) {
  std::vector<std::array<double, channel_count>> best(lines.size());
  std::vector<std::array<std::size_t, channel_count>> from(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (std::size_t c = 0; c < channel_count; ++c) {
      const double here = fit(lines[i], c);
      if (i == 0 || recognised[i] != recognised[i - 1]) {
        const double before =
            i == 0 ? 0 : *std::max_element(best[i - 1].begin(), best[i - 1].end());
        from[i][c] = i == 0 ? c
                            : static_cast<std::size_t>(
                                  std::max_element(best[i - 1].begin(), best[i - 1].end()) -
                                  best[i - 1].begin());
        best[i][c] = here + before + (recognised[i] ? prior_recognised[c] : prior[c]);
        continue;
      }
      from[i][c] = c;
      double before = best[i - 1][c];
      for (std::size_t b = 0; b < channel_count; ++b)
        if (best[i - 1][b] - change > before) {
          before = best[i - 1][b] - change;
          from[i][c] = b;
        }
      best[i][c] = here + before;
    }
  std::vector<Channel> out(lines.size());
  if (lines.empty()) return out;
  std::size_t c = static_cast<std::size_t>(
      std::max_element(best.back().begin(), best.back().end()) - best.back().begin());
  for (std::size_t i = lines.size(); i-- > 0; c = from[i][c]) {
    out[i] = static_cast<Channel>(c);
    if (recognised[i] && out[i] == Channel::good)
      out[i] = Channel::ocr;  // never quite without errors
  }
  return out;
}

}  // namespace vanthu
