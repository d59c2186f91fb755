#include "extract/deadline.h"

#include <map>

#include "extract/deadline_rules.h"
#include "tests/extract/corpus.h"

namespace vanthu {
namespace {

// "2024" or "2024 2024-05-23": the plan's year and its day of issue.
DateContext context_of(const std::string& text) {
  DateContext context;
  context.year = std::stoi(text.substr(0, 4));
  if (text.size() > 5) context.issued_on = parse_iso(text.substr(5));
  return context;
}

std::string name_of(DeadlineType type) {
  static const std::map<DeadlineType, std::string> names = {{DeadlineType::before, "before"},
                                                            {DeadlineType::by, "by"},
                                                            {DeadlineType::on, "on"},
                                                            {DeadlineType::within, "within"},
                                                            {DeadlineType::recurring, "recurring"},
                                                            {DeadlineType::ongoing, "ongoing"},
                                                            {DeadlineType::relative, "relative"}};
  return names.at(type);
}

// "within 2024-04-01..2024-06-30", "recurring FREQ=MONTHLY", "relative P5D after ..."
std::string describe(const Deadline& deadline) {
  std::string text = name_of(deadline.type);
  const bool single = deadline.type == DeadlineType::before || deadline.type == DeadlineType::by ||
                      deadline.type == DeadlineType::on;
  if (single) {
    EXPECT_TRUE(deadline.end);
    EXPECT_EQ(deadline.start.has_value(), deadline.type == DeadlineType::on);
    text.append(" ").append(deadline.end.value_or(""));
  } else if (deadline.start || deadline.end) {
    text.append(" ").append(deadline.start.value_or("")).append("..");
    text.append(deadline.end.value_or(""));
  }
  if (deadline.type == DeadlineType::recurring)
    text.append(" ").append(deadline.rrule.value_or("?"));
  else
    EXPECT_FALSE(deadline.rrule);
  if (deadline.offset) text += " " + *deadline.offset;
  if (deadline.after) text += " after " + *deadline.after;
  return text;
}

std::string describe(const std::optional<Match<Deadline>>& match) {
  return match ? describe(match->value) : std::string();
}

TEST(Deadline, ReadsEachPhraseWhole) {
  expect_corpus("deadline.tsv", [](const CorpusRow& row) {
    const auto found = find_deadlines(row[0], context_of(row[1]));
    if (found.size() != 1) return std::to_string(found.size()) + " deadlines";
    if (found[0].value.text != row[0]) return "only " + found[0].value.text;
    EXPECT_EQ(found[0].span, (Span{0, row[0].size()})) << row[0];
    return describe(found[0].value);
  });
}

TEST(Deadline, ReadsTimeCells) {
  expect_corpus("deadline_cell.tsv", [](const CorpusRow& row) {
    return describe(cell_deadline(row[0], context_of(row[1])));
  });
}

TEST(Deadline, FindsNothingInOtherCells) {
  expect_nothing("deadline_cell.negative.tsv", [](const CorpusRow& row) {
    return describe(cell_deadline(row[0], context_of(row[1])));
  });
}

TEST(Deadline, ChoosesTheOneOfTheTask) {
  expect_corpus("deadline_task.tsv", [](const CorpusRow& row) {
    return describe(task_deadline(row[0], context_of(row[1])));
  });
}

TEST(Deadline, TakesNoContentPeriodForADeadline) {
  expect_nothing("deadline_task.negative.tsv", [](const CorpusRow& row) {
    return describe(task_deadline(row[0], context_of(row[1])));
  });
}

TEST(Deadline, FindsSeveralInOrderWithoutOverlap) {
  const std::string text =
      "Hoàn thành trước ngày 30/6/2025; báo cáo kết quả chậm nhất ngày 15/7/2025.";
  const auto found = find_deadlines(text, {2025, {}});
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(describe(found[0].value), "before 2025-06-30");
  EXPECT_EQ(describe(found[1].value), "by 2025-07-15");
  EXPECT_LE(found[0].span.end, found[1].span.begin);
  EXPECT_EQ(text.substr(found[0].span.begin, found[0].span.size()), found[0].value.text);
}

TEST(Deadline, CellKeepsItsWholeText) {
  const auto found = cell_deadline(" Liên tục và hoàn thành trong tháng 6/2027 ", {2026, {}});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->value.text, "Liên tục và hoàn thành trong tháng 6/2027");
  EXPECT_EQ(found->span.begin, 1u);
}

TEST(Deadline, SharperOfTextAndCell) {
  const auto chosen = [](std::string_view text, std::string_view cell) {
    const DateContext context{2024, {}};
    const auto of_text = task_deadline(text, context), of_cell = cell_deadline(cell, context);
    if (!of_text || !of_cell) return std::string("none");
    return sharper(*of_text, *of_cell).value.text;
  };
  EXPECT_EQ(chosen("Báo cáo hàng tháng tình hình giải ngân", "Trước ngày 08 hàng tháng"),
            "Trước ngày 08 hàng tháng");
  EXPECT_EQ(chosen("Rà soát hàng tháng số liệu", "Thường xuyên trong năm"), "hàng tháng");
  EXPECT_EQ(chosen("Thường xuyên kiểm tra", "Thường xuyên trong năm"), "Thường xuyên trong năm");
  EXPECT_EQ(chosen("Triển khai đề án sau khi Thành phố phê duyệt", "Trong năm 2024"),
            "Trong năm 2024");
  EXPECT_EQ(chosen("Báo cáo trước ngày 10/6/2024", "Quý II"), "trước ngày 10/6/2024");
}

TEST(Deadline, RulesCompile) {
  for (const auto* grammar : {&deadline_grammar(), &cell_grammar()})
    for (std::size_t i = 0; i < grammar->rules().size(); ++i)
      EXPECT_EQ(grammar->error(i), "") << grammar->rules()[i].name;
  for (std::size_t i = 0; i < lead_rules().size(); ++i)
    EXPECT_EQ(lead_error(i), "") << lead_rules()[i].name;
  for (std::size_t i = 0; i < period_grammar().rules().size(); ++i)
    EXPECT_EQ(period_grammar().error(i), "") << period_grammar().rules()[i].name;
}

// Every rule reads the phrases that it shows, parted by "; ".
template <typename Check>
void expect_phrases(std::string_view name, std::string_view phrases, Check check) {
  while (!phrases.empty()) {
    const std::size_t end = std::min(phrases.find("; "), phrases.size());
    EXPECT_TRUE(check(std::string(phrases.substr(0, end))))
        << name << ": " << phrases.substr(0, end);
    phrases.remove_prefix(std::min(end + 2, phrases.size()));
  }
}

TEST(Deadline, RulesReadTheirPhrases) {
  const DateContext context{2024, {}};
  for (const auto& rule : cell_grammar().rules())
    expect_phrases(rule.name, rule.phrase,
                   [&](const std::string& phrase) { return cell_deadline(phrase, context); });
  for (const auto& rule : lead_rules())
    expect_phrases(rule.name, rule.phrase,
                   [&](const std::string& phrase) { return cell_deadline(phrase, context); });
  for (const auto& rule : period_grammar().rules())
    expect_phrases(rule.name, rule.phrase,
                   [&](const std::string& phrase) { return !find_periods(phrase, 2024).empty(); });
}

}  // namespace
}  // namespace vanthu
