#include <re2/re2.h>

#include <algorithm>
#include <cmath>

#include "extract/anchor.h"
#include "extract/number.h"
#include "extract/outline_draft.h"
#include "extract/words.h"

namespace vanthu {
namespace {

constexpr std::size_t none = std::string::npos;
constexpr std::size_t head_lines = 60;

// A line that belongs to the left column.
bool is_column_line(std::string_view text) {
  return is_capitals(text) || is_number_line(text) || is_motto(text) || is_place_and_date(text);
}

// The title line and where the title begins in it: fragments of a stamp may stand before it.
struct Title {
  std::size_t line = none, begin = 0;
};

// Where capitals that name the kind end a line that opens with nothing legible in capitals.
std::optional<std::size_t> title_behind_stamp(const Passage& line, std::string_view kind) {
  const auto expected = static_cast<std::size_t>(std::ranges::count(kind, ' ')) + 1;
  if (line.words.size() <= expected) return std::nullopt;
  const std::size_t first = line.words.size() - expected;
  for (std::size_t i = 0; i < first; ++i)
    if (is_capitals(line.word_text(i))) return std::nullopt;
  const std::size_t begin = line.offsets[first];
  const std::string_view title = std::string_view(line.text).substr(begin);
  return is_title(title) && near(title, kind) ? std::optional(begin) : std::nullopt;
}

Title find_title(const Draft& draft) {
  std::string expected;
  for (std::size_t i = draft.next; i < std::min(draft.size(), draft.next + head_lines); ++i) {
    const PrintedLine& line = draft.line(i);
    if (line.table) return {};
    if (line.apart) continue;
    if (is_addressee(line.text())) return {};
    if (is_title(line.text())) return {i, 0};
    if (const auto number = letterhead_number(line.text()))
      if (const auto kind = kind_of_symbol(number->value.symbol)) expected = kind->name;
    if (!expected.empty() && is_capitals(line.text()) && near(line.text(), expected)) return {i, 0};
    if (!expected.empty())
      if (const auto begin = title_behind_stamp(line.passage, expected)) return {i, *begin};
    const std::optional<Marker> marker = marker_of(line.text());
    if (marker && marker->kind <= MarkerKind::roman) return {};
  }
  return {};
}

// Where the "V/v ..." begins that the lines above `end` belong to; `end` where they do not.
std::size_t letter_subject_before(const Draft& draft, std::size_t end) {
  for (std::size_t i = end; i > draft.next && i + 8 > end; --i) {
    if (is_letter_subject(draft.line(i - 1).text())) return i - 1;
    if (is_column_line(draft.line(i - 1).text())) break;
  }
  return end;
}

// The first of the lines above `end` that belong to a letterhead's column.
std::size_t column_begin(const Draft& draft, std::size_t end) {
  std::size_t begin = end;
  while (begin > draft.next) {
    const PrintedLine& line = draft.line(begin - 1);
    const std::size_t subject = line.apart ? begin - 1 : letter_subject_before(draft, begin);
    if (!line.apart && !is_column_line(line.text()) && subject == begin) break;
    begin = std::min(begin - 1, subject);
  }
  return begin;
}

// The lines above the motto that are the letterhead's left column, [begin, end): those before the
// motto, or those before a number's line that stamped or typed lines part from it.
Span left_column(const Draft& draft, std::size_t motto) {
  std::size_t end = motto;
  bool numbered = false;
  std::size_t begin = column_begin(draft, motto);
  for (std::size_t i = begin; i < motto; ++i)
    numbered = numbered || is_number_line(draft.line(i).text());
  for (std::size_t i = begin; !numbered && i > draft.next; --i) {
    if (draft.line(i - 1).table || !is_number_line(draft.line(i - 1).text())) continue;
    begin = column_begin(draft, i);
    end = i;
    if (end < motto && is_letter_subject(draft.line(end).text()))
      while (++end < motto && !draft.line(end).gap) {
      }
    break;
  }
  return {begin, end};
}

void read_letter_subject(Draft& draft) {
  Passage subject = draft.now().passage;
  for (++draft.next; !draft.done(); ++draft.next) {
    const PrintedLine& line = draft.now();
    if (line.apart) continue;
    const bool other = line.table || is_addressee(line.text()) || is_column_line(line.text()) ||
                       letterhead_columns(line.passage).size() > 1;
    if (other || (line.gap && (line.box || !opens_lower(line.text())))) break;
    subject.append(line.passage);
  }
  draft.add(NodeKind::subject, std::move(subject));
}

// The last motto or date of the letterhead: in two columns it may stand after "Kính gửi".
std::size_t last_column_line(const Draft& draft, std::size_t end) {
  std::size_t last = draft.next;
  for (std::size_t i = draft.next; i < std::min(end, draft.next + 25); ++i)
    if (!draft.line(i).table &&
        (has_motto(draft.line(i).passage) || is_place_and_date(draft.line(i).text())))
      last = i;
  return last;
}

bool open_addressee(const Draft& draft, const PrintedLine& line) {
  const std::optional<Marker> marker = marker_of(line.text());
  return marker && marker->kind >= MarkerKind::dash && !draft.nodes.empty() &&
         draft.nodes.back().kind == NodeKind::addressee;
}

// A motto that a narrow column has broken in two lines.
bool completes_motto(const Draft& draft, const Passage& part) {
  if (draft.nodes.empty() || draft.nodes.back().kind != NodeKind::letterhead) return false;
  Passage both = draft.nodes.back().passage;
  both.append(part);
  return is_motto(both.text) && !is_motto(draft.nodes.back().passage.text);
}

// Letterhead lines up to `end`, or, where no title ends them, up to the first running text.
void read_letterhead(Draft& draft, std::size_t end) {
  const std::size_t limit = end == none ? std::min(draft.size(), draft.next + head_lines) : end;
  const std::size_t last = last_column_line(draft, limit);
  std::size_t motto = draft.next;
  while (motto < limit && !has_motto(draft.line(motto).passage)) ++motto;
  const bool split = motto < limit && letterhead_columns(draft.line(motto).passage).size() > 1;
  const Span column = motto == limit ? Span{draft.next, limit}
                      : split        ? Span{motto, motto}
                                     : left_column(draft, motto);
  while (draft.next < limit) {
    const PrintedLine& line = draft.now();
    if (line.table || (is_addressee(line.text()) && draft.next > last)) return;
    if (is_addressee(line.text()) || (draft.next < last && open_addressee(draft, line))) {
      const std::optional<Marker> marker = marker_of(line.text());
      draft.add(NodeKind::addressee, line.passage.without_prefix(marker ? marker->bytes : 0),
                marker);
    } else if (line.apart || (draft.next < motto && !column.contains(draft.next))) {
      draft.add(NodeKind::other, line.passage);
    } else if (is_letter_subject(line.text())) {
      read_letter_subject(draft);
      continue;
    } else {
      const std::vector<Passage> parts = letterhead_columns(line.passage);
      if (end == none && parts.size() == 1 && !is_column_line(line.text())) return;
      for (const Passage& part : parts) {
        if (completes_motto(draft, part))
          draft.nodes.back().passage.append(part);
        else
          draft.add(NodeKind::letterhead, part);
      }
    }
    ++draft.next;
  }
}

// With boxes: the line stands neither under the middle of the one before nor, short of the right
// edge, under its beginning, as a subject's lines do.
bool off_place(const Measure& measure, const PrintedLine& last, const PrintedLine& line) {
  if (!last.box || !line.box) return false;
  const bool centred = std::abs(last.box->center_x() - line.box->center_x()) <= 11;
  const bool below =
      std::abs(last.box->x0 - line.box->x0) <= 4 && line.box->x1 < measure.right - 15;
  return !centred && !below;
}

bool opens_body(const PrintedLine& line) {
  static const RE2 narrative(
      R"((?:Ngày \d|Sau khi|Thời gian qua|Vừa qua|Trong thời gian|Hiện nay|Từ kết quả|Qua |Ủy ban nhân dân [^,;]* (?:ban hành|xây dựng)).*)");
  return line.table || is_addressee(line.text()) || is_basis(line.text()) ||
         is_attachment_note(line.text()) || marker_of(line.text()) ||
         RE2::FullMatch(line.text(), narrative);
}

// True where the subject ends before `line`, `last` being its last line.
bool ends_subject(const Draft& draft, const PrintedLine& last, const PrintedLine& line) {
  const Measure& measure = draft.layout.measures[line.page];
  if (opens_body(line) || line.new_page) return true;
  if (is_capitals(line.text()) && !is_capitals(last.text())) return true;
  if (measure.boxes && opens_lower(line.text()) && !line.gap) return false;
  if (measure.boxes) return off_place(measure, last, line);
  if (line.gap || (measure.long_lines && length(line.text()) > 200)) return true;
  const std::size_t full = measure.characters * 9 / 10;
  return opens_upper(line.text()) && length(line.text()) >= full && length(last.text()) < full &&
         !last.text().ends_with(',');
}

void read_subject(Draft& draft) {
  static const Anchor basis("Căn cứ");
  Passage subject;
  const PrintedLine* last = nullptr;
  for (; !draft.done(); ++draft.next) {
    const PrintedLine& line = draft.now();
    if (line.apart) {
      if (last && !line.text().empty() && !has_letters(line.text())) break;
      continue;
    }
    const bool none_yet = last == nullptr;
    if (none_yet ? line.table || is_addressee(line.text()) || basis.near(line.text().substr(0, 9))
                 : ends_subject(draft, *last, line))
      break;
    subject.append(line.passage);
    last = &line;
  }
  if (!subject.empty()) draft.add(NodeKind::subject, std::move(subject));
}

}  // namespace

void read_head(Draft& draft) {
  const Title title = find_title(draft);
  read_letterhead(draft, title.line);
  if (title.line == none || draft.next != title.line) return;
  draft.add(NodeKind::title, draft.now().passage.without_prefix(title.begin));
  ++draft.next;
  read_subject(draft);
}

bool repeats_letterhead(const Draft& draft) {
  if (has_motto(draft.now().passage)) return true;
  // The left column above the motto, as on an appendix's page.
  if (!draft.now().gap || !is_capitals(draft.now().text())) return false;
  for (std::size_t i = draft.next; i < std::min(draft.size(), draft.next + 6); ++i) {
    if (draft.line(i).table) return false;
    if (draft.line(i).apart) continue;
    if (has_motto(draft.line(i).passage)) return true;
    if (!is_column_line(draft.line(i).text())) return false;
  }
  return false;
}

void read_repeated_letterhead(Draft& draft) {
  for (bool motto = false; !draft.done(); ++draft.next) {
    const PrintedLine& line = draft.now();
    if (line.table ||
        (motto && !has_motto(line.passage) && !is_number_line(line.text()) && !line.apart))
      return;
    motto = motto || has_motto(line.passage);
    draft.add(NodeKind::letterhead, line.passage);
  }
}

}  // namespace vanthu
