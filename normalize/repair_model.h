#pragma once
#include "core/scan.h"
#include "core/text.h"

namespace vanthu {

// What gives misread words their letters back. Immutable after loading and safe to share between
// threads.
class RepairModel {
 public:
  virtual ~RepairModel() = default;

  // Repairs the words of `text` in place and appends to text.repairs; `text` has come through
  // Unicode normalization and has the layout of `scan`. Keeps that layout (lines, blocks and tables
  // by index) and every word's anchor into `scan`.
  virtual void repair(const Scan& scan, Text& text) const = 0;
};

// Leaves every word as it is.
class NoRepair : public RepairModel {
 public:
  void repair(const Scan&, Text&) const override {}
};

}  // namespace vanthu
