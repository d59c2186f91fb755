#include "ingest/train/measure.h"

#include <chrono>
#include <ostream>

#include "ingest/train/compose.h"
#include "ingest/train/line_canvas.h"
#include "ingest/train/network_file.h"

namespace vanthu {
namespace {

constexpr int strings_each = 500;
constexpr double margin = 6;  // points beside a single digit

struct Answer {
  std::string truth;
  DigitString best;
  bool right() const { return best.digits == truth; }
};

Answer answer(const DigitNetwork& network, const PageImage& image, std::string truth) {
  const Box whole{0, 0, double(image.width), double(image.height)};
  return {std::move(truth), likely_strings(network.read(ink_of(image, whole)), 5, 1).at(0)};
}

double share_right(const std::vector<Answer>& answers) {
  double right = 0;
  for (const Answer& a : answers) right += a.right();
  return right / static_cast<double>(answers.size());
}

PageImage alone(const Glyph& glyph, Random& random) {
  LineCanvas canvas(2 * margin + 10, 3.3);
  canvas.write(glyph, {.height = 13, .wave = 0}, margin, 18, 0, random);
  return canvas.scanned(0.5, random);
}

void print_curve(const std::vector<Answer>& answers, std::ostream& out) {
  out << "least probability: right, wrong, left out\n";
  for (const double least : {0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99}) {
    double right = 0, wrong = 0;
    for (const Answer& a : answers)
      if (a.best.probability >= least) (a.right() ? right : wrong) += 1;
    const double all = static_cast<double>(answers.size());
    out << least << ": " << right / all << ", " << wrong / all << ", "
        << (all - right - wrong) / all << '\n';
  }
}

}  // namespace

void print_measures(const std::filesystem::path& path, const std::filesystem::path& digits,
                    const std::vector<std::filesystem::path>& pages, std::uint64_t seed,
                    std::ostream& out) {
  const DigitNetwork network = read_network(path);
  const GlyphSets glyphs = read_glyphs(digits);
  const PrintedWords words = read_printed_words(pages);
  const Composer composer(glyphs.held_out, words);
  Random random(seed + 1000);
  std::vector<Answer> single, all;
  for (const Glyph& glyph : glyphs.held_out)
    single.push_back(answer(network, alone(glyph, random), std::to_string(glyph.digit)));
  out << "single digits (" << single.size() << "): " << share_right(single) << '\n';
  for (std::size_t n = 0; n <= 5; ++n) {
    std::vector<Answer> strings;
    for (int i = 0; i < strings_each; ++i) {
      ComposedLine line = composer.line_of(n, random);
      strings.push_back(answer(network, line.image, std::move(line.digits)));
    }
    out << "strings of " << n << " digits: " << share_right(strings) << '\n';
    if (n > 0) all.insert(all.end(), strings.begin(), strings.end());
  }
  print_curve(all, out);
  const ComposedLine line = composer.line_of(3, random);
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < 50; ++i) answer(network, line.image, line.digits);
  const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
  out << "time of a line: " << time.count() / 50 << " ms\n";
}

}  // namespace vanthu
