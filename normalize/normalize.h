#pragma once
#include "core/scan.h"
#include "core/text.h"
#include "normalize/repair_model.h"

namespace vanthu {

struct NormalizeOptions {
  bool repair = true;  // false: Unicode only
};

// Scan to Text: NFC, invisible characters and look-alike letters, specks of recognised pages
// dropped (is_speck()), then the repair of what was misread by `model`. Pages, lines, blocks and
// tables of the Text are those of the Scan, by index.
Text normalize(const Scan& scan, const RepairModel& model, const NormalizeOptions& options = {});

}  // namespace vanthu
