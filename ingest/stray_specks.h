#pragma once
#include <cstddef>
#include <vector>

#include "core/geometry.h"

namespace vanthu {

// Which of the marks are specks of dust: dots no larger than a full stop that stand neither over,
// under nor in a letter, nor behind one as full stops, colons and dotted lines do. Any unit of
// length; `em` is the usual size of the type.
std::vector<std::size_t> stray_specks(const std::vector<Box>& marks, double em);

}  // namespace vanthu
