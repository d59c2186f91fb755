#pragma once
#include <vector>

#include "extract/layout.h"
#include "extract/outline.h"

namespace vanthu {

// The rows of a table as it stands on its page, headers and groups marked.
std::vector<Row> table_rows(const Text& text, std::size_t page, const Table& table);

// A row of the table made of one line of running text, as a group's title that was read apart.
Row group_row(const Passage& passage, std::size_t columns);

// True where `part`, the next table of the document, goes on with `rows`: the same header or none,
// and as many columns.
bool continues_table(const std::vector<Row>& rows, const std::vector<Row>& part);

// The rows parted where the header stands again, or that of another table: each part but the first
// begins with a header.
std::vector<std::vector<Row>> parts_of(std::vector<Row> rows);

// Adds the rows of `part`: its repeated header is dropped, and a row that the page's end has cut is
// made whole.
void join_table(std::vector<Row>& rows, std::vector<Row> part);

}  // namespace vanthu
