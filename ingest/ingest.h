#pragma once
#include <filesystem>
#include <functional>
#include <memory>

#include "core/scan.h"
#include "ingest/page_reader.h"

namespace vanthu {

enum class TextLayerPolicy { automatic, always, never };

struct IngestOptions {
  TextLayerPolicy text_layer = TextLayerPolicy::automatic;
};

// Reads a PDF, TIFF, PNG, JPEG or UTF-8 text file, by its first bytes, not by its name. Pages whose
// text layer is not good enough are recognised by `reader`. A page that fails is in the Scan with
// its failure; throws Error where the document as a whole cannot be read. Thread-safe.
Scan ingest(const std::filesystem::path& file, const PageReader& reader,
            const IngestOptions& options = {});

}  // namespace vanthu
