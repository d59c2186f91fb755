#include <ostream>
#include <sstream>

#include "app/commands.h"
#include "extract/moment.h"
#include "normalize/unicode.h"

namespace vanthu {
namespace {

struct DateOptions {
  std::string phrase, on;
};

Now now_of(const std::string& text) {
  Now now;
  if (const auto day = parse_iso(text.substr(0, 10))) now.day = *day;
  if (text.size() > 10) now.clock = parse_clock(text.substr(11));
  return now;
}

// CLI11's check: empty where `text` is a day, or a day and a time of day.
std::string check_on(const std::string& text) {
  const bool day = parse_iso(text.substr(0, 10)).has_value();
  const bool clock =
      text.size() == 10 || (text.size() > 10 && text[10] == 'T' && parse_clock(text.substr(11)));
  return day && clock ? "" : "'" + text + "' is no date; write 2024-05-14 or 2024-05-14T08:30";
}

std::string with_clock(const std::string& date, const std::optional<Clock>& clock) {
  return clock ? date + "T" + iso(*clock) : date;
}

Json to_json(const Match<Moment>& match) {
  const Moment& moment = match.value;
  const Deadline& days = moment.days;
  Json json{{"text", days.text}, {"type", deadline_type_name(days.type)}};
  if (days.start) json["start"] = with_clock(*days.start, moment.start);
  if (days.end)
    json["end"] =
        with_clock(*days.end, moment.end || days.start != days.end ? moment.end : moment.start);
  if (!days.start && !days.end && moment.start) json["time"] = iso(*moment.start);
  if (moment.part_of_day) json["part_of_day"] = *moment.part_of_day;
  if (days.type == DeadlineType::recurring) json["rrule"] = days.rrule ? Json(*days.rrule) : Json();
  if (days.offset) json["offset"] = *days.offset;
  if (days.after) json["after"] = *days.after;
  if (moment.wrong_weekday) json["warning"] = "weekday_mismatch";
  json["rule"] = match.rule;
  return json;
}

// The values of one phrase, one a line.
void print_values(const std::string& phrase, const Now& now, Context& context) {
  const std::string text = nfc(valid_utf8(phrase));
  if (names_lunar_day(text))
    throw Error(ErrorCode::no_date, phrase, "a day of the lunar calendar is not converted");
  const auto moments = find_moments(text, now);
  if (moments.empty()) throw Error(ErrorCode::no_date, phrase, "no date, period or deadline in it");
  for (const auto& moment : moments) context.streams.out << to_json(moment).dump() << '\n';
}

std::vector<std::string> phrases(const std::string& argument, std::istream& in) {
  if (argument != "-") return {argument};
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);)
    if (!line.empty()) lines.push_back(line);
  return lines;
}

Exit read_phrases(const DateOptions& options, Context& context) {
  const Now now = now_of(options.on);
  return for_each_file(phrases(options.phrase, context.streams.in), context.messages,
                       [&](const std::string& phrase) { print_values(phrase, now, context); });
}

}  // namespace

void add_date_command(CommandLine& line) {
  const auto options = std::make_shared<DateOptions>();
  CLI::App* command =
      line.add("date", "The dates, periods and deadlines that a phrase names, as JSON",
               "vanthu date 'trước ngày 30 tháng 9' --on 2024-05-14",
               [options](Context& context) { return read_phrases(*options, context); });
  command->add_option("PHRASE", options->phrase, "Vietnamese; - reads one phrase a line")
      ->required();
  command
      ->add_option("--on", options->on,
                   "The day on which it is said, for what the phrase leaves open")
      ->required()
      ->check(check_on, "")
      ->option_text("DAY[THH:MM]");
}

}  // namespace vanthu
