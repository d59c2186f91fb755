#include <CLI/CLI.hpp>
#include <iostream>

#include "core/error.h"
#include "ingest/digit_reader.h"
#include "ingest/pix.h"
#include "ingest/train/compose.h"
#include "ingest/train/digit_training.h"
#include "ingest/train/measure.h"
#include "ingest/train/network_file.h"

namespace vanthu {
namespace {

struct Options {
  std::filesystem::path digits, fonts, out, network;
  std::vector<std::filesystem::path> pages;
  int lines = 560000, batch = 16, show = 0;
  double rate = 2e-3;
  std::uint64_t seed = 1;
};

// The rate rises over the first lines and falls along a half cosine to the end.
double rate_at(const Options& options, int line) {
  const double share = static_cast<double>(line) / options.lines;
  return options.rate * std::min(1.0, share * 50) *
         (0.51 + 0.49 * std::cos(std::numbers::pi * share));
}

void train(const Options& options) {
  const GlyphSets glyphs = read_glyphs(options.digits, options.fonts);
  const PrintedWords words = read_printed_words(options.pages);
  const Composer composer(glyphs.training, words);
  DigitTraining training = options.network.empty() ? DigitTraining(options.seed)
                                                   : DigitTraining(read_network(options.network));
  Random random(options.seed + 1);
  double loss = 0;
  for (int i = 1; i <= options.lines; ++i) {
    const ComposedLine line = composer.line(random);
    const Box whole{0, 0, double(line.image.width), double(line.image.height)};
    loss += training.add(ink_of(line.image, whole), line.digits);
    if (i % options.batch == 0) training.step(rate_at(options, i));
    if (i % 2000 != 0) continue;
    std::cerr << i << " lines, loss " << loss / 2000 << '\n';
    loss = 0;
    if (i % 10000 == 0) write_network(options.out, training.network());
  }
  write_network(options.out, training.network());
}

void show(const Options& options) {
  const GlyphSets glyphs = read_glyphs(options.digits, options.fonts);
  const PrintedWords words = read_printed_words(options.pages);
  const Composer composer(glyphs.training, words);
  Random random(options.seed);
  for (int i = 0; i < options.show; ++i) {
    const ComposedLine line = composer.line(random);
    const auto path = options.out / (std::to_string(i) + "-" + line.digits + ".png");
    pixWritePng(path.c_str(), to_pix(line.image).get(), 0);
  }
}

}  // namespace
}  // namespace vanthu

int main(int argc, char** argv) {
  CLI::App app("Trains and measures the network that reads handwritten digits.");
  app.require_subcommand(1);
  vanthu::Options options;
  const auto add = [&](const char* name, const char* what, auto run) {
    CLI::App* command = app.add_subcommand(name, what);
    command->add_option("--digits", options.digits, "folder of the sets of digits")->required();
    command->add_option("--fonts", options.fonts, "folder of fonts that imitate handwriting")
        ->required();
    command->add_option("--pages", options.pages, "PDFs with a text layer, for print beside digits")
        ->required();
    command->add_option("--seed", options.seed, "of all that is random");
    command->callback([&options, run] { run(options); });
    return command;
  };
  CLI::App* train = add("train", "from the sets to a network file", vanthu::train);
  train->add_option("--out", options.out, "network file to write")->required();
  train->add_option("--from", options.network, "network file to go on from; none: start anew");
  train->add_option("--lines", options.lines, "lines to learn from");
  train->add_option("--rate", options.rate, "greatest step");
  CLI::App* show = add("show", "composed lines as PNG files", vanthu::show);
  show->add_option("--out", options.out, "folder to write to")->required();
  show->add_option("--count", options.show, "how many lines");
  CLI::App* measure = add("measure", "on digits that were not trained on", [](const auto& o) {
    vanthu::print_measures(o.network, o.digits, o.fonts, o.pages, o.seed, std::cout);
  });
  measure->add_option("--network", options.network, "network file")->required();
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) ? 1 : 0;
  } catch (const vanthu::Error& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}
