#include "ingest/pdf_objects.h"

#define POINTERHOLDER_TRANSITION 4  // qpdf's old pointers are not used
#include <algorithm>
#include <charconv>
#include <cmath>
#include <qpdf/BufferInputSource.hh>
#include <qpdf/Pl_Discard.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFLogger.hh>
#include <qpdf/QPDFMatrix.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>

#include "ingest/orientation.h"
#include "ingest/pdf_image.h"
#include "ingest/pdf_signature.h"

namespace vanthu {
namespace {

constexpr double edge_slack = 0.01;  // of the page's longer side
constexpr int max_form_depth = 4;
constexpr int max_forms = 100;
constexpr long max_tokens = 3'000'000;  // enough for maps; ends the reading of a bomb

struct TooMuch : std::runtime_error {
  TooMuch() : std::runtime_error("content stream too long") {}
};

// Without regard to the locale.
double number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  double out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

// An image as placed: its pixels, and its place on the page in points.
struct Placed {
  QPDFObjectHandle image;
  QPDFMatrix matrix;
  double pixels = 0, area = 0;
  bool covered = false;  // something visible is drawn over it
};

struct Budget {
  long tokens = max_tokens;
  int forms = max_forms;
};

// Follows the transformation through a content stream and notes each image that it draws. The
// stream is never held in memory as a whole.
class ImageFinder : public QPDFObjectHandle::TokenFilter {
 public:
  ImageFinder(QPDFObjectHandle resources, QPDFMatrix matrix, int depth, Budget& budget,
              std::vector<Placed>& found)
      : resources_(resources), depth_(depth), budget_(budget), found_(found) {
    stack_.push_back(matrix);
  }

  void handleToken(const QPDFTokenizer::Token& token) override {
    if (--budget_.tokens < 0) throw TooMuch();
    switch (token.getType()) {
      case QPDFTokenizer::tt_integer:
      case QPDFTokenizer::tt_real:
        if (numbers_.size() < 16) numbers_.push_back(number(token.getValue()));
        break;
      case QPDFTokenizer::tt_name:
        name_ = token.getValue();
        break;
      case QPDFTokenizer::tt_word:
        run(token.getValue());
        numbers_.clear();
        break;
      default:
        break;
    }
  }

 private:
  void run(const std::string& word) {
    if (word == "q" && stack_.size() < 1000) stack_.push_back(stack_.back());
    if (word == "Q" && stack_.size() > 1) stack_.pop_back();
    if (word == "cm" && numbers_.size() >= 6) {
      const double* n = &numbers_[numbers_.size() - 6];
      stack_.back().concat(QPDFMatrix(n[0], n[1], n[2], n[3], n[4], n[5]));
    }
    if (word == "Do") draw(resources_.getKey("/XObject"));
    if (word == "Tr" && !numbers_.empty()) invisible_text_ = numbers_.back() == 3;
    if (paints(word)) cover();
  }

  bool paints(const std::string& word) const {
    static const std::set<std::string> shapes{"f",  "F", "f*", "S",  "s", "B",
                                              "B*", "b", "b*", "sh", "EI"};
    static const std::set<std::string> text{"Tj", "TJ", "'", "\""};
    return shapes.contains(word) || (!invisible_text_ && text.contains(word));
  }

  void cover() {
    for (Placed& image : found_) image.covered = true;
  }

  void draw(QPDFObjectHandle objects) {
    if (!objects.isDictionary()) return;
    QPDFObjectHandle object = objects.getKey(name_);
    if (!object.isStream()) return;
    QPDFObjectHandle dict = object.getDict();
    QPDFObjectHandle kind = dict.getKey("/Subtype");
    if (kind.isNameAndEquals("/Image")) add(object, dict);
    if (kind.isNameAndEquals("/Form") && depth_ < max_form_depth && budget_.forms-- > 0)
      follow(object, dict);
  }

  void add(QPDFObjectHandle image, QPDFObjectHandle dict) {
    QPDFObjectHandle w = dict.getKey("/Width"), h = dict.getKey("/Height");
    if (!w.isInteger() || !h.isInteger()) return;
    const QPDFMatrix& m = stack_.back();
    cover();
    found_.push_back({image, m,
                      static_cast<double>(w.getIntValue()) * static_cast<double>(h.getIntValue()),
                      std::abs(m.a * m.d - m.b * m.c)});
  }

  void follow(QPDFObjectHandle form, QPDFObjectHandle dict) {
    QPDFMatrix matrix = stack_.back();
    if (dict.getKey("/Matrix").isMatrix()) matrix.concat(dict.getKey("/Matrix").getArrayAsMatrix());
    QPDFObjectHandle own = dict.getKey("/Resources");
    ImageFinder inner(own.isDictionary() ? own : resources_, matrix, depth_ + 1, budget_, found_);
    QPDFPageObjectHelper(form).filterContents(&inner);
  }

  QPDFObjectHandle resources_;
  int depth_;
  Budget& budget_;
  std::vector<Placed>& found_;
  std::vector<QPDFMatrix> stack_;
  std::vector<double> numbers_;
  std::string name_;
  bool invisible_text_ = false;
};

using Rectangle = QPDFObjectHandle::Rectangle;

Rectangle crop_box(QPDFPageObjectHelper page) { return page.getCropBox().getArrayAsRectangle(); }

double page_area(QPDFPageObjectHelper page) {
  const Rectangle box = crop_box(page);
  return std::abs((box.urx - box.llx) * (box.ury - box.lly));
}

// True where the image is upright and has the page's edges.
bool fills(const Placed& image, const Rectangle& page) {
  const QPDFMatrix& m = image.matrix;
  const double slack = edge_slack * std::max(page.urx - page.llx, page.ury - page.lly);
  const auto near = [&](double a, double b) { return std::abs(a - b) <= slack; };
  return m.a > 0 && m.d > 0 && near(m.b, 0) && near(m.c, 0) && near(m.e, page.llx) &&
         near(m.f, page.lly) && near(m.e + m.a, page.urx) && near(m.f + m.d, page.ury);
}

// Signature fields show who signed, no part of the scan; their words are in the text layer.
bool is_annotated(QPDFPageObjectHelper page) {
  for (QPDFAnnotationObjectHelper note : page.getAnnotations())
    if (!note.getAppearanceDictionary().isNull() &&
        !note.getObjectHandle().getKey("/FT").isNameAndEquals("/Sig"))
      return true;
  return false;
}

int quarters(QPDFPageObjectHelper page) {
  QPDFObjectHandle turn = page.getAttribute("/Rotate", false);
  return turn.isInteger() ? (turn.getIntValueAsInt() / 90 % 4 + 4) % 4 : 0;
}

std::vector<Placed> images_of(QPDFPageObjectHelper page) {
  std::vector<Placed> found;
  try {
    Budget budget;
    ImageFinder finder(page.getAttribute("/Resources", false), QPDFMatrix(), 0, budget, found);
    page.filterContents(&finder);
  } catch (const std::exception&) {
    // What was found so far still tells.
    for (Placed& image : found) image.covered = true;
  }
  return found;
}

PagePicture summary(const std::vector<Placed>& images, double page) {
  PagePicture out;
  double area = 0, largest = 0;
  for (const Placed& image : images) {
    area += image.area;
    out.largest = std::max(out.largest, image.pixels);
    if (image.area <= largest) continue;
    largest = image.area;
    out.dpi = 72 * std::sqrt(image.pixels / image.area);
  }
  out.coverage = page > 0 ? std::min(1.0, area / page) : 0;
  return out;
}

std::string string_value(QPDFObjectHandle dict, const std::string& key) {
  QPDFObjectHandle value = dict.getKey(key);
  return value.isString() ? value.getUTF8Value() : "";
}

std::optional<Signature> signature_of(QPDFObjectHandle value) {
  if (!value.isDictionary() || !value.getKey("/Contents").isString()) return std::nullopt;
  Signature out;
  out.signer = certificate_name(value.getKey("/Contents").getStringValue());
  if (out.signer.empty()) out.signer = string_value(value, "/Name");
  out.signed_at = iso_time(string_value(value, "/M"));
  return out;
}

}  // namespace

struct PdfObjects::Document {
  QPDF pdf;
  std::vector<QPDFPageObjectHelper> pages;
};

PdfObjects::PdfObjects(std::string_view bytes) {
  try {
    auto document = std::make_unique<Document>();
    const auto quiet = QPDFLogger::create();
    quiet->setError(quiet->discard());
    quiet->setWarn(quiet->discard());
    document->pdf.setLogger(quiet);
    document->pdf.setSuppressWarnings(true);
    document->pdf.processMemoryFile("", bytes.data(), bytes.size());
    document->pages = QPDFPageDocumentHelper(document->pdf).getAllPages();
    document_ = std::move(document);
  } catch (const std::exception&) {
    // Poppler may still read it.
  }
}

PdfObjects::~PdfObjects() = default;

PagePicture PdfObjects::picture(int number) const {
  if (!has_page(number)) return {};
  try {
    QPDFPageObjectHelper page = document_->pages[number - 1];
    return summary(images_of(page), page_area(page));
  } catch (const std::exception&) {
    return {};
  }
}

std::optional<PageImage> PdfObjects::scan(int number, double wanted_dpi) const {
  if (!has_page(number)) return std::nullopt;
  try {
    QPDFPageObjectHelper page = document_->pages[number - 1];
    const std::vector<Placed> images = images_of(page);
    if (images.empty() || images.back().covered || !fills(images.back(), crop_box(page)) ||
        is_annotated(page))
      return std::nullopt;
    const double dpi = 72 * std::sqrt(images.back().pixels / images.back().area);
    auto image = decoded(images.back().image, dpi, wanted_dpi);
    return image ? std::optional(turned(*image, quarters(page))) : std::nullopt;
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

bool PdfObjects::has_page(int number) const {
  return document_ && number >= 1 && number <= static_cast<int>(document_->pages.size());
}

std::vector<Signature> PdfObjects::signatures() const {
  std::vector<Signature> out;
  if (!document_) return out;
  try {
    QPDFAcroFormDocumentHelper form(document_->pdf);
    for (QPDFFormFieldObjectHelper field : form.getFormFields())
      if (field.getFieldType() == "/Sig")
        if (const auto signature = signature_of(field.getValue())) out.push_back(*signature);
  } catch (const std::exception&) {
    // Signatures are an addition; the text is read without them.
  }
  return out;
}

}  // namespace vanthu
