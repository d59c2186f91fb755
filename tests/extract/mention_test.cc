#include "extract/number.h"
#include "tests/extract/corpus.h"

namespace vanthu {
namespace {

// "273/QĐ-BNV; Quyết định; 2024-04-10; Bộ trưởng Bộ Nội vụ", several parted by " / ".
std::string mentions_of(const std::string& text) {
  std::string found;
  for (const auto& match : find_mentions(text)) {
    const Mention& mention = match.value;
    if (!found.empty()) found += " / ";
    found += mention.number.text + "; " + mention.kind.value_or("-") + "; " +
             mention.issued_on.value_or("-") + "; " + mention.issuer.value_or("-");
  }
  return found;
}

TEST(Mention, ReadsWhatStandsBesideTheNumber) {
  expect_corpus("mention.tsv", [](const CorpusRow& row) { return mentions_of(row[0]); });
}

TEST(Mention, NeedsANumber) {
  expect_nothing("mention.negative.tsv", [](const CorpusRow& row) { return mentions_of(row[0]); });
}

TEST(Mention, SpanReachesOverDateAndIssuer) {
  const std::string text =
      "theo Quyết định số 15/QĐ-UBND ngày 05/01/2024 của UBND tỉnh về chuyển đổi";
  const auto found = find_mentions(text);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(text.substr(found[0].span.begin, found[0].span.size()),
            "15/QĐ-UBND ngày 05/01/2024 của UBND tỉnh");
}

}  // namespace
}  // namespace vanthu
