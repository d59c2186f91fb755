#include "extract/vocabulary.h"

#include <gmock/gmock.h>

#include <fstream>

#include "core/error.h"
#include "extract/rules.h"

namespace vanthu {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class VocabularyTest : public testing::Test {
 protected:
  VocabularyTest() {
    folder = fs::path(testing::TempDir()) /
             testing::UnitTest::GetInstance()->current_test_info()->name();
    fs::remove_all(folder);
    fs::create_directories(folder);
  }
  ~VocabularyTest() override { fs::remove_all(folder); }

  // What reading a folder of this one file complains of; empty where it does not.
  std::string fault(const std::string& name, const std::string& text) {
    std::ofstream(folder / name) << text;
    try {
      read_grammar(folder);
    } catch (const Error& error) {
      EXPECT_EQ(error.code, ErrorCode::bad_grammar);
      EXPECT_THAT(error.file, HasSubstr(name));
      return error.detail;
    }
    return {};
  }

  fs::path folder;
};

TEST_F(VocabularyTest, ReadsTables) {
  std::ofstream(folder / "heads.tsv") << "# ours\nhead\tkind\tdrops_area\nTổ dân vận\tbody\n";
  const UserGrammar grammar = read_grammar(folder);
  const auto& rows = grammar.tables.at("heads.tsv");
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_THAT(rows[0], testing::ElementsAre("Tổ dân vận", "body", ""));
}

TEST_F(VocabularyTest, TellsWhatIsWrongAndWhere) {
  EXPECT_THAT(fault("units.tsv", "name\n"), HasSubstr("no table of that name"));
}
TEST_F(VocabularyTest, NamesTheColumnsOfABadHeader) {
  EXPECT_THAT(fault("heads.tsv", "head\nTổ\n"), HasSubstr("line 1: the first line must name"));
}
TEST_F(VocabularyTest, NamesTheKindsOfHeads) {
  EXPECT_THAT(fault("heads.tsv", "head\tkind\tdrops_area\nTổ\tbodi\t\n"),
              HasSubstr("line 2: 'bodi' is no kind; it is one of body|whole|official|person"));
}
TEST_F(VocabularyTest, RefusesABadPattern) {
  EXPECT_THAT(fault("deadlines.tsv", "pattern\tmeans\ntrước (kỳ họp\tquý II\n"),
              HasSubstr("line 2: the pattern is no regular expression"));
}
TEST_F(VocabularyTest, RefusesAPatternThatMatchesNothing) {
  EXPECT_THAT(fault("deadlines.tsv", "pattern\tmeans\n(?:kỳ họp)?\tquý II\n"),
              HasSubstr("matches nothing"));
}
TEST_F(VocabularyTest, RefusesAMeaningThatIsNoDeadline) {
  EXPECT_THAT(fault("deadlines.tsv", "pattern\tmeans\ntrước kỳ họp\tsớm thôi\n"),
              HasSubstr("line 2: 'sớm thôi' is no deadline"));
}
TEST_F(VocabularyTest, RefusesAGroupThatThePatternHasNot) {
  EXPECT_THAT(fault("deadlines.tsv", "pattern\tmeans\ntrước kỳ họp\tquý \\1\n"),
              HasSubstr("the meaning"));
}
TEST_F(VocabularyTest, RefusesWhatIsNotUtf8) {
  EXPECT_THAT(fault("agencies.tsv", "name\nC\xf4ng an\n"), HasSubstr("line 2: not UTF-8"));
}
TEST_F(VocabularyTest, RefusesTooManyCells) {
  EXPECT_THAT(fault("agencies.tsv", "name\nSở Du lịch\tx\n"), HasSubstr("line 2: 2 cells"));
}
TEST_F(VocabularyTest, AFolderMustHaveATable) {
  EXPECT_THROW(read_grammar(folder), Error);
  EXPECT_THROW(read_grammar(folder / "none"), Error);
}

TEST(Rules, HaveFieldsNamesAndPhrases) {
  EXPECT_GT(all_rules().size(), 100u);
  for (const RuleDescription& rule : all_rules()) {
    EXPECT_FALSE(rule.field.empty());
    EXPECT_FALSE(rule.name.empty());
    EXPECT_FALSE(rule.phrase.empty()) << rule.name;
  }
}

}  // namespace
}  // namespace vanthu
