#include "extract/moment.h"

#include "extract/moment_rules.h"
#include "tests/extract/corpus.h"

namespace vanthu {
namespace {

Now now_of(const std::string& text) {
  Now now{parse_iso(text.substr(0, 10)).value(), {}};
  if (text.size() > 10) now.clock = parse_clock(text.substr(11));
  return now;
}

std::string at(const std::optional<std::string>& date, const std::optional<Clock>& clock) {
  return date.value_or("") + (clock ? "T" + iso(*clock) : "");
}

// "within 2024-05-20..2024-05-24", "on 2024-05-16T09:30 to 11:00", "recurring FREQ=WEEKLY"
std::string describe(const Moment& moment) {
  const Deadline& days = moment.days;
  std::string text(deadline_type_name(days.type));
  const bool until = days.type == DeadlineType::before || days.type == DeadlineType::by;
  if (until)
    text += " " + at(days.end, moment.end);
  else if (days.type == DeadlineType::on)
    text += " " + at(days.start, moment.start) + (moment.end ? " to " + iso(*moment.end) : "");
  else if (days.start || days.end)
    text += " " + at(days.start, moment.start) + ".." + at(days.end, moment.end);
  if (days.rrule) text += " " + *days.rrule;
  if (days.offset) text += " " + *days.offset;
  if (days.after) text += " after " + *days.after;
  if (days.rrule && moment.start) text += " " + iso(*moment.start);
  if (moment.part_of_day) text += " " + *moment.part_of_day;
  return text + (moment.wrong_weekday ? " wrong weekday" : "");
}

std::string all_in(const std::string& phrase, const Now& now) {
  std::string text;
  for (const auto& match : find_moments(phrase, now))
    text += (text.empty() ? "" : "; ") + describe(match.value);
  return text;
}

TEST(Moment, ReadsPhrases) {
  expect_corpus("moment.tsv", [](const CorpusRow& row) { return all_in(row[0], now_of(row[1])); });
}

TEST(Moment, FindsNothingInOtherPhrases) {
  expect_nothing("moment.negative.tsv",
                 [](const CorpusRow& row) { return all_in(row[0], now_of(row[1])); });
}

TEST(Moment, FindsSeveralInASentence) {
  EXPECT_EQ(all_in("Họp lúc 8h30 ngày mai, gửi báo cáo trước thứ sáu", {{2024, 5, 14}, {}}),
            "on 2024-05-15T08:30; before 2024-05-17");
}

TEST(Moment, LunarDaysAreNamedAsSuch) {
  for (const char* phrase : {"rằm tháng bảy", "mùng 5 tháng 5 âm lịch", "Tết Nguyên đán",
                             "mùng 3 tháng giêng", "mùng 2 Tết", "trung thu"})
    EXPECT_TRUE(names_lunar_day(phrase)) << phrase;
  for (const char* phrase : {"mùng 2 tháng 9", "Tết Dương lịch", "tháng giêng", "ngày mai"})
    EXPECT_FALSE(names_lunar_day(phrase)) << phrase;
}

TEST(Moment, RulesCompileAndReadTheirPhrases) {
  const Now now{{2024, 5, 14}, Clock{600}};
  for (std::size_t i = 0; i < moment_grammar().rules().size(); ++i) {
    const auto& rule = moment_grammar().rules()[i];
    EXPECT_EQ(moment_grammar().error(i), "") << rule.name;
    std::string_view phrases = rule.phrase;
    while (!phrases.empty()) {
      const std::size_t end = std::min(phrases.find("; "), phrases.size());
      const std::string_view phrase = phrases.substr(0, end);
      EXPECT_FALSE(moment_grammar().find(phrase, now).empty()) << rule.name << ": " << phrase;
      phrases.remove_prefix(std::min(end + 2, phrases.size()));
    }
  }
}

}  // namespace
}  // namespace vanthu
