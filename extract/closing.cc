#include "extract/closing.h"

#include <re2/re2.h>

#include "extract/anchor.h"
#include "extract/letters.h"
#include "extract/reading.h"
#include "extract/tokens.h"
#include "extract/unit.h"
#include "extract/words.h"

namespace vanthu {
namespace {

std::string join(std::string a, const std::string& b) { return a.empty() ? b : a + ", " + b; }

// The signature of the main part: of what is attached only where the main part has none.
std::vector<const Node*> main_nodes(const Outline& outline, NodeKind kind) {
  std::vector<const Node*> out;
  for (const Node& node : outline.nodes)
    if (node.kind == kind && node.attachment < 0) out.push_back(&node);
  return out;
}

// What pieces of a seal are read as: single letters, marked letters that are no syllable.
bool is_piece(const std::string& word) {
  static const RE2 marked("[\\pL]*[^\\x00-\\x7FĐđ][\\pL]*");
  return length(word) < 2 || (RE2::FullMatch(word, marked) && !syllable_like(lower(word)));
}

// Without the pieces of a seal that stand behind it: "HIỆU TRƯỞNG X À", "HIỆU TRƯỞNG JỤU".
std::string without_pieces(std::string text) {
  for (std::size_t blank = text.rfind(' '); blank != text.npos; blank = text.rfind(' ')) {
    if (!is_piece(text.substr(blank + 1))) break;
    text.resize(blank);
  }
  return text;
}

std::string position_of(const std::string& printed) {
  static const RE2 acting(R"(Q\.\s*(.+))");
  const std::string text = without_pieces(printed);
  std::string office;
  if (const auto usual = usual_position(text); usual && plain_form(text) != plain_form(*usual))
    return std::string(*usual);
  return RE2::FullMatch(text, acting, &office) ? "Quyền " + normal_case(office) : normal_case(text);
}

// Whether a seal has left at most one word (an abbreviation, maybe) that is no syllable.
bool is_legible(std::string_view position) {
  const auto words = tokens(position);
  return std::ranges::count_if(words, [](const Token& w) { return !syllable_like(w.folded); }) < 2;
}

// Who signs "KT. CHỦ TỊCH" is its deputy, whatever a seal has left of the word "PHÓ".
std::string deputy(const std::string& position, std::string_view authority) {
  static const RE2 for_head(R"((?:.*, )?K[./]?T[.:/]? *(.+))");
  std::string head;
  if (!RE2::FullMatch(re2::StringPiece(authority.data(), authority.size()), for_head, &head) ||
      plain_form(head) != plain_form(position))
    return position;
  return (plain_form(head) == "bo truong" ? "Thứ trưởng" : "Phó " + position);
}

void read_signer(Reading& reading) {
  Signer signer;
  std::string authority;
  Passage all;
  for (const Node* node : main_nodes(reading.outline, NodeKind::signature)) {
    const std::string& text = node->passage.text;
    const bool of_authority = is_authority(text) && !text.starts_with("Q.");
    if (signer.name && (is_person(text) || (signer.position && of_authority)))
      break;  // a second one
    if (is_person(text)) {
      signer.name = text;
    } else if (of_authority) {
      authority = join(authority, text);
    } else if (!signer.position) {
      if (!is_legible(text)) continue;
      signer.position = position_of(text);
    } else {
      continue;
    }
    all.append(node->passage);
  }
  if (all.empty()) return;
  if (!authority.empty()) signer.authority = authority;
  if (signer.position) signer.position = deputy(*signer.position, authority);
  reading.record.document.signer = signer;
  reading.record.document.evidence["signer"] = reading.evidence(all, "signature block");
}

// "Lưu: VI, NV": every document is kept by the clerk's office, VT (văn thư).
std::string archive_line(std::string_view text) {
  static const RE2 misread(R"(^(Lưu\s*[:;.]?\s*)(?:V[IÍỊĨTiíịl1]+ý?|V\s+T)([,;(\s]|$))");
  std::string out(text);
  RE2::Replace(&out, misread, "\\1VT\\2");
  return out;
}

// A line without what a seal or a pen has left behind its semicolon: "Sở Nội vụ; .L\\,E:;;".
std::string_view without_noise(std::string_view text) {
  static const RE2 noise(R"((?:[^\pL]|\pL[^\pL]|\p{Lu}{1,3}(?:[^\pL]|$))*)");
  const std::size_t mark = text.find(';');
  if (mark == text.npos || text.starts_with("Lưu")) return text;
  const std::string_view rest = text.substr(mark + 1);
  return RE2::FullMatch(re2::StringPiece(rest.data(), rest.size()), noise) ? text.substr(0, mark)
                                                                           : text;
}

void read_recipients(Reading& reading) {
  Passage all;
  for (const Node* node : main_nodes(reading.outline, NodeKind::recipients)) {
    const std::string_view text = trim_end(without_noise(node->passage.text), ".;,/");
    if (!has_letters(text)) continue;
    reading.record.document.recipients.push_back(archive_line(text));
    all.append(node->passage);
  }
  if (!all.empty())
    reading.record.document.evidence["recipients"] = reading.evidence(all, "lines of Nơi nhận");
}

}  // namespace

void read_closing(Reading& reading) {
  read_signer(reading);
  read_recipients(reading);
}

bool is_closing(std::string_view text) {
  // Each with the formula that it is for; `this` is the document that speaks.
  static const std::string document =
      "(?:quyết định|chỉ thị|kế hoạch|thông báo|công văn|nghị quyết|chương trình|văn bản|hướng dẫn|"
      "công điện|đề án|phương án|quy chế|quy định)";
  static const RE2 patterns[] = {
      RE2("(?i)trên đây là .*"),
      // Trong quá trình tổ chức thực hiện, nếu có khó khăn, vướng mắc ...
      RE2("(?i)(?:.*[,;.(] )?(?:trong )?quá trình[^.]*(?:khó khăn|vướng mắc|phát sinh|chưa phù "
          "hợp).*"),
      RE2("(?i)(?:nếu|trường hợp) (?:có )?(?:khó khăn|vướng mắc|phát sinh).*"),
      RE2("(?i).*(?:chịu trách nhiệm|có trách nhiệm) (?:tổ chức )?(?:thi hành|thực hiện) " +
          document + " này[ ./]*"),
      RE2("(?i)" + document + " này (?:có hiệu lực|thay thế|bãi bỏ).*"),
      // Đề nghị ... nghiêm túc triển khai thực hiện.
      RE2("(?i).*(?:đề nghị|yêu cầu)[^.]*(?:nghiêm túc|khẩn trương|nghiêm|tích cực|quan tâm|"
          "tập trung|phối hợp)[^.]*thực hiện[^.;0-9]{0,90}[ ./]*"),
      RE2("(?i).*(?:đề nghị|yêu cầu)[^.]*thực hiện[^.;0-9]{0,40}" + document + " này[ ./]*"),
      RE2("(?i).*thông báo[^.]*(?:biết|được biết)[^.]*(?:thực hiện|chỉ đạo)[ ./]*"),
      RE2("(?i)nhận được " + document + " này.*"),
      RE2("(?i)\\(?(?:đính|gửi|kèm) kèm? ?(?:theo)?.*\\)?[ ./]*"),
  };
  for (const RE2& pattern : patterns)
    if (RE2::FullMatch(re2::StringPiece(text.data(), text.size()), pattern)) return true;
  return is_attachment_note(text);
}

}  // namespace vanthu
