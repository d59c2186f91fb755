#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/scan.h"
#include "core/text.h"
#include "extract/deadline.h"
#include "extract/number.h"
#include "extract/outline.h"
#include "schema/record.h"

// One document on its way to a record: what is read and what was found so far. Each part of the
// record is filled by one function, in the order of Record's members; the later ones rely on the
// earlier (tasks on the issuer and the year, citations on the document's own number).
namespace vanthu {

struct Reading {
  const Scan& scan;
  const Text& text;
  const Outline& outline;
  Record record;
  std::vector<std::vector<Match<Mention>>> mentions = {};  // by node; read_citations fills it

  Evidence evidence(const Passage& passage, std::string rule) const {
    return evidence_of(scan, text, passage, std::move(rule));
  }
  Evidence evidence(const Passage& passage, Span span, std::string rule) const {
    return evidence_of(scan, text, passage, span, std::move(rule));
  }
  void warn(std::string code, std::string message, std::optional<std::string> task = std::nullopt,
            std::optional<Evidence> evidence = std::nullopt) {
    record.warnings.push_back(
        {std::move(code), std::move(message), std::move(task), std::move(evidence)});
  }
};

void read_source(Reading& reading);      // pages, and a warning for each that failed
void read_letterhead(Reading& reading);  // kind, number, date, place, issuer, subject
void read_closing(Reading& reading);     // signer and recipients
void read_citations(Reading& reading);   // the other documents named by number
void read_axes(Reading& reading);        // content dimensions
void read_tasks(Reading& reading);       // tasks, with the units that they name
void read_repairs(Reading& reading);     // a warning for each repair that is a guess
void review(Reading& reading);           // warnings on what the finished record says

// What phrases without a year are read against: the year of the plan by its subject ("năm 2024"),
// else of its issue.
DateContext date_context(const Document& document);

}  // namespace vanthu
