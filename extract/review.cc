#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <set>

#include "embedded/abolished_tsv.h"
#include "extract/date.h"
#include "extract/letters.h"
#include "extract/reading.h"
#include "extract/tsv.h"
#include "extract/unit.h"
#include "extract/unit_lexicon.h"
#include "extract/words.h"

// What an auditor would ask of the finished record (docs/warnings.md).
namespace vanthu {
namespace {

constexpr double low = 0.5;  // confidence under which a value is worth a look

void review_citations(Reading& reading) {
  const Document& document = reading.record.document;
  for (const Citation& citation : reading.record.citations) {
    if (!citation.issued_on) continue;
    const auto year = parse_iso(*citation.issued_on)->year;
    if (citation.number.year && *citation.number.year != year)
      reading.warn("citation_malformed",
                   citation.number.text + " is dated " + *citation.issued_on +
                       ", not in the year of its number",
                   std::nullopt, citation.evidence);
    else if (document.issued_on && *document.issued_on < *citation.issued_on)
      reading.warn("citation_malformed",
                   citation.number.text + " is dated " + *citation.issued_on +
                       ", after this document",
                   std::nullopt, citation.evidence);
  }
}

std::set<std::string> tasks_warned(const Reading& reading, std::string_view code) {
  std::set<std::string> tasks;
  for (const Warning& warning : reading.record.warnings)
    if (warning.code == code && warning.task) tasks.insert(*warning.task);
  return tasks;
}

// One warning for the tasks of a section, at the first of them.
void warn_without_deadline(Reading& reading, const std::vector<const Task*>& tasks) {
  if (tasks.empty()) return;
  std::string message = "no time is stated for the task";
  if (tasks.size() > 1) message = "no time is stated for " + std::to_string(tasks.size()) + " tasks:";
  for (const Task* task : tasks)
    if (tasks.size() > 1) message += (task == tasks[0] ? " " : ", ") + task->id;
  reading.warn("task_without_deadline", message, tasks[0]->id, tasks[0]->evidence);
}

void review_missing_deadlines(Reading& reading) {
  const auto unresolved = tasks_warned(reading, "deadline_unresolved");
  std::vector<const Task*> open;
  for (const Task& task : reading.record.tasks) {
    if (!open.empty() && open.back()->section != task.section) {
      warn_without_deadline(reading, open);
      open.clear();
    }
    if (!task.deadline && !unresolved.contains(task.id)) open.push_back(&task);
  }
  warn_without_deadline(reading, open);
}

void review_deadlines(Reading& reading) {
  const auto& issued_on = reading.record.document.issued_on;
  for (const Task& task : reading.record.tasks)
    if (issued_on && task.deadline && task.deadline->end && *task.deadline->end < *issued_on)
      reading.warn("deadline_before_issue",
                   "\"" + task.deadline->text + "\" had passed when the document was issued",
                   task.id, task.deadline->evidence);
}

void review_duplicates(Reading& reading) {
  constexpr std::size_t opening = 32;  // bytes that tell most tasks apart
  const std::vector<Task>& tasks = reading.record.tasks;
  std::vector<std::string> openings;
  std::map<std::string_view, int> count;  // of each opening
  openings.reserve(tasks.size());
  for (const Task& task : tasks) ++count[openings.emplace_back(plain_form(task.text, opening))];
  std::map<std::pair<std::string, std::vector<std::string>>, std::string> first;
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    const Task& task = tasks[i];
    if (count[openings[i]] < 2) continue;
    const auto [found, is_new] = first.try_emplace({plain_form(task.text), task.lead}, task.id);
    if (!is_new)
      reading.warn("duplicate_task", "says the same as " + found->second, task.id, task.evidence);
  }
}

void review_axes(Reading& reading) {
  std::set<std::string> used;
  for (const Task& task : reading.record.tasks)
    for (std::string code = task.axis.value_or(""); !code.empty();) {
      used.insert(code);
      const std::size_t point = code.rfind('.');
      code.resize(point == code.npos ? 0 : point);
    }
  for (const Axis& axis : reading.record.axes)
    if (!used.contains(axis.code) && !(axis.parent && used.contains(*axis.parent)))
      reading.warn("axis_without_task", "no task serves axis " + axis.code + " " + axis.name,
                   std::nullopt, axis.evidence);
}

// "các phòng, ban", "Ủy ban nhân dân 14 phường", "cơ quan chuyên môn", "Như Điều 3": a recipient
// that stands for many.
bool stands_for_many(const std::string& recipient) {
  static const RE2 many(
      R"((?:như|cơ quan|đơn vị|tổ chức|thủ trưởng|phòng, ban|sở, (?:ban, )?ngành|ban, ngành)(?: .*)?)"
      R"(|(?:.* )?(?:các|[0-9]{1,3}) .*)");
  return RE2::FullMatch(recipient, many);
}

// Whether `recipient` names the unit, or a group that it is of.
bool names(const std::string& recipient, const std::string& unit) {
  if (recipient.find(unit) != std::string::npos) return true;
  if (!stands_for_many(recipient)) return false;
  if (recipient.starts_with("như ")) return true;
  for (const std::string_view any : {"đơn vị", "cơ quan", "tổ chức", "ban, ngành"})
    if (recipient.find(any) != std::string::npos) return true;
  return recipient.find(unit.substr(0, unit.find(' '))) != std::string::npos;
}

// A body of its own: no group, no official, nobody of the issuer's own house.
bool is_body(const std::string& unit) {
  const HeadKind kind = head_at(tokens(unit), 0).kind;
  return kind == HeadKind::body || kind == HeadKind::whole;
}

void review_owners(Reading& reading) {
  std::vector<std::string> recipients;
  for (const std::string& recipient : reading.record.document.recipients)
    recipients.push_back(lower(expand_unit(recipient)));
  if (recipients.empty()) return;
  std::set<std::string> seen;
  for (const Task& task : reading.record.tasks)
    for (const std::string& unit : task.lead) {
      const std::string name = lower(unit);
      if (!seen.insert(name).second || !is_body(unit)) continue;
      if (std::ranges::any_of(recipients, [&](const auto& r) { return names(r, name); })) continue;
      reading.warn("owner_not_recipient", unit + " answers for tasks but is not in \"Nơi nhận\"",
                   task.id, task.evidence);
    }
}

// Whether `name` has `words` in it, not as part of other words.
bool has_words(const std::string& name, const std::string& words) {
  const std::string text = " " + name + " ";
  for (const char* after : {" ", ",", ";"})
    if (text.find(" " + words + after) != std::string::npos) return true;
  return false;
}

// A unit of a province or a level that was gone on the day of issue (extract/data/abolished.tsv).
void review_abolished(Reading& reading) {
  static const auto rows = tsv_rows(data::abolished_tsv());
  const auto& issued_on = reading.record.document.issued_on;
  if (!issued_on) return;
  std::set<std::string> names;
  for (const Unit& unit : reading.record.units) names.insert(unit.name);
  if (reading.record.document.issuer) names.insert(*reading.record.document.issuer);
  for (const std::string& name : names)
    for (const auto& row : rows) {
      if (*issued_on < row[1] || !has_words(lower(name), lower(row[0]))) continue;
      reading.warn("unit_abolished",
                   name + ": there is no " + std::string(row[0]) + " since " + std::string(row[1]) +
                       (row[2].empty() ? "" : "; it is part of " + std::string(row[2])));
      break;
    }
}

void review_confidence(Reading& reading) {
  for (const auto& [field, evidence] : reading.record.document.evidence)
    if (evidence.confidence < low)
      reading.warn("low_confidence", field + " was read with little confidence", std::nullopt,
                   evidence);
  for (const Task& task : reading.record.tasks)
    if (task.deadline && task.deadline->evidence && task.deadline->evidence->confidence < low)
      reading.warn("low_confidence", "the deadline was read with little confidence", task.id,
                   task.deadline->evidence);
}

}  // namespace

void review(Reading& reading) {
  review_citations(reading);
  review_owners(reading);
  review_missing_deadlines(reading);
  review_deadlines(reading);
  review_duplicates(reading);
  review_axes(reading);
  review_abolished(reading);
  review_confidence(reading);
}

}  // namespace vanthu
