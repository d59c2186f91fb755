#pragma once
#include <optional>
#include <vector>

#include "extract/marker.h"
#include "extract/outline.h"

namespace vanthu {

// Sets parent, level and the kinds heading and item of the body's nodes by their markers, one per
// node. A repeated or skipped number changes nothing: only the kinds of markers count.
void build_tree(std::vector<Node>& nodes, const std::vector<std::optional<Marker>>& markers);

}  // namespace vanthu
