#include "normalize/train/confusions.h"

#include <cmath>
#include <cstdio>
#include <fstream>

#include "core/error.h"
#include "normalize/unicode.h"

namespace vanthu {

std::vector<WordPair> read_pairs(const std::string& file) {
  std::ifstream stream(file);
  if (!stream) throw Error(ErrorCode::not_readable, file, "cannot be opened");
  const ConfusionModel untrained;
  std::vector<WordPair> pairs;
  for (std::string line; std::getline(stream, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == line.npos) continue;
    WordPair pair{code_points(nfc(line.substr(0, tab))), code_points(nfc(line.substr(tab + 1)))};
    const float cost = untrained.align_cost(pair.printed, pair.read);
    if (cost < 6.5f * static_cast<float>(pair.printed.size())) pairs.push_back(std::move(pair));
  }
  return pairs;
}

ConfusionModel learn_confusions(const std::vector<WordPair>& pairs, int rounds) {
  ConfusionModel model;
  for (int round = 0; round < rounds; ++round) {
    ConfusionModel next;
    for (const WordPair& pair : pairs)
      for (const Edit& edit : model.align(pair.printed, pair.read)) next.add(edit, 1);
    model = std::move(next);
  }
  return model;
}

void append_table(std::string& table, const ConfusionModel& model, const std::string& channel,
                  float least) {
  for (const auto& [edit, count] : model.counts()) {
    if (count < least) continue;
    table += channel + '\t' + utf8(edit.printed) + '\t' + utf8(edit.read) + '\t' +
             std::to_string(std::lround(count)) + '\n';
  }
}

}  // namespace vanthu
