#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "extract/memo.h"
#include "extract/outline.h"
#include "extract/tokens.h"
#include "schema/record.h"

namespace vanthu {

// Where tasks stand (record-guide.md, Tasks): every part but purpose, requirements, viewpoints and
// objectives.
class TaskScope {
 public:
  TaskScope(const Outline& outline, const Document& document);

  // A node that stands in a part where tasks stand.
  bool covers(int node) const;

 private:
  enum class Part { open, tasks, no_tasks };
  static Part part_of(const Node& node);

  const Outline& outline_;
  bool strict_ = false;  // reports and proposals: only parts that are named as tasks
  mutable Memo<Part> parts_;
};

// A heading that says that what it heads is to be done: "NHIỆM VỤ VÀ GIẢI PHÁP", "Trách nhiệm của
// ...", "Tổ chức thực hiện".
bool names_tasks(std::string_view heading);

// A text that obliges somebody to something: it opens with who shall act, or with what is to be
// done, or says that one has to.
bool states_obligation(std::string_view text, TokenView words);

// "Điều 2. Quyết định này có hiệu lực ...", "Điều 1. Ban hành kèm theo ...": what a decision does
// itself.
bool is_enactment(std::string_view text);

// A field's line under an item: "Đơn vị thực hiện: Phòng Nội vụ."
struct Label {
  std::string_view name, value;  // parts of the text
  std::size_t value_begin = 0;
};
std::optional<Label> label_of(std::string_view text);

}  // namespace vanthu
