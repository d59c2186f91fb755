#pragma once
#include <filesystem>
#include <memory>
#include <vector>

#include "core/json.h"
#include "ingest/ingest.h"
#include "normalize/normalize.h"
#include "schema/record.h"

namespace vanthu {

// What reading needs besides the file. Built once, const, shared by all threads.
struct Engine {
  std::shared_ptr<const PageReader> reader;
  std::shared_ptr<const RepairModel> model;
  IngestOptions ingest;
  NormalizeOptions normalize;
};

// What the command line says of the engine.
struct EngineOptions {
  TextLayerPolicy text_layer = TextLayerPolicy::automatic;
  bool repair = true;
  std::filesystem::path model;  // of the repair; empty for the one that comes with the program
  std::filesystem::path grammar;  // folder of the user's tables for extract; empty for none
  std::vector<std::filesystem::path> lexicons;  // words of the user's that the repair should know
};

// Where the model that comes with the program lies.
std::filesystem::path shipped_model();

// Tesseract with Vietnamese data and the repair model; takes the user's tables into use. Throws
// Error{model_damaged, bad_grammar}.
Engine make_engine(const EngineOptions& options = {});

// The whole program: file to record. Throws Error where the document cannot be read.
Record read_document(const std::filesystem::path& file, const Engine& engine);

// The record's JSON, checked against the schema; throws Error{schema_violation} naming `file`.
Json checked_json(const Record& record, const std::filesystem::path& file);

}  // namespace vanthu
