#pragma once
#include <leptonica/allheaders.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "ingest/pix.h"
#include "ingest/raster.h"

// Small files for the tests, made when they run.
namespace vanthu {

// A folder that goes away with the test.
class TempFolder {
 public:
  TempFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "vanthu-XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~TempFolder() { std::filesystem::remove_all(folder_); }
  std::filesystem::path path(const std::string& name) const { return folder_ / name; }
  std::filesystem::path write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
  }

 private:
  std::filesystem::path folder_;
};

inline void fill(PageImage& image, int x0, int y0, int x1, int y1, int grey) {
  for (int y = y0; y < y1; ++y)
    for (int x = x0; x < x1; ++x)
      image.pixels[static_cast<std::size_t>(y) * image.width + x] = static_cast<std::uint8_t>(grey);
}

inline PageImage paper(int width, int height, int dpi) {
  PageImage image{width, height, dpi, {}};
  image.pixels.assign(static_cast<std::size_t>(width) * height, 250);
  return image;
}

// A4 at 100 dpi with that many lines of marks as large as letters.
inline PageImage written_paper(int lines) {
  PageImage image = paper(827, 1169, 100);
  for (int line = 0; line < lines; ++line)
    for (int letter = 0; letter < 60; ++letter) {
      const int x = 100 + letter * 10, y = 120 + line * 25;
      fill(image, x, y, x + 6, y + 9, 20);
    }
  return image;
}

inline std::string written(PIX* pix, int format) {
  l_uint8* data = nullptr;
  std::size_t size = 0;
  pixWriteMem(&data, &size, pix, format);
  std::string out(reinterpret_cast<char*>(data), size);
  lept_free(data);
  return out;
}

inline std::string png(const PageImage& image) { return written(to_pix(image).get(), IFF_PNG); }
inline std::string jpeg(const PageImage& image) {
  return written(to_pix(image).get(), IFF_JFIF_JPEG);
}

inline std::string tiff(const std::vector<PageImage>& pages, const std::filesystem::path& scratch) {
  for (const PageImage& page : pages)
    pixWriteTiff(scratch.c_str(), to_pix(page).get(), IFF_TIFF_LZW,
                 &page == &pages.front() ? "w" : "a");
  std::ifstream in(scratch, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct PdfText {
  double x = 0, y = 0;  // of the first letter's foot, in points from the top left
  std::string text;     // UTF-8
};

struct PdfPage {
  std::vector<PdfText> text = {};
  const PageImage* picture = nullptr;               // over the whole page
  std::vector<std::array<double, 4>> strokes = {};  // x0, y0, x1, y1 from the top left
  std::string raw = {};                             // put before all that
  int rotate = 0;
  double width = 595, height = 842;
};

// Writes PDFs with a text layer in any letters, by a ToUnicode map; letters are half as wide as
// they are high.
class PdfMaker {
 public:
  std::string make(const std::vector<PdfPage>& pages, const std::string& password = "") {
    pdf_.emptyPDF();
    std::vector<std::string> contents;
    for (const PdfPage& page : pages) contents.push_back(content(page));
    const QPDFObjectHandle font = pdf_.makeIndirectObject(make_font());
    for (std::size_t i = 0; i < pages.size(); ++i) add(pages[i], contents[i], font);
    QPDFWriter writer(pdf_);
    writer.setOutputMemory();
    writer.setDeterministicID(password.empty());
    if (!password.empty())
      writer.setR6EncryptionParameters(password.c_str(), "owner", true, true, true, true, true,
                                       true, qpdf_r3p_full, true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
  }

 private:
  static std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f ", value);
    return text;
  }

  // One code a letter, from 33 on; the blank keeps its own.
  std::string coded(const std::string& text) {
    std::string out = "<";
    for (std::size_t i = 0; i < text.size();) {
      std::size_t size = 1;
      while (i + size < text.size() && (text[i + size] & 0xC0) == 0x80) ++size;
      const std::string letter = text.substr(i, size);
      i += size;
      const auto code = codes_.try_emplace(letter, letter == " " ? 32 : 33 + codes_.size());
      char hex[8];
      std::snprintf(hex, sizeof hex, "%02X", static_cast<unsigned>(code.first->second));
      out += hex;
    }
    return out + "> Tj ";
  }

  std::string content(const PdfPage& page) {
    std::string out = page.raw;
    if (page.picture)
      out += "q " + number(page.width) + "0 0 " + number(page.height) + "0 0 cm /I Do Q ";
    for (const PdfText& text : page.text)
      out += "BT /F 12 Tf " + number(text.x) + number(page.height - text.y) + "Td " +
             coded(text.text) + "ET ";
    for (const auto& s : page.strokes)
      out += "1 w " + number(s[0]) + number(page.height - s[1]) + "m " + number(s[2]) +
             number(page.height - s[3]) + "l S ";
    return out;
  }

  QPDFObjectHandle make_font() {
    std::string map =
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def "
        "1 begincodespacerange <00> <FF> endcodespacerange\n";
    for (const auto& [letter, code] : codes_) {
      char line[64];
      std::snprintf(line, sizeof line, "1 beginbfchar <%02X> <%04X> endbfchar\n",
                    static_cast<unsigned>(code), code_point(letter));
      map += line;
    }
    map += "endcmap end end";
    std::string widths;
    for (int i = 32; i < 256; ++i) widths += "500 ";
    QPDFObjectHandle font = QPDFObjectHandle::parse(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 32 /LastChar 255 "
        "/Widths [" +
        widths + "] >>");
    font.replaceKey("/ToUnicode", QPDFObjectHandle::newStream(&pdf_, map));
    return font;
  }

  static unsigned code_point(const std::string& letter) {
    const auto lead = static_cast<unsigned char>(letter[0]);
    if (lead < 0x80) return lead;
    unsigned out = lead & (lead < 0xE0 ? 0x1F : 0x0F);
    for (std::size_t i = 1; i < letter.size(); ++i) out = out << 6 | (letter[i] & 0x3F);
    return out;
  }

  void add(const PdfPage& page, const std::string& content, const QPDFObjectHandle& font) {
    QPDFObjectHandle resources = QPDFObjectHandle::parse("<< /Font << >> /XObject << >> >>");
    resources.getKey("/Font").replaceKey("/F", font);
    if (page.picture) resources.getKey("/XObject").replaceKey("/I", picture(*page.picture));
    QPDFObjectHandle out = QPDFObjectHandle::parse(
        "<< /Type /Page /MediaBox [0 0 " + number(page.width) + number(page.height) + "] /Rotate " +
        std::to_string(page.rotate) + " >>");
    out.replaceKey("/Resources", resources);
    out.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf_, content));
    pdf_.addPage(pdf_.makeIndirectObject(out), false);
  }

  QPDFObjectHandle picture(const PageImage& image) {
    QPDFObjectHandle out =
        QPDFObjectHandle::newStream(&pdf_, std::string(image.pixels.begin(), image.pixels.end()));
    out.replaceDict(QPDFObjectHandle::parse(
        "<< /Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 /Width " +
        std::to_string(image.width) + " /Height " + std::to_string(image.height) + " >>"));
    return out;
  }

  QPDF pdf_;
  std::map<std::string, std::size_t> codes_;
};

inline std::string pdf(const std::vector<PdfPage>& pages, const std::string& password = "") {
  return PdfMaker().make(pages, password);
}

}  // namespace vanthu
