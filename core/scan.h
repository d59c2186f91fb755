#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "core/geometry.h"

// Scan: what was read from a file, word by word. Filled by ingest, const afterwards.
//
// A page keeps flat vectors in reading order. Lines are spans over `words`, blocks and table cells
// are spans over `lines`, so that a word is named by (page index, word index) alone:
//
//   page.words   Độc | lập | - | Tự | do      KẾ | HOẠCH
//   page.lines   {0, 5}                       {5, 7}
//   page.blocks  {text, lines {0, 1}}         {text, lines {1, 2}}
namespace vanthu {

// Where the words of a page come from.
enum class TextOrigin {
  text,                 // plain text file
  text_layer,           // the PDF's own text
  repaired_text_layer,  // the PDF's text, garbled by an engine without Vietnamese, to be repaired
  ocr,                  // recognition of the page image
  blank                 // nothing on the page
};
std::string_view text_origin_name(TextOrigin origin);
std::optional<TextOrigin> text_origin(std::string_view name);

struct Word {
  std::string text;        // as read, UTF-8, without white space
  std::optional<Box> box;  // none in plain text
  double confidence = 1;   // 0..1, of its digits where it has any; 1 where not recognised
  int font = -1;           // index into Page::fonts, -1 where unknown
  friend bool operator==(const Word&, const Word&) = default;
};

struct Line {
  Span words;
  std::optional<Box> box;
  int number = 0;  // 1-based on its page, as printed in evidence
  friend bool operator==(const Line&, const Line&) = default;
};

enum class BlockKind {
  text,   // lines of one column, one or more paragraphs
  table,  // Block::table names the table
  stamp,  // text of a digital signature or a seal, no part of the document's text
  margin  // page numbers, running headers
};
std::string_view block_kind_name(BlockKind kind);
std::optional<BlockKind> block_kind(std::string_view name);

// A region of the page whose lines are read one after the other.
struct Block {
  BlockKind kind = BlockKind::text;
  Span lines;
  std::optional<Box> box;
  int table = -1;  // index into the page's tables, for BlockKind::table
  friend bool operator==(const Block&, const Block&) = default;
};

// A cell covers rows [row, row + row_span) and columns [column, column + column_span).
struct Cell {
  int row = 0, column = 0;
  int row_span = 1, column_span = 1;
  Span lines;
  std::optional<Box> box;
  friend bool operator==(const Cell&, const Cell&) = default;
};

// Cells in row order; every grid position is covered by exactly one cell.
struct Table {
  int rows = 0, columns = 0;
  std::vector<Cell> cells;
  std::optional<Box> box;
  friend bool operator==(const Table&, const Table&) = default;
};

// What a reader of digits alone sees at one place of a letterhead, by hand or printed. The text
// that was recognised there is among the page's words as well, right or not.
struct DigitField {
  enum class Part { serial, day, month };
  struct Reading {
    std::string digits;           // may be empty
    double probability = 0;       // 0..1, over all strings of digits
    std::vector<double> middles;  // x of each digit, points
    friend bool operator==(const Reading&, const Reading&) = default;
  };
  Part part = Part::serial;
  Box box;
  std::vector<Reading> readings;  // best first
  friend bool operator==(const DigitField&, const DigitField&) = default;
};
std::string_view digit_part_name(DigitField::Part part);
std::optional<DigitField::Part> digit_part(std::string_view name);

// Ink on a coloured scan that its colour tells from the print. It is no text of the document.
struct InkRegion {
  enum class Kind { seal, signature, handwriting };
  Kind kind = Kind::seal;
  Box box;
  friend bool operator==(const InkRegion&, const InkRegion&) = default;
};
std::string_view ink_kind_name(InkRegion::Kind kind);
std::optional<InkRegion::Kind> ink_kind(std::string_view name);

struct PageFailure {
  ErrorCode code = ErrorCode::page_failed;
  std::string detail;
  friend bool operator==(const PageFailure&, const PageFailure&) = default;
};

struct Page {
  int number = 0;  // 1-based
  std::optional<double> width_pt, height_pt;
  int dpi = 0;  // of the image that was recognised, 0 where none was
  TextOrigin text_origin = TextOrigin::blank;
  std::string reason;  // why that origin, in figures: "layer: 12 of 61 words Vietnamese"
  std::optional<PageFailure> failure;
  std::vector<std::string> fonts;
  std::vector<Word> words;
  std::vector<Line> lines;
  std::vector<Block> blocks;
  std::vector<Table> tables;
  std::vector<DigitField> digits;  // of a letterhead; none where the text was not recognised
  std::vector<InkRegion> ink;      // in colour; none where the text was not recognised
  friend bool operator==(const Page&, const Page&) = default;
};

// A digital signature as stored in a PDF; not validated.
struct Signature {
  std::string signer;
  std::optional<std::string> signed_at;  // ISO 8601
  friend bool operator==(const Signature&, const Signature&) = default;
};

struct Scan {
  std::string file;        // name without its folder
  std::string sha256;      // 64 hex digits
  std::string media_type;  // application/pdf, image/tiff, image/png, image/jpeg, text/plain
  std::vector<Signature> signatures;
  std::vector<Page> pages;
  friend bool operator==(const Scan&, const Scan&) = default;
};

}  // namespace vanthu
