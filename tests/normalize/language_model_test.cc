#include "normalize/language_model.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <limits>

#include "core/error.h"

namespace vanthu {
namespace {

const std::string toy = "tests/normalize/toy/toy.lm";

LmState after(const LanguageModel& model, std::initializer_list<const char*> words) {
  LmState state = model.begin_state();
  for (const char* word : words) state = model.next(state, model.id(word));
  return state;
}

TEST(LanguageModel, ScoresTheToyModel) {
  const LanguageModel model(toy);
  EXPECT_EQ(model.size(), 26u);
  EXPECT_NEAR(model.unigram(model.id("ủy")), -3.213, 0.001);
  EXPECT_NEAR(model.score(after(model, {}), model.id("ủy")), -1.143, 0.001);
  EXPECT_NEAR(model.score(after(model, {"ủy"}), model.id("ban")), 0, 0.001);
  EXPECT_NEAR(model.score(after(model, {"ủy", "ban", "nhân", "dân"}), model.id("quận")), -1.643,
              0.001);
  EXPECT_NEAR(model.case_score(model.id("vụ"), Case::lower), -0.071, 0.001);
}

TEST(LanguageModel, ProbabilitiesSumToOne) {
  const LanguageModel model(toy);
  for (const auto& words : {std::initializer_list<const char*>{"nhân", "dân"},
                            std::initializer_list<const char*>{"ban"},
                            std::initializer_list<const char*>{"kế", "hoạch"}}) {
    double sum = 0;
    for (std::size_t id = 0; id < model.size(); ++id)
      sum += std::exp(model.score(after(model, words), static_cast<WordId>(id)));
    EXPECT_NEAR(sum, 1, 0.03);  // probabilities are stored in steps of 7 %
  }
}

TEST(LanguageModel, NamesLeadToIdsAndBack) {
  const LanguageModel model(toy);
  for (std::size_t id = 0; id < model.size(); ++id)
    EXPECT_EQ(model.id(model.name(static_cast<WordId>(id))), id);
  EXPECT_EQ(model.id("không-có"), LanguageModel::unknown());
}

TEST(LanguageModel, StatesForgetWhatNoNgramNeeds) {
  const LanguageModel model(toy);
  const LmState state = after(model, {"ủy", "ban", "nhân", "dân", "quận", "họp"});
  EXPECT_LE(state.length, 2);
  EXPECT_EQ(state.words[0], model.id("họp"));
}

TEST(LanguageModel, RejectsWeightsThatAreNoNumbers) {
  std::ifstream in(toy, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  std::uint32_t names = 0;
  std::memcpy(&names, bytes.data() + 16, sizeof names);
  for (const float bad : {std::nanf(""), std::numeric_limits<float>::infinity(), -3e30F}) {
    std::memcpy(bytes.data() + 20 + (names + 3) / 4 * 4, &bad, sizeof bad);
    const std::string file = testing::TempDir() + "bad.lm";
    std::ofstream(file, std::ios::binary) << bytes;
    EXPECT_THROW(LanguageModel{file}, Error) << bad;
  }
}

TEST(LanguageModel, RejectsDamagedFiles) {
  EXPECT_THROW(LanguageModel("no/such/file.lm"), Error);
  std::ifstream in(toy, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const std::string cut = testing::TempDir() + "cut.lm";
  for (std::size_t length :
       {std::size_t{0}, std::size_t{11}, std::size_t{100}, bytes.size() / 2, bytes.size() - 5}) {
    std::ofstream(cut, std::ios::binary) << bytes.substr(0, length);
    EXPECT_THROW(LanguageModel{cut}, Error) << length;
  }
  std::ofstream(cut, std::ios::binary) << "not-a-model" << bytes.substr(11);
  EXPECT_THROW(LanguageModel{cut}, Error);
}

}  // namespace
}  // namespace vanthu
