#include "extract/task_scope.h"

#include <re2/re2.h>

#include "extract/anchor.h"
#include "extract/columns.h"
#include "extract/letters.h"
#include "extract/tokens.h"
#include "extract/unit.h"
#include "extract/unit_lexicon.h"
#include "extract/words.h"

namespace vanthu {
namespace {

// A heading of one of the parts that only say why.
bool names_purpose(std::string_view heading) {
  static const std::string noun =
      "(?:muc dich|y nghia|yeu cau|quan diem|muc tieu|chi tieu|nguyen tac|pham vi|doi tuong|"
      "su can thiet|co so phap ly|can cu|can cu phap ly|thuc trang|tinh hinh|boi canh|nguyen nhan|"
      "ton tai|han che|uu diem|ket qua dat duoc|ket qua thuc hien|danh gia chung|dac diem|khai "
      "quat|"
      "giai thich tu ngu|phuong cham)";
  static const RE2 pattern("(?:ve )?" + noun + "(?:(?:\\s*[,;:.-]\\s*|\\s+va\\s+)" + noun +
                           ")*(?:\\s*[:.(].*|\\s+(?:chung|cu the|tong quat|chu yeu|chi dao|den nam|"
                           "nam|giai doan|ap dung|dieu chinh|thuc hien|phan dau|xay dung|lap).*)?");
  return length(heading) < 160 && RE2::FullMatch(plain_form(heading), pattern);
}

}  // namespace

bool names_tasks(std::string_view heading) {
  static const RE2 pattern(
      "(?i).*(?:nhiệm vụ|giải pháp|phân công|tổ chức thực hiện|trách nhiệm|giao |đề nghị|"
      "chế độ (?:thông tin|báo cáo|làm việc)|nội dung (?:thực hiện|công việc|kế hoạch)|tiến "
      "độ|công tác|"
      "các hoạt động|phương hướng|kiến nghị).*");
  return RE2::FullMatch(heading, pattern);
}

TaskScope::Part TaskScope::part_of(const Node& node) {
  const std::string& text = node.passage.text;
  const bool purpose = names_purpose(text);
  const bool announces = text.ends_with(':') && length(text) < 100;
  const bool tasks =
      (node.kind == NodeKind::heading || is_capitals(text) || announces) && names_tasks(text);
  if (purpose == tasks) return Part::open;
  return purpose ? Part::no_tasks : Part::tasks;
}

TaskScope::TaskScope(const Outline& outline, const Document& document)
    : outline_(outline), parts_(outline.nodes.size()) {
  const std::string kind = document.kind ? document.kind->code : "";
  strict_ = kind == "BC" || kind == "TTr" || kind == "BB" || kind == "GM" || kind == "TC";
}

bool TaskScope::covers(int node) const {
  bool named = false;
  for (int i = node; i >= 0; i = outline_.nodes[i].parent) {
    const Part part = parts_(i, [&] { return part_of(outline_.nodes[i]); });
    if (part == Part::no_tasks) return false;
    named = named || part == Part::tasks;
  }
  return named || !strict_;
}

bool states_obligation(std::string_view text, TokenView words) {
  static const RE2 duty(
      "(?i).*(?:(?:có|chịu) trách nhiệm|yêu cầu|đề nghị|(?:^|[.;,:] )giao\\s|phải|(?:trước|chậm "
      "nhất) ngày"
      "|báo cáo (?:về|kết quả)).*");
  static const RE2 rate("(?i)h[àằ]ng (?:ngày|tuần|tháng|quý|năm).*");
  if (RE2::FullMatch(text, duty) || RE2::FullMatch(text, rate)) return true;
  const WordKind opening = opening_at(words, 0).kind;
  return opening == WordKind::verb || opening == WordKind::weak || opening == WordKind::adverb ||
         !leading_units(text, words).empty();
}

bool is_enactment(std::string_view text) {
  static const RE2 pattern(
      "(?i)(?:ban hành|phê duyệt|công bố|bãi bỏ|sửa đổi|thành lập|kiện toàn|thay thế|công nhận|"
      "thông qua|(?:quyết định|chỉ thị|nghị quyết|thông tư|nghị định|quy chế) này|bổ nhiệm|"
      "phạm vi|đối tượng|giải thích|hiệu lực|điều khoản).*");
  return RE2::FullMatch(text, pattern);
}

std::optional<Label> label_of(std::string_view text) {
  constexpr std::size_t longest = 40;
  const std::size_t colon = text.substr(0, 4 * longest + 1).find(':');
  if (colon == text.npos || length(text.substr(0, colon)) > longest) return std::nullopt;
  static const RE2 field(
      "(?i)(?:nội dung|hình thức|địa điểm|thành phần|kinh phí|đối tượng|số lượng|"
      "mục đích|yêu cầu|thời lượng|phương thức|quy mô)(?: (?:thực hiện|tổ chức|tham dự))?");
  Label label;
  label.name = trimmed(text.substr(0, colon));
  label.value_begin = text.find_first_not_of(' ', colon + 1);
  if (label.value_begin == text.npos) return std::nullopt;
  label.value = text.substr(label.value_begin);
  static const RE2 first(
      "(?i)(?:đơn vị|cơ quan|bộ phận|người|tổ chức|cá nhân|chủ trì|phối hợp|phụ trách|"
      "đầu mối|thời gian|thời hạn|tiến độ|hoàn thành|lộ trình|sản phẩm|kết quả).*");
  const Column column = RE2::FullMatch(label.name, first) ? column_of(label.name) : Column::other;
  const bool known = column == Column::lead || column == Column::support ||
                     column == Column::time || column == Column::deliverable ||
                     RE2::FullMatch(label.name, field);
  return known ? std::optional(label) : std::nullopt;
}

}  // namespace vanthu
