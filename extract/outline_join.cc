#include <re2/re2.h>

#include "extract/letters.h"
#include "extract/outline_draft.h"
#include "extract/task_scope.h"
#include "extract/words.h"

namespace vanthu {
namespace {

constexpr std::size_t longest_word = 40;  // bytes that the words below and their edge have at most

// The text stops at a word that a name or a clause must follow: "... của", "và", ",".
bool awaits_more(std::string_view text) {
  static const RE2 pattern(
      R"((?i).*(?:^|[\s(])(?:và|hoặc|của|theo|tại|với|cho|từ|các|những|về|do|bởi|trong|-|–))");
  return text.ends_with(',') || RE2::FullMatch(tail(text, longest_word), pattern);
}

// ... that a number follows: "... Quận", "khoản", "Nghị quyết số".
bool awaits_number(std::string_view text) {
  static const RE2 pattern(
      R"((?i).*(?:^|[\s(])(?:quận|phường|xã|huyện|thị|tổ|khóa|khu phố|điều|khoản|điểm|mục|chương|phần|số|năm|tháng|ngày|quý|lần|thứ|đến|bảng|biểu|phụ lục))");
  return RE2::FullMatch(tail(text, longest_word), pattern);
}

// A heading stands on lines of its own: numbered or in capitals, and without an end mark.
bool may_be_heading(const Passage& so_far, const std::optional<Marker>& marker) {
  return is_capitals(so_far.text) || (marker && marker->kind <= MarkerKind::number);
}

bool joins_plain(const Measure& measure, const PrintedLine& previous, const Passage& so_far,
                 const std::optional<Marker>& marker, const PrintedLine& line) {
  const bool ended = ends_sentence(so_far.text);
  const bool short_line = length(previous.text()) * 10 < measure.characters * 7;
  if (opens_lower(line.text()) && !ended) return true;
  if (is_capitals(so_far.text) != is_capitals(line.text()) && is_capitals(so_far.text))
    return false;
  if (awaits_more(so_far.text)) return true;
  if (measure.long_lines) {
    const bool heading = may_be_heading(so_far, marker) && length(so_far.text) < 160;
    return !ended && !heading && !(line.gap && !marker && short_line);
  }
  if (line.gap) return !ended && !may_be_heading(so_far, marker) && (marker || !short_line);
  return !ended ? !(short_line && may_be_heading(so_far, marker) && opens_upper(line.text()))
                : !short_line;
}

bool joins_boxes(const Layout& layout, const PrintedLine& previous, const Passage& so_far,
                 const std::optional<Marker>& marker, const PrintedLine& line) {
  const Measure &before = layout.measures[previous.page], &now = layout.measures[line.page];
  const bool ended = ends_sentence(so_far.text);
  if (opens_lower(line.text()) && !ended) return true;
  if (is_capitals(so_far.text) && !is_capitals(line.text())) return false;
  // The first word of the line would have stood on the line before.
  const double letter = previous.box->width() / std::max<std::size_t>(1, length(previous.text()));
  const std::size_t first_word = length(line.text().substr(0, line.text().find(' ')));
  const double room = before.right - previous.box->x1;
  const bool short_line = room > letter * (first_word + 2) + 0.03 * (before.right - before.left);
  const bool indented =
      line.box->x0 - now.left > 14 &&
      !(previous.page == line.page && previous.passage.words.size() > 1 &&
        so_far.words.size() > previous.passage.words.size() && line.box->x0 - previous.box->x0 < 8);
  if (awaits_more(so_far.text) && !(short_line && indented)) return true;
  if (short_line) return !ended && marker && marker->kind >= MarkerKind::dash && !indented;
  return !(indented && (ended || may_be_heading(so_far, marker)));
}

}  // namespace

bool joins(const Layout& layout, const PrintedLine& previous, const Passage& so_far,
           const std::optional<Marker>& marker, const PrintedLine& line) {
  if (label_of(line.text()) || label_of(previous.text())) return opens_lower(line.text());
  // A heading in capitals over several lines.
  if (!line.gap && !ends_sentence(so_far.text) && is_capitals(so_far.text) &&
      is_capitals(line.text()))
    return true;
  return previous.box && line.box && layout.measures[line.page].boxes
             ? joins_boxes(layout, previous, so_far, marker, line)
             : joins_plain(layout.measures[line.page], previous, so_far, marker, line);
}

std::optional<Marker> line_marker(const Passage* so_far, const PrintedLine& line) {
  std::optional<Marker> marker = marker_of(line.text());
  if (!marker || !so_far || ends_sentence(so_far->text) || label_of(so_far->text)) return marker;
  const bool bullet = marker->kind >= MarkerKind::dash;
  const bool bare_number = marker->depth == 1 && marker->kind >= MarkerKind::roman;
  if (!bullet && !line.gap &&
      (awaits_more(so_far->text) || (bare_number && awaits_number(so_far->text))))
    return std::nullopt;
  if (marker->weak && !line.gap) return std::nullopt;
  static const RE2 range(R"([\-–—]\s*[0-9].*)");  // "2023" / "- 2026 trên địa bàn"
  if (bullet && RE2::FullMatch(line.text(), range)) return std::nullopt;
  return marker;
}

}  // namespace vanthu
