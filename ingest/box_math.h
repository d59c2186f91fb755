#pragma once
#include "core/geometry.h"

namespace vanthu {

// The box with all its coordinates times `factor`: from pixels to points and the like.
inline Box times(const Box& box, double factor) {
  return {box.x0 * factor, box.y0 * factor, box.x1 * factor, box.y1 * factor};
}

// The box with `by` more on each side.
inline Box grown(const Box& box, double by) {
  return {box.x0 - by, box.y0 - by, box.x1 + by, box.y1 + by};
}

// True where the middle of `inner` lies in `outer`.
inline bool inside(const Box& inner, const Box& outer) {
  return outer.contains(inner.center_x(), inner.center_y());
}

}  // namespace vanthu
