#include "ingest/source.h"

#include <leptonica/allheaders.h>
#include <poppler/cpp/poppler-version.h>

#include <new>

namespace vanthu {
namespace {

Page failed_page(int number, ErrorCode code, std::string detail) {
  Page page;
  page.number = number;
  page.failure = PageFailure{code, std::move(detail)};
  return page;
}

}  // namespace

Page Source::read_page(int number, const PageReader& reader, const IngestOptions& options) const {
  try {
    Page page = do_read_page(number, reader, options);
    page.number = number;
    return page;
  } catch (const Error& error) {
    if (error.code == ErrorCode::engine_missing) throw;
    return failed_page(number, error.code, error.detail);
  } catch (const std::bad_alloc&) {
    return failed_page(number, ErrorCode::out_of_memory, "not enough memory");
  } catch (const std::exception& error) {
    return failed_page(number, ErrorCode::page_failed, error.what());
  }
}

std::unique_ptr<Source> open_source(std::string_view bytes, Format format,
                                    const std::filesystem::path& file) {
  switch (format) {
    case Format::pdf:
      return open_pdf(bytes, file);
    case Format::text:
      return open_text(bytes);
    default:
      return open_image(bytes, format, file);
  }
}

std::string drawing_versions() {
  const std::unique_ptr<char, decltype(&lept_free)> leptonica(getLeptonicaVersion(), lept_free);
  return "poppler " + poppler::version_string() + ' ' + leptonica.get();
}

}  // namespace vanthu
