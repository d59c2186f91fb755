#include <re2/re2.h>

#include <algorithm>
#include <charconv>

#include "extract/anchor.h"
#include "extract/date.h"
#include "extract/digit_evidence.h"
#include "extract/issuer.h"
#include "extract/letterhead_digits.h"
#include "extract/letters.h"
#include "extract/number.h"
#include "extract/reading.h"
#include "extract/symbol.h"
#include "extract/unit.h"
#include "extract/words.h"

namespace vanthu {
namespace {

// The nodes of the first letterhead: up to the title or the first other text.
std::vector<const Node*> head_nodes(const Outline& outline) {
  std::vector<const Node*> out;
  bool body = false;
  for (const Node& node : outline.nodes) {
    if (node.kind == NodeKind::other || node.kind == NodeKind::addressee) continue;
    body = body || node.kind == NodeKind::title ||
           (node.kind == NodeKind::subject && !is_letter_subject(node.passage.text));
    if (node.kind != NodeKind::letterhead && node.kind != NodeKind::subject) break;
    if (!body && node.kind == NodeKind::letterhead) out.push_back(&node);
  }
  return out;
}

const Node* first_of(const Outline& outline, NodeKind kind) {
  for (const Node& node : outline.nodes)
    if (node.kind == kind) return &node;
  return nullptr;
}

// Least probabilities of what is put into the record where digits were weighed. Of composed lines
// in strange hands on worn scans (`vanthu-train-digits measure`) 2 % are read wrong at this one.
constexpr double sure_serial = 0.75;
constexpr double sure_date = 0.9;

// Puts the likeliest serial into the number, or none where that is not sure enough.
void weigh_number(Reading& reading, const Passage& line, const DigitField& field, Span match,
                  Number& number, Evidence& evidence) {
  std::optional<ReadDigits> read;
  if (number.serial)
    read = read_digits(reading, line,
                       std::string_view(line.text).substr(match.begin, number.serial->size()));
  const std::vector<Weighed> serials = weigh_serial(&field, read);
  if (number.serial) number.text.erase(0, number.serial->size());
  number.serial.reset();
  if (serials.empty() || serials[0].value.empty()) return;
  if (serials[0].probability < sure_serial) {
    evidence.confidence = serials[0].probability;
    return reading.warn("number_unreadable",
                        "the number's digits are not sure: " + likeliest(serials), std::nullopt,
                        evidence);
  }
  number.serial = serials[0].value;
  number.text.insert(0, serials[0].value);
  evidence.confidence = serials[0].probability;
  evidence.rule += ", weighed with its digits";
}

std::optional<Match<Number>> number_of_line(const std::string& line) {
  if (auto match = letterhead_number(line)) return match;
  // Written by hand and unreadable: the printed symbol after the last stroke is all there is.
  static const RE2 unreadable(
      R"((?i:số)\s*[:.]?.{0,12}?(/\s*\p{Lu}[^/\s]*\s*|-\s*\p{Lu}\pL{1,5}\s*/\s*\p{Lu}[\p{Lu}-]*\s*))");
  std::string symbol;
  if (!RE2::FullMatch(line, unreadable, &symbol)) return std::nullopt;
  auto match = letterhead_number("Số: " + symbol);
  if (match) match->span = {0, line.size()};
  return match;
}

// True where the line has a number, its serial readable or not.
bool read_number_line(Reading& reading, const Passage& line) {
  const auto match = number_of_line(line.text);
  if (!match) return false;
  Evidence evidence = reading.evidence(line, match->span, match->rule);
  Number& number = reading.record.document.number.emplace(match->value);
  if (const auto* field = digit_field(reading, line, DigitField::Part::serial)) {
    weigh_number(reading, line, *field, match->span, number, evidence);
  } else if (number.serial && !sure_digits(reading, line, match->span)) {
    number.text.erase(0, number.serial->size());
    number.serial.reset();
  }
  reading.record.document.evidence["number"] = evidence;
  return true;
}

void read_number(Reading& reading, const std::vector<const Node*>& head) {
  for (const Node* node : head)
    if (read_number_line(reading, node->passage)) return;
  const Passage line = line_of_digits(reading, DigitField::Part::serial);
  if (!line.empty()) read_number_line(reading, line);
}

bool has_sure_serial(const Document& document) {
  if (!document.number || !document.number->serial) return false;
  const auto evidence = document.evidence.find("number");
  return evidence == document.evidence.end() || evidence->second.confidence >= surely_printed;
}

// A printed copy of the document's own number under an appendix's title fills in what the
// letterhead lacks or has in doubtful handwriting.
void read_number_copy(Reading& reading) {
  Document& document = reading.record.document;
  if (has_sure_serial(document)) return;
  for (const Node& node : reading.outline.nodes) {
    if (node.kind != NodeKind::attachment || !is_attachment_note(node.passage.text)) continue;
    const auto mentions = find_mentions(node.passage.text);
    if (mentions.empty() || !mentions[0].value.number.serial) continue;
    const Mention& copy = mentions[0].value;
    const auto kind = kind_of_symbol(copy.number.symbol);
    const bool same_symbol = document.number && document.number->symbol == copy.number.symbol;
    const bool same_kind =
        !document.number && document.kind && kind && kind->code == document.kind->code;
    if (!same_symbol && !same_kind) continue;
    if (!sure_digits(reading, node.passage, mentions[0].span) ||
        !may_be_serial(reading, *copy.number.serial))
      continue;
    document.number = copy.number;
    document.evidence["number"] =
        reading.evidence(node.passage, mentions[0].span, "number in the appendix's title");
    if (copy.issued_on && !document.issued_on) {
      document.issued_on = copy.issued_on;
      document.evidence["issued_on"] =
          reading.evidence(node.passage, mentions[0].span, "date in the appendix's title");
    }
    return;
  }
}

// Gives a symbol the abbreviation of the kind that the title names, where it was misread.
void mend_symbol(Reading& reading, const DocumentKind& kind) {
  Number& number = *reading.record.document.number;
  if (!number.text.ends_with(number.symbol)) return;
  const bool recognised = reading.text.pages.front().text_origin == TextOrigin::ocr;
  const bool known = kind_of_symbol(number.symbol).has_value();
  if (known && !recognised) return;
  std::string symbol = symbol_of_kind(number.symbol, kind.code);
  // Codes of agencies have more letters than two.
  if (const std::size_t first = symbol.find_first_of("-/"); recognised && !known && first == 2)
    symbol.replace(0, first, kind.code);
  number.text.replace(number.text.size() - number.symbol.size(), std::string::npos, symbol);
  number.symbol = symbol;
}

void read_kind(Reading& reading) {
  Document& document = reading.record.document;
  const Node* title = first_of(reading.outline, NodeKind::title);
  if (title && !title->passage.text.ends_with(':')) {
    document.kind = titled_kind(title->passage.text);
    document.evidence["kind"] = reading.evidence(title->passage, "kind by the title line");
  }
  if (document.kind && document.number) mend_symbol(reading, *document.kind);
  const std::optional<DocumentKind> by_symbol =
      document.number ? kind_of_symbol(document.number->symbol) : std::nullopt;
  if (document.kind && by_symbol && by_symbol->code != document.kind->code)
    reading.warn("kind_unclear", "the title says " + document.kind->name +
                                     ", the number's symbol " + by_symbol->name);
  if (document.kind || !document.number) return;
  const Evidence evidence = document.evidence["number"];
  document.evidence["kind"] = evidence;
  if (by_symbol) {
    document.kind = by_symbol;
    document.evidence["kind"].rule = "kind by the number's symbol";
    reading.warn("kind_unclear", "no title line; the number's symbol says " + by_symbol->name);
  } else if (!document.number->symbol.empty()) {
    document.kind = DocumentKind{"CV", "Công văn"};
    document.evidence["kind"].rule = "letter: no title, symbol without a kind";
  }
}

// "ngày 05 ..." and not "ngày/{5 ...", where a stroke of the pen was read beside the day.
bool follows_day_word(std::string_view line, Span date) {
  const std::string_view before = trimmed(line.substr(0, date.begin));
  return line.substr(date.begin).starts_with("ngày") || before.ends_with("ngày");
}

// Month and year of a date line whose day cannot be read, the month only where it is sure.
std::optional<std::string> month_of(const Reading& reading, const Passage& line) {
  static const RE2 month(R"((tháng\s*(0?[1-9]|1[0-2])\s*năm\s*((?:19|20)[0-9]{2})))");
  static const RE2 year(R"(năm\s*((?:19|20)[0-9]{2}))");
  re2::StringPiece phrase, m, y;
  if (RE2::PartialMatch(line.text, month, &phrase, &m, &y)) {
    const std::size_t begin = phrase.data() - line.text.data();
    if (sure_digits(reading, line, {begin, begin + phrase.size()}))
      return std::string(y) + (m.size() < 2 ? "-0" : "-") + std::string(m);
  }
  if (RE2::PartialMatch(line.text, year, &y)) return std::string(y);
  return std::nullopt;
}

// The days that digital signatures and their stamps on the first page name: the document was
// issued by then.
std::vector<Date> signing_days(const Reading& reading) {
  std::vector<Date> out;
  for (const Signature& signature : reading.scan.signatures)
    if (const auto day = parse_iso(signature.signed_at.value_or("").substr(0, 10)))
      out.push_back(*day);
  if (reading.text.pages.empty()) return out;
  const TextPage& page = reading.text.pages.front();
  for (const Block& block : page.blocks) {
    if (block.kind != BlockKind::stamp) continue;
    for (std::size_t i = block.lines.begin; i < block.lines.end; ++i)
      for (const auto& date : find_dates(joined(page, page.lines[i].words)))
        out.push_back(date.value);
  }
  return out;
}

DateEvidence date_evidence(const Reading& reading, const Passage& line) {
  static const RE2 day(R"(ngày\s*([0-9]{1,2})\s*tháng)");
  static const RE2 month(R"(tháng\s*([0-9]{1,2})\s*năm)");
  static const RE2 year(R"(năm\s*((?:19|20)[0-9]{2}))");
  DateEvidence out{.day = digit_field(reading, line, DigitField::Part::day),
                   .month = digit_field(reading, line, DigitField::Part::month),
                   .day_read = {},
                   .month_read = {},
                   .year = {},
                   .not_after = signing_days(reading)};
  re2::StringPiece piece;
  if (RE2::PartialMatch(line.text, day, &piece)) out.day_read = read_digits(reading, line, piece);
  if (RE2::PartialMatch(line.text, month, &piece))
    out.month_read = read_digits(reading, line, piece);
  int found = 0;
  if (RE2::PartialMatch(line.text, year, &found))
    out.year = found;
  else if (const auto& number = reading.record.document.number)
    out.year = number->year;
  return out;
}

// The likeliest date, or its month where only that is sure enough.
void weigh_date_line(Reading& reading, const Passage& line) {
  Document& document = reading.record.document;
  const std::vector<Weighed> dates = weigh_date(date_evidence(reading, line));
  if (dates.empty()) return;
  const std::vector<Weighed> months = months_of(dates);
  Evidence evidence = reading.evidence(line, "date line, weighed with its digits");
  evidence.confidence = dates[0].probability;
  if (dates[0].probability >= sure_date) {
    document.issued_on = dates[0].value;
    document.evidence["issued_on"] = evidence;
    return;
  }
  reading.warn("date_unreadable", "the date's digits are not sure: " + likeliest(dates),
               std::nullopt, evidence);
  document.issued_in =
      months[0].probability >= sure_date ? months[0].value : months[0].value.substr(0, 4);
  evidence.confidence = months[0].probability;
  document.evidence["issued_in"] = evidence;
}

void read_date_line(Reading& reading, const Passage& line) {
  Document& document = reading.record.document;
  const auto dates = find_dates(line.text);
  if (!dates.empty() && follows_day_word(line.text, dates[0].span) &&
      sure_digits(reading, line, dates[0].span)) {
    document.issued_on = iso(dates[0].value);
    document.evidence["issued_on"] = reading.evidence(line, dates[0].span, "date line");
  } else if (digit_field(reading, line, DigitField::Part::day)) {
    weigh_date_line(reading, line);
  } else if ((document.issued_in = month_of(reading, line))) {
    document.evidence["issued_in"] = reading.evidence(line, "date line without its day");
  }
}

void read_place_and_date(Reading& reading, const std::vector<const Node*>& head) {
  Document& document = reading.record.document;
  for (const Node* node : head) {
    const Passage& line = node->passage;
    if (!is_place_and_date(line.text)) continue;
    const std::size_t comma = line.text.find(',');
    document.place = std::string(trimmed(line.text.substr(0, comma)));
    document.evidence["place"] = reading.evidence(line, {0, comma}, "place before the date");
    return read_date_line(reading, line);
  }
  const Passage line = line_of_digits(reading, DigitField::Part::day);
  if (!line.empty()) read_date_line(reading, line);
}

void read_issuer(Reading& reading, const std::vector<const Node*>& head) {
  std::vector<const Passage*> passages;
  std::vector<std::string> lines;
  for (const Node* node : head) {
    const std::string& text = node->passage.text;
    if (is_number_line(text) && !lines.empty()) break;  // the number stands below the names
    if (is_motto(text) || is_place_and_date(text) || is_number_line(text) || !is_capitals(text))
      continue;
    passages.push_back(&node->passage);
    lines.push_back(text);
  }
  std::vector<Passage> bodies;
  for (const std::vector<std::size_t>& group : group_bodies(lines)) {
    Passage& body = bodies.emplace_back();
    for (const std::size_t i : group) body.append(*passages[i]);
  }
  if (bodies.empty()) return reading.warn("issuer_missing", "no issuing body in the letterhead");
  Document& document = reading.record.document;
  const auto name = [](const Passage& body) {
    return expand_unit(normal_case(trim_end(body.text, "-.,:;")));
  };
  const std::string issuer = as_in_text(name(bodies.back()), reading.outline);
  document.issuer = issuer;
  document.evidence["issuer"] = reading.evidence(bodies.back(), "issuer in the letterhead");
  if (bodies.size() < 2) return;
  document.parent_issuer = name(bodies[bodies.size() - 2]);
  document.issuer = with_area(issuer, *document.parent_issuer);
  document.evidence["parent_issuer"] =
      reading.evidence(bodies[bodies.size() - 2], "body above the issuer in the letterhead");
}

void read_subject(Reading& reading) {
  const Node* node = first_of(reading.outline, NodeKind::subject);
  if (!node) return;
  Document& document = reading.record.document;
  document.subject = node->passage.text;
  document.evidence["subject"] = reading.evidence(node->passage, "trích yếu");
}

}  // namespace

void read_letterhead(Reading& reading) {
  const std::vector<const Node*> head = head_nodes(reading.outline);
  read_number(reading, head);
  read_kind(reading);
  read_place_and_date(reading, head);
  read_number_copy(reading);
  read_issuer(reading, head);
  read_subject(reading);
  const Document& document = reading.record.document;
  const auto warned = [&](std::string_view code) {
    return std::ranges::find(reading.record.warnings, code, &Warning::code) !=
           reading.record.warnings.end();
  };
  if ((!document.number || !document.number->serial) && !warned("number_unreadable"))
    reading.warn("number_unreadable", "the document's number is blank or cannot be read");
  if (!document.issued_on && !warned("date_unreadable"))
    reading.warn("date_unreadable", "the date of issue cannot be read");
  if (!document.kind)
    reading.warn("kind_unclear", "neither a title nor a number's symbol was read");
}

DateContext date_context(const Document& document) {
  DateContext context;
  const std::string issued =
      document.issued_on ? *document.issued_on : document.issued_in.value_or("");
  if (issued.size() >= 4) std::from_chars(issued.data(), issued.data() + 4, context.year);
  if (document.issued_on) context.issued_on = parse_iso(*document.issued_on);
  // The one year of the subject, if it is not past: "khắc phục hạn chế năm 2023" is not the plan's.
  static const RE2 pattern(R"([Nn]ăm\s+((?:19|20)[0-9]{2}))");
  const std::string subject = document.subject.value_or("");
  re2::StringPiece rest(subject);
  int year = 0, found = 0;
  while (RE2::FindAndConsume(&rest, pattern, &year))
    if (year >= context.year) found = found == 0 || found == year ? year : -1;
  if (found > 0) context.year = found;
  return context;
}

}  // namespace vanthu
