#include <algorithm>
#include <array>
#include <map>

#include "app/batch/batch.h"

namespace vanthu {
namespace {

constexpr std::array outcomes{Outcome::done,   Outcome::unchanged, Outcome::duplicate,
                              Outcome::failed, Outcome::skipped,   Outcome::left};

std::string counted(std::size_t n, const std::string& what) {
  return std::to_string(n) + " " + what;
}

Json error_json(const Error& error) {
  return {{"code", error_name(error.code)},
          {"detail", error.detail},
          {"advice", error_advice(error.code)}};
}

// "skipped: a.zip (an archive: unpack it)"; empty for what needs no word.
std::string line_of(const FileReport& file) {
  const std::string name = printable(file.name);
  std::string line(outcome_name(file.outcome));
  line += ": " + name;
  if (file.outcome == Outcome::failed && file.error)
    return line + ": " + printable(file.error->detail) + " (" +
           std::string(error_name(file.error->code)) + "). " +
           std::string(error_advice(file.error->code)) +
           (file.note.empty() ? "" : " (" + file.note + ")");
  if (file.outcome == Outcome::duplicate)
    return line + " has the same content as " + printable(file.note);
  if (file.outcome == Outcome::skipped) return line + " (" + file.note + ")";
  if (file.failed_pages > 0) return line + ", but " + counted(file.failed_pages, "pages failed");
  return file.note.empty() ? "" : line + ", " + printable(file.note);
}

Json to_json(const FileReport& file) {
  Json out{{"file", file.name}, {"outcome", outcome_name(file.outcome)}};
  if (!file.note.empty()) out["note"] = file.note;
  if (file.failed_pages > 0) out["failed_pages"] = file.failed_pages;
  if (file.error) out["error"] = error_json(*file.error);
  return out;
}

}  // namespace

std::string_view outcome_name(Outcome outcome) {
  switch (outcome) {
    case Outcome::done:
      return "done";
    case Outcome::unchanged:
      return "unchanged";
    case Outcome::duplicate:
      return "duplicate";
    case Outcome::failed:
      return "failed";
    case Outcome::skipped:
      return "skipped";
    case Outcome::left:
      return "left";
  }
  return "";
}

std::size_t BatchSummary::count(Outcome outcome) const {
  return std::ranges::count(files, outcome, &FileReport::outcome);
}

std::string to_text(const BatchSummary& summary) {
  std::string out;
  for (const FileReport& file : summary.files)
    if (const std::string line = line_of(file); !line.empty()) out += line + "\n";
  for (const std::string& number : summary.same_number)
    out += "same number, other content: " + printable(number) + "\n";
  out += counted(summary.files.size(), "files:");
  for (const Outcome outcome : outcomes)
    if (outcome != Outcome::left || summary.count(outcome) > 0)
      out += (outcome == Outcome::done ? " " : ", ") +
             counted(summary.count(outcome), std::string(outcome_name(outcome)));
  out += "; " + counted(summary.pages, "pages (") + counted(summary.failed_pages, "failed), ") +
         counted(summary.tasks, "tasks, ") + counted(summary.warnings, "warnings");
  if (summary.interrupted) out += "\ninterrupted; run again to go on";
  if (summary.stopped) out += "\nstopped: " + printable(summary.stopped->what());
  return out;
}

Json to_json(const BatchSummary& summary) {
  Json out{{"event", "summary"}, {"files", summary.files.size()}};
  for (const Outcome outcome : outcomes)
    out[std::string(outcome_name(outcome))] = summary.count(outcome);
  out["pages"] = summary.pages;
  out["failed_pages"] = summary.failed_pages;
  out["tasks"] = summary.tasks;
  out["warnings"] = summary.warnings;
  out["same_number"] = summary.same_number;
  out["interrupted"] = summary.interrupted;
  if (summary.stopped) out["stopped"] = error_json(*summary.stopped);
  Json files = Json::array();
  for (const FileReport& file : summary.files) files.push_back(to_json(file));
  out["each"] = std::move(files);
  return out;
}

Exit exit_for(const BatchSummary& summary) {
  const std::size_t good = summary.count(Outcome::done) + summary.count(Outcome::unchanged) +
                           summary.count(Outcome::duplicate);
  const std::size_t bad = summary.count(Outcome::failed) + summary.count(Outcome::left);
  const bool whole = bad == 0 && !summary.stopped && !summary.interrupted &&
                     std::ranges::all_of(summary.files, [](const FileReport& file) {
                       return file.failed_pages == 0;
                     });
  if (whole) return Exit::all_read;
  return good == 0 ? Exit::nothing_read : Exit::some_failed;
}

}  // namespace vanthu
