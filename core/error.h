#pragma once
#include <exception>
#include <optional>
#include <string>
#include <string_view>

namespace vanthu {

// Why a document or a page could not be read. error_advice() has a sentence on each.
enum class ErrorCode {
  not_found,         // no such file
  is_directory,      // a folder where a file was wanted
  not_readable,      // the file is there but cannot be opened or read
  empty_file,        // 0 bytes
  unknown_format,    // neither PDF, TIFF, PNG, JPEG nor UTF-8 text
  damaged,           // of a known format but cut off or broken
  encrypted,         // a PDF that wants a password
  no_pages,          // a PDF or TIFF without a page
  not_text,          // .txt that is not UTF-8 text
  too_large,         // an image beyond the limits of memory
  page_failed,       // one page of a document; the others are read
  engine_missing,    // OCR engine or its Vietnamese data not installed
  model_damaged,     // model or lexicon file that cannot be used
  bad_json,          // stage input that is not the JSON of that stage
  schema_violation,  // a record that breaks record.schema.json
  bad_grammar,       // a table of the user's that cannot be used
  no_date,           // a phrase that names no day, period or deadline
  not_writable,      // an output that cannot be written
  crashed,           // the process that read it was killed by a fault
  timed_out,         // reading it took too long or stood still
  out_of_memory,     // reading it wanted more memory than is allowed
  changed,           // the file changed while it was read
  in_use,            // another run works on the same output folder
  ledger_damaged,    // a ledger that cannot be used
  internal           // a defect of ours
};

// The code's name as printed, e.g. "empty_file".
std::string_view error_name(ErrorCode code);
// The code of a printed name.
std::optional<ErrorCode> error_code(std::string_view name);
// What the user can do about it, one sentence.
std::string_view error_advice(ErrorCode code);

// Thrown where a document cannot be read. `page` is 1-based, 0 where no page is meant; `detail` is
// what was wrong, in a few words.
class Error : public std::exception {
 public:
  Error(ErrorCode code, std::string file, std::string detail, int page = 0);

  // "FILE, page N: detail (code). Advice."
  const char* what() const noexcept override { return message_.c_str(); }

  ErrorCode code;
  std::string file;
  std::string detail;
  int page;

 private:
  std::string message_;
};

}  // namespace vanthu
