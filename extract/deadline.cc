#include "extract/deadline.h"

#include <algorithm>

#include "extract/deadline_rules.h"
#include "extract/letters.h"
#include "extract/number.h"
#include "extract/unit_grammar.h"
#include "extract/vocabulary.h"

namespace vanthu {
namespace {

using Found = Match<Deadline>;

// A part of a citation; "ngay khi ... ban hành Quyết định thay thế Quyết định số ..." only holds one.
bool is_citation_date(const std::vector<Match<Mention>>& mentions, Span span) {
  return std::any_of(mentions.begin(), mentions.end(), [&](const auto& mention) {
    const bool holds = span.begin + 8 < mention.span.begin;
    return !holds && span.begin < mention.span.end && mention.span.begin < span.end;
  });
}

// Words after which a day is not one of the task: "kể từ ngày", "Thông báo ... ngày", "họp ngày".
bool follows_other_day(std::string_view before) {
  static constexpr std::string_view words[] = {
      "từ",        "tính đến", "văn",   "bản",  "hoạch", "quyết định", "thông báo",
      "kết luận",  "luật",     "họp",   "nghị", "trình", "báo cáo",    "biên bản",
      "sinh",      "cấp",      "ký",    "hành", "lực",   "việc",       "của",
      "công điện", "hợp đồng", "phiếu", "đơn",  "thư"};
  const std::string folded_before = lower(trimmed(before));
  return std::any_of(std::begin(words), std::end(words), [&](auto word) {
    if (!folded_before.ends_with(word)) return false;
    const std::size_t edge = folded_before.size() - word.size();
    return edge == 0 || folded_before[edge - 1] == ' ';
  });
}

// "Căn cứ Luật ... ngày 16/6/2025": the day of what is cited.
bool names_basis(std::string_view before) {
  const std::size_t mark = before.find_last_of(";.");
  return trimmed(before.substr(mark == std::string_view::npos ? 0 : mark + 1))
      .starts_with("Căn cứ");
}

// "mặt hàng năm 2024", "ngân hàng tháng 6": no rate; "kinh phí hàng năm", "hàng năm của đơn vị":
// content.
bool is_no_rate(std::string_view before, std::string_view after) {
  static constexpr std::string_view nouns[] = {
      "ngân",  "bán",  "mặt",   "khách", "cửa",  "đơn",     "nhà", "hàng",
      "cấp",   "mua",  "giao",  "xuất",  "nhập", "toán",    "phí", "sách",
      "hoạch", "tiêu", "lương", "trình", "mục",  "nhu cầu", "mức", "nguồn"};
  const std::string_view rest = trimmed(after);
  if (rest.starts_with("của ")) return true;
  if (!rest.empty() && rest[0] >= '0' && rest[0] <= '9' && rest.size() > 3) return true;
  const std::string word = lower(trimmed(before));
  return std::any_of(std::begin(nouns), std::end(nouns), [&](auto noun) {
    return word.ends_with(noun) &&
           (word.size() == noun.size() || word[word.size() - noun.size() - 1] == ' ');
  });
}

// Brackets around the match that hold more than the match: "(riêng chợ tạm trước ngày 30/6)", not
// "(hoàn thành trước ngày 30/6)".
bool in_condition(std::string_view text, Span span) {
  static const RE2 lead_up(
      "(?i)(?:(?:hoàn thành|hoàn tất|xong|thời gian|thời hạn|thực hiện|báo cáo|gửi|nộp|dự kiến|"
      "việc này|là|về)[\\s:,]*)*");
  const std::size_t open = text.rfind('(', span.begin);
  if (open == std::string_view::npos || open < text.rfind(')', span.begin) + 1) return false;
  const std::size_t close = std::min(text.find(')', span.begin), text.size());
  if (close < span.end) return false;
  const std::string_view before = trimmed(text.substr(open + 1, span.begin - open - 1));
  return span.size() * 2 < close - open - 1 ||
         !RE2::FullMatch(re2::StringPiece(before.data(), before.size()), lead_up);
}

// Where the sentence begins that holds `at`.
std::size_t sentence_start(std::string_view text, std::size_t at) {
  for (std::size_t i = at; i >= 2; --i)
    if (text[i - 1] == ' ' && (text[i - 2] == '.' || text[i - 2] == '!') &&
        starts_upper(text.substr(i)))
      return i;
  return 0;
}

// "Thường xuyên" and "định kỳ" count where they open the item or a sentence of it, or stand before
// or right behind its main verb: what comes before them is only verbs and units.
bool opens_item(std::string_view text, Span span) {
  const std::size_t start = sentence_start(text, span.begin);
  const auto words = tokens(text.substr(start, span.begin - start));
  const UnitReader reader(words);
  for (std::size_t i = 0; i < words.size();) {
    const std::string_view word = words[i].folded;
    if (word == "không" || word == "chưa" || word == "chi") return false;
    if (word == "và" || word == "với" || word == "cùng" || word == "chặt" || word == "chẽ") {
      ++i;
      continue;
    }
    if (word == "công" && i + 1 < words.size() && words[i + 1].folded == "tác") {
      i += 2;
      continue;
    }
    const Opening opening = opening_at(words, i);
    if (opening.kind == WordKind::verb || opening.kind == WordKind::weak ||
        opening.kind == WordKind::adverb) {
      i += opening.words;
      continue;
    }
    const auto units = reader.list(i);
    if (units.empty()) return false;
    i = units.back().end;
  }
  // "Kiểm tra thường xuyên"; not "nguồn điện ổn định, thường xuyên".
  return true;
}

// "Định kỳ rà soát", "Định kỳ"; not "báo cáo định kỳ quốc gia".
bool before_verb(std::string_view after) {
  const auto words = tokens(after.substr(0, after.find_first_of(",;.")));
  const WordKind kind = opening_at(words, 0).kind;
  return words.empty() || kind == WordKind::verb || kind == WordKind::weak ||
         kind == WordKind::adverb;
}

bool needs_opening(const Found& found) {
  return found.rule == periodic_rule || found.rule == ongoing_rule;
}

// Trims the span to the text that the production kept.
void trim_span(std::string_view text, Found& found) {
  const std::size_t at = text.find(found.value.text, found.span.begin);
  if (at != std::string_view::npos && at + found.value.text.size() <= found.span.end)
    found.span = {at, at + found.value.text.size()};
}

bool stands(std::string_view text, const Found& found,
            const std::vector<Match<Mention>>& mentions) {
  if (is_citation_date(mentions, found.span)) return false;
  const std::string_view before = text.substr(0, found.span.begin),
                         after = text.substr(found.span.end);
  if (found.rule == day_rule && (follows_other_day(before) || names_basis(before))) return false;
  if (found.rule == duration_rule && trimmed(after).starts_with("trước")) return false;
  // "hồ sơ còn tồn từ trước ngày 01/7/2025"
  if (found.value.type == DeadlineType::before && lower(trimmed(before)).ends_with(" từ"))
    return false;
  if (found.value.type == DeadlineType::by && lower(trimmed(before)).ends_with("tính"))
    return false;
  if (found.rule == "rate" && is_no_rate(before, after)) return false;
  // "duy trì hoạt động thường xuyên của tổ"
  if (found.rule == ongoing_rule && trimmed(after).starts_with("của ")) return false;
  return true;
}

// `mentions`: those in the text, where they are known.
std::vector<Found> search(const Grammar<Deadline, DateContext>& grammar, bool cell,
                          std::string_view text, const DateContext& context,
                          const std::vector<Match<Mention>>* mentions = nullptr) {
  auto found = deadlines_of(text, find_periods(text, context.year), cell);
  for (auto& match : grammar.find(text, context)) found.push_back(std::move(match));
  if (found.empty()) return found;
  found = longest(std::move(found));
  std::vector<Match<Mention>> searched;
  if (!mentions) searched = find_mentions(text);
  for (auto& match : found) trim_span(text, match);
  std::erase_if(found, [&](const Found& match) {
    return !stands(text, match, mentions ? *mentions : searched);
  });
  return found;
}

// How strongly a deadline binds; the choice between several goes by it.
enum Strength { weak_period, open_ended, event_only, whole_year, single_day, rate, dated };

Strength strength(const Found& found) {
  const Deadline& deadline = found.value;
  if (found.rule == periodic_rule) return weak_period;
  if (found.rule == upon_rule) return weak_period;
  if (deadline.type == DeadlineType::ongoing) return open_ended;
  if (deadline.type == DeadlineType::relative && !deadline.offset) return event_only;
  if (deadline.type == DeadlineType::recurring) return rate;
  if (deadline.type == DeadlineType::on) return single_day;
  const bool year = deadline.type == DeadlineType::within && deadline.start && deadline.end &&
                    deadline.start->ends_with("-01-01") && deadline.end->ends_with("-12-31");
  return year ? whole_year : dated;
}

// The clause that leads up to the match.
std::string_view clause_before(std::string_view text, std::size_t at) {
  const std::size_t mark = text.substr(0, at).find_last_of(";.");
  const std::size_t begin = mark == std::string_view::npos ? 0 : mark + 1;
  return trimmed(text.substr(begin, at - begin));
}

bool reports(std::string_view clause) {
  const std::string words = lower(clause);
  return words.starts_with("báo cáo") || words.starts_with("gửi") ||
         words.starts_with("định kỳ báo") || words.starts_with("tổng hợp");
}

// Dated deadlines and rates stand side by side; the one for the report only yields to the task's.
int weight(std::string_view text, const Found& found) {
  int value = strength(found) * 10;
  if (strength(found) == rate) value = dated * 10;
  const auto clause = clause_before(text, found.span.begin);
  if (strength(found) >= rate && reports(clause) && !reports(text)) value -= 5;
  if (lower(clause).ends_with("hoàn thành")) value += 2;
  return value;
}

const Found* strongest(std::string_view text, const std::vector<Found>& found) {
  const Found* best = nullptr;
  for (const Found& match : found)
    if (!best || weight(text, match) > weight(text, *best)) best = &match;
  return best;
}

// A deadline that had passed before the year of the document speaks of its content.
bool is_past(const Deadline& deadline, const DateContext& context) {
  const int year =
      context.issued_on ? std::min(context.issued_on->year, context.year) : context.year;
  if (!deadline.end || year == 0) return false;
  const auto end = parse_iso(*deadline.end);
  return end && end->year < year;
}

// "Quý I, quý III": from the start of the first to the end of the last.
std::vector<Found> merged_periods(std::string_view cell, std::vector<Found> found) {
  std::vector<Found> out;
  for (auto& match : found) {
    const auto bare = [](const Found& f) { return f.rule == column_rule || f.rule == day_rule; };
    const bool follows = !out.empty() && bare(match) && bare(out.back());
    if (follows) {
      const std::size_t from = out.back().span.end;
      const std::string between = lower(trimmed(cell.substr(from, match.span.begin - from)));
      const bool list = between == "," || between == ";" || between == "và" || between == "-" ||
                        between == "–" || between.empty();
      if (list && match.value.end && out.back().value.end &&
          *out.back().value.end < *match.value.end) {
        out.back().value.end = match.value.end;
        out.back().value.type = DeadlineType::within;
        out.back().span.end = match.span.end;
        continue;
      }
    }
    out.push_back(std::move(match));
  }
  return out;
}

std::optional<Found> read_cell(const Grammar<Deadline, DateContext>& grammar, std::string_view cell,
                               const DateContext& context) {
  const auto found = merged_periods(cell, search(grammar, true, cell, context));
  const Found* best = strongest(cell, found);
  if (!best) return std::nullopt;
  Found match = *best;
  const std::string_view whole = trimmed(cell);
  match.span = {static_cast<std::size_t>(whole.data() - cell.data()),
                static_cast<std::size_t>(whole.data() - cell.data()) + whole.size()};
  match.value.text = std::string(whole);
  return match;
}

constexpr std::string_view before_phrase = R"([^\pL\pN/.,\-])", after_phrase = R"([^\pL\pN/])";

Grammar<Deadline, DateContext> compiled(std::vector<DeadlineRules> tables) {
  return {joined<DeadlineRules>(std::move(tables)), before_phrase, after_phrase};
}

// The rules without the user's.
const Grammar<Deadline, DateContext>& own_grammar() {
  static const auto grammar = compiled({recurring_rules(), relative_rules(), cell_rules()});
  return grammar;
}

// "\\1" in `meaning` is the first group.
std::string filled(std::string meaning, const Groups& groups) {
  for (std::size_t i = 1; i < groups.size() && i < 10; ++i)
    for (std::size_t at; (at = meaning.find("\\" + std::to_string(i))) != meaning.npos;)
      meaning.replace(at, 2, groups[i]);
  return meaning;
}

// The user's phrases, which mean others that our own rules read.
DeadlineRules user_rules() {
  DeadlineRules rules;
  for (const auto& row : vocabulary("deadlines.tsv"))
    rules.push_back({user_rule, row[0], std::string(row[0]),
                     [meaning = std::string(row[1])](const Groups& groups, const DateContext& context)
                         -> std::optional<Deadline> {
                       const auto found = read_cell(own_grammar(), filled(meaning, groups), context);
                       if (!found) return std::nullopt;
                       Deadline deadline = found->value;
                       deadline.text = groups[0];
                       return deadline;
                     }});
  return rules;
}

}  // namespace

const Grammar<Deadline, DateContext>& deadline_grammar() {
  static const auto grammar = compiled({user_rules(), recurring_rules(), relative_rules()});
  return grammar;
}

bool names_time(std::string_view phrase) {
  return !find_periods(phrase, 2024).empty() || !own_grammar().find(phrase, {2024, {}}).empty();
}

const Grammar<Deadline, DateContext>& cell_grammar() {
  static const auto grammar =
      compiled({user_rules(), recurring_rules(), relative_rules(), cell_rules()});
  return grammar;
}

namespace {

std::vector<Found> in_running_text(std::string_view text, const DateContext& context,
                                   const std::vector<Match<Mention>>* mentions) {
  auto found = search(deadline_grammar(), false, text, context, mentions);
  std::erase_if(found, [&](const Found& match) {
    if (in_condition(text, match.span) || is_past(match.value, context)) return true;
    if (match.rule == periodic_rule && !before_verb(text.substr(match.span.end))) return true;
    return needs_opening(match) && !opens_item(text, match.span);
  });
  return found;
}

std::optional<Found> strongest_of(std::string_view text, const std::vector<Found>& found) {
  const Found* best = strongest(text, found);
  return best ? std::optional(*best) : std::nullopt;
}

}  // namespace

std::vector<Match<Deadline>> find_deadlines(std::string_view text, const DateContext& context) {
  return in_running_text(text, context, nullptr);
}

std::optional<Match<Deadline>> task_deadline(std::string_view text, const DateContext& context) {
  return strongest_of(text, in_running_text(text, context, nullptr));
}

std::optional<Match<Deadline>> task_deadline(std::string_view text, const DateContext& context,
                                             const std::vector<Match<Mention>>& mentions) {
  return strongest_of(text, in_running_text(text, context, &mentions));
}

const Match<Deadline>& sharper(const Match<Deadline>& of_text, const Match<Deadline>& of_cell) {
  const auto says = [](const Match<Deadline>& match) {
    const Deadline& deadline = match.value;
    const bool days = (deadline.rrule && deadline.rrule->find("BY") != std::string::npos) ||
                      (deadline.type == DeadlineType::ongoing && deadline.start);
    return 2 * (strength(match) == rate ? dated : strength(match)) + days;
  };
  return says(of_cell) > says(of_text) ? of_cell : of_text;
}

std::optional<Match<Deadline>> cell_deadline(std::string_view cell, const DateContext& context) {
  return read_cell(cell_grammar(), cell, context);
}

}  // namespace vanthu
