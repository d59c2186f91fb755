#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "normalize/train/ngrams.h"

namespace vanthu {

// Writes the model, quantised, in the format of language_model.h; throws Error{not_writable}.
void write_model(const std::filesystem::path& file, const std::vector<std::string>& names,
                 const NgramModel& model);

}  // namespace vanthu
