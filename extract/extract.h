#pragma once
#include "core/scan.h"
#include "core/text.h"
#include "extract/outline.h"
#include "schema/record.h"

namespace vanthu {

// Text to Record: the letterhead's fields, citations, axes, units, tasks and deadlines, each with
// its evidence on the page. Never invents: a field that cannot be read stays empty, with a warning.
Record extract(const Scan& scan, const Text& text, const Outline& outline);

}  // namespace vanthu
