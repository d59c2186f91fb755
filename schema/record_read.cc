#include "core/json_helpers.h"
#include "schema/record_json.h"

// Record from JSON: the way back of record_json.cc.
namespace vanthu {
namespace {

Evidence read_evidence(const Json& json) {
  return {.page = json.at("page"),
          .line_start = json.value("line_start", 0),
          .line_end = json.value("line_end", 0),
          .box = read_optional(json, "box", read_box),
          .read_as = json.value("read_as", std::string()),
          .confidence = json.value("confidence", 1.0),
          .text = {},
          .rule = {}};
}

Number read_number(const Json& json) {
  return {json.at("text"), read_optional<std::string>(json, "serial"),
          read_optional<int>(json, "year"), json.at("symbol")};
}

PageSource read_page(const Json& json) {
  return {.number = json.at("number"),
          .width_pt = read_optional<double>(json, "width_pt"),
          .height_pt = read_optional<double>(json, "height_pt"),
          .text_origin = read_enum(json.at("text_origin"), text_origin),
          .confidence = read_optional<double>(json, "confidence"),
          .repaired_words = json.value("repaired_words", 0)};
}

SourceFile read_source(const Json& json) {
  SourceFile source{json.at("file"), json.at("sha256"), json.at("media_type"), {}, {}};
  source.signatures = read_list(json.value("signatures", Json::array()), [](const Json& s) {
    return Signature{s.at("signer"), read_optional<std::string>(s, "signed_at")};
  });
  source.pages = read_list(json.at("pages"), read_page);
  return source;
}

Document read_document_part(const Json& json) {
  Document document;
  document.kind = read_optional(json, "kind", [](const Json& k) {
    return DocumentKind{k.at("code"), k.at("name")};
  });
  document.number = read_optional(json, "number", read_number);
  document.issued_on = read_optional<std::string>(json, "issued_on");
  document.issued_in = read_optional<std::string>(json, "issued_in");
  document.place = read_optional<std::string>(json, "place");
  document.issuer = read_optional<std::string>(json, "issuer");
  document.parent_issuer = read_optional<std::string>(json, "parent_issuer");
  document.subject = read_optional<std::string>(json, "subject");
  document.signer = read_optional(json, "signer", [](const Json& s) {
    return Signer{read_optional<std::string>(s, "name"), read_optional<std::string>(s, "position"),
                  read_optional<std::string>(s, "authority")};
  });
  document.recipients = json.at("recipients").get<std::vector<std::string>>();
  const Json evidence_by_field = json.value("evidence", Json::object());
  for (const auto& [field, evidence] : evidence_by_field.items())
    document.evidence.emplace(field, read_evidence(evidence));
  return document;
}

Citation read_citation(const Json& json) {
  return {.number = read_number(json.at("number")),
          .kind = read_optional<std::string>(json, "kind"),
          .issued_on = read_optional<std::string>(json, "issued_on"),
          .issuer = read_optional<std::string>(json, "issuer"),
          .subject = read_optional<std::string>(json, "subject"),
          .basis = json.at("role") == "basis",
          .evidence = read_optional(json, "evidence", read_evidence)};
}

Axis read_axis(const Json& json) {
  return {.code = json.at("code"),
          .name = json.at("name"),
          .parent = read_optional<std::string>(json, "parent"),
          .scores = read_list(json.at("scores"),
                              [](const Json& s) {
                                return Score{s.at("year"), s.at("value")};
                              }),
          .evidence = read_optional(json, "evidence", read_evidence)};
}

Unit read_unit(const Json& json) {
  return {json.at("name"), json.at("aliases").get<std::vector<std::string>>(),
          json.value("lead_count", 0), json.value("support_count", 0)};
}

Deadline read_deadline(const Json& json) {
  return {.text = json.at("text"),
          .type = read_enum(json.at("type"), deadline_type),
          .start = read_optional<std::string>(json, "start"),
          .end = read_optional<std::string>(json, "end"),
          .rrule = read_optional<std::string>(json, "rrule"),
          .offset = read_optional<std::string>(json, "offset"),
          .after = read_optional<std::string>(json, "after"),
          .evidence = read_optional(json, "evidence", read_evidence)};
}

Task read_task(const Json& json) {
  return {.id = json.at("id"),
          .text = json.at("text"),
          .lead = json.at("lead").get<std::vector<std::string>>(),
          .support = json.at("support").get<std::vector<std::string>>(),
          .axis = read_optional<std::string>(json, "axis"),
          .section = json.at("section").get<std::vector<std::string>>(),
          .deliverable = read_optional<std::string>(json, "deliverable"),
          .deadline = read_optional(json, "deadline", read_deadline),
          .evidence = read_optional(json, "evidence", read_evidence)};
}

Warning read_warning(const Json& json) {
  return {json.at("code"), json.at("message"), read_optional<std::string>(json, "task"),
          read_optional(json, "evidence", read_evidence)};
}

}  // namespace

Record record_from_json(const Json& json) {
  return reading("Record", [&]() -> Record {
    return {.source = read_source(json.at("source")),
            .document = read_document_part(json.at("document")),
            .citations = read_list(json.at("citations"), read_citation),
            .axes = read_list(json.at("axes"), read_axis),
            .units = read_list(json.at("units"), read_unit),
            .tasks = read_list(json.at("tasks"), read_task),
            .warnings = read_list(json.at("warnings"), read_warning)};
  });
}

}  // namespace vanthu
