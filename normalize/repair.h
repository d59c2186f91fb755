#pragma once
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/text.h"
#include "normalize/repair_model.h"

namespace vanthu {

// Loads the language model from `file` and joins it with the confusions built in; throws
// Error{model_damaged}. Takes some milliseconds; the file is mapped, so its memory is shared.
std::unique_ptr<RepairModel> load_repair_model(const std::filesystem::path& file);
// The same with the words of lexicons that the user gives (read_user_lexicon()) known beside the
// model's own.
std::unique_ptr<RepairModel> load_repair_model(
    const std::filesystem::path& file, const std::vector<std::filesystem::path>& user_lexicons);

// A change in a line of plain text.
struct LineRepair {
  std::size_t line = 0;  // index into RepairedText::lines
  Span bytes;            // of that line
  std::string as_read, repaired;
  RepairKind kind = RepairKind::diacritics;
  double confidence = 1;  // 0..1
};

// Plain text as `vanthu repair` takes it: every line repaired (Unicode and legacy encodings first).
// `origin` ocr says that it was recognised with Vietnamese data, which good text cannot be told
// from. White space kept except inside joined and split words, an empty line ends a paragraph.
struct RepairedText {
  std::vector<std::string> lines;
  std::vector<LineRepair> repairs;  // in order of place
  // Where a stretch of a stream stands: its first line there, the bytes (repaired) of that line
  // that came with earlier stretches, and whether its last line goes on or lacks a line break.
  std::size_t first_line = 0, first_byte = 0;
  bool open_end = false;
};
RepairedText repair_lines(const RepairModel& model, const std::vector<std::string>& lines,
                          TextOrigin origin = TextOrigin::text_layer);

// The same of a stream, a stretch of about 50,000 words at a time, so that memory does not grow
// with its length even where it has no line break. Parts it at the ends of paragraphs where it can.
void repair_stream(const RepairModel& model, std::istream& in, TextOrigin origin,
                   const std::function<void(const RepairedText&)>& use);

}  // namespace vanthu
