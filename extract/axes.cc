#include "extract/axes.h"

#include <re2/re2.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "extract/interleaved.h"
#include "extract/letters.h"
#include "extract/marker.h"
#include "extract/reading.h"
#include "extract/tokens.h"
#include "extract/words.h"

namespace vanthu {
namespace {

std::string without_zeros(std::string code) {
  while (code.size() > 1 && code[0] == '0') code.erase(0, 1);
  return code;
}

std::string bare_name(std::string_view name) {
  static const RE2 edge(R"(^[\s:.“”"'‘’–-]+|[\s:;.“”"'‘’]+$)");
  std::string out(name);
  RE2::GlobalReplace(&out, edge, "");
  return out;
}

// 4.06 and 4,06; none where the cell holds anything else.
std::optional<double> score(const std::string& cell) {
  static const RE2 pattern(R"((\d{1,3})(?:[.,](\d{1,4}))?)");
  std::string whole, part;
  if (!RE2::FullMatch(trimmed(cell), pattern, &whole, &part)) return std::nullopt;
  const std::string number = whole + "." + (part.empty() ? "0" : part);
  double value = 0;
  std::from_chars(number.data(), number.data() + number.size(), value);
  return value;
}

std::vector<Score> scores_of(const Row& row, const Columns& columns) {
  static const RE2 year("((?:19|20)[0-9]{2})");
  std::vector<Score> out;
  for (std::size_t i = 0; i < std::min(row.cells.size(), columns.kinds.size()); ++i) {
    int number = 0;
    if (columns.kinds[i] != Column::year || !RE2::PartialMatch(columns.headers[i], year, &number))
      continue;
    if (const auto value = score(row.cells[i].text())) out.push_back({number, *value});
  }
  // 175 beside 1,69: the comma was not read.
  const auto fraction = [](const Score& s) { return s.value != static_cast<int>(s.value); };
  if (std::any_of(out.begin(), out.end(), fraction))
    std::erase_if(out, [&](const Score& s) { return s.value > 10 && !fraction(s); });
  return out;
}

void add(Reading& reading, Axis axis, const Passage& passage, const std::string& rule) {
  std::vector<Axis>& all = reading.record.axes;
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Axis& a) { return a.code == axis.code; });
  if (found == all.end()) {
    axis.evidence = reading.evidence(passage, rule);
    all.push_back(std::move(axis));
  } else if (found->scores.empty()) {
    found->scores = axis.scores;
  }
}

void read_table(Reading& reading, const Node& table) {
  const Columns columns = columns_of(table.rows);
  const auto axis_column = columns.first(Column::axis);
  for (const Row& row : table.rows) {
    if (row.group && is_axis_group(table.rows, row)) {
      if (auto axis = axis_of_label(group_text(row))) {
        Passage passage;
        for (const RowCell& cell : row.cells) passage.append(cell.joined());
        add(reading, *axis, passage, "axis by a group row");
      }
    } else if (!row.header && axis_column && !row.cells[*axis_column].repeated) {
      for (Axis& axis : axes_of_row(row, columns))
        add(reading, axis, row.cells[*axis_column].joined(), "axis by a table's column");
    }
  }
}

// Every axis that a text names by number and quoted name.
std::vector<Axis> axes_named(std::string_view text) {
  static const RE2 named(
      R"((?i)(?:chỉ s\pL n\pLi d\pLng|trục nội dung)\s+(?:số\s+)?0?(\d{1,2})\s*[:.–-]?\s*[“"]\s*([^”"“]{4,120}?)\s*[”"])");
  std::vector<Axis> out;
  re2::StringPiece rest(text.data(), text.size());
  for (std::string code, name; RE2::FindAndConsume(&rest, named, &code, &name);) {
    Axis& axis = out.emplace_back();
    axis.code = without_zeros(code);
    axis.name = bare_name(name);
  }
  return out;
}

// The name that the document gives an axis most often, of equals the one with fewest words that are
// no syllables: some are misread.
std::string usual_name(const Outline& outline, const std::string& code) {
  std::map<std::string, int> count;
  for (const Node& node : outline.nodes)
    for (const Axis& axis : axes_named(node.passage.text))
      if (axis.code == code) ++count[axis.name];
  const auto merit = [](const auto& name) {
    const auto odd = std::ranges::count_if(
        tokens(name.first), [](const Token& word) { return !syllable_like(word.folded); });
    return std::pair(name.second, -odd);
  };
  return std::ranges::max_element(count, {}, merit)->first;
}

// The axes of a table whose columns are mixed: named by its owners' lines or elsewhere in the text,
// with the scores whose line begins with their number or stands before such a line.
class MixedAxes {
 public:
  explicit MixedAxes(Reading& reading) : reading_(reading) {
    for (const Node& node : reading.outline.nodes)
      if (node.mixed && node.kind == NodeKind::other) {
        any_ = true;
        if (auto years = header_years(node.passage.text); years.size() > years_.size())
          years_ = std::move(years);
      }
  }

  void read(const Node& node) {
    if (node.kind == NodeKind::other) {
      read_scores(node.passage.text);
    } else if (auto axis = axis_named(node.passage.text)) {
      axis->name = usual_name(reading_.outline, axis->code);
      if (!pending_.empty()) axis->scores = std::exchange(pending_, {});
      add(reading_, *axis, node.passage, "axis named by an owner's line");
    }
  }

  void complete() {
    std::vector<Axis>& all = reading_.record.axes;
    if (!any_ || all.empty()) return;
    for (const Node& node : reading_.outline.nodes)
      for (Axis& axis : node.mixed ? std::vector<Axis>() : axes_named(node.passage.text)) {
        axis.name = usual_name(reading_.outline, axis.code);
        add(reading_, axis, node.passage, "axis of a mixed table, named in the text");
      }
    for (Axis& axis : all)
      if (const auto scores = by_code_.find(axis.code); scores != by_code_.end())
        axis.scores = scores->second;
    std::ranges::stable_sort(
        all, {}, [](const Axis& axis) { return std::pair(axis.code.size(), axis.code); });
  }

 private:
  // A line of scores, or one score of several lines.
  void read_scores(const std::string& text) {
    if (const auto line = score_line(text)) {
      column_.clear();
      if (line->values.size() != years_.size()) return;
      line->code.empty() ? pending_ = of_years(line->values)
                         : by_code_[line->code] = of_years(line->values);
    } else if (const auto value = score(text); value && *value < 10) {
      column_.push_back(*value);
      if (column_.size() == years_.size()) pending_ = of_years(std::exchange(column_, {}));
    } else {
      column_.clear();
    }
  }

  std::vector<Score> of_years(const std::vector<double>& values) const {
    std::vector<Score> out;
    for (std::size_t i = 0; i < years_.size(); ++i) out.push_back({years_[i], values[i]});
    return out;
  }

  Reading& reading_;
  bool any_ = false;
  std::vector<int> years_;
  std::vector<double> column_;  // scores read so far that stand one below the other
  std::vector<Score> pending_;  // of the axis that the next owner's line names
  std::map<std::string, std::vector<Score>> by_code_;
};

// Axes of one plan begin alike: "Tĩnh vực ..." among several of "Lĩnh vực ..." is misread.
void agree_on_first_words(std::vector<Axis>& axes) {
  const auto head = [](const Axis& axis, TokenView words) {
    const Span first = words[0].span;
    return std::pair(std::string(words[1].folded), axis.name.substr(first.begin, first.size()));
  };
  std::map<std::pair<std::string, std::string>, int> count;  // of the first two words
  for (const Axis& axis : axes)
    if (const Tokens words = tokens(axis.name); words.size() >= 2) ++count[head(axis, words)];
  for (Axis& axis : axes) {
    const Tokens words = tokens(axis.name);
    if (words.size() < 2 || count.at(head(axis, words)) > 1) continue;
    const Span first = words[0].span;
    const auto usual = std::ranges::find_if(count, [&](const auto& other) {
      return other.second > 1 && other.first.first == words[1].folded &&
             one_letter_apart(folded(other.first.second), words[0].folded);
    });
    if (usual != count.end()) axis.name.replace(first.begin, first.size(), usual->first.second);
  }
}

MarkerKind rank(const Row& group) {
  static const RE2 roman("[IVX]+[.)]?");
  const std::string text = group_text(group);
  const std::string code = text.substr(0, text.find(' '));
  if (RE2::FullMatch(code, roman)) return MarkerKind::roman;
  return code.size() <= 2 && opens_upper(code) ? MarkerKind::capital : MarkerKind::number;
}

}  // namespace

std::optional<Axis> axis_of_label(std::string_view label) {
  static const RE2 pattern(R"(\s*([IVX]{1,5}|[A-H]|\d{1,2}(?:\.\d{1,2})*)\s*[.):–-]?\s+(\S.*))");
  std::string code, name;
  if (!RE2::FullMatch(label, pattern, &code, &name)) return std::nullopt;
  Axis axis;
  axis.code = without_zeros(code);
  axis.name = bare_name(name);
  if (axis.name.empty()) return std::nullopt;
  return axis;
}

// The first or the second word may be that of "chỉ số nội dung", "nội dung thành phần", "trục" or
// "lĩnh vực".
bool may_open_axis(std::string_view heading) {
  const auto may_be = [](std::string_view word) {
    if (word.size() < 2) return false;
    const char first = word[0] | 0x20, second = word[1] | 0x20;
    return (first == 'c' && second == 'h') || (first == 't' && second == 'r') ||
           ((first == 'n' || first == 'l') && (word[1] & 0x80) != 0);
  };
  constexpr std::string_view blanks = " \t\n\f\r";
  const std::size_t second =
      heading.find_first_not_of(blanks, std::min(heading.find_first_of(blanks), heading.size()));
  return may_be(heading) || (second != heading.npos && may_be(heading.substr(second)));
}

std::optional<Axis> axis_of_heading(std::string_view heading) {
  if (!may_open_axis(heading)) return std::nullopt;
  static const RE2 quoted(
      R"((?i)(?:\S+\s+)?(?:chỉ số nội dung|trục nội dung|nội dung thành phần|trục)\s+(?:số\s+)?(\d{1,2}|[IVX]+)\s*[:.–-]?\s*[“"]\s*([^”"]+?)\s*[”"].*)");
  static const RE2 plain(
      R"((?i)(?:\S+\s+)?(?:chỉ số nội dung|trục nội dung|lĩnh vực)\s+(?:số\s+)?(\d{1,2}|[IVX]+)\s*[:.–-]\s*([^:]+?)\s*:?)");
  std::string code, name;
  if (!RE2::FullMatch(heading, quoted, &code, &name) &&
      !RE2::FullMatch(heading, plain, &code, &name))
    return std::nullopt;
  Axis axis;
  axis.code = without_zeros(code);
  axis.name = bare_name(name);
  return axis;
}

std::optional<Axis> axis_named(std::string_view text) {
  const std::vector<Axis> all = axes_named(text);
  const bool one = !all.empty() && std::all_of(all.begin(), all.end(), [&](const Axis& axis) {
    return axis.code == all[0].code;
  });
  return one ? std::optional(all[0]) : std::nullopt;
}

std::vector<Axis> axes_of_row(const Row& row, const Columns& columns) {
  const auto column = columns.first(Column::axis);
  if (!column || *column >= row.cells.size()) return {};
  std::string label = row.cells[*column].text();
  const auto ordinal = columns.first(Column::ordinal);
  if (ordinal && *ordinal + 1 == *column) label = row.cells[*ordinal].text() + " " + label;
  // The sub-axes begin at their numbers: " 1.1. ", " 1.2 ".
  static const RE2 sub(R"((?:^|\s)[-–]?\s*(\d{1,2}\.\d{1,2})\s*[.):]?\s+\p{Lu})");
  std::vector<std::size_t> begins;
  re2::StringPiece rest(label), code;
  while (RE2::FindAndConsume(&rest, sub, &code)) begins.push_back(code.data() - label.data());
  std::vector<Axis> out;
  const std::size_t head = begins.empty() ? label.size() : begins[0];
  const bool is_sub = !begins.empty() && begins[0] <= 1;
  if (is_sub) begins.erase(begins.begin());
  const std::string_view first = std::string_view(label).substr(0, !is_sub          ? head
                                                                   : begins.empty() ? label.size()
                                                                                    : begins[0]);
  std::optional<Axis> axis = axis_of_heading(first);
  if (!axis) axis = axis_of_label(first);
  if (!axis) return {};
  const std::size_t point = axis->code.rfind('.');
  if (point != axis->code.npos) axis->parent = axis->code.substr(0, point);
  axis->scores = scores_of(row, columns);
  out.push_back(*axis);
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : label.size();
    auto part = axis_of_label(std::string_view(label).substr(begins[i], end - begins[i]));
    if (!part) continue;
    part->parent = axis->parent.value_or(axis->code);
    out.push_back(*part);
  }
  return out;
}

std::string group_text(const Row& group) {
  std::string out;
  for (const RowCell& cell : group.cells) {
    const std::string text = cell.text();
    if (!out.empty() && !text.empty()) out += ' ';
    out += text;
  }
  return out;
}

bool is_axis_group(const std::vector<Row>& rows, const Row& group) {
  const MarkerKind own = rank(group);
  const auto is_above = [own](MarkerKind other) {
    if (other == MarkerKind::roman) return own == MarkerKind::number;
    return other == MarkerKind::capital && own != MarkerKind::capital;
  };
  return std::ranges::none_of(rows, [&](const Row& row) {
    return row.group && is_above(rank(row)) && axis_of_label(group_text(row));
  });
}

void read_axes(Reading& reading) {
  MixedAxes mixed(reading);
  for (const Node& node : reading.outline.nodes) {
    if (node.mixed) mixed.read(node);
    if (node.kind == NodeKind::table && columns_of(node.rows).is_task_table()) {
      read_table(reading, node);
    } else if (node.kind == NodeKind::heading || node.kind == NodeKind::item) {
      const bool opens = node.kind == NodeKind::heading;
      if (auto axis = opens ? axis_of_heading(node.passage.text) : std::nullopt)
        add(reading, *axis, node.passage, "axis by a heading");
    }
  }
  mixed.complete();
  const std::vector<TextPage>& pages = reading.text.pages;
  if (!pages.empty() && pages.front().text_origin == TextOrigin::ocr)
    agree_on_first_words(reading.record.axes);
}

}  // namespace vanthu
