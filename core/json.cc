#include "core/json.h"

#include "core/json_helpers.h"

namespace vanthu {
namespace {

// Writing. Fields at their default value are left out where most words have it.

Json box_json(const std::optional<Box>& box) {
  if (!box) return nullptr;
  return Json::array({box->x0, box->y0, box->x1, box->y1});
}

Json span_json(Span span) { return Json::array({span.begin, span.end}); }

Json word_json(const Word& word) {
  Json out{{"text", word.text}, {"box", box_json(word.box)}, {"confidence", word.confidence}};
  if (word.font >= 0) out["font"] = word.font;
  return out;
}

Json text_word_json(const TextWord& word) {
  return {{"text", word.text}, {"source", span_json(word.source)}, {"confidence", word.confidence}};
}

Json line_json(const Line& line) {
  return {{"words", span_json(line.words)}, {"box", box_json(line.box)}, {"number", line.number}};
}

Json block_json(const Block& block) {
  Json out{{"kind", block_kind_name(block.kind)},
           {"lines", span_json(block.lines)},
           {"box", box_json(block.box)}};
  if (block.table >= 0) out["table"] = block.table;
  return out;
}

Json cell_json(const Cell& cell) {
  return {{"row", cell.row},
          {"column", cell.column},
          {"row_span", cell.row_span},
          {"column_span", cell.column_span},
          {"lines", span_json(cell.lines)},
          {"box", box_json(cell.box)}};
}

Json table_json(const Table& table) {
  return {{"rows", table.rows},
          {"columns", table.columns},
          {"box", box_json(table.box)},
          {"cells", json_list(table.cells, cell_json)}};
}

template <typename PageType>
void add_layout(Json& out, const PageType& page) {
  out["lines"] = json_list(page.lines, line_json);
  out["blocks"] = json_list(page.blocks, block_json);
  out["tables"] = json_list(page.tables, table_json);
}

Json digit_field_json(const DigitField& field) {
  return {
      {"part", digit_part_name(field.part)},
      {"box", box_json(field.box)},
      {"readings", json_list(field.readings, [](const DigitField::Reading& r) {
         return Json{{"digits", r.digits}, {"probability", r.probability}, {"middles", r.middles}};
       })}};
}

Json ink_region_json(const InkRegion& region) {
  return {{"kind", ink_kind_name(region.kind)}, {"box", box_json(region.box)}};
}

Json page_json(const Page& page) {
  Json out{{"number", page.number},
           {"width_pt", json_or_null(page.width_pt)},
           {"height_pt", json_or_null(page.height_pt)},
           {"dpi", page.dpi},
           {"text_origin", text_origin_name(page.text_origin)},
           {"reason", page.reason}};
  if (page.failure)
    out["failure"] = {{"code", error_name(page.failure->code)}, {"detail", page.failure->detail}};
  out["fonts"] = page.fonts;
  out["words"] = json_list(page.words, word_json);
  add_layout(out, page);
  if (!page.digits.empty()) out["digits"] = json_list(page.digits, digit_field_json);
  if (!page.ink.empty()) out["ink"] = json_list(page.ink, ink_region_json);
  return out;
}

Json text_page_json(const TextPage& page) {
  Json out{{"number", page.number},
           {"width_pt", json_or_null(page.width_pt)},
           {"height_pt", json_or_null(page.height_pt)},
           {"text_origin", text_origin_name(page.text_origin)},
           {"words", json_list(page.words, text_word_json)}};
  add_layout(out, page);
  return out;
}

Json repair_json(const Repair& repair) {
  return {{"page", repair.page},
          {"words", span_json(repair.words)},
          {"as_read", repair.as_read},
          {"repaired", repair.repaired},
          {"kind", repair_kind_name(repair.kind)},
          {"confidence", repair.confidence}};
}

// Reading.

Span read_span(const Json& json) { return {json.at(0), json.at(1)}; }

Word read_word(const Json& json) {
  return {.text = json.at("text"),
          .box = read_optional(json, "box", read_box),
          .confidence = json.at("confidence"),
          .font = json.value("font", -1)};
}

TextWord read_text_word(const Json& json) {
  return {json.at("text"), read_span(json.at("source")), json.at("confidence")};
}

Line read_line(const Json& json) {
  return {read_span(json.at("words")), read_optional(json, "box", read_box), json.at("number")};
}

Block read_block(const Json& json) {
  return {read_enum(json.at("kind"), block_kind), read_span(json.at("lines")),
          read_optional(json, "box", read_box), json.value("table", -1)};
}

Cell read_cell(const Json& json) {
  return {
      json.at("row"),         json.at("column"),           json.at("row_span"),
      json.at("column_span"), read_span(json.at("lines")), read_optional(json, "box", read_box)};
}

Table read_table(const Json& json) {
  return {json.at("rows"), json.at("columns"), read_list(json.at("cells"), read_cell),
          read_optional(json, "box", read_box)};
}

DigitField read_digit_field(const Json& json) {
  return {read_enum(json.at("part"), digit_part), read_box(json.at("box")),
          read_list(json.at("readings"), [](const Json& r) {
            return DigitField::Reading{r.at("digits"), r.at("probability"),
                                       r.at("middles").get<std::vector<double>>()};
          })};
}

InkRegion read_ink_region(const Json& json) {
  return {read_enum(json.at("kind"), ink_kind), read_box(json.at("box"))};
}

// Spans are the only indices in the JSON: one out of range would be read beyond the end later.
void check_span(Span span, std::size_t size, const char* what) {
  if (span.begin > span.end || span.end > size)
    throw Error(ErrorCode::bad_json, "", std::string("span out of range in ") + what);
}

template <typename PageType>
void read_layout(const Json& json, PageType& page) {
  page.number = json.at("number");
  page.width_pt = read_optional<double>(json, "width_pt");
  page.height_pt = read_optional<double>(json, "height_pt");
  page.text_origin = read_enum(json.at("text_origin"), text_origin);
  page.lines = read_list(json.at("lines"), read_line);
  page.blocks = read_list(json.at("blocks"), read_block);
  page.tables = read_list(json.at("tables"), read_table);
  for (const Line& line : page.lines) check_span(line.words, page.words.size(), "lines");
  for (const Table& table : page.tables)
    for (const Cell& cell : table.cells) check_span(cell.lines, page.lines.size(), "cells");
  for (const Block& block : page.blocks) {
    check_span(block.lines, page.lines.size(), "blocks");
    const bool is_table = block.kind == BlockKind::table;
    if (is_table && (block.table < 0 || block.table >= static_cast<int>(page.tables.size())))
      throw Error(ErrorCode::bad_json, "", "block names no table");
  }
}

Page read_page(const Json& json) {
  Page page;
  page.dpi = json.at("dpi");
  page.reason = json.at("reason");
  if (json.contains("failure")) {
    const Json& failure = json["failure"];
    page.failure = PageFailure{read_enum(failure.at("code"), error_code), failure.at("detail")};
  }
  page.fonts = json.at("fonts").get<std::vector<std::string>>();
  page.words = read_list(json.at("words"), read_word);
  read_layout(json, page);
  if (json.contains("digits")) page.digits = read_list(json["digits"], read_digit_field);
  if (json.contains("ink")) page.ink = read_list(json["ink"], read_ink_region);
  return page;
}

TextPage read_text_page(const Json& json) {
  TextPage page;
  page.words = read_list(json.at("words"), read_text_word);
  read_layout(json, page);
  return page;
}

Repair read_repair(const Json& json) {
  return {json.at("page"),
          read_span(json.at("words")),
          json.at("as_read"),
          json.at("repaired"),
          read_enum(json.at("kind"), repair_kind),
          json.at("confidence")};
}

}  // namespace

Json to_json(const Scan& scan) {
  return {{"file", scan.file},
          {"sha256", scan.sha256},
          {"media_type", scan.media_type},
          {"signatures",
           json_list(scan.signatures,
                     [](const Signature& s) {
                       return Json{{"signer", s.signer}, {"signed_at", json_or_null(s.signed_at)}};
                     })},
          {"pages", json_list(scan.pages, page_json)}};
}

Json to_json(const Text& text) {
  return {{"pages", json_list(text.pages, text_page_json)},
          {"repairs", json_list(text.repairs, repair_json)}};
}

Scan scan_from_json(const Json& json) {
  return reading("Scan", [&] {
    Scan scan;
    scan.file = json.at("file");
    scan.sha256 = json.at("sha256");
    scan.media_type = json.at("media_type");
    scan.signatures = read_list(json.at("signatures"), [](const Json& s) {
      return Signature{s.at("signer"), read_optional<std::string>(s, "signed_at")};
    });
    scan.pages = read_list(json.at("pages"), read_page);
    return scan;
  });
}

Text text_from_json(const Json& json) {
  return reading("Text", [&] {
    Text text;
    text.pages = read_list(json.at("pages"), read_text_page);
    text.repairs = read_list(json.at("repairs"), read_repair);
    for (const Repair& repair : text.repairs) {
      check_span({repair.page, repair.page + 1}, text.pages.size(), "repairs");
      check_span(repair.words, text.pages[repair.page].words.size(), "repairs");
    }
    return text;
  });
}

void check_anchors(const Scan& scan, const Text& text) {
  if (scan.pages.size() != text.pages.size())
    throw Error(ErrorCode::bad_json, scan.file, "the text has other pages than the scan");
  for (std::size_t i = 0; i < scan.pages.size(); ++i)
    for (const TextWord& word : text.pages[i].words)
      check_span(word.source, scan.pages[i].words.size(), "anchors");
}

Json parse_json(std::string_view text) {
  try {
    return Json::parse(text);
  } catch (const nlohmann::json::exception& e) {
    throw Error(ErrorCode::bad_json, "", e.what());
  }
}

}  // namespace vanthu
