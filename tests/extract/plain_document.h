#pragma once
#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "core/scan.h"
#include "core/text.h"
#include "extract/extract.h"
#include "extract/outline.h"

namespace vanthu {

// A document from plain text, as the text reader makes it: lines, empty lines that part blocks,
// lines with tabs that are rows of a table, form feeds that part pages.
struct PlainDocument {
  Scan scan;
  Text text;

  Record record() const { return extract(scan, text, outline(text)); }
};

class PlainDocumentBuilder {
 public:
  PlainDocument build(std::string_view source) {
    document_.scan = {"sample.txt", std::string(64, '0'), "text/plain", {}, {}};
    std::stringstream pages{std::string(source)};
    for (std::string page; std::getline(pages, page, '\f');) add_page(page);
    for (const Page& page : document_.scan.pages) document_.text.pages.push_back(text_page(page));
    return std::move(document_);
  }

 private:
  void add_page(const std::string& source) {
    Page& page = document_.scan.pages.emplace_back();
    page.number = static_cast<int>(document_.scan.pages.size());
    page.text_origin = TextOrigin::text;
    std::stringstream lines(source);
    bool gap = true;
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
      ++number;
      if (line.find_first_not_of(" \r") == line.npos) {
        gap = true;
        continue;
      }
      const bool row = line.find('\t') != line.npos;
      const BlockKind kind = row ? BlockKind::table : BlockKind::text;
      if (gap || page.blocks.empty() || page.blocks.back().kind != kind) open_block(page, kind);
      if (row)
        add_row(page, line, number);
      else
        add_line(page, line, number);
      page.blocks.back().lines.end = page.lines.size();
      gap = false;
    }
    for (Table& table : page.tables) fill(table);
  }

  static void open_block(Page& page, BlockKind kind) {
    Block block;
    block.kind = kind;
    block.lines = {page.lines.size(), page.lines.size()};
    if (kind == BlockKind::table) {
      block.table = static_cast<int>(page.tables.size());
      page.tables.emplace_back();
    }
    page.blocks.push_back(block);
  }

  static void add_line(Page& page, const std::string& text, int number) {
    Line line;
    line.number = number;
    line.words.begin = page.words.size();
    std::stringstream words(text);
    for (std::string word; words >> word;) page.words.push_back({word, {}, 1, -1});
    line.words.end = page.words.size();
    if (!line.words.empty()) page.lines.push_back(line);
  }

  static void add_row(Page& page, const std::string& text, int number) {
    Table& table = page.tables.back();
    std::size_t begin = 0;
    for (int column = 0; begin <= text.size(); ++column) {
      const std::size_t end = std::min(text.find('\t', begin), text.size());
      Cell cell;
      cell.row = table.rows;
      cell.column = column;
      cell.lines.begin = page.lines.size();
      add_line(page, text.substr(begin, end - begin), number);
      cell.lines.end = page.lines.size();
      table.cells.push_back(cell);
      table.columns = std::max(table.columns, column + 1);
      begin = end + 1;
    }
    ++table.rows;
  }

  // Rows with fewer cells than the others get empty ones.
  static void fill(Table& table) {
    std::vector<Cell> cells;
    std::size_t next = 0;
    for (int row = 0; row < table.rows; ++row) {
      for (int column = 0; column < table.columns; ++column) {
        if (next < table.cells.size() && table.cells[next].row == row) {
          cells.push_back(table.cells[next++]);
        } else {
          Cell empty;
          empty.row = row;
          empty.column = column;
          empty.lines = {cells.back().lines.end, cells.back().lines.end};
          cells.push_back(empty);
        }
      }
    }
    table.cells = std::move(cells);
  }

  static TextPage text_page(const Page& page) {
    TextPage out{page.number, {}, {}, page.text_origin, {}, page.lines, page.blocks, page.tables};
    for (std::size_t i = 0; i < page.words.size(); ++i)
      out.words.push_back({page.words[i].text, {i, i + 1}, 1});
    return out;
  }

  PlainDocument document_;
};

inline PlainDocument plain_document(std::string_view source) {
  return PlainDocumentBuilder().build(source);
}

}  // namespace vanthu
