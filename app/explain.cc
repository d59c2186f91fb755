#include "app/explain.h"

#include <cstdio>

namespace vanthu {
namespace {

template <typename T>
std::optional<T> find(const std::map<std::string, T>& map, const std::string& key) {
  const auto it = map.find(key);
  return it == map.end() ? std::nullopt : std::optional<T>(it->second);
}

std::string join(const std::vector<std::string>& parts, const std::string& between) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : between) + part;
  return out;
}

std::string signer_line(const Signer& signer) {
  std::vector<std::string> parts;
  for (const auto& part : {signer.authority, signer.position, signer.name})
    if (part) parts.push_back(*part);
  return join(parts, ", ");
}

std::string deadline_line(const Deadline& deadline) {
  std::string out(deadline_type_name(deadline.type));
  if (deadline.start) out += " from " + *deadline.start;
  if (deadline.end) out += " to " + *deadline.end;
  if (deadline.rrule) out += " " + *deadline.rrule;
  if (deadline.offset) out += " " + *deadline.offset;
  if (deadline.after) out += " after \"" + *deadline.after + "\"";
  return out + ": \"" + deadline.text + "\"";
}

void add_document(const Document& document, std::vector<Explanation>& out) {
  const auto add = [&](const std::string& field, const std::optional<std::string>& value) {
    out.push_back({field, value.value_or("(none)"), find(document.evidence, field)});
  };
  add("kind", document.kind ? std::optional(document.kind->code + " " + document.kind->name)
                            : std::nullopt);
  add("number", document.number ? std::optional(document.number->text) : std::nullopt);
  add("issued_on", document.issued_on ? document.issued_on : document.issued_in);
  add("place", document.place);
  add("issuer", document.issuer);
  add("parent_issuer", document.parent_issuer);
  add("subject", document.subject);
  add("signer", document.signer ? std::optional(signer_line(*document.signer)) : std::nullopt);
  add("recipients",
      document.recipients.empty() ? std::nullopt : std::optional(join(document.recipients, "; ")));
}

void add_task(const Task& task, std::vector<Explanation>& out) {
  const std::string field = "tasks." + task.id;
  std::string value = task.text;
  if (!task.lead.empty()) value += "\n  lead      " + join(task.lead, "; ");
  if (!task.support.empty()) value += "\n  support   " + join(task.support, "; ");
  out.push_back({field, value, task.evidence});
  if (task.deadline)
    out.push_back({field + ".deadline", deadline_line(*task.deadline), task.deadline->evidence});
}

}  // namespace

std::vector<Explanation> explanations(const Record& record) {
  std::vector<Explanation> out;
  add_document(record.document, out);
  for (std::size_t i = 0; i < record.citations.size(); ++i) {
    const Citation& citation = record.citations[i];
    out.push_back({"citations." + std::to_string(i + 1),
                   citation.kind.value_or("") + " " + citation.number.text + ", " +
                       citation.issued_on.value_or("no date") + ", " +
                       citation.issuer.value_or("no issuer"),
                   citation.evidence});
  }
  for (const Axis& axis : record.axes)
    out.push_back({"axes." + axis.code, axis.name, axis.evidence});
  for (const Task& task : record.tasks) add_task(task, out);
  return out;
}

std::vector<Explanation> explain(const Record& record, const std::string& field) {
  std::vector<Explanation> out = explanations(record);
  std::erase_if(out, [&](const Explanation& e) {
    return e.field != field && !e.field.starts_with(field + ".");
  });
  return out;
}

std::string describe(const Explanation& explanation) {
  std::string out = explanation.field + "  " + explanation.value + "\n";
  if (!explanation.evidence) return out;
  const Evidence& evidence = *explanation.evidence;
  char place[200];
  std::snprintf(place, sizeof place, "page %d, lines %d-%d, confidence %.2f", evidence.page,
                evidence.line_start, evidence.line_end, evidence.confidence);
  out += "  rule      " + evidence.rule + "\n  place     " + place;
  if (const auto& box = evidence.box) {
    std::snprintf(place, sizeof place, ", box %.1f %.1f %.1f %.1f pt", box->x0, box->y0, box->x1,
                  box->y1);
    out += place;
  }
  return out + "\n  as read   " + evidence.read_as + "\n  repaired  " + evidence.text + "\n";
}

}  // namespace vanthu
