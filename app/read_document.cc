#include "app/read_document.h"

#include "extract/extract.h"
#include "extract/vocabulary.h"
#include "ingest/tesseract_reader.h"
#include "normalize/repair.h"
#include "schema/check.h"
#include "schema/record_json.h"

namespace vanthu {

namespace {

namespace fs = std::filesystem;

std::shared_ptr<const RepairModel> model_for(const EngineOptions& options) {
  if (!options.repair) return std::make_shared<NoRepair>();
  return load_repair_model(options.model.empty() ? shipped_model() : options.model,
                           options.lexicons);
}

}  // namespace

// Beside the program, where it was built, or in the share folder of where it was installed.
fs::path shipped_model() {
  const fs::path folder = fs::read_symlink("/proc/self/exe").parent_path();
  const fs::path built = folder / "share/vanthu/vi.lm";
  return fs::exists(built) ? built : folder.parent_path() / "share/vanthu/vi.lm";
}

Engine make_engine(const EngineOptions& options) {
  if (!options.grammar.empty()) use_grammar(read_grammar(options.grammar));
  return {.reader = std::make_shared<TesseractReader>(),
          .model = model_for(options),
          .ingest = {.text_layer = options.text_layer},
          .normalize = {.repair = options.repair}};
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
