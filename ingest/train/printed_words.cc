#include "ingest/train/printed_words.h"

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "core/error.h"

namespace vanthu {
namespace {

constexpr double least_height = 10, most_height = 22;  // points of a line of running text
constexpr double scale = PrintedWords::dpi / 72.0;

std::string utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

PageImage cut(const poppler::image& page, const Box& points) {
  const int x0 = std::clamp(static_cast<int>(points.x0 * scale) - 1, 0, page.width());
  const int x1 = std::clamp(static_cast<int>(points.x1 * scale) + 2, x0, page.width());
  const int y0 = std::clamp(static_cast<int>(points.y0 * scale), 0, page.height());
  const int y1 = std::clamp(static_cast<int>(points.y1 * scale) + 1, y0, page.height());
  PageImage out{.width = x1 - x0, .height = y1 - y0, .dpi = PrintedWords::dpi, .pixels = {}};
  for (int y = y0; y < y1; ++y)
    for (int x = x0; x < x1; ++x)
      out.pixels.push_back(
          static_cast<std::uint8_t>(page.const_data()[y * page.bytes_per_row() + 3 * x]));
  return out;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Each word of a letterhead counts as so many: there number and date look as they should.
constexpr std::size_t letterhead_copies = 12;
constexpr double letterhead_share = 0.3;  // of the first page's height

void add(PrintedWord word, std::size_t copies, PrintedWords& words) {
  const std::string& text = word.text;
  if (std::all_of(text.begin(), text.end(), is_digit)) {
    words.numbers.push_back(std::move(word));
    return;
  }
  if (std::any_of(text.begin(), text.end(), is_digit)) return;
  const auto is_one_of = [&](std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), text) != list.end();
  };
  const auto keep = [&](std::vector<PrintedWord>& list) { list.insert(list.end(), copies, word); };
  if (is_one_of({"Số:", "Số", "số:", "số"})) keep(words.before_serial);
  if (is_one_of({"ngày", "tháng"})) keep(words.before_day);
  if (is_one_of({"tháng", "năm"})) keep(words.after_day);
  words.others.push_back(std::move(word));
}

void add_page(const poppler::page& page, bool first, PrintedWords& words) {
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_rgb24);
  renderer.set_render_hints(poppler::page_renderer::antialiasing |
                            poppler::page_renderer::text_antialiasing);
  const poppler::image picture = renderer.render_page(&page, PrintedWords::dpi, PrintedWords::dpi);
  for (const poppler::text_box& box : page.text_list()) {
    const poppler::rectf r = box.bbox();
    if (box.rotation() != 0 || r.height() < least_height || r.height() > most_height) continue;
    Box place{r.left(), r.top(), r.right(), r.bottom()};
    const std::string text = utf8(box.text());
    const bool letterhead = first && place.y1 < letterhead_share * page.page_rect().height();
    add({text, cut(picture, place)}, letterhead ? letterhead_copies : 1, words);
    // "45/KH-UBND", "45/2024/NĐ-CP": the symbol from its stroke on.
    const std::size_t stroke = text.find('/');
    const bool serial = stroke > 0 && stroke != text.npos &&
                        std::all_of(text.begin(), text.begin() + stroke, is_digit);
    const std::string symbol = serial ? text.substr(stroke + 1) : "";
    const bool year = symbol.starts_with("20") && symbol.find('/') == 4;
    if (symbol.empty() || (is_digit(symbol[0]) && !year)) continue;
    place.x0 = box.char_bbox(stroke).left();
    words.after_serial.push_back({text.substr(stroke), cut(picture, place)});
  }
}

}  // namespace

PrintedWords read_printed_words(const std::vector<std::filesystem::path>& pdfs) {
  PrintedWords words;
  for (const auto& path : pdfs) {
    const std::unique_ptr<poppler::document> pdf(poppler::document::load_from_file(path.string()));
    if (!pdf) throw Error(ErrorCode::damaged, path.string(), "not a readable PDF");
    for (int n = 0; n < pdf->pages(); ++n)
      if (const std::unique_ptr<poppler::page> page(pdf->create_page(n)); page)
        add_page(*page, n == 0, words);
  }
  return words;
}

}  // namespace vanthu
