#include "ingest/train/measure.h"

#include <chrono>
#include <cmath>
#include <ostream>

#include "ingest/digit_views.h"
#include "ingest/train/compose.h"
#include "ingest/train/line_canvas.h"
#include "ingest/train/network_file.h"

namespace vanthu {
namespace {

constexpr int strings_each = 500, strange_lines = 1500;
constexpr double margin = 6;  // points beside a single digit

struct Answer {
  std::string truth;
  std::vector<DigitString> strings;
  bool right() const { return strings.at(0).digits == truth; }
};

Answer answer(const DigitNetwork& network, ComposedLine line) {
  const Box whole{0, 0, double(line.image.width), double(line.image.height)};
  return {std::move(line.digits), strings_at(network, line.image, whole, 5)};
}

double share_right(const std::vector<Answer>& answers) {
  double right = 0;
  for (const Answer& a : answers) right += a.right();
  return right / static_cast<double>(answers.size());
}

ComposedLine alone(const Glyph& glyph, Random& random) {
  LineCanvas canvas(2 * margin + 10, 3.3);
  canvas.write(glyph, {.height = 13, .wave = 0}, margin, 18, 0, random);
  return {std::to_string(glyph.digit), canvas.scanned(0.5, random)};
}

void print_curve(const std::vector<Answer>& answers, std::ostream& out) {
  out << "least probability: right, wrong, left out\n";
  for (const double least : {0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99}) {
    double right = 0, wrong = 0;
    for (const Answer& a : answers)
      if (a.strings[0].probability >= least) (a.right() ? right : wrong) += 1;
    const double all = static_cast<double>(answers.size());
    out << least << ": " << right / all << ", " << wrong / all << ", "
        << (all - right - wrong) / all << '\n';
  }
}

// Makes probabilities p that are stated too surely (temperature > 1) p^(1 / temperature), brought
// back to a sum of one together with that of all other strings.
void temper(std::vector<DigitString>& strings, double temperature) {
  double rest = 1, sum = 0;
  for (DigitString& string : strings) {
    rest -= string.probability;
    string.probability = std::pow(string.probability, 1 / temperature);
    sum += string.probability;
  }
  sum += std::pow(std::max(rest, 0.0), 1 / temperature);
  for (DigitString& string : strings) string.probability /= std::max(sum, 1e-30);
}

// How likely the truth was held where probabilities were tempered: best at 1 where they are honest.
void print_temperatures(const std::vector<Answer>& answers, std::ostream& out) {
  out << "temperature: mean logarithm of the truth's probability\n";
  for (const double temperature : {0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5}) {
    double sum = 0;
    for (Answer a : answers) {
      temper(a.strings, temperature);
      double held = 1e-4;
      for (const DigitString& string : a.strings)
        if (string.digits == a.truth) held += string.probability;
      sum += std::log(held);
    }
    out << temperature << ": " << sum / static_cast<double>(answers.size()) << '\n';
  }
}

}  // namespace

void print_measures(const std::filesystem::path& path, const std::filesystem::path& digits,
                    const std::filesystem::path& fonts,
                    const std::vector<std::filesystem::path>& pages, std::uint64_t seed,
                    std::ostream& out) {
  const DigitNetwork network = read_network(path);
  const GlyphSets glyphs = read_glyphs(digits, fonts);
  const PrintedWords words = read_printed_words(pages);
  const Composer composer(glyphs.held_out, words);
  Random random(seed + 1000);
  std::vector<Answer> single, all;
  for (const Glyph& glyph : glyphs.held_out.mixed)
    single.push_back(answer(network, alone(glyph, random)));
  out << "single digits (" << single.size() << "): " << share_right(single) << '\n';
  for (std::size_t n = 0; n <= 5; ++n) {
    std::vector<Answer> strings;
    for (int i = 0; i < strings_each; ++i)
      strings.push_back(answer(network, composer.line_of(n, random)));
    out << "strings of " << n << " digits: " << share_right(strings) << '\n';
    if (n > 0) all.insert(all.end(), strings.begin(), strings.end());
  }
  print_curve(all, out);
  std::vector<Answer> strange;
  for (int i = 0; i < strange_lines; ++i)
    strange.push_back(answer(network, composer.strange_line(random)));
  out << "strange lines: " << share_right(strange) << '\n';
  print_curve(strange, out);
  print_temperatures(strange, out);
  const ComposedLine line = composer.line_of(3, random);
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < 50; ++i) answer(network, line);
  const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
  out << "time of a line in all views: " << time.count() / 50 << " ms\n";
}

}  // namespace vanthu
