#include "ingest/ingest.h"

#include "ingest/format.h"
#include "ingest/sha256.h"
#include "ingest/source.h"

namespace vanthu {

Scan ingest(const std::filesystem::path& file, const PageReader& reader,
            const IngestOptions& options) {
  const std::string bytes = read_file(file);
  const Format format = detect_format(bytes, file);
  const std::unique_ptr<Source> source = open_source(bytes, format, file);
  Scan scan;
  scan.file = file.filename().string();
  scan.sha256 = sha256_hex(bytes);
  scan.media_type = media_type(format);
  scan.signatures = source->signatures();
  for (int n = 1; n <= source->page_count(); ++n)
    scan.pages.push_back(source->read_page(n, reader, options));
  return scan;
}

}  // namespace vanthu
