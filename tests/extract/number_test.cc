#include "extract/number.h"

#include "extract/number_rules.h"
#include "tests/extract/corpus.h"

namespace vanthu {
namespace {

std::string numbers_of(const std::string& text) {
  std::string found;
  for (const auto& match : find_numbers(text)) {
    if (!found.empty()) found += " ";
    found += match.value.text;
  }
  return found;
}

TEST(Number, ReadsEachPhraseWhole) {
  expect_corpus("number.tsv", [](const CorpusRow& row) {
    const auto found = find_numbers(row[0]);
    if (found.size() == 1 && found[0].span != Span{0, row[0].size()}) return std::string("a part");
    return numbers_of(row[0]);
  });
}

TEST(Number, FindsNothingInOtherFigures) {
  expect_nothing("number.negative.tsv", [](const CorpusRow& row) { return numbers_of(row[0]); });
}

TEST(Number, PartsOfANumber) {
  const auto state = find_numbers("Nghị định số 120/2020/ND-CP");
  ASSERT_EQ(state.size(), 1u);
  EXPECT_EQ(state[0].value, (Number{"120/2020/NĐ-CP", "120", 2020, "NĐ-CP"}));
  const auto party = find_numbers("Chương trình số 05-CTr/QU");
  ASSERT_EQ(party.size(), 1u);
  EXPECT_EQ(party[0].value, (Number{"05-CTr/QU", "05", std::nullopt, "CTr/QU"}));
}

TEST(Number, SymbolEndsBeforeADashWithSpacesAndAName) {
  EXPECT_EQ(numbers_of("Quyết định số 15/QĐ-UBND - Phòng Nội vụ"), "15/QĐ-UBND");
}

TEST(Number, OneGroupOnlyAfterItsAnnouncement) {
  EXPECT_EQ(numbers_of("Công văn số 124/STP"), "124/STP");
  EXPECT_EQ(numbers_of("chỉ tiêu 124/STP"), "");
}

TEST(Number, Letterhead) {
  expect_corpus("letterhead_number.tsv", [](const CorpusRow& row) {
    const auto found = letterhead_number(row[0]);
    return found ? found->value.text + " " + found->value.serial.value_or("-") : std::string();
  });
  EXPECT_FALSE(letterhead_number("Độc lập - Tự do - Hạnh phúc"));
  EXPECT_FALSE(letterhead_number("Quận 1, ngày 03 tháng 4 năm 2025"));
}

TEST(Number, KindOfTitle) {
  expect_corpus("kind.tsv", [](const CorpusRow& row) {
    const auto kind = kind_of_title(row[0]);
    return kind ? kind->code + " " + kind->name : std::string();
  });
}

TEST(Number, KindOfSymbol) {
  expect_corpus("symbol.tsv", [](const CorpusRow& row) {
    const auto kind = kind_of_symbol(row[0]);
    return kind ? kind->code : std::string();
  });
}

TEST(Number, RulesCompileAndReadTheirPhrases) {
  const auto& grammar = number_grammar();
  for (std::size_t i = 0; i < grammar.rules().size(); ++i) {
    const auto& rule = grammar.rules()[i];
    EXPECT_EQ(grammar.error(i), "") << rule.name;
    EXPECT_FALSE(find_numbers(rule.phrase).empty()) << rule.name;
  }
}

}  // namespace
}  // namespace vanthu
