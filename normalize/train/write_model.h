#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "normalize/train/ngrams.h"

namespace vanthu {

// How often each name stands in each case inside a sentence.
using CaseCounts = std::vector<std::array<std::uint32_t, 3>>;

// Writes the model, quantised, in the format of language_model.h; throws Error{not_writable}.
void write_model(const std::filesystem::path& file, const std::vector<std::string>& names,
                 const CaseCounts& cases, const NgramModel& model);

}  // namespace vanthu
