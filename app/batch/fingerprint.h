#pragma once
#include <string>

#include "app/read_document.h"

namespace vanthu {

// Everything besides the document that its record depends on, as JSON: the program's and the
// engine's version, the hashes of model and lexicons, the options. Throws Error where a file cannot
// be read.
std::string fingerprint(const Engine& engine, const EngineOptions& options);

}  // namespace vanthu
