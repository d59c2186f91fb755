#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>

#include "core/error.h"
#include "normalize/train/confusions.h"
#include "normalize/train/corpus.h"
#include "normalize/train/ngrams.h"
#include "normalize/train/write_model.h"

namespace vanthu {
namespace {

struct LmOptions {
  std::array<std::vector<std::string>, 3> texts;  // of administration, law and general language
  std::array<double, 3> weights{0.35, 0.25, 0.4};
  std::string out;
  std::size_t ngrams = 3400000, least = 20;
};

// Every line of the files, followed by its twin with the units of towns.
void for_each_text(const std::vector<std::string>& files,
                   const std::function<void(std::string_view)>& use) {
  std::size_t number = 0;
  for (const std::string& file : files) {
    std::cerr << file << '\n';
    for_each_line(file, [&](std::string_view line) {
      use(line);
      const std::string twin = ++number % 3 == 0 ? urban_twin(line, number) : std::string();
      if (!twin.empty()) use(twin);
    });
  }
}

IdStream ids_of(const std::vector<std::string>& files, const Vocabulary& vocabulary) {
  IdStream ids;
  for_each_text(files, [&](std::string_view line) {
    ids.push_back(LanguageModel::sentence_begin());
    for (const Token& token : tokens_of(line)) ids.push_back(vocabulary.id(token.name));
    ids.push_back(LanguageModel::sentence_end());
  });
  return ids;
}

NgramModel part(const std::vector<std::string>& files, const Vocabulary& vocabulary) {
  const IdStream ids = ids_of(files, vocabulary);
  std::cerr << ids.size() << " tokens\n";
  return estimate(count_ngrams(ids), vocabulary.names().size());
}

// Lines in capitals and their first words say nothing about case.
CaseCounts cases_of(const LmOptions& options, const Vocabulary& vocabulary) {
  CaseCounts cases(vocabulary.names().size());
  for (const auto& files : options.texts)
    for_each_text(files, [&](std::string_view line) {
      const std::vector<Token> tokens = tokens_of(line);
      const auto upper = std::count_if(tokens.begin(), tokens.end(),
                                       [](const Token& t) { return t.as == Case::upper; });
      if (upper * 2 > static_cast<std::ptrdiff_t>(tokens.size())) return;
      for (std::size_t i = 1; i < tokens.size(); ++i)
        if (tokens[i].as)
          ++cases[vocabulary.id(tokens[i].name)][static_cast<std::size_t>(*tokens[i].as)];
    });
  return cases;
}

void train_lm(const LmOptions& options) {
  std::unordered_map<std::string, std::uint64_t> counts;
  for (const auto& files : options.texts)
    for_each_text(files, [&](std::string_view line) {
      for (const Token& token : tokens_of(line)) ++counts[token.name];
    });
  const Vocabulary vocabulary(counts, options.least);
  std::cerr << vocabulary.names().size() << " names\n";
  const CaseCounts cases = cases_of(options, vocabulary);
  NgramModel model = part(options.texts[0], vocabulary);
  double weight = options.weights[0];
  for (std::size_t i = 1; i < options.texts.size(); ++i) {
    const double all = weight + options.weights[i];
    model = interpolate(model, part(options.texts[i], vocabulary), weight / all);
    weight = all;
  }
  prune(model, options.ngrams);
  for (int order = 2; order <= max_order; ++order)
    std::cerr << model.orders[order - 1].keys.size() << " n-grams of order " << order << '\n';
  write_model(options.out, vocabulary.names(), cases, model);
}

struct ConfusionOptions {
  std::vector<std::string> garbled, ocr;
  std::string out;
  int rounds = 5;
  float least = 2;
};

ConfusionModel learn(const std::vector<std::string>& files, const ConfusionOptions& options) {
  std::vector<WordPair> pairs;
  for (const std::string& file : files)
    for (WordPair& pair : read_pairs(file)) pairs.push_back(std::move(pair));
  std::cerr << pairs.size() << " pairs\n";
  return learn_confusions(pairs, options.rounds);
}

void train_confusions(const ConfusionOptions& options) {
  std::string table = "channel\tprinted\tread\tcount\n";
  append_table(table, learn(options.garbled, options), "garbled", options.least);
  append_table(table, learn(options.ocr, options), "ocr", options.least);
  if (!(std::ofstream(options.out, std::ios::binary) << table).flush())
    throw Error(ErrorCode::not_writable, options.out, "the table cannot be written");
}

}  // namespace
}  // namespace vanthu

int main(int argc, char** argv) {
  CLI::App app("Estimates the models of the repair.");
  app.require_subcommand(1);
  vanthu::LmOptions lm;
  CLI::App* lm_command = app.add_subcommand("lm", "the language model, from texts");
  lm_command->add_option("--admin", lm.texts[0], "texts of administration")->required();
  lm_command->add_option("--legal", lm.texts[1], "texts of law")->required();
  lm_command->add_option("--general", lm.texts[2], "texts of general language")->required();
  lm_command->add_option("--out", lm.out, "model file to write")->required();
  lm_command->add_option("--weights", lm.weights, "shares of the three in the model");
  lm_command->add_option("--ngrams", lm.ngrams, "n-grams of orders 2 to 4 to keep");
  lm_command->add_option("--least", lm.least, "count that admits a token to the vocabulary");
  lm_command->callback([&] { vanthu::train_lm(lm); });
  vanthu::ConfusionOptions confusions;
  CLI::App* confusion_command =
      app.add_subcommand("confusions", "the confusion table, from pairs of words (make_pairs.py)");
  confusion_command->add_option("--garbled", confusions.garbled, "read without Vietnamese")
      ->required();
  confusion_command->add_option("--ocr", confusions.ocr, "read with Vietnamese")->required();
  confusion_command->add_option("--out", confusions.out, "table to write")->required();
  confusion_command->add_option("--rounds", confusions.rounds, "rounds of training");
  confusion_command->callback([&] { vanthu::train_confusions(confusions); });
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) ? 1 : 0;
  } catch (const vanthu::Error& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
}
