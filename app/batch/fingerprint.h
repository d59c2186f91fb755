#pragma once
#include <string>

#include "app/read_document.h"

namespace vanthu {

// Everything besides the document that its record depends on, as JSON: the program's version and
// build, the versions of the engine and of what draws its pages, the hashes of model, lexicons and
// grammar tables, the options. Throws Error where a file cannot be read.
std::string fingerprint(const Engine& engine, const EngineOptions& options);

}  // namespace vanthu
