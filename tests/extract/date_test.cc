#include "extract/date.h"

#include "extract/date_rules.h"
#include "tests/extract/corpus.h"

namespace vanthu {
namespace {

std::string dates_of(const std::string& text) {
  std::string found;
  for (const auto& match : find_dates(text)) {
    if (!found.empty()) found += " ";
    found += iso(match.value);
  }
  return found;
}

TEST(Date, ReadsEachPhraseWhole) {
  expect_corpus("date.tsv", [](const CorpusRow& row) {
    const auto found = find_dates(row[0]);
    if (found.size() == 1 && found[0].span != Span{0, row[0].size()}) return std::string("a part");
    return dates_of(row[0]);
  });
}

TEST(Date, FindsNothingInOtherFigures) {
  expect_nothing("date.negative.tsv", [](const CorpusRow& row) { return dates_of(row[0]); });
}

TEST(Date, FindsAllInOrder) {
  EXPECT_EQ(dates_of("từ 01/6/2024 đến 30/6/2024, ngày 05 tháng 7 năm 2024"),
            "2024-06-01 2024-06-30 2024-07-05");
}

TEST(Date, SpanCoversTheBytesOfThePhrase) {
  const std::string text = "Hà Nội, ngày 03 tháng 4 năm 2025";
  const auto found = find_dates(text);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(text.substr(found[0].span.begin, found[0].span.size()), "ngày 03 tháng 4 năm 2025");
  EXPECT_EQ(found[0].rule, "date in words");
}

TEST(Date, RulesCompileAndReadTheirPhrases) {
  const auto& grammar = date_grammar();
  for (std::size_t i = 0; i < grammar.rules().size(); ++i) {
    const auto& rule = grammar.rules()[i];
    EXPECT_EQ(grammar.error(i), "") << rule.name;
    EXPECT_FALSE(find_dates(rule.phrase).empty()) << rule.name;
  }
}

TEST(Date, KnowsTheCalendar) {
  EXPECT_EQ(days_in_month(2024, 2), 29);
  EXPECT_EQ(days_in_month(2023, 2), 28);
  EXPECT_EQ(days_in_month(2000, 2), 29);
  EXPECT_EQ(days_in_month(1900, 2), 28);
  EXPECT_TRUE(exists({2024, 2, 29}));
  EXPECT_FALSE(exists({2023, 2, 29}));
  EXPECT_FALSE(exists({2024, 13, 1}));
  EXPECT_FALSE(exists({0, 1, 1}));
}

TEST(Date, IsoBothWays) {
  EXPECT_EQ(iso({2024, 3, 5}), "2024-03-05");
  EXPECT_EQ(parse_iso("2024-03-05"), (Date{2024, 3, 5}));
  EXPECT_FALSE(parse_iso("2024-02-30"));
  EXPECT_FALSE(parse_iso("2024-3-5"));
  EXPECT_FALSE(parse_iso(""));
}

}  // namespace
}  // namespace vanthu
