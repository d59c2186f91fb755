#pragma once
#include <string>
#include <vector>

#include "extract/axes.h"
#include "extract/columns.h"
#include "extract/deadline.h"
#include "extract/memo.h"
#include "extract/reading.h"
#include "extract/task_scope.h"
#include "extract/unit_table.h"

// What tasks.cc (running text) and row_tasks.cc (tables) share. Internal to both.
namespace vanthu {

using Names = std::vector<std::string>;  // of units, as printed

// The units that a heading or an item names as those who answer for what stands under it.
Names heading_units(std::string_view heading);
Deadline with_evidence(const Match<Deadline>& match, Evidence evidence);
Names values(const std::vector<Match<std::string>>& matches);

// A task before its units have their canonical names.
struct FoundTask {
  Passage passage;
  Names lead, support;
  std::optional<std::string> axis, deliverable;
  std::vector<std::string> section;
  std::optional<Deadline> deadline;
  std::string rule;
};

class TaskReader {
 public:
  explicit TaskReader(Reading& reading);
  void read();

 private:
  // Running text.
  void read_node(int i);
  bool is_task(int i) const;
  bool is_labelled_item(int i) const;
  bool add_to_last(const Node& node);
  void take_label(FoundTask& task, const Passage& passage, const Label& label) const;
  TokenView words_of(int i) const;
  const Names& own_units(int i) const;
  const Names& units_headed(int i) const;
  Names units_above(int i, int* where) const;
  std::optional<Deadline> own_deadline(int i) const;
  const std::optional<Match<Deadline>>& group_deadline(int i) const;
  void read_group_deadline(FoundTask& task, int i) const;

  // Tables.
  void read_table(int i);
  void read_row(const Row& row, const Columns& columns, FoundTask task);
  void read_cell(const RowCell& cell, const FoundTask& row, const RowCell* times, int year);
  void read_time(FoundTask& task, const Passage& cell, int year);

  // Both.
  using Section = std::vector<std::string>;
  const Section& section_of(int i) const;
  const Section& section_under(int i) const;
  std::optional<std::string> axis_above(int i) const;
  void add(FoundTask task);
  void finish();

  const std::vector<Node>& nodes() const { return reading_.outline.nodes; }
  const std::vector<int>& children(int i) const { return children_[i]; }

  Reading& reading_;
  TaskScope scope_;
  DateContext dates_;
  std::vector<std::vector<int>> children_;
  std::vector<FoundTask> found_;
  int last_item_ = -1;  // the node of the last task found in running text
  int first_part_;      // the first heading or item

  mutable std::pair<int, Tokens> words_{-1, Tokens()};  // of the node asked for last
  mutable Memo<Names> own_units_, units_headed_;
  mutable Memo<std::optional<std::string>> axes_;
  mutable Memo<std::optional<Match<Deadline>>> group_deadlines_;
  mutable Memo<Section> sections_;
};

}  // namespace vanthu
