#include "ingest/letterhead_fields.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

#include "ingest/digit_views.h"

namespace vanthu {
namespace {

using Part = DigitField::Part;
constexpr std::size_t none = std::string::npos;

constexpr double head_share = 0.45;    // of the page's height that a letterhead may fill
constexpr double left_column = 0.6;    // of the page's width, where a number begins at most
constexpr double right_column = 0.35;  // and where the day stands at least
constexpr double usual_size = 14;      // points of the print

// In ems of the print.
constexpr double ngay_width = 1.97, thang_width = 2.28;
constexpr double stretch = 1.04;  // words printed a little wider
constexpr double spare = 0.12;    // of the print beside that a crop takes in
constexpr double open_day = 2.2;  // of a day whose "tháng" was not read
constexpr double widest = 8;
constexpr double too_wide = 0.6;  // of a word beyond its letters

constexpr std::size_t longest = 5;  // digits
constexpr int ink_level = 140;      // grey

// The line as lower case letters without marks, one byte each, and where each stands. A word's
// letters share its width by their widths in print.
struct Letters {
  std::string text;
  std::vector<bool> upper;
  std::vector<Box> boxes;
};

UChar32 base_letter(UChar32 c) {
  if (c == 0x111 || c == 0x110) return 'd';
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString parts;
  const auto* nfd = icu::Normalizer2::getNFDInstance(status);
  return u_tolower(U_SUCCESS(status) && nfd->getDecomposition(c, parts) ? parts.char32At(0) : c);
}

// Widths in Times, the face of all state documents (NĐ 30/2020/NĐ-CP, Phụ lục I), in ems.
double print_width(char lower, bool upper) {
  static constexpr std::array<double, 26> small{.444, .5,   .444, .5,   .444, .333, .5, .5,  .278,
                                                .278, .5,   .278, .778, .5,   .5,   .5, .5,  .333,
                                                .389, .278, .5,   .5,   .722, .5,   .5, .444};
  static constexpr std::array<double, 26> capital{
      .722, .667, .667, .722, .611, .556, .722, .722, .333, .389, .722, .611, .889,
      .722, .722, .556, .722, .667, .556, .611, .722, .722, .944, .722, .722, .611};
  if (lower >= 'a' && lower <= 'z') return (upper ? capital : small)[lower - 'a'];
  return std::string_view("/.,:;|!'-").find(lower) != none ? 0.278 : 0.5;
}

double print_width(const Letters& line, std::size_t begin, std::size_t end) {
  double sum = 0;
  for (std::size_t i = begin; i < end; ++i) sum += print_width(line.text[i], line.upper[i]);
  return sum;
}

void add_word(const Word& word, Letters& out) {
  const std::size_t begin = out.text.size();
  const auto size = static_cast<std::int32_t>(word.text.size());
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(word.text.data(), i, size, c);
    const UChar32 base = base_letter(c);
    out.text += base > 0 && base < 128 ? static_cast<char>(base) : '~';
    out.upper.push_back(u_isupper(c));
  }
  const double em = word.box->width() / std::max(print_width(out, begin, out.text.size()), 0.1);
  double x = word.box->x0;
  for (std::size_t i = begin; i < out.text.size(); ++i) {
    const double right = x + em * print_width(out.text[i], out.upper[i]);
    out.boxes.push_back({x, word.box->y0, right, word.box->y1});
    x = right;
  }
}

Letters letters_of(const PageReader::ReadLine& line) {
  Letters out;
  for (const Word& word : line.words) {
    if (!word.box) continue;
    if (!out.boxes.empty()) {
      out.text += ' ';
      out.upper.push_back(false);
      out.boxes.push_back({out.boxes.back().x1, word.box->y0, word.box->x0, word.box->y1});
    }
    add_word(word, out);
  }
  return out;
}

// Whether a symbol's stroke follows in the same word, a few signs on that are not all letters:
// "Sốz:ö8/QĐ", where a number was written or stamped close to its word.
bool stroke_follows(const Letters& line, std::size_t from) {
  const std::size_t stroke = line.text.find_first_of("/ ", from);
  if (stroke == none || line.text[stroke] != '/' || stroke - from > longest) return false;
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  return stroke + 1 < line.upper.size() && line.upper[stroke + 1] &&
         !std::all_of(line.text.begin() + static_cast<std::ptrdiff_t>(from),
                      line.text.begin() + static_cast<std::ptrdiff_t>(stroke), is_letter);
}

// Where the letters of "Số:" end, "sá?", "S6." and "$6:" too; `none` where the line begins
// otherwise.
std::size_t end_of_so(const Letters& line) {
  std::size_t i = line.text.find_first_not_of("'\"`.,|-_ ");
  if (i == none || i + 2 >= line.text.size()) return none;
  const bool like_s = (line.text[i] == '$' || line.text[i] == '5') && line.text[i + 2] == ':';
  if (line.text[i] != 's' && !like_s) return none;
  static const std::string like_o = "oa60eu";
  if (like_o.find(line.text[++i]) == none) return none;
  ++i;
  if (i < line.text.size() && line.text[i] >= 'a' && line.text[i] <= 'z')
    return stroke_follows(line, i) ? i : none;
  // More of these are a dotted line, on which the number is written.
  return i < line.text.size() && std::string(":?.,;").find(line.text[i]) != none ? i + 1 : i;
}

// Where the word begins that ends in capitals before `dash`: in "QĐ-UBND", whose stroke was not
// read. The dash itself where another sign stands before it.
std::size_t word_before(const Letters& line, std::size_t dash) {
  std::size_t begin = dash;
  while (begin > 0 && line.upper[begin - 1]) --begin;
  return dash - begin >= 2 ? begin : dash;
}

// Whether a stroke and a capital begin a word behind `from`: handwriting read as "-US” /QĐ-UBND".
bool stroke_begins_word(const Letters& line, std::size_t from) {
  for (std::size_t at = line.text.find(" /", from); at != none; at = line.text.find(" /", at + 1))
    if (at + 2 < line.upper.size() && line.upper[at + 2]) return true;
  return false;
}

// The stroke or dash that the symbol follows: "/KH-UBND", "/2026/TT-BCT", "-CTr/QU"; the symbol
// itself where its stroke was not read.
std::size_t symbol_after(const Letters& line, std::size_t from) {
  for (std::size_t i = from; i < line.text.size(); ++i) {
    if (line.text[i] != '/' && line.text[i] != '-') continue;
    const std::size_t next = line.text.find_first_not_of(' ', i + 1);
    if (next == none) continue;
    if (line.text[i] == '-' && stroke_begins_word(line, i)) continue;
    const bool year = line.text[i] == '/' && line.text.compare(next, 2, "20") == 0;
    if (line.upper[next] || year)
      return line.text[i] == '/' ? i : std::max(from, word_before(line, i));
  }
  return none;
}

bool is_lower_word(const Letters& line, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin + 1; i < end; ++i)
    if (line.text[i] < 'a' || line.text[i] > 'z' || line.upper[i]) return false;
  return end - begin >= 3;
}

// The size of the print: what most words in small letters agree on.
double em_of(const std::vector<Letters>& lines, double points_per_pixel) {
  std::vector<double> sizes;
  for (const Letters& line : lines)
    for (std::size_t begin = 0; begin < line.text.size();) {
      const std::size_t end = std::min(line.text.find(' ', begin), line.text.size());
      if (is_lower_word(line, begin, end))
        sizes.push_back((line.boxes[end - 1].x1 - line.boxes[begin].x0) /
                        print_width(line, begin, end));
      begin = end + 1;
    }
  const double usual = usual_size / points_per_pixel;
  if (sizes.empty()) return usual;
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  return std::clamp(*middle, 0.75 * usual, 1.35 * usual);
}

// Looks for the fields line by line. An engine's words may take handwriting in ("ngày06" as a long
// "ngày", "Số:04" in one): a printed word reaches no further from its safe end than its letters do.
class Finder {
 public:
  Finder(double width, double em) : width_(width), em_(em) {}

  void look(const Letters& line) {
    look_for_serial(line);
    look_for_date(line);
  }

  std::vector<FieldPlace> places;

 private:
  bool has(Part part) const {
    return std::ranges::any_of(places, [&](const FieldPlace& p) { return p.part == part; });
  }

  // Where the print [begin, end) ends, counted from its left.
  double right_of(const Letters& line, std::size_t begin, std::size_t end) const {
    return std::min(line.boxes[end - 1].x1,
                    line.boxes[begin].x0 + em_ * print_width(line, begin, end) * stretch);
  }

  // Where the print from `begin` to its word's end begins: no further left of its right end than
  // its letters reach, where other signs stand before it in its word or its box is clearly too
  // wide.
  double left_of(const Letters& line, std::size_t begin) const {
    const std::size_t end = std::min(line.text.find(' ', begin), line.text.size());
    const double measured = line.boxes[end - 1].x1 - em_ * print_width(line, begin, end);
    const bool alone = begin == 0 || line.text[begin - 1] == ' ';
    return alone && line.boxes[begin].x0 > measured - too_wide * em_ ? line.boxes[begin].x0
                                                                     : measured;
  }

  void look_for_serial(const Letters& line) {
    const std::size_t end = end_of_so(line);
    if (has(Part::serial) || end == none || line.boxes[0].x0 > left_column * width_) return;
    const std::size_t stroke = symbol_after(line, end);
    if (stroke == none) return;
    const std::size_t begin = line.text.find_first_of("s$5");
    add(Part::serial, right_of(line, begin, end), left_of(line, stroke), line.boxes[begin],
        line.boxes[stroke]);
  }

  void look_for_date(const Letters& line) {
    if (has(Part::day)) return;
    const std::size_t month = line.text.find("thang");
    const std::size_t day = line.text.rfind("nga", month);
    if (day == none || line.boxes[day].x0 < right_column * width_) return;
    // "ng" and "a" are surely print; what stands in the place of "y" may be a digit.
    const double after_day = std::min(line.boxes[day].x0 + em_ * ngay_width,
                                      line.boxes[std::min(day + 3, line.text.size() - 1)].x1);
    const Box& word = line.boxes[day];
    const bool place_before = line.text.find_last_of(",.", day) != none;
    if (month == none && !place_before) return;
    if (month == none) return add(Part::day, after_day, after_day + em_ * open_day, word, word);
    add(Part::day, after_day, left_of(line, month), word, line.boxes[month]);
    const std::size_t year = line.text.find("nam", month);
    if (year == none) return;
    add(Part::month, left_of(line, month) + em_ * thang_width, left_of(line, year),
        line.boxes[month], line.boxes[year]);
  }

  // From x0 to x1, between two letters of print.
  void add(Part part, double x0, double x1, const Box& before, const Box& after) {
    const double middle = (before.center_y() + after.center_y()) / 2;
    const double half = em_ * digit_line_height / usual_size / 2;
    const Box box{x0 - em_ * spare, middle - half, x1 + em_ * spare, middle + half};
    if (box.width() > 0 && box.width() <= em_ * widest) places.push_back({part, box});
  }

  double width_, em_;
};

// The line together with those that follow on its right: handwriting may part a line. `lines` are
// in the order of their left edges.
PageReader::ReadLine joined(const PageReader::ReadLine& line,
                            const std::vector<PageReader::ReadLine>& lines, double em) {
  PageReader::ReadLine out = line;
  for (const PageReader::ReadLine& other : lines) {
    const double gap = other.box.x0 - out.box.x1;
    const double apart = std::abs(other.box.center_y() - out.box.center_y());
    if (gap < 0 || gap > widest * em || apart > em / 2) continue;
    out.words.insert(out.words.end(), other.words.begin(), other.words.end());
    out.box = other.box;
  }
  return out;
}

}  // namespace

std::vector<FieldPlace> letterhead_fields(const std::vector<PageReader::ReadLine>& lines,
                                          double width, double height, double points_per_pixel) {
  std::vector<PageReader::ReadLine> head;
  for (const PageReader::ReadLine& line : lines)
    if (line.box.y0 <= head_share * height) head.push_back(line);
  std::vector<Letters> letters;
  for (const PageReader::ReadLine& line : head) letters.push_back(letters_of(line));
  const double em = em_of(letters, points_per_pixel);
  Finder finder(width, em);
  auto by_left = head;
  std::ranges::stable_sort(by_left, {}, [](const auto& line) { return line.box.x0; });
  for (const PageReader::ReadLine& line : head) finder.look(letters_of(joined(line, by_left, em)));
  return finder.places;
}

namespace {

bool has_ink(const PageImage& image, int x, int y0, int y1) {
  for (int y = y0; y < y1; ++y)
    if (image.at(x, y) < ink_level) return true;
  return false;
}

// The end of a place moved outwards, by half an em at most, until it cuts no ink in two.
double past_ink(const PageImage& image, const Box& box, double x, int step) {
  const int most = static_cast<int>(box.height() * usual_size / digit_line_height / 2);
  const int y0 = std::clamp(static_cast<int>(box.y0 + box.height() * 0.25), 0, image.height);
  const int y1 = std::clamp(static_cast<int>(box.y1 - box.height() * 0.25), y0, image.height);
  int at = static_cast<int>(x);
  for (int i = 0; i < most && at > 0 && at < image.width && has_ink(image, at, y0, y1); ++i)
    at += step;
  return at;
}

}  // namespace

std::vector<DigitField> read_fields(const PageImage& image, const std::optional<PartedInk>& inks,
                                    const std::vector<FieldPlace>& places) {
  std::vector<DigitField> out;
  for (const FieldPlace& place : places) {
    Box box = place.box;
    box.x0 = past_ink(image, place.box, box.x0, -1);
    box.x1 = past_ink(image, place.box, box.x1, 1);
    DigitField& field = out.emplace_back(DigitField{place.part, box, {}});
    const std::size_t most = place.part == Part::serial ? longest : 2;
    auto strings = strings_at(digit_network(), image, box, most);
    if (inks)
      strings = parted(std::move(strings), strings_at(digit_network(), inks->pen, box, most),
                       strings_at(digit_network(), inks->rest, box, most));
    for (DigitString& string : strings)
      field.readings.push_back(
          {std::move(string.digits), string.probability, std::move(string.middles)});
  }
  return out;
}

}  // namespace vanthu
