#include "extract/anchor.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <map>

#include "extract/characters.h"
#include "extract/letters.h"
#include "extract/vocabulary.h"
#include "extract/words.h"

namespace vanthu {
namespace {

constexpr std::size_t motto_words = 12;    // of the longest one, and some that are broken
constexpr std::size_t least_words = 4;     // where words are run together
constexpr std::size_t motto_letters = 40;  // of the longest one, and some that are slips

const std::array<Anchor, 3>& mottoes() {
  static const std::array all{Anchor("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                              Anchor("Độc lập - Tự do - Hạnh phúc"),
                              Anchor("ĐẢNG CỘNG SẢN VIỆT NAM")};
  return all;
}

// The whole line is among what motto_begin() compares.
bool is_tried(const Passage& line) {
  return line.words.size() >= least_words && line.words.size() <= motto_words;
}

// Where the motto begins that ends the line, by the best fit; npos where it does not end in one.
std::size_t motto_begin(const Passage& line) {
  std::size_t best = std::string::npos, least = std::string::npos;
  const std::size_t first = std::max(line.words.size(), motto_words) - motto_words;
  if (first + least_words > line.words.size()) return best;
  const std::string plain = plain_form(std::string_view(line.text).substr(line.offsets[first]));
  std::vector<const Anchor*> likely;
  for (const Anchor& motto : mottoes())
    if (motto.may_end(plain)) likely.push_back(&motto);
  for (std::size_t i = first; i + least_words <= line.words.size() && !likely.empty(); ++i) {
    const std::string_view rest = std::string_view(line.text).substr(line.offsets[i]);
    for (const Anchor* motto : likely) {
      const auto off = motto->slips(rest);
      if (off && *off < least) best = line.offsets[i], least = *off;
      if (off && *off == 0) return best;
    }
  }
  return best;
}

bool may_end_in_date(std::string_view line) {
  constexpr std::size_t year_bytes = 40;  // of "năm" and what may stand behind it
  return tail(line, year_bytes).find("năm") != line.npos && line.find("tháng") != line.npos;
}

// Where place and date begin that end the line. The place is one of the tier's names or a run of
// capitalised words; the day and the month may be blank.
std::size_t date_begin(std::string_view line) {
  static const RE2 pattern(
      R"(((?:(?:Thành phố|Tp\.?|TP\.?|Quận|Huyện|Phường|Xã|Thị xã|Thị trấn|Tỉnh|Đặc khu)\s+)?)"
      R"((?:\p{Lu}[\pL.'-]*|[0-9]{1,2})(?:\s+(?:\p{Lu}[\pL.'-]*|-|[0-9]{1,2})){0,5}\s*,\s*)"
      R"([Nn]g\S{0,12}.{0,12}\s*tháng.{0,10}\s*năm\s+.{0,6})$)");
  if (!may_end_in_date(line)) return std::string::npos;
  const auto number = letterhead_number(line);
  const std::size_t from = number ? number->span.end : 0;
  re2::StringPiece rest(line.data() + from, line.size() - from), found;
  if (!RE2::PartialMatch(rest, pattern, &found)) return std::string::npos;
  std::size_t begin = found.data() - line.data();
  // Capitals before the place belong to the left column: "VĂN PHÒNG Quận 1, ngày ...".
  for (std::size_t blank; (blank = line.find(' ', begin)) != line.npos; begin = blank + 1) {
    const std::string_view word = line.substr(begin, blank - begin);
    if (!is_capitals(word) || line.substr(begin).substr(0, 3) == "TP.") break;
  }
  return begin;
}

// Letters alone, without marks: "QUYẾTĐỊNH _." -> "quyetdinh".
std::string letters_of(std::string_view text) {
  std::string out;
  for (const char c : plain_form(text))
    if (c >= 'a' && c <= 'z') out += c;
  return out;
}

const RE2& authority() {
  static const RE2 pattern(R"((?:KT|TM|TL|TUQ|Q|T/M|K/T|T/L|TUN)\s*[./]?\s+\p{Lu}.*|)"
                           R"((?:KT|TM|TL|TUQ|T/M|K/T|T/L)\s*[.:,-]\s*\p{Lu}.*|Q\.\p{Lu}.*)");
  return pattern;
}

}  // namespace

bool is_motto(std::string_view text) {
  return !has_more_letters(text, motto_letters) &&
         std::ranges::any_of(mottoes(), [&](const Anchor& motto) { return motto.near(text); });
}

std::vector<Passage> letterhead_columns(const Passage& line) {
  std::size_t begin = motto_begin(line);
  if (begin == std::string::npos) begin = date_begin(line.text);
  if (begin == std::string::npos || begin == 0) return {line};
  return {line.part({0, begin}), line.part({begin, line.text.size()})};
}

bool has_motto(const Passage& line) {
  if (motto_begin(line) != std::string::npos) return true;
  if (!may_end_in_date(line.text)) return !is_tried(line) && is_motto(line.text);
  const std::string plain = plain_form(line.text);
  if (std::ranges::none_of(mottoes(), [&](const Anchor& motto) { return motto.may_be_in(plain); }))
    return false;
  const std::size_t date = date_begin(line.text);
  if (date == std::string::npos || date == 0) return is_motto(line.text);
  return is_motto(line.part({0, date}).text) || is_motto(line.part({date, line.text.size()}).text);
}

bool is_place_and_date(std::string_view text) { return date_begin(text) == 0; }

bool is_number_line(std::string_view text) {
  static const RE2 pattern(R"([\s_.~\-–—]*(?i:Số)\s*[:.]?\s*[\d\s./\-…_]*.*)");
  if (!RE2::FullMatch(text, pattern)) return false;
  if (letterhead_number(text) || text.find(':') != text.npos) return true;
  // Digits by hand that were read as letters: "Số j -KH/QU".
  static const RE2 by_hand(
      R"([\s_.~\-–—]*(?i:Số)\s+\S{1,5}\s*[-/]\s*(\p{Lu}[\pL\d]*[-/]\p{Lu}[\pL\d/-]*))");
  std::string symbol;
  return RE2::FullMatch(text, by_hand, &symbol) && kind_of_symbol(symbol);
}

std::optional<DocumentKind> titled_kind(std::string_view text) {
  const std::string_view bare = trim_end(text, ":.*");
  if (!is_capitals(bare) || length(bare) > 60) return std::nullopt;
  if (const auto kind = kind_of_title(bare)) return kind;
  const std::string plain = letters_of(bare);
  static const auto kinds = [] {
    std::map<std::string, DocumentKind> by_letters;
    for (const auto& row : vocabulary("kinds.tsv"))
      by_letters.try_emplace(letters_of(row[1]),
                             DocumentKind{std::string(row[0]), std::string(row[1])});
    return by_letters;
  }();
  const auto kind = kinds.find(plain);
  return kind == kinds.end() ? std::nullopt : std::optional(kind->second);
}

bool is_title(std::string_view text) { return titled_kind(text).has_value(); }

bool is_basis(std::string_view text) {
  static const RE2 pattern(
      R"((?:-\s*)?(?:Căn cứ|Thực hiện|Theo|Xét|Trên cơ sở|Triển khai|Tiếp tục thực hiện|Để (?:triển khai|thực hiện)|Nhằm)\s.*)");
  static const Anchor usual("Căn cứ");
  return RE2::FullMatch(text, pattern) ||
         usual.near(text.substr(0, text.find(' ', text.find(' ') + 1)));
}

bool is_addressee(std::string_view text) {
  static const Anchor title("Kính gửi");
  const std::string_view head = text.substr(0, text.find(':'));
  return head.size() < text.size() && title.near(trimmed(head));
}

bool is_letter_subject(std::string_view text) {
  static const RE2 pattern(R"((?:V/v|V/V|v/v|Về việc)[:\s].*)");
  return RE2::FullMatch(text, pattern);
}

bool is_recipients_title(std::string_view text) {
  constexpr std::ptrdiff_t most = 10;  // letters of what is near
  static const RE2 noise(R"([^\pL]*)");
  static const Anchor title("Nơi nhận");
  const auto first = text.substr(0, 6 * most);
  if (std::ranges::count_if(first.substr(0, first.find(':')), is_small_ascii) > most) return false;
  re2::StringPiece head(text.data(), std::min(text.find(':'), text.size()));
  RE2::Consume(&head, noise);
  return title.near(trimmed({head.data(), head.size()}));
}

namespace {

// The first letter of its plain_form() is that of "Phụ lục".
bool opens_with_p(std::string_view text) {
  char32_t plain = ' ';
  for (std::size_t at = 0; at < text.size() && (plain == 0 || plain == ' ');)
    plain = characters()[next_character(text, at)].plain;
  return plain == 'p';
}

}  // namespace

bool is_appendix_title(std::string_view text) {
  // "PHỤLỤCH": the blank lost and II read as H. Specks may stand before capitals only: "- Phụ lục"
  // is an item.
  static const RE2 pattern(R"(phu ?luc(?: so)?(?: ?[ivxlh]+| ?[0-9]{1,2}[a-z]?| [a-h])?\s*[:.]?)");
  static const RE2 specks(R"([^\pL\pN]+)");
  re2::StringPiece title(text.data(), text.size());
  if (is_capitals(text)) RE2::Consume(&title, specks);
  const std::string_view rest(title.data(), title.size());
  return opens_with_p(rest) && opens_upper(rest) && RE2::FullMatch(plain_form(rest), pattern);
}

bool is_copy_mark(std::string_view text) {
  static const RE2 mark(
      "(?:sao (?:y|luc)|trich sao)(?: (?:y )?(?:tu )?ban (?:chinh|sao|goc))?[.:]?");
  return text.size() < 60 && is_capitals(text) && RE2::FullMatch(plain_form(text), mark);
}

bool is_attachment_note(std::string_view text) {
  static const RE2 pattern(R"(\s*\(\s*(?:\pL+\s+){0,3}?(?i:kèm theo|đính kèm)\s.*)");
  return RE2::FullMatch(text, pattern);
}

bool is_authority(std::string_view text) {
  return is_capitals(text) && RE2::FullMatch(text, authority());
}

bool is_position(std::string_view text) {
  static const RE2 pattern(
      "(?:quyen )?(?:pho )*(?:chu tich|chu nhiem|chanh|giam doc|tong giam doc|hieu truong|"
      "vien truong|cuc truong|chi cuc truong|truong|bo truong|thu truong|thu tuong|thong doc|"
      "tong cuc truong|tong thanh tra|bi thu|cuc truong|vu truong|chi huy|tu lenh|doi truong|"
      "tong bien tap|uy vien|tong kiem toan|chu tich nuoc|giam thi|ke toan truong)(?: .*)?");
  return is_capitals(text) && length(text) < 60 &&
         (RE2::FullMatch(plain_form(text), pattern) || usual_position(text));
}

std::optional<std::string_view> usual_position(std::string_view text) {
  struct Office {
    std::string_view name;
    std::string letters;
    Anchor anchor;
  };
  static const auto offices = [] {
    std::vector<Office> all;
    for (const std::string_view name :
         {"Chủ tịch", "Phó Chủ tịch", "Bộ trưởng", "Thứ trưởng", "Giám đốc", "Phó Giám đốc",
          "Hiệu trưởng", "Phó Hiệu trưởng", "Cục trưởng", "Phó Cục trưởng", "Bí thư", "Phó Bí thư",
          "Thủ tướng", "Phó Thủ tướng", "Chánh Văn phòng", "Phó Chánh Văn phòng"})
      all.push_back({name, letters_of(name), Anchor(letters_of(name))});
    return all;
  }();
  const std::string letters = letters_of(text);
  std::optional<std::string_view> mended;
  for (const Office& office : offices) {
    if (letters == office.letters) return office.name;
    if (!office.anchor.near(letters)) continue;
    if (mended) return std::nullopt;  // "THU TUƠNG" may be either of two
    mended = office.name;
  }
  return mended;
}

bool is_person(std::string_view text) {
  static const RE2 pattern(
      R"((?:(?:Đại tướng|Thượng tướng|Trung tướng|Thiếu tướng|Đại tá|Thượng tá|Trung tá|Thiếu tá)\s+)?)"
      R"(\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*){1,4})");
  return length(text) >= 5 && length(text) < 45 && RE2::FullMatch(text, pattern);
}

}  // namespace vanthu
