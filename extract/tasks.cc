#include <re2/re2.h>

#include <algorithm>

#include "extract/anchor.h"
#include "extract/closing.h"
#include "extract/letters.h"
#include "extract/marker.h"
#include "extract/number.h"
#include "extract/task_reader.h"
#include "extract/unit.h"
#include "extract/words.h"

namespace vanthu {
namespace {

bool is_article(const Node& node) {
  return node.marker.starts_with("Điều") || node.marker.starts_with("ĐIỀU");
}

// "KẾ HOẠCH CHI TIẾT (Phụ lục kèm theo)" without its bracket.
std::string_view without_remark(std::string_view text) {
  const std::size_t open = text.rfind('(');
  return open != text.npos && text.ends_with(')') ? text.substr(0, open) : text;
}

bool is_bullet(const Node& node) {
  const auto marker = marker_of(node.marker + " A");
  return marker && marker->kind >= MarkerKind::dash;
}

}  // namespace

Deadline with_evidence(const Match<Deadline>& match, Evidence evidence) {
  Deadline deadline = match.value;
  deadline.evidence = std::move(evidence);
  return deadline;
}

Names values(const std::vector<Match<std::string>>& matches) {
  Names out;
  for (const Match<std::string>& match : matches) out.push_back(match.value);
  return out;
}

Names heading_units(std::string_view heading) {
  static const RE2 prefix(
      R"((?i)((?:trách nhiệm|nhiệm vụ|phân công nhiệm vụ)(?: cụ thể)?(?: của| cho)?|đối với)\s+)");
  std::string_view text = trim_end(heading, ":.;");
  if (is_unit_list(text)) return values(split_units(text));
  re2::StringPiece rest(text.data(), text.size());
  if (RE2::Consume(&rest, prefix) && is_unit_list({rest.data(), rest.size()}))
    return values(split_units({rest.data(), rest.size()}));
  // "IV. PHÂN CÔNG CÁC BỘ PHẬN THEO DÕI" entitles a part and charges nobody.
  if (!is_capitals(heading))
    if (Names units = values(leading_units(heading)); !units.empty()) return units;
  // "Chỉ số nội dung 1 “...”: Công chức Văn phòng – Thống kê."
  const std::size_t colon = text.rfind(':');
  if (colon == text.npos) return {};
  const std::string_view after = trimmed(text.substr(colon + 1));
  return is_unit_list(after) ? values(split_units(after)) : values(leading_units(after));
}

TaskReader::TaskReader(Reading& reading)
    : reading_(reading),
      scope_(reading.outline, reading.record.document),
      dates_(date_context(reading.record.document)),
      children_(reading.outline.nodes.size()),
      own_units_(children_.size()),
      units_headed_(children_.size()),
      axes_(children_.size()),
      group_deadlines_(children_.size()),
      sections_(children_.size()) {
  const auto is_part = [](const Node& node) {
    return node.kind == NodeKind::heading || node.kind == NodeKind::item;
  };
  first_part_ = static_cast<int>(std::ranges::find_if(nodes(), is_part) - nodes().begin());
  for (std::size_t i = 0; i < nodes().size(); ++i)
    if (nodes()[i].parent >= 0) children_[nodes()[i].parent].push_back(static_cast<int>(i));
}

void TaskReader::read() {
  for (int i = 0; i < static_cast<int>(nodes().size()); ++i) {
    if (nodes()[i].kind == NodeKind::table)
      read_table(i);
    else
      read_node(i);
  }
  finish();
  const auto mixed =
      std::find_if(nodes().begin(), nodes().end(), [](const Node& node) { return node.mixed; });
  if (mixed != nodes().end())
    reading_.warn("table_interleaved",
                  "the columns of a table are mixed line by line: its times and sub-axes are lost, "
                  "who does what is told by the order of the lines",
                  std::nullopt, reading_.evidence(mixed->passage, "header of a mixed table"));
}

void TaskReader::read_node(int i) {
  const Node& node = nodes()[i];
  if (last_item_ >= 0 && add_to_last(node)) return;
  if (!is_task(i)) return;
  FoundTask task;
  task.passage = node.passage;
  task.section = section_of(i);
  task.axis = axis_above(i);
  task.rule = node.kind == NodeKind::paragraph ? "paragraph that states a duty" : "lowest item";
  task.support = values(support_units(node.passage.text, words_of(i)));
  task.deadline = own_deadline(i);
  for (const int child : children(i))
    if (const auto label = label_of(nodes()[child].passage.text))
      take_label(task, nodes()[child].passage, *label);
  if (task.lead.empty()) task.lead = own_units(i);
  if (task.lead.empty()) {
    int where = -1;
    task.lead = units_above(i, &where);
    if (where >= 0 && task.support.empty())
      task.support = values(support_units(nodes()[where].passage.text));
  }
  if (!task.deadline && !node.mixed) read_group_deadline(task, i);
  add(std::move(task));
  last_item_ = i;
}

bool TaskReader::is_task(int i) const {
  const Node& node = nodes()[i];
  const std::string& text = node.passage.text;
  if (text.empty() || !scope_.covers(i)) return false;
  if (node.kind == NodeKind::heading) return is_labelled_item(i);
  const bool under_label = node.parent >= 0 && is_labelled_item(node.parent);
  if (under_label || text.ends_with(':') || is_capitals(without_remark(text))) return false;
  if (node.kind == NodeKind::item) {
    if (is_article(node) || (node.parent >= 0 && is_article(nodes()[node.parent]))) {
      const bool assigned = node.parent >= 0 && names_tasks(nodes()[node.parent].passage.text) &&
                            states_obligation(text, words_of(i));
      const bool owned = !own_units(i).empty() || !units_above(i, nullptr).empty();
      return !is_closing(text) && !is_enactment(text) && (owned || assigned);
    }
    return !is_unit_list(words_of(i)) && !is_attachment_note(text) &&
           !(node.parent < 0 && !is_bullet(node) && is_closing(text));
  }
  if (node.kind != NodeKind::paragraph || is_closing(text)) return false;
  // Before the first heading a paragraph only introduces.
  const bool headed = first_part_ < i;
  const bool letter = reading_.record.document.kind && reading_.record.document.kind->code == "CV";
  return (headed || letter) && states_obligation(text, words_of(i));
}

// An item under which only its fields stand.
bool TaskReader::is_labelled_item(int i) const {
  if (nodes()[i].kind != NodeKind::heading || children(i).empty()) return false;
  bool owner_or_time = false;
  for (const int child : children(i)) {
    const auto label = label_of(nodes()[child].passage.text);
    if (!label) return false;
    const Column column = column_of(label->name);
    owner_or_time = owner_or_time || column == Column::lead || column == Column::time ||
                    column == Column::deliverable;
  }
  return owner_or_time;
}

// "Thời gian hoàn thành: trước ngày 30 tháng 6." after an item belongs to it.
bool TaskReader::add_to_last(const Node& node) {
  if (node.kind != NodeKind::paragraph || node.parent != nodes()[last_item_].parent) return false;
  const auto label = label_of(node.passage.text);
  if (!label || column_of(label->name) == Column::other ||
      column_of(label->name) == Column::content)
    return false;
  take_label(found_.back(), node.passage, *label);
  return true;
}

void TaskReader::take_label(FoundTask& task, const Passage& passage, const Label& label) const {
  switch (column_of(label.name)) {
    case Column::lead:
      task.lead = values(split_units(label.value));
      break;
    case Column::support:
      task.support = values(split_units(label.value));
      break;
    case Column::deliverable:
      task.deliverable = std::string(trim_end(label.value, ".;"));
      break;
    case Column::time:
      if (const auto match = cell_deadline(label.value, dates_))
        task.deadline = with_evidence(
            *match,
            reading_.evidence(passage, {label.value_begin, passage.text.size()}, match->rule));
      break;
    default:
      break;
  }
}

TokenView TaskReader::words_of(int i) const {
  if (words_.first != i) words_ = {i, tokens(nodes()[i].passage.text)};
  return words_.second;
}

const Names& TaskReader::own_units(int i) const {
  return own_units_(i, [&] { return values(leading_units(nodes()[i].passage.text, words_of(i))); });
}

const Names& TaskReader::units_headed(int i) const {
  return units_headed_(i, [&] { return heading_units(nodes()[i].passage.text); });
}

// The nearest heading above that names units; for a second paragraph of an item, the item.
Names TaskReader::units_above(int i, int* where) const {
  const Node& node = nodes()[i];
  if (node.kind == NodeKind::paragraph && node.parent >= 0) {
    const std::vector<int>& siblings = children(node.parent);
    const auto self = std::find(siblings.begin(), siblings.end(), i);
    if (self != siblings.begin() && !nodes()[*(self - 1)].marker.empty())
      if (const Names& units = own_units(*(self - 1)); !units.empty()) return units;
  }
  for (int above = node.parent; above >= 0; above = nodes()[above].parent) {
    if (nodes()[above].kind == NodeKind::attachment) break;
    const Names& units = units_headed(above);
    if (units.empty()) continue;
    if (where) *where = above;
    return units;
  }
  return {};
}

const std::optional<Match<Deadline>>& TaskReader::group_deadline(int i) const {
  return group_deadlines_(
      i, [&] { return task_deadline(nodes()[i].passage.text, dates_, reading_.mentions[i]); });
}

// A heading that sets a date for all that stands under it.
void TaskReader::read_group_deadline(FoundTask& task, int i) const {
  for (int above = nodes()[i].parent; above >= 0; above = nodes()[above].parent) {
    const Node& node = nodes()[above];
    if (node.kind != NodeKind::heading) return;
    if (node.marker.empty()) continue;
    const auto& match = group_deadline(above);
    if (!match || match->value.type == DeadlineType::ongoing ||
        match->value.type == DeadlineType::relative || match->value.type == DeadlineType::on)
      continue;
    const bool year_only = match->value.type == DeadlineType::within && match->value.start &&
                           match->value.start->ends_with("-01-01") &&
                           match->value.end->ends_with("-12-31");
    if (year_only) continue;
    task.deadline =
        with_evidence(*match, reading_.evidence(node.passage, match->span, match->rule));
    return;
  }
}

std::optional<Deadline> TaskReader::own_deadline(int i) const {
  const Passage& passage = nodes()[i].passage;
  const auto match = task_deadline(passage.text, dates_, reading_.mentions[i]);
  if (!match) return std::nullopt;
  return with_evidence(*match, reading_.evidence(passage, match->span, match->rule));
}

const TaskReader::Section& TaskReader::section_of(int i) const {
  static const Section none;
  return nodes()[i].parent < 0 ? none : section_under(nodes()[i].parent);
}

const TaskReader::Section& TaskReader::section_under(int i) const {
  return sections_(i, [&] {
    const Node& node = nodes()[i];
    Section out = section_of(i);
    const bool appendix = node.kind == NodeKind::attachment && is_appendix_title(node.passage.text);
    if (node.kind != NodeKind::heading && !appendix) return out;
    std::string title = is_bullet(node) || node.marker.empty() ? "" : node.marker + " ";
    title += node.passage.text;
    out.emplace_back(trim_end(title, ":"));
    return out;
  });
}

std::optional<std::string> TaskReader::axis_above(int i) const {
  for (int above = nodes()[i].parent; above >= 0; above = nodes()[above].parent) {
    const auto& code = axes_(above, [&]() -> std::optional<std::string> {
      const auto axis = axis_of_heading(nodes()[above].passage.text);
      return axis ? std::optional(axis->code) : std::nullopt;
    });
    if (code) return code;
  }
  // Of a table whose columns are mixed: the last that was named.
  for (int before = i; before >= 0 && nodes()[i].mixed; --before)
    if (const Node& node = nodes()[before]; node.mixed && node.kind != NodeKind::other)
      if (const auto axis = axis_named(node.passage.text)) return axis->code;
  return std::nullopt;
}

void TaskReader::add(FoundTask task) { found_.push_back(std::move(task)); }

void TaskReader::finish() {
  UnitTable units({reading_.record.document.issuer.value_or("")});
  for (FoundTask& found : found_) {
    Task& task = reading_.record.tasks.emplace_back();
    task.id = "t" + std::to_string(reading_.record.tasks.size());
    task.text = found.passage.text;
    const auto use = [&](const Names& names, UnitTable::Role role, Names& out) {
      for (const std::string& name : names) {
        const std::string unit = units.use(name, role);
        if (std::find(out.begin(), out.end(), unit) == out.end()) out.push_back(unit);
      }
    };
    use(found.lead, UnitTable::Role::lead, task.lead);
    use(found.support, UnitTable::Role::support, task.support);
    task.axis = std::move(found.axis);
    task.section = std::move(found.section);
    task.deliverable = std::move(found.deliverable);
    task.deadline = std::move(found.deadline);
    task.evidence = reading_.evidence(found.passage, found.rule);
    if (task.lead.empty())
      reading_.warn("task_without_unit", "nobody is named as answering for the task", task.id,
                    task.evidence);
  }
  reading_.record.units = units.take();
}

void read_tasks(Reading& reading) { TaskReader(reading).read(); }

}  // namespace vanthu
