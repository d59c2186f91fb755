#include "core/error.h"

#include <array>

namespace vanthu {
namespace {

struct Entry {
  ErrorCode code;
  std::string_view name;
  std::string_view advice;
};

constexpr std::array entries{
    Entry{ErrorCode::not_found, "not_found", "Check the file's name and folder."},
    Entry{ErrorCode::is_directory, "is_directory",
          "Name the files in it, or use `vanthu batch` for a whole folder."},
    Entry{ErrorCode::not_readable, "not_readable", "Check the file's permissions and its disk."},
    Entry{ErrorCode::empty_file, "empty_file", "Scan or download the document again."},
    Entry{ErrorCode::unknown_format, "unknown_format",
          "Give a PDF, TIFF, PNG or JPEG file or UTF-8 text."},
    Entry{ErrorCode::damaged, "damaged", "Scan or download the document again."},
    Entry{ErrorCode::encrypted, "encrypted",
          "Remove the password (for example with `qpdf --decrypt`) and try again."},
    Entry{ErrorCode::no_pages, "no_pages", "Scan or download the document again."},
    Entry{ErrorCode::not_text, "not_text", "Save the text as UTF-8."},
    Entry{ErrorCode::too_large, "too_large", "Scan the page at 300 dpi or less."},
    Entry{ErrorCode::page_failed, "page_failed", "Scan this page again."},
    Entry{ErrorCode::engine_missing, "engine_missing",
          "Install tesseract-ocr and tesseract-ocr-vie, or set TESSDATA_PREFIX to their data."},
    Entry{ErrorCode::model_damaged, "model_damaged", "Restore the file from the release."},
    Entry{ErrorCode::bad_json, "bad_json", "Give the JSON that the stage before has written."},
    Entry{ErrorCode::schema_violation, "schema_violation",
          "Compare the record with schema/record.schema.json."},
    Entry{ErrorCode::bad_grammar, "bad_grammar",
          "Correct that line; the README's \"Words of your own\" says how the tables are written."},
    Entry{ErrorCode::no_date, "no_date",
          "Name a day, a period or a rate of the solar calendar; hours and minutes from now need a "
          "time of day in --on."},
    Entry{ErrorCode::not_writable, "not_writable",
          "Check the folder's permissions and the space on its disk."},
    Entry{ErrorCode::crashed, "crashed", "Scan it again, or report this with the file."},
    Entry{ErrorCode::timed_out, "timed_out", "Allow it more time (--page-time), or scan it again."},
    Entry{ErrorCode::out_of_memory, "out_of_memory",
          "Allow it more memory (--memory), or scan at 300 dpi or less."},
    Entry{ErrorCode::changed, "changed", "Run again when the file is complete."},
    Entry{ErrorCode::in_use, "in_use", "Wait for the other run to end, or choose another folder."},
    Entry{ErrorCode::ledger_damaged, "ledger_damaged",
          "Move ledger.sqlite away; everything will then be read again."},
    Entry{ErrorCode::internal, "internal", "Please report this with the file."},
};

const Entry& entry(ErrorCode code) {
  for (const Entry& e : entries)
    if (e.code == code) return e;
  return entries.back();
}

}  // namespace

std::string_view error_name(ErrorCode code) { return entry(code).name; }
std::string_view error_advice(ErrorCode code) { return entry(code).advice; }

std::optional<ErrorCode> error_code(std::string_view name) {
  for (const Entry& e : entries)
    if (e.name == name) return e.code;
  return std::nullopt;
}

Error::Error(ErrorCode code, std::string file, std::string detail, int page)
    : code(code), file(std::move(file)), detail(std::move(detail)), page(page) {
  message_ = this->file;
  if (page > 0) message_ += ", page " + std::to_string(page);
  if (!message_.empty()) message_ += ": ";
  message_ += this->detail;
  message_ += " (";
  message_ += error_name(code);
  message_ += "). ";
  message_ += error_advice(code);
}

}  // namespace vanthu
