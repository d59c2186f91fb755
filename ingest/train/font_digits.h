#pragma once
#include <filesystem>
#include <vector>

#include "ingest/train/glyphs.h"

namespace vanthu {

// The ten digits of each font file (*-latin-400-normal.woff) under `folder`, in the order of the
// files' names: faces that imitate handwriting, each one hand. Throws Error{not_readable}.
std::vector<std::vector<Glyph>> read_font_digits(const std::filesystem::path& folder);

}  // namespace vanthu
