#include <gtest/gtest.h>

#include <random>

#include "extract/deadline.h"
#include "extract/number.h"
#include "extract/unit.h"
#include "tests/extract/corpus.h"

namespace vanthu {
namespace {

// Spans must lie in the text, in order and without overlap, whatever the text is.
template <typename Value>
void expect_spans(const std::vector<Match<Value>>& matches, const std::string& text) {
  std::size_t last = 0;
  for (const auto& match : matches) {
    EXPECT_LE(last, match.span.begin) << text;
    EXPECT_LE(match.span.begin, match.span.end) << text;
    EXPECT_LE(match.span.end, text.size()) << text;
    last = match.span.end;
  }
}

void read_all(const std::string& text) {
  const DateContext context{2024, Date{2024, 5, 23}};
  const UnitScope scope{"Ủy ban nhân dân Quận 1"};
  expect_spans(find_dates(text), text);
  expect_spans(find_numbers(text), text);
  expect_spans(find_deadlines(text, context), text);
  expect_spans(split_units(text), text);
  expect_spans(leading_units(text), text);
  expect_spans(support_units(text), text);
  for (const auto& mention : find_mentions(text)) EXPECT_LE(mention.span.end, text.size());
  task_deadline(text, context);
  cell_deadline(text, context);
  letterhead_number(text);
  kind_of_title(text);
  kind_of_symbol(text);
  canonical_unit(text, scope);
  canonical_unit("Phòng Nội vụ", {text});
  normal_case(text);
  is_unit_list(text);
}

std::vector<std::string> phrases() {
  std::vector<std::string> all;
  for (const char* name : {"deadline.tsv", "deadline_task.tsv", "mention.tsv", "unit_list.tsv",
                           "unit_lead.tsv", "unit_support.tsv", "unit_case.tsv"})
    for (const CorpusRow& row : corpus(name)) all.push_back(row[0]);
  return all;
}

TEST(GrammarRobust, PhrasesCutAnywhere) {
  for (const std::string& phrase : phrases())
    for (std::size_t at = 0; at < phrase.size(); at += 29) {
      read_all(phrase.substr(0, at));
      read_all(phrase.substr(at));
    }
}

TEST(GrammarRobust, PhrasesMixed) {
  const auto all = phrases();
  std::mt19937 random(1);
  std::uniform_int_distribution<std::size_t> any(0, all.size() - 1);
  for (int i = 0; i < 200; ++i) {
    const std::string &a = all[any(random)], &b = all[any(random)];
    read_all(a.substr(0, a.size() / 2) + b.substr(b.size() / 3) + all[any(random)]);
  }
}

TEST(GrammarRobust, AnyBytes) {
  std::mt19937 random(2);
  std::uniform_int_distribution<int> byte(0, 255);
  for (int i = 0; i < 200; ++i) {
    std::string text(60, ' ');
    for (char& c : text) c = static_cast<char>(byte(random));
    read_all(text);
  }
}

TEST(GrammarRobust, LongRepetitions) {
  for (const char* word :
       {"Chủ tịch ", "các cơ quan, ", "Thủ trưởng các sở, các ban, ", "và ", "ngày 01/01/2024, ",
        "Sở Nội vụ, ", "phối hợp với ", "(", "- ", "15/QĐ-UBND, "}) {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += word;
    read_all(text);
  }
}

}  // namespace
}  // namespace vanthu
