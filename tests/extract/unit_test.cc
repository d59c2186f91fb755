#include "extract/unit.h"

#include "tests/extract/corpus.h"

namespace vanthu {
namespace {

std::string listed(const std::vector<Match<std::string>>& units) {
  std::string text;
  for (const auto& unit : units) text += (text.empty() ? "" : " | ") + unit.value;
  return text;
}

TEST(Unit, SplitsLists) {
  expect_corpus("unit_list.tsv", [](const CorpusRow& row) { return listed(split_units(row[0])); });
}

TEST(Unit, SplitKeepsPlaces) {
  const std::string text = "Văn phòng UBND, Trung tâm CNTT";
  for (const auto& unit : split_units(text))
    EXPECT_EQ(text.substr(unit.span.begin, unit.span.size()), unit.value);
}

TEST(Unit, LeadsOfTasks) {
  expect_corpus("unit_lead.tsv",
                [](const CorpusRow& row) { return listed(leading_units(row[0])); });
}

TEST(Unit, NoLeadWhereNoUnitOpens) {
  expect_nothing("unit_lead.negative.tsv",
                 [](const CorpusRow& row) { return listed(leading_units(row[0])); });
}

TEST(Unit, SupportAfterPhoiHop) {
  expect_corpus("unit_support.tsv",
                [](const CorpusRow& row) { return listed(support_units(row[0])); });
}

TEST(Unit, NoSupportElsewhere) {
  expect_nothing("unit_support.negative.tsv",
                 [](const CorpusRow& row) { return listed(support_units(row[0])); });
}

TEST(Unit, CanonicalNames) {
  expect_corpus("unit_canonical.tsv",
                [](const CorpusRow& row) { return canonical_unit(row[0], UnitScope{row[1]}); });
}

TEST(Unit, CanonicalNamesStayTheSame) {
  for (const CorpusRow& row : corpus("unit_canonical.tsv"))
    EXPECT_EQ(canonical_unit(row[2], UnitScope{row[1]}), row[2]);
}

TEST(Unit, NormalCase) {
  expect_corpus("unit_case.tsv", [](const CorpusRow& row) { return normal_case(row[0]); });
}

TEST(Unit, NormalCaseLeavesMixedCaseAlone) {
  for (const CorpusRow& row : corpus("unit_case.tsv")) EXPECT_EQ(normal_case(row[1]), row[1]);
}

TEST(Unit, HeadingsThatAreUnits) {
  expect_corpus("unit_heading.tsv", [](const CorpusRow& row) {
    return std::string(is_unit_list(row[0]) ? "yes" : "no");
  });
}

TEST(Unit, ExpandsAbbreviationsAndKeepsTheArea) {
  EXPECT_EQ(expand_unit("UBND phường"), "Ủy ban nhân dân phường");
  EXPECT_EQ(expand_unit("Uỷ ban nhân dân Quận 1"), "Ủy ban nhân dân Quận 1");
  EXPECT_EQ(expand_unit("HĐND và UBND TP. Đà Lạt"),
            "Hội đồng nhân dân và Ủy ban nhân dân Thành phố Đà Lạt");
  EXPECT_EQ(expand_unit("ỦY BAN NHÂN DÂN QUẬN 1"), "Ủy ban nhân dân Quận 1");
}

}  // namespace
}  // namespace vanthu
