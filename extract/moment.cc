#include "extract/moment.h"

#include <algorithm>
#include <cstdio>

#include "extract/date_rules.h"
#include "extract/deadline_rules.h"
#include "extract/letters.h"
#include "extract/moment_rules.h"

namespace vanthu {
namespace {

using Found = Match<MomentPart>;

bool says_time(const MomentPart& part) { return part.start || part.part_of_day; }

// What a rule has read but cannot place: "2 giờ nữa" where the time of day is not known.
bool says_nothing(const MomentPart& part) {
  return !part.days && !part.weekday && !says_time(part);
}

// A period of the deadline grammar, without the time of day that it may open with.
Found part_of(const Match<Period>& period, const std::vector<Found>& parts) {
  Found found{period.span, {}, period.rule};
  found.value.days = period.value;
  for (const Found& part : parts)
    if (part.value.start && !part.value.days && part.span.begin == period.span.begin &&
        part.span.end < period.span.end)
      found.span.begin = part.span.end + 1;
  return found;
}

std::vector<Found> parts_in(std::string_view text, const Now& now) {
  std::vector<Found> parts = moment_grammar().find(text, now), all;
  for (const auto& period : period_grammar().find(text, now.day.year))
    if (period.value.form != PeriodForm::bare || period.value.year_stated)
      all.push_back(part_of(period, parts));
  // A rule of moments yields to a period of the same words.
  std::move(parts.begin(), parts.end(), std::back_inserter(all));
  return longest(std::move(all));
}

// Without what stands in a rate: "mỗi thứ hai" names no one Monday.
std::vector<Found> without_rates(std::vector<Found> parts,
                                 const std::vector<Match<Deadline>>& deadlines) {
  std::erase_if(parts, [&](const Found& part) {
    return std::any_of(deadlines.begin(), deadlines.end(), [&](const Match<Deadline>& match) {
      return match.value.type == DeadlineType::recurring && part.value.weekday &&
             !part.value.days && part.span.begin >= match.span.begin &&
             part.span.end <= match.span.end;
    });
  });
  return parts;
}

std::vector<Found> placed(std::vector<Found> parts) {
  std::erase_if(parts, [](const Found& found) { return says_nothing(found.value); });
  return parts;
}

// The day of `part` where it is one, or its weekday in the week that `week` is.
std::optional<Period> day_in(int weekday, const Period& week) {
  if (plus_days(week.start, 6) != week.end) return std::nullopt;
  const Date day = plus_days(week.start, weekday);
  return Period{day, day, true};
}

// The days of two neighbours: a weekday and its week or date, a day and its year.
bool join_days(MomentPart& whole, const MomentPart& next) {
  if (!next.days) return !whole.days || !next.weekday || whole.days->one_day();
  if (!whole.days) return whole.days = next.days, true;
  const bool of_year = !whole.days->year_stated && next.days->whole_years();
  if (!of_year) return false;
  whole.days->start.year = whole.days->end.year = next.days->start.year;
  whole.days->year_stated = true;
  return exists(whole.days->start) && exists(whole.days->end);
}

bool settle_weekday(MomentPart& part) {
  if (!part.weekday || !part.days) return true;
  if (part.days->one_day()) {
    part.wrong_weekday = weekday_of(part.days->start) != *part.weekday;
    part.weekday.reset();
    return true;
  }
  part.days = day_in(*part.weekday, *part.days);
  part.weekday.reset();
  return part.days.has_value();
}

// `next` told together with `whole`; nothing where both say the same thing.
std::optional<MomentPart> told_together(MomentPart whole, const MomentPart& next) {
  if (whole.part_of_day && next.start && !next.part_of_day) {  // "tối nay lúc 8 giờ"
    whole.start = clock_in(*std::exchange(whole.part_of_day, {}), *next.start);
    return join_days(whole, next) ? std::optional(whole) : std::nullopt;
  }
  if (says_time(whole) && says_time(next)) return std::nullopt;
  if (whole.weekday && next.weekday) return std::nullopt;
  if (!join_days(whole, next)) return std::nullopt;
  if (next.weekday) whole.weekday = next.weekday;
  if (says_time(next)) whole.start = next.start, whole.part_of_day = next.part_of_day;
  if (!settle_weekday(whole)) return std::nullopt;
  if (says_time(whole) && whole.days && !whole.days->one_day()) return std::nullopt;
  return whole;
}

bool matches(std::string_view text, const RE2& pattern) {
  return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

std::string_view between(std::string_view text, Span first, Span second) {
  return text.substr(first.end, second.begin - first.end);
}

std::vector<Found> joined_neighbours(std::string_view text, std::vector<Found> parts) {
  static const RE2 link(
      spaced("(?i) [,(|]? (?:(?:của|vào|lúc|hồi|từ|ngày|tức|là|tức là) )*(?:ngày)? "));
  std::vector<Found> out;
  for (Found& part : parts) {
    const bool weekdays =
        !out.empty() && out.back().rule.starts_with("weekday") && part.rule.starts_with("weekday");
    if (!out.empty() && !weekdays && matches(between(text, out.back().span, part.span), link)) {
      if (auto whole = told_together(out.back().value, part.value)) {
        const bool bracket = text.find('(', out.back().span.end) < part.span.begin &&
                             part.span.end < text.size() && text[part.span.end] == ')';
        out.back().span.end = part.span.end + bracket;
        out.back().value = *whole;
        continue;
      }
    }
    out.push_back(std::move(part));
  }
  return out;
}

// Days for what has only a weekday or a time of day.
void settle_on(const Now& now, MomentPart& part) {
  if (part.days) return;
  Date day = now.day;
  if (part.weekday) {
    const int ahead = (*part.weekday - weekday_of(now.day) + 7) % 7;
    day = plus_days(now.day, ahead == 0 ? 7 : ahead);
  }
  part.days = Period{day, day, true};
  part.weekday.reset();
}

// The end of a range says the day, the week or the year for its start: "từ 9:30 đến 11:00 thứ 5".
void lend(const MomentPart& last, MomentPart& first, const Now& now) {
  if (!first.days && first.weekday && last.days)
    first.days = day_in(*first.weekday, week_of(last.days->end));
  if (!first.days && !first.weekday && first.start) first.days = last.days;
  settle_on(now, first);
  if (!first.days->year_stated && last.days->year_stated)
    first.days->start.year = last.days->end.year;
}

bool is_only_time(const MomentPart& part) { return part.start && !part.days && !part.weekday; }

// A day with its time and a time after it: "ngày 17/5 từ 8h đến 11h".
void borrow(const MomentPart& first, MomentPart& last, const Now& now) {
  if (is_only_time(last)) last.days = first.days;
  settle_on(now, last);
}

std::optional<Found> range(const Found& from, const Found& to, const Now& now) {
  MomentPart first = from.value, last = to.value;
  if (first.part_of_day || last.part_of_day) return std::nullopt;
  borrow(first, last, now);
  lend(last, first, now);
  if (last.days->end < first.days->start) return std::nullopt;
  Found whole{{from.span.begin, to.span.end}, {}, "from one to another"};
  whole.value.days = Period{first.days->start, last.days->end, true};
  whole.value.days->range = true;
  whole.value.start = first.start;
  whole.value.end = last.start;
  return whole;
}

std::vector<Found> joined_ranges(std::string_view text, std::vector<Found> parts, const Now& now) {
  static const RE2 to(
      spaced("(?i) (?:,? (?:cho )?đến(?: hết)?|-|–|tới|cho tới) (?:(?:ngày|lúc) )?"));
  static const RE2 from(spaced("(?i).*(?:^|[^\\pL])((?:kể |bắt đầu )?từ (?:lúc )?)"));
  std::vector<Found> out;
  for (Found& part : parts) {
    if (!out.empty() && matches(between(text, out.back().span, part.span), to)) {
      if (auto whole = range(out.back(), part, now)) {
        re2::StringPiece word;
        const std::string_view before = text.substr(0, whole->span.begin);
        if (RE2::FullMatch(re2::StringPiece(before.data(), before.size()), from, &word))
          whole->span.begin = static_cast<std::size_t>(word.data() - text.data());
        out.back() = std::move(*whole);
        continue;
      }
    }
    out.push_back(std::move(part));
  }
  return out;
}

// A deadline's times of day are those of the part under it.
Match<Moment> moment_of(const Match<Deadline>& deadline, const std::vector<Found>& parts) {
  Match<Moment> moment{deadline.span, {.days = deadline.value}, deadline.rule};
  for (const Found& part : parts) {
    if (part.span.begin < deadline.span.begin || part.span.end > deadline.span.end) continue;
    moment.value.start = part.value.start;
    moment.value.end = part.value.end;
    moment.value.part_of_day = part.value.part_of_day;
    moment.value.wrong_weekday = part.value.wrong_weekday;
    const DeadlineType type = deadline.value.type;
    const bool ends = type == DeadlineType::before || type == DeadlineType::by;
    if (ends && !moment.value.end) moment.value.end = std::exchange(moment.value.start, {});
  }
  return moment;
}

bool is_event(const Match<Deadline>& found) {
  return found.value.type == DeadlineType::relative && !found.value.offset;
}

bool overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

bool any_overlap(const std::vector<Found>& parts, Span span, bool (*such)(const MomentPart&)) {
  return std::any_of(parts.begin(), parts.end(), [&](const Found& part) {
    return such(part.value) && overlap(part.span, span);
  });
}

// Rates, durations and the like; no event that only holds a moment ("sau ngày mai"), no part of
// what cannot be placed ("ngày 29 tháng 2 năm 2023").
std::vector<Match<Deadline>> other_deadlines(std::vector<Match<Deadline>> found,
                                             const std::vector<Found>& parts) {
  std::erase_if(found, [&](const Match<Deadline>& match) {
    return any_overlap(parts, match.span, says_nothing) ||
           (is_event(match) &&
            any_overlap(parts, match.span, [](const MomentPart&) { return true; }));
  });
  return found;
}

// "trong vòng 2 tuần": from the reference day on. Working days are not counted out.
void count_from(Date day, Deadline& deadline) {
  if (deadline.type != DeadlineType::relative || !deadline.offset || deadline.after) return;
  const auto end = later(day, *deadline.offset);
  if (!end || deadline.text.find("làm việc") != std::string::npos) return;
  deadline.start = iso(day);
  deadline.end = iso(*end);
}

// "sau 5 giờ chiều", "sau ngày 20/5": from then on.
void open_end(std::string_view text, Match<Moment>& match) {
  static const RE2 after("(?i).*(?:^|[^\\pL])(sau) (?:lúc )?");
  Deadline& days = match.value.days;
  re2::StringPiece word;
  if (days.type != DeadlineType::on && days.type != DeadlineType::within) return;
  if (!RE2::FullMatch(re2::StringPiece(text.data(), match.span.begin), after, &word)) return;
  if (!match.value.start) days.start = iso(plus_days(*parse_iso(*days.end), 1));
  days.type = DeadlineType::ongoing;
  days.end.reset();
  match.span.begin = static_cast<std::size_t>(word.data() - text.data());
  days.text = text.substr(match.span.begin, match.span.size());
}

// "thứ hai hàng tuần lúc 8h": the time of day of what comes back.
std::vector<Match<Moment>> with_times(std::string_view text, std::vector<Match<Moment>> found,
                                      const std::vector<Found>& times) {
  std::vector<Match<Moment>> out;
  for (auto& match : found) {
    const bool time = std::any_of(times.begin(), times.end(),
                                  [&](const Found& part) { return part.span == match.span; });
    const bool follows = !out.empty() && out.back().value.days.type == DeadlineType::recurring &&
                         time && match.span.begin <= out.back().span.end + 12;
    if (!follows) {
      out.push_back(std::move(match));
      continue;
    }
    out.back().value.start = match.value.start;
    out.back().value.part_of_day = match.value.part_of_day;
    out.back().span.end = match.span.end;
    out.back().value.days.text = text.substr(out.back().span.begin, out.back().span.size());
  }
  return out;
}

}  // namespace

std::string iso(Clock clock) {
  char text[16];
  std::snprintf(text, sizeof text, "%02d:%02d", clock.minutes / 60 % 24, clock.minutes % 60);
  return text;
}

std::optional<Clock> parse_clock(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const int hour = to_int(text.substr(0, 2)), minute = to_int(text.substr(3, 2));
  return hour < 24 && minute < 60 ? std::optional(Clock{hour * 60 + minute}) : std::nullopt;
}

const Grammar<MomentPart, Now>& moment_grammar() {
  static const Grammar<MomentPart, Now> grammar(
      joined<MomentRules>(
          {day_moment_rules(), named_moment_rules(), clock_rules(), amount_rules()}),
      R"([^\pL\pN/.,:])", R"([^\pL\pN/:])");
  return grammar;
}

bool names_lunar_day(std::string_view text) {
  static const RE2 lunar(
      "(?i)(?:^|[^\\pL])(?:âm lịch|rằm|giao thừa|tết (?:nguyên đán|nguyên tiêu|trung thu|đoan "
      "ngọ|ta|"
      "âm)|trung thu|vu lan|phật đản|giỗ tổ|(?:mùng|mồng) [^,;.]{1,12} (?:tết|tháng (?:giêng|chạp)|"
      "(?:\\pL+ )?âm)|tết)(?:$|[^\\pL])");
  static const RE2 solar("(?i)(?:dương lịch|tết (?:dương|thiếu nhi))");
  const re2::StringPiece piece(text.data(), text.size());
  return RE2::PartialMatch(piece, lunar) && !RE2::PartialMatch(piece, solar);
}

std::vector<Match<Moment>> find_moments(std::string_view text, const Now& now) {
  const auto read = parts_in(text, now);
  const auto deadlines = cell_grammar().find(text, {now.day.year, now.day});
  auto parts =
      joined_ranges(text, joined_neighbours(text, without_rates(placed(read), deadlines)), now);
  std::vector<Match<Period>> periods;
  std::vector<Found> times;
  for (Found& part : parts) {
    if (!part.value.days && !part.value.weekday) times.push_back(part);
    settle_on(now, part.value);
    periods.push_back({part.span, *part.value.days, part.rule});
  }
  auto found = deadlines_of(text, periods, true);
  // "trong 24 giờ" is a duration, "24 giờ" a time of day.
  for (auto& match : other_deadlines(deadlines, read))
    found.insert(match.rule == duration_rule ? found.begin() : found.end(), std::move(match));
  std::vector<Match<Moment>> moments;
  for (auto& match : longest(std::move(found))) {
    count_from(now.day, match.value);
    moments.push_back(moment_of(match, parts));
    open_end(text, moments.back());
  }
  return with_times(text, std::move(moments), times);
}

}  // namespace vanthu
