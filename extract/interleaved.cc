#include "extract/interleaved.h"

#include <re2/re2.h>

#include <algorithm>
#include <charconv>

#include "extract/characters.h"
#include "extract/tokens.h"
#include "extract/unit.h"
#include "extract/unit_lexicon.h"
#include "extract/words.h"

namespace vanthu {
namespace {

// "Trục nội dung | 2021 | 2022 | 2023 Nhiệm vụ được giao Thời gian"
bool is_header(std::string_view text) {
  static const RE2 work("(?:.* )?(?:nhiem vu|noi dung cong viec|viec can lam)(?: .*)?");
  static const RE2 time("(?:.* )?(?:thoi gian|thoi han|hoan thanh|tien do)(?: .*)?");
  constexpr std::ptrdiff_t digits = 8;  // of two years
  const bool strokes = text.find('|') != text.npos;
  if (!strokes && std::ranges::count_if(text, is_digit) < digits) return false;
  if (length(text) > 130 || ends_sentence(text)) return false;
  const std::string plain = plain_form(text);
  if (!RE2::FullMatch(plain, work)) return false;
  return header_years(text).size() >= 2 || (strokes && RE2::FullMatch(plain, time));
}

// What a column of times or the end of a narrow cell leaves on a line of its own.
bool is_fragment(std::string_view text) {
  static const RE2 time(
      "(?:truoc ngay|trong|dinh ky|hang (?:quy|thang|nam)|[0-9]{1,2} thang [0-9]{1,2}|"
      "(?:nam |trong nam )?(?:19|20)[0-9]{2}|trong nam|quy [0-9ivx]+)[ .,]*");
  return RE2::FullMatch(plain_form(text), time) || (length(text) < 24 && !ends_sentence(text));
}

bool opens_duty(std::string_view text) {
  const WordKind kind = opening_at(tokens(text), 0).kind;
  return kind == WordKind::verb || kind == WordKind::weak || kind == WordKind::adverb;
}

// "Phòng Nội vụ Quận 1: Chủ trì ...", a rest of the owner's column before it or not.
bool names_owner(std::string_view text) {
  const std::size_t colon = text.find(':');
  return colon != text.npos && !leading_units(text.substr(0, colon + 1)).empty();
}

// The longest of the pieces that the strokes between columns part.
Passage widest(const Passage& line) {
  Span best;
  const std::string& text = line.text;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('|', begin), text.size());
    if (end - begin > best.size()) best = {begin, end};
    begin = end + 1;
  }
  while (best.begin < best.end && text[best.begin] == ' ') ++best.begin;
  while (best.end > best.begin && text[best.end - 1] == ' ') --best.end;
  return line.part(best);
}

class Reader {
 public:
  explicit Reader(Draft& draft) : draft_(draft) {}

  void read(const Passage& line) {
    Passage rest = line;
    if (const std::size_t end = scores_end(line.text); end > 0) {
      draft_.add(NodeKind::other, line.part({0, end}));
      draft_.nodes.back().mixed = true;
      rest = line.without_prefix(end);
    }
    rest = widest(rest);
    if (rest.empty()) return;
    if (const std::size_t item = item_begin(rest); item < rest.text.size())
      open(rest.without_prefix(item), rest.text[item] == '+');
    else if (const std::size_t owner = owner_begin(rest); owner < rest.text.size())
      open(rest.without_prefix(owner), true);
    else if (is_fragment(rest.text)) {
      draft_.add(NodeKind::other, rest);
      draft_.nodes.back().mixed = true;
    } else {
      go_on(rest);
    }
  }

 private:
  static std::size_t scores_end(std::string_view text) {
    static const RE2 scores(
        R"((.*?(?:[0-9][.,][0-9]{1,2}[ |]+){2,}[0-9][.,][0-9]{1,2})(?:[ |].*)?)");
    re2::StringPiece found;
    if (!RE2::FullMatch(re2::StringPiece(text.data(), text.size()), scores, &found)) return 0;
    return found.size();
  }

  // Where a dash or plus opens an item, the rest of a narrow column before it or not; the size of
  // the text where none does.
  static std::size_t item_begin(const Passage& line) {
    constexpr std::size_t narrow = 24;  // letters of a rest
    for (std::size_t i = 0; i + 1 < line.words.size(); ++i) {
      const std::string_view word = line.word_text(i);
      if (length(line.text.substr(0, line.offsets[i])) > narrow) break;
      if (word != "-" && word != "_" && word != "+" && word != "–") continue;
      const std::string_view after = std::string_view(line.text).substr(line.offsets[i + 1]);
      if (i == 0 || (opens_upper(after) && opens_duty(after)) || names_owner(after))
        return line.offsets[i];
    }
    return line.text.size();
  }

  static std::size_t owner_begin(const Passage& line) {
    constexpr std::size_t few = 4;  // words of a rest
    for (std::size_t i = 0; i < std::min(few, line.words.size()); ++i) {
      const bool doubled = i + 1 < line.words.size() && line.word_text(i) == line.word_text(i + 1);
      if (!doubled && names_owner(std::string_view(line.text).substr(line.offsets[i])))
        return line.offsets[i];
    }
    return line.text.size();
  }

  void open(const Passage& line, bool owner) {
    const std::optional<Marker> printed = marker_of(line.text);
    const std::size_t prefix = printed ? printed->bytes : line.text[0] == '_' ? 2 : 0;
    // Owners stand above items, whatever signs are printed.
    draft_.add(NodeKind::item, line.without_prefix(prefix), marker_of(owner ? "a) A" : "- A"));
    draft_.nodes.back().marker = owner ? "+" : "-";
    draft_.nodes.back().mixed = true;
    open_ = draft_.nodes.size() - 1;
  }

  // A line that names an axis after what is complete opens the work of the next owner.
  void go_on(const Passage& line) {
    static const RE2 axis(R"((?i).*ch[ỉi] s\pL n\pLi d\pLng [0-9].*)");
    const bool complete = open_ == none || ends_sentence(draft_.nodes[open_].passage.text);
    if (complete && opens_upper(line.text) && RE2::FullMatch(line.text, axis))
      return open(line, true);
    if (open_ == none)
      draft_.add(NodeKind::other, line);
    else
      draft_.nodes[open_].passage.append(line);
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  Draft& draft_;
  std::size_t open_ = none;
};

}  // namespace

bool opens_interleaved(const Draft& draft) {
  const PrintedLine& line = draft.now();
  return !line.box && !line.apart && is_header(line.text());
}

void read_interleaved(Draft& draft) {
  Reader reader(draft);
  for (; !draft.done(); ++draft.next) {
    const PrintedLine& line = draft.now();
    if (line.table || opens_attachment(draft, true) || opens_tail(draft)) return;
    if (line.apart || is_header(line.text())) {
      draft.add(NodeKind::other, line.passage);
      draft.nodes.back().mixed = !line.apart;
    } else {
      reader.read(line.passage);
    }
  }
}

std::optional<ScoreLine> score_line(std::string_view text) {
  static const RE2 code(R"((?:0?([0-9]{1,2}))?(?:[ |].*|))"), value(R"(([0-9])[.,]([0-9]{1,2}))");
  ScoreLine line;
  RE2::FullMatch(re2::StringPiece(text.data(), text.size()), code, &line.code);
  re2::StringPiece rest(text.data(), text.size());
  for (std::string whole, part; RE2::FindAndConsume(&rest, value, &whole, &part);) {
    const std::string number = whole + "." + part;
    double read = 0;
    std::from_chars(number.data(), number.data() + number.size(), read);
    line.values.push_back(read);
  }
  return line.values.size() > 1 ? std::optional(line) : std::nullopt;
}

std::vector<int> header_years(std::string_view header) {
  static const RE2 year("(?:^|[^0-9])((?:19|20)[0-9]{2})(?:[^0-9]|$)");
  std::vector<int> years;
  std::string text(header);
  for (std::size_t at; (at = text.find('|')) != text.npos;) text.replace(at, 1, "  ");
  re2::StringPiece rest(text);
  for (int found = 0; RE2::FindAndConsume(&rest, year, &found);) years.push_back(found);
  return years;
}

}  // namespace vanthu
