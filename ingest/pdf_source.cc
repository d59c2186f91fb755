#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <climits>
#include <cmath>
#include <map>

#include "ingest/coloured_ink.h"
#include "ingest/layer_page.h"
#include "ingest/layer_verdict.h"
#include "ingest/page_builder.h"
#include "ingest/pdf_objects.h"
#include "ingest/recognise.h"
#include "ingest/source.h"

// PDF by Poppler.
namespace vanthu {
namespace {

constexpr double min_dpi = 150, max_dpi = 400, default_dpi = 300;  // finer is of no use
constexpr double least_dpi = 50;                                   // coarser cannot be read
constexpr double max_pixels = 40'000'000;                          // of a rendered page
constexpr double max_image_pixels = 4e8;                           // of an image in the file
constexpr double min_coverage = 0.3;                               // of a page that is a picture
constexpr double rule_dpi = 150;                                   // enough to see a table's lines

// What Poppler complained of first on this thread since this was cleared.
thread_local std::string complaint;

// Poppler writes its complaints to standard error unless given another place for them.
void catch_complaints() {
  static const bool done = [] {
    const auto keep = [](const std::string& message, void*) {
      if (complaint.empty()) complaint = message;
    };
    poppler::set_debug_error_function(keep, nullptr);
    return true;
  }();
  static_cast<void>(done);
}

bool has_end(std::string_view bytes) { return bytes.rfind("%%EOF") != bytes.npos; }

std::string to_string(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

// Width and height in points as the page is shown.
Box page_box(const poppler::page& page) {
  const poppler::rectf rect = page.page_rect(poppler::crop_box);
  const bool turned = page.orientation() == poppler::page::landscape ||
                      page.orientation() == poppler::page::seascape;
  return turned ? Box{0, 0, rect.height(), rect.width()} : Box{0, 0, rect.width(), rect.height()};
}

// "ABCDEF+Times" is a part of Times.
std::string font_name(const poppler::text_box& box) {
  const std::string name = box.has_font_info() ? box.get_font_name() : "";
  return name.size() > 7 && name[6] == '+' ? name.substr(7) : name;
}

std::vector<Word> layer_words(const poppler::page& page, std::vector<std::string>& fonts) {
  std::vector<Word> words;
  std::map<std::string, int> numbers;
  for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
    const poppler::rectf r = box.bbox();
    Word word;
    word.text = to_string(box.text());
    word.box = Box{r.left(), r.top(), r.right(), r.bottom()};
    if (word.text.empty() || !(r.width() > 0) || !(r.height() > 0)) continue;
    const auto [font, added] = numbers.try_emplace(font_name(box), static_cast<int>(fonts.size()));
    if (added) fonts.push_back(font->first);
    word.font = font->second;
    words.push_back(std::move(word));
  }
  return words;
}

class PdfSource : public Source {
 public:
  PdfSource(std::string_view bytes, const std::filesystem::path& file)
      : file_(file), objects_(bytes) {
    catch_complaints();
    if (bytes.size() > INT_MAX) throw Error(ErrorCode::too_large, file.string(), "more than 2 GB");
    pdf_.reset(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!pdf_) throw Error(ErrorCode::damaged, file.string(), "not a readable PDF");
    if (pdf_->is_locked()) throw Error(ErrorCode::encrypted, file.string(), "password wanted");
    if (pdf_->pages() < 1 && !has_end(bytes))
      throw Error(ErrorCode::damaged, file.string(), "the PDF is cut off");
    if (pdf_->pages() < 1) throw Error(ErrorCode::no_pages, file.string(), "a PDF without a page");
  }

  int page_count() const override { return pdf_->pages(); }
  std::vector<Signature> signatures() const override { return objects_.signatures(); }
  PageImage image(int number) const override {
    const std::unique_ptr<poppler::page> source = page_of(number);
    return render(*source, page_box(*source), rule_dpi);
  }

 protected:
  Page do_read_page(int number, const PageReader& reader,
                    const IngestOptions& options) const override {
    complaint.clear();
    const std::unique_ptr<poppler::page> source = page_of(number);
    const Box size = page_box(*source);
    Page page;
    page.number = number;
    page.width_pt = size.x1;
    page.height_pt = size.y1;
    const PagePicture picture = objects_.picture(number);
    if (picture.largest > max_image_pixels)
      throw Error(ErrorCode::too_large, file_.string(), "an image beyond the limits", number);
    const std::vector<Word> words = layer_words(*source, page.fonts);
    const LayerVerdict verdict = judge(words, size, picture, options.text_layer);
    page.reason = verdict.reason;
    if (verdict.use == LayerUse::whole || verdict.use == LayerUse::to_repair)
      use_layer(page, words, verdict.use, *source);
    else
      use_better(page, words, verdict, *source, picture_of(*source, number, size, picture), reader);
    if (page.words.empty() && !complaint.empty())
      throw Error(ErrorCode::page_failed, file_.string(), "broken page content", number);
    return page;
  }

 private:
  std::unique_ptr<poppler::page> page_of(int number) const {
    std::unique_ptr<poppler::page> page(pdf_->create_page(number - 1));
    if (!page) throw Error(ErrorCode::page_failed, file_.string(), "no such page", number);
    return page;
  }

  static LayerVerdict judge(const std::vector<Word>& words, const Box& size,
                            const PagePicture& picture, TextLayerPolicy policy) {
    if (policy == TextLayerPolicy::never)
      return {.stamp = {}, .garbled = {}, .reason = "layer not wanted"};
    const bool pictured = policy == TextLayerPolicy::automatic && picture.coverage >= min_coverage;
    return judge_layer(words, size, pictured);
  }

  static double image_dpi(const PagePicture& picture) {
    if (picture.coverage < min_coverage || !(picture.dpi > 0)) return default_dpi;
    if (picture.dpi > max_dpi) return default_dpi;
    return std::max(picture.dpi, min_dpi);  // not rounded: pixel for pixel
  }

  // A scan as it stands in the file, at a resolution that is worth reading; else as drawn.
  PageImage picture_of(const poppler::page& page, int number, const Box& size,
                       const PagePicture& picture) const {
    const double dpi = image_dpi(picture);
    auto scan = objects_.scan(number, dpi);
    if (!scan) return render(page, size, dpi);
    const double factor = dpi * size.x1 / 72 / scan->width;
    return std::abs(factor - 1) > 0.01 ? scaled(*scan, factor) : std::move(*scan);
  }

  // The red channel: red seals vanish in it, black and blue ink stay; blue ink as its pen's
  // besides.
  PageImage render(const poppler::page& page, const Box& size, double dpi) const {
    const double square_inches = size.x1 * size.y1 / (72 * 72);
    dpi = std::min(dpi, std::sqrt(max_pixels / std::max(square_inches, 1e-6)));
    if (dpi < least_dpi) throw Error(ErrorCode::too_large, file_.string(), "page too large");
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_rgb24);
    renderer.set_render_hints(poppler::page_renderer::antialiasing |
                              poppler::page_renderer::text_antialiasing);
    poppler::image picture = renderer.render_page(&page, dpi, dpi);
    if (!picture.is_valid() || picture.width() < 1 || picture.height() < 1)
      throw Error(ErrorCode::page_failed, file_.string(), "the page cannot be drawn");
    PageImage out{.width = picture.width(),
                  .height = picture.height(),
                  .dpi = static_cast<int>(std::lround(dpi)),
                  .pixels = {}};
    out.pixels.resize(static_cast<std::size_t>(out.width) * out.height);
    InkFinder ink(out.width, out.height, out.dpi);
    for (int y = 0; y < out.height; ++y) {
      const char* row =
          picture.const_data() + static_cast<std::size_t>(y) * picture.bytes_per_row();
      std::uint8_t* to = out.pixels.data() + static_cast<std::size_t>(y) * out.width;
      for (int x = 0; x < out.width; ++x) {
        to[x] = static_cast<std::uint8_t>(row[3 * x]);
        ink.see(x, y, to[x], static_cast<std::uint8_t>(row[3 * x + 2]));
      }
    }
    std::move(ink).give_to(out);
    return out;
  }

  void use_layer(Page& page, const std::vector<Word>& words, LayerUse use,
                 const poppler::page& source) const {
    page.text_origin =
        use == LayerUse::whole ? TextOrigin::text_layer : TextOrigin::repaired_text_layer;
    add_layer(page, words, find_ink(render(source, page_box(source), rule_dpi)));
  }

  // What is recognised on the image, unless the layer is the better reading: it may have been read
  // from a better image than was kept.
  void use_better(Page& page, const std::vector<Word>& words, const LayerVerdict& verdict,
                  const poppler::page& source, PageImage image, const PageReader& reader) const {
    Page recognised = page;
    use_image(recognised, words, verdict, std::move(image), reader);
    if (verdict.garbled && reads_better(*verdict.garbled, measure(recognised.words)))
      use_layer(page, words, LayerUse::to_repair, source);
    else
      page = std::move(recognised);
  }

  static void use_image(Page& page, const std::vector<Word>& words, const LayerVerdict& verdict,
                        PageImage image, const PageReader& reader) {
    std::vector<Word> stamp;
    std::vector<Box> known;
    for (const std::size_t i : verdict.stamp) {
      stamp.push_back(words[i]);
      known.push_back(*words[i].box);
    }
    add_recognised(page, stamp, std::move(image), known, reader);
  }

  std::filesystem::path file_;
  PdfObjects objects_;
  std::unique_ptr<poppler::document> pdf_;
};

}  // namespace

std::unique_ptr<Source> open_pdf(std::string_view bytes, const std::filesystem::path& file) {
  return std::make_unique<PdfSource>(bytes, file);
}

}  // namespace vanthu
