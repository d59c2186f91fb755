#include "extract/group_numbers.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <optional>

#include "extract/words.h"

namespace vanthu {
namespace {

constexpr std::array<std::string_view, 21> numerals = {
    "",   "I",   "II",   "III", "IV", "V",   "VI",   "VII",   "VIII", "IX", "X",
    "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX",  "XX"};
constexpr double skipped = 0.6;  // for each numeral that no row bears
constexpr double far = 1e6;

// A numeral by the shapes of its letters: "H" is two strokes, "Ị", "l" and "1" are one.
std::optional<std::string> shape_of(std::string_view word) {
  std::string out;
  for (const char c : plain_form(word)) {
    if (c == 'h')
      out += "II";
    else if (c == 'i' || c == 'l' || c == '1' || c == '|' || c == '!')
      out += 'I';
    else if (c == 'v' || c == 'y')
      out += 'V';
    else if (c == 'x')
      out += 'X';
    else if (c != '.' && c != ')' && c != '/')
      return std::nullopt;
  }
  if (out.empty() || out.size() > 6) return std::nullopt;
  return out;
}

// The word of a row that is its number, if the row holds nothing but that and a title.
std::optional<std::string> number_word(const Row& row) {
  if (row.header || row.cells.size() < 4 || row.cells[0].paragraphs.empty() ||
      row.cells[0].repeated)
    return std::nullopt;
  const Passage& first = row.cells[0].paragraphs[0];
  if (first.empty()) return std::nullopt;
  const bool apart = first.words.size() == 1 && row.cells[0].paragraphs.size() == 1;
  if (apart == row.cells[1].paragraphs.empty() || row.cells[1].repeated) return std::nullopt;
  for (std::size_t i = 2; i < row.cells.size(); ++i)
    if (!row.cells[i].paragraphs.empty()) return std::nullopt;
  static const RE2 upper(R"([\p{Lu}1l|!]+[.)/|]*|[.][\p{Lu}]+)");
  const std::string word(first.word_text(0));
  return RE2::FullMatch(word, upper) || apart ? std::optional(word) : std::nullopt;
}

struct Group {
  std::size_t row;
  std::string shape;
  bool roman;  // more than strokes that may be Arabic figures
  int value = 0;
};

std::vector<Group> groups_of(const std::vector<Row>& rows) {
  std::vector<Group> out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto word = number_word(rows[i]);
    if (!word) continue;
    const bool digits = word->find_first_not_of("0123456789.)") == word->npos;
    if (auto shape = shape_of(*word)) out.push_back({i, std::move(*shape), !digits});
  }
  return out;
}

double unlike(const std::string& shape, int value) {
  return static_cast<double>(difference(shape, numerals[value]));
}

// The rising values that the groups of [begin, end) fit best.
void assign(std::vector<Group>& groups, std::size_t begin, std::size_t end) {
  const int last = static_cast<int>(numerals.size()) - 1;
  std::vector<std::vector<double>> cost(end - begin, std::vector<double>(last + 1, far));
  std::vector<std::vector<int>> from(end - begin, std::vector<int>(last + 1, 0));
  for (std::size_t i = begin; i < end; ++i)
    for (int value = 1; value <= last; ++value)
      for (int before = 0; before < value; ++before) {
        if (i == begin && before > 0) break;
        const double so_far = i == begin ? 0 : cost[i - begin - 1][before];
        const double sum = so_far + unlike(groups[i].shape, value) + skipped * (value - before - 1);
        if (sum >= cost[i - begin][value]) continue;
        cost[i - begin][value] = sum;
        from[i - begin][value] = before;
      }
  int value = static_cast<int>(std::min_element(cost.back().begin(), cost.back().end()) -
                               cost.back().begin());
  for (std::size_t i = end; i-- > begin; value = from[i - begin][value]) groups[i].value = value;
}

// The numbering begins anew under a higher heading.
bool begins_anew(const Group& before, const Group& group) {
  return group.shape == "I" && before.shape.size() > 1;
}

void write_number(Row& row, int value) {
  Passage& passage = row.cells[0].paragraphs[0];
  Passage out;
  for (std::size_t i = 0; i < passage.words.size(); ++i)
    out.append(passage.words[i], i == 0 ? numerals[value] : passage.word_text(i));
  passage = std::move(out);
  row.group = true;
}

// A group row whose numeral was not read at all: nothing but a title in its second cell.
bool has_lost_number(const Row& row) {
  const auto is_empty = [](const RowCell& cell) { return cell.paragraphs.empty(); };
  return !row.header && row.cells.size() >= 4 && is_empty(row.cells[0]) &&
         !is_empty(row.cells[1]) && !row.cells[1].repeated &&
         std::all_of(row.cells.begin() + 2, row.cells.end(), is_empty) &&
         opens_upper(row.cells[1].paragraphs[0].text);
}

// The one group between two whose numerals leave out one.
void number_lost_group(std::vector<Row>& rows, const Group& before, const Group& after) {
  if (after.value != before.value + 2) return;
  std::vector<std::size_t> lost;
  for (std::size_t i = before.row + 1; i < after.row; ++i)
    if (has_lost_number(rows[i])) lost.push_back(i);
  if (lost.size() != 1) return;
  Row& row = rows[lost[0]];
  Passage number;
  number.append(row.cells[1].paragraphs[0].words[0], numerals[before.value + 1]);
  row.cells[0].paragraphs.push_back(std::move(number));
  row.group = true;
}

}  // namespace

void number_groups(std::vector<Row>& rows) {
  std::vector<Group> groups = groups_of(rows);
  if (std::count_if(groups.begin(), groups.end(), [](const Group& g) { return g.roman; }) < 2)
    return;
  for (std::size_t begin = 0, i = 1; i <= groups.size(); ++i) {
    if (i < groups.size() && !begins_anew(groups[i - 1], groups[i])) continue;
    assign(groups, begin, i);
    begin = i;
  }
  for (const Group& group : groups)
    if (group.value > 0 && unlike(group.shape, group.value) <= 1)
      write_number(rows[group.row], group.value);
  for (std::size_t i = 1; i < groups.size(); ++i)
    number_lost_group(rows, groups[i - 1], groups[i]);
}

}  // namespace vanthu
