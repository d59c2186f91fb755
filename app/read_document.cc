#include "app/read_document.h"

#include "extract/extract.h"
#include "ingest/tesseract_reader.h"
#include "schema/check.h"
#include "schema/record_json.h"

namespace vanthu {

Engine make_engine() {
  return {.reader = std::make_shared<TesseractReader>(),
          .model = std::make_shared<NoRepair>(),
          .ingest = {},
          .normalize = {}};
}

Record read_document(const std::filesystem::path& file, const Engine& engine) {
  const Scan scan = ingest(file, *engine.reader, engine.ingest);
  const Text text = normalize(scan, *engine.model, engine.normalize);
  return extract(scan, text, outline(text));
}

Json checked_json(const Record& record, const std::filesystem::path& file) {
  Json json = to_json(record);
  const auto violations = check_record(json);
  if (!violations.empty())
    throw Error(ErrorCode::schema_violation, file.string(), violations.front());
  return json;
}

}  // namespace vanthu
