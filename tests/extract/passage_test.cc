#include "extract/passage.h"

#include <gtest/gtest.h>

#include "tests/extract/plain_document.h"

namespace vanthu {
namespace {

class PassageTest : public testing::Test {
 protected:
  PassageTest() : document_(plain_document("Sở Y tế báo cáo\ntrước ngày 05/6.\n")) {
    passage_.append(document_.text, 0, {0, 7});
  }

  PlainDocument document_;
  Passage passage_;
};

TEST_F(PassageTest, JoinsWordsOfSeveralLines) {
  EXPECT_EQ(passage_.text, "Sở Y tế báo cáo trước ngày");
  EXPECT_EQ(passage_.word_text(6), "ngày");
}

TEST_F(PassageTest, LeadsFromBytesBackToWords) {
  const std::size_t begin = passage_.text.find("cáo");
  const auto words = passage_.words_in({begin, begin + 1});
  ASSERT_EQ(words.size(), 1u);
  EXPECT_EQ(words[0], (WordRef{0, 4}));
}

TEST_F(PassageTest, PartKeepsWholeWords) {
  const std::size_t begin = passage_.text.find("áo cáo");
  EXPECT_EQ(passage_.part({begin, begin + 8}).text, "báo cáo");
}

TEST_F(PassageTest, PrefixMayCutAWord) {
  Passage stuck;
  stuck.append({0, 0}, "-BCĐ");
  stuck.append({0, 1}, "huyện");
  EXPECT_EQ(stuck.without_prefix(1).text, "BCĐ huyện");
  EXPECT_EQ(stuck.without_prefix(1).words.size(), 2u);
}

TEST_F(PassageTest, PartsOfAPassageMakeItAgain) {
  for (std::size_t at = 0; at <= passage_.text.size(); ++at) {
    Passage again = passage_.part({0, at});
    const std::size_t kept = again.text.size();
    again.append(passage_.without_prefix(kept));
    EXPECT_EQ(again, passage_) << at;
  }
  EXPECT_TRUE(passage_.without_prefix(passage_.text.size()).empty());
  EXPECT_EQ(passage_.without_prefix(0), passage_);
}

TEST_F(PassageTest, JoinedPassagesLeadBackToTheirWords) {
  Passage both = passage_.part({0, passage_.word_span(1).end});
  both.append(passage_.part(passage_.word_span(6)));
  EXPECT_EQ(both.text, "Sở Y ngày");
  EXPECT_EQ(both.word_text(2), "ngày");
  EXPECT_EQ(both.words, (std::vector<WordRef>{{0, 0}, {0, 1}, {0, 6}}));
}

TEST_F(PassageTest, EvidenceNamesLinesAndWordsAsRead) {
  document_.scan.pages[0].words[1].text = "V";
  document_.text.pages[0].words[1].confidence = 0.5;
  const Evidence evidence = evidence_of(document_.scan, document_.text, passage_, "a rule");
  EXPECT_EQ(evidence.read_as, "Sở V tế báo cáo trước ngày");
  EXPECT_EQ(evidence.text, passage_.text);
  EXPECT_EQ(evidence.line_start, 1);
  EXPECT_EQ(evidence.line_end, 2);
  EXPECT_DOUBLE_EQ(evidence.confidence, 0.5);
  EXPECT_EQ(evidence.rule, "a rule");
}

TEST_F(PassageTest, EvidenceBoxIsAroundTheWords) {
  document_.scan.pages[0].words[0].box = Box{10, 20, 30, 32};
  document_.scan.pages[0].words[1].box = Box{34, 21, 40, 33};
  const Evidence evidence =
      evidence_of(document_.scan, document_.text, passage_, {0, passage_.word_span(1).end}, "");
  EXPECT_EQ(evidence.box, (Box{10, 20, 40, 33}));
}

}  // namespace
}  // namespace vanthu
