#include "schema/record_json.h"

#include <cmath>

#include "core/json_helpers.h"
#include "core/names.h"

namespace vanthu {
namespace {

constexpr EnumNames<DeadlineType, 7> deadline_types{{{{DeadlineType::before, "before"},
                                                      {DeadlineType::by, "by"},
                                                      {DeadlineType::on, "on"},
                                                      {DeadlineType::within, "within"},
                                                      {DeadlineType::recurring, "recurring"},
                                                      {DeadlineType::ongoing, "ongoing"},
                                                      {DeadlineType::relative, "relative"}}}};

// Members that the schema lets be absent.
template <typename T>
void put(Json& out, const char* key, const std::optional<T>& value) {
  if (value) out[key] = *value;
}

// To a tenth of a point: a hundredth is beyond any scan.
double rounded(double points) { return std::round(points * 10) / 10; }

Json points_json(const std::optional<double>& points) {
  return points ? Json(rounded(*points)) : Json(nullptr);
}

Json evidence_json(const Evidence& evidence) {
  Json out{{"page", evidence.page}};
  if (evidence.line_start > 0) out["line_start"] = evidence.line_start;
  if (evidence.line_end > 0) out["line_end"] = evidence.line_end;
  if (const auto& box = evidence.box)
    out["box"] = {rounded(box->x0), rounded(box->y0), rounded(box->x1), rounded(box->y1)};
  else
    out["box"] = nullptr;
  out["read_as"] = evidence.read_as;
  out["confidence"] = std::round(evidence.confidence * 1000) / 1000;
  return out;
}

void put_evidence(Json& out, const std::optional<Evidence>& evidence) {
  if (evidence) out["evidence"] = evidence_json(*evidence);
}

Json number_json(const Number& number) {
  return {{"text", number.text},
          {"serial", json_or_null(number.serial)},
          {"year", json_or_null(number.year)},
          {"symbol", number.symbol}};
}

Json source_json(const SourceFile& source) {
  Json out{{"file", source.file}, {"sha256", source.sha256}, {"media_type", source.media_type}};
  for (const Signature& s : source.signatures)
    out["signatures"].push_back({{"signer", s.signer}, {"signed_at", json_or_null(s.signed_at)}});
  out["pages"] = Json::array();
  for (const PageSource& page : source.pages)
    out["pages"].push_back({{"number", page.number},
                            {"width_pt", points_json(page.width_pt)},
                            {"height_pt", points_json(page.height_pt)},
                            {"text_origin", text_origin_name(page.text_origin)},
                            {"confidence", json_or_null(page.confidence)},
                            {"repaired_words", page.repaired_words}});
  return out;
}

Json document_json(const Document& document) {
  Json out;
  out["kind"] = document.kind ? Json{{"code", document.kind->code}, {"name", document.kind->name}}
                              : Json(nullptr);
  out["number"] = document.number ? number_json(*document.number) : Json(nullptr);
  out["issued_on"] = json_or_null(document.issued_on);
  put(out, "issued_in", document.issued_in);
  out["place"] = json_or_null(document.place);
  out["issuer"] = json_or_null(document.issuer);
  out["parent_issuer"] = json_or_null(document.parent_issuer);
  out["subject"] = json_or_null(document.subject);
  out["signer"] = nullptr;
  if (const auto& signer = document.signer)
    out["signer"] = {{"name", json_or_null(signer->name)},
                     {"position", json_or_null(signer->position)},
                     {"authority", json_or_null(signer->authority)}};
  out["recipients"] = document.recipients;
  out["evidence"] = Json::object();
  for (const auto& [field, evidence] : document.evidence)
    out["evidence"][field] = evidence_json(evidence);
  return out;
}

Json citation_json(const Citation& citation) {
  Json out{{"number", number_json(citation.number)},
           {"kind", json_or_null(citation.kind)},
           {"issued_on", json_or_null(citation.issued_on)},
           {"issuer", json_or_null(citation.issuer)},
           {"subject", json_or_null(citation.subject)},
           {"role", citation.basis ? "basis" : "mention"}};
  put_evidence(out, citation.evidence);
  return out;
}

Json axis_json(const Axis& axis) {
  Json scores = Json::array();
  for (const Score& score : axis.scores)
    scores.push_back({{"year", score.year}, {"value", score.value}});
  Json out{{"code", axis.code},
           {"name", axis.name},
           {"parent", json_or_null(axis.parent)},
           {"scores", std::move(scores)}};
  put_evidence(out, axis.evidence);
  return out;
}

Json unit_json(const Unit& unit) {
  return {{"name", unit.name},
          {"aliases", unit.aliases},
          {"lead_count", unit.lead_count},
          {"support_count", unit.support_count}};
}

Json deadline_json(const Deadline& deadline) {
  Json out{{"text", deadline.text},
           {"type", deadline_type_name(deadline.type)},
           {"start", json_or_null(deadline.start)},
           {"end", json_or_null(deadline.end)},
           {"rrule", json_or_null(deadline.rrule)}};
  put(out, "offset", deadline.offset);
  put(out, "after", deadline.after);
  put_evidence(out, deadline.evidence);
  return out;
}

Json task_json(const Task& task) {
  Json out{{"id", task.id},
           {"text", task.text},
           {"lead", task.lead},
           {"support", task.support},
           {"axis", json_or_null(task.axis)},
           {"section", task.section},
           {"deliverable", json_or_null(task.deliverable)},
           {"deadline", task.deadline ? deadline_json(*task.deadline) : Json(nullptr)}};
  put_evidence(out, task.evidence);
  return out;
}

Json warning_json(const Warning& warning) {
  Json out{{"code", warning.code}, {"message", warning.message}};
  put(out, "task", warning.task);
  put_evidence(out, warning.evidence);
  return out;
}

}  // namespace

std::string_view deadline_type_name(DeadlineType type) { return deadline_types.name(type); }
std::optional<DeadlineType> deadline_type(std::string_view name) {
  return deadline_types.value(name);
}

Json to_json(const Record& record) {
  return {{"schema_version", "1"},
          {"source", source_json(record.source)},
          {"document", document_json(record.document)},
          {"citations", json_list(record.citations, citation_json)},
          {"axes", json_list(record.axes, axis_json)},
          {"units", json_list(record.units, unit_json)},
          {"tasks", json_list(record.tasks, task_json)},
          {"warnings", json_list(record.warnings, warning_json)}};
}

}  // namespace vanthu
