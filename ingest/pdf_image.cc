#include "ingest/pdf_image.h"

#define POINTERHOLDER_TRANSITION 4  // qpdf's old pointers are not used
#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include "ingest/coloured_ink.h"
#include "ingest/pix.h"

namespace vanthu {
namespace {

using Bytes = std::shared_ptr<Buffer>;

struct Format {
  int width = 0, height = 0, bits = 0;
  std::string filter;  // the only one; empty where the data are not packed
  QPDFObjectHandle parameters, colours;
  bool inverted = false;  // by /Decode
};

// The value, or the only element of an array.
QPDFObjectHandle only(QPDFObjectHandle object) {
  return object.isArray() && object.getArrayNItems() == 1 ? object.getArrayItem(0) : object;
}

int integer(QPDFObjectHandle dict, const char* key, int other) {
  if (!dict.isDictionary()) return other;
  QPDFObjectHandle value = dict.getKey(key);
  return value.isInteger() ? value.getIntValueAsInt() : other;
}

bool truth(QPDFObjectHandle dict, const char* key) {
  return dict.isDictionary() && dict.getKey(key).isBool() && dict.getKey(key).getBoolValue();
}

std::optional<Format> format_of(QPDFObjectHandle dict) {
  for (const char* mask : {"/SMask", "/Mask"})
    if (!dict.getKey(mask).isNull()) return std::nullopt;
  Format out;
  out.width = integer(dict, "/Width", 0);
  out.height = integer(dict, "/Height", 0);
  out.bits = truth(dict, "/ImageMask") ? 1 : integer(dict, "/BitsPerComponent", 8);
  QPDFObjectHandle filter = only(dict.getKey("/Filter"));
  if (filter.isArray() && filter.getArrayNItems() > 0) return std::nullopt;
  if (filter.isName()) out.filter = filter.getName();
  out.parameters = only(dict.getKey("/DecodeParms"));
  out.colours = dict.getKey("/ColorSpace");
  QPDFObjectHandle decode = dict.getKey("/Decode");
  if (decode.isArray() && decode.getArrayNItems() >= 2)
    out.inverted = decode.getArrayItem(0).getNumericValue() > 0.5;
  return out.width > 0 && out.height > 0 ? std::optional(out) : std::nullopt;
}

void append(std::string& out, unsigned value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

// The data as the only strip of a TIFF, which Leptonica reads. Source: TIFF 6.0, section 2.
std::string as_tiff(const Format& format, const Buffer& data) {
  const auto width = static_cast<unsigned>(format.width),
             height = static_cast<unsigned>(format.height);
  const std::array<std::array<unsigned, 2>, 9> entries{
      {{256, width},
       {257, height},
       {258, 1},
       {259, 4},  // group 4
       {262, 0},  // white is 0
       {273, 8 + 2 + 9 * 12 + 4},
       {277, 1},
       {278, height},
       {279, static_cast<unsigned>(data.getSize())}}};
  std::string out("II*\0", 4);
  append(out, 8, 4);
  append(out, entries.size(), 2);
  for (const auto& [tag, value] : entries) {
    append(out, tag, 2);
    append(out, 4, 2);  // a long
    append(out, 1, 4);
    append(out, value, 4);
  }
  append(out, 0, 4);
  return out.append(reinterpret_cast<const char*>(data.getBuffer()), data.getSize());
}

PixPtr from_ccitt(const Format& format, const Buffer& data) {
  if (integer(format.parameters, "/K", 0) >= 0 || truth(format.parameters, "/EncodedByteAlign") ||
      integer(format.parameters, "/Columns", 1728) != format.width)
    return nullptr;
  const std::string tiff = as_tiff(format, data);
  PixPtr pix(pixReadMemTiff(reinterpret_cast<const l_uint8*>(tiff.data()), tiff.size(), 0));
  if (pix && truth(format.parameters, "/BlackIs1") != format.inverted)
    pixInvert(pix.get(), pix.get());
  return pix;
}

PixPtr from_jpeg(const Format& format, const Buffer& data, int reduction) {
  l_int32 width = 0, height = 0, samples = 0;
  if (format.inverted || readHeaderMemJpeg(data.getBuffer(), data.getSize(), &width, &height,
                                           &samples, nullptr, nullptr) != 0)
    return nullptr;
  if (samples > 3) return nullptr;
  l_int32 faults = 0;
  PixPtr pix(pixReadMemJpeg(data.getBuffer(), data.getSize(), 0, reduction, &faults, 0));
  return faults == 0 ? std::move(pix) : nullptr;
}

// What the samples of a pixel are: how many, the red of each value of the first, and the blue of
// each value of the last.
struct Levels {
  int samples = 1;
  std::array<std::uint8_t, 256> red{}, blue{};
};

std::string bytes_of(QPDFObjectHandle object) {
  if (object.isString()) return object.getStringValue();
  if (!object.isStream()) return {};
  const Bytes data = object.getStreamData();
  return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

// Samples of a colour space without palette; 0 where it is another one.
int samples_of(QPDFObjectHandle colours) {
  if (colours.isArray() && colours.getArrayNItems() == 2 &&
      colours.getArrayItem(0).isNameAndEquals("/ICCBased")) {
    const int samples = integer(colours.getArrayItem(1).getDict(), "/N", 0);
    return samples == 1 || samples == 3 ? samples : 0;
  }
  if (colours.isArray() && colours.getArrayNItems() > 0) colours = colours.getArrayItem(0);
  if (colours.isNameAndEquals("/DeviceGray") || colours.isNameAndEquals("/CalGray")) return 1;
  return colours.isNameAndEquals("/DeviceRGB") || colours.isNameAndEquals("/CalRGB") ? 3 : 0;
}

std::optional<Levels> levels_of(const Format& format) {
  Levels out;
  const int count = 1 << std::min(format.bits, 8);
  QPDFObjectHandle colours = format.colours;
  if (colours.isArray() && colours.getArrayNItems() == 4 &&
      colours.getArrayItem(0).isNameAndEquals("/Indexed")) {
    const int base = samples_of(colours.getArrayItem(1));
    const std::string palette = bytes_of(colours.getArrayItem(3));
    if (base == 0 || format.inverted) return std::nullopt;
    for (int i = 0; i < count && static_cast<std::size_t>(i + 1) * base <= palette.size(); ++i) {
      const char* colour = palette.data() + static_cast<std::size_t>(i) * base;
      out.red[i] = static_cast<std::uint8_t>(colour[0]);
      out.blue[i] = static_cast<std::uint8_t>(colour[base - 1]);
    }
    return out;
  }
  out.samples = colours.isNull() ? 1 : samples_of(colours);
  if (out.samples == 0 || (out.samples == 3 && format.bits != 8)) return std::nullopt;
  for (int i = 0; i < count; ++i) {
    const int grey = i * 255 / (count - 1);
    out.red[i] = out.blue[i] = static_cast<std::uint8_t>(format.inverted ? 255 - grey : grey);
  }
  return out;
}

std::optional<PageImage> from_samples(const Format& format, const Buffer& data, int dpi) {
  const auto levels = levels_of(format);
  if (!levels || format.bits > 8 || 8 % format.bits != 0) return std::nullopt;
  const std::size_t stride =
      (static_cast<std::size_t>(format.width) * levels->samples * format.bits + 7) / 8;
  if (data.getSize() < stride * format.height) return std::nullopt;
  PageImage out{.width = format.width, .height = format.height, .dpi = dpi, .pixels = {}};
  out.pixels.resize(static_cast<std::size_t>(out.width) * out.height);
  const unsigned mask = (1U << format.bits) - 1;
  InkFinder ink(out.width, out.height, dpi);
  for (int y = 0; y < out.height; ++y) {
    const unsigned char* row = data.getBuffer() + y * stride;
    std::uint8_t* to = out.pixels.data() + static_cast<std::size_t>(y) * out.width;
    const auto sample = [&](int i) {
      return row[i * format.bits / 8] >> (8 - format.bits - i * format.bits % 8) & mask;
    };
    for (int x = 0; x < out.width; ++x) {
      to[x] = levels->red[sample(x * levels->samples)];
      ink.see(x, y, to[x], levels->blue[sample((x + 1) * levels->samples - 1)]);
    }
  }
  std::move(ink).give_to(out);
  return out;
}

}  // namespace

std::optional<PageImage> decoded(const QPDFObjectHandle& source, double dpi, double wanted_dpi) {
  silence_leptonica();
  QPDFObjectHandle image = source;
  const auto format = format_of(image.getDict());
  if (!format) return std::nullopt;
  const int whole = static_cast<int>(std::lround(dpi));
  const int reduction = dpi >= 1.9 * wanted_dpi ? 2 : 1;
  if (format->filter == "/CCITTFaxDecode") {
    PixPtr pix = from_ccitt(*format, *image.getRawStreamData());
    if (pix && reduction == 2) pix.reset(pixScaleToGray2(pix.get()));
    return pix ? std::optional(to_image(pix.get(), whole / reduction)) : std::nullopt;
  } else if (format->filter == "/DCTDecode") {
    const PixPtr pix = from_jpeg(*format, *image.getRawStreamData(), reduction);
    return pix ? std::optional(to_image(pix.get(), whole / reduction)) : std::nullopt;
  } else if (format->filter != "/JBIG2Decode" && format->filter != "/JPXDecode") {
    return from_samples(*format, *image.getStreamData(qpdf_dl_specialized), whole);
  }
  return std::nullopt;
}

}  // namespace vanthu
