#pragma once
#include <optional>
#include <string>
#include <vector>

#include "extract/layout.h"
#include "extract/marker.h"
#include "extract/outline.h"

// The outline while it is read, from the first line to the last. Internal to outline*.cc.
namespace vanthu {

struct Draft {
  const Text& text;
  Layout layout;
  std::vector<Node> nodes;
  std::vector<std::optional<Marker>> markers;  // of the nodes
  std::size_t next = 0;                        // the line to be read

  bool done() const { return next >= layout.lines.size(); }
  const PrintedLine& line(std::size_t i) const { return layout.lines[i]; }
  const PrintedLine& now() const { return layout.lines[next]; }
  std::size_t size() const { return layout.lines.size(); }

  Node& add(NodeKind kind, Passage passage, std::optional<Marker> marker = std::nullopt) {
    Node node;
    node.kind = kind;
    if (marker) node.marker = marker->text;
    node.passage = std::move(passage);
    nodes.push_back(std::move(node));
    markers.push_back(std::move(marker));
    return nodes.back();
  }
};

// The letterhead, the title and the subject of the document; leaves `next` at the body.
void read_head(Draft& draft);

// A letterhead that stands again above an appendix.
bool repeats_letterhead(const Draft& draft);
void read_repeated_letterhead(Draft& draft);

// An appendix's title, or the title of a document that is attached, and what names it.
bool opens_attachment(const Draft& draft, bool after_signature);
void read_attachment(Draft& draft);

// "Nơi nhận" and the signature block, up to an attachment.
bool opens_tail(const Draft& draft);
void read_tail(Draft& draft);

// True where `line` goes on with the paragraph `so_far`, whose last line is `previous`.
bool joins(const Layout& layout, const PrintedLine& previous, const Passage& so_far,
           const std::optional<Marker>& marker, const PrintedLine& line);
// The marker of a line, unless it is running text after `so_far` ("... Quận" / "1. Tăng cường").
std::optional<Marker> line_marker(const Passage* so_far, const PrintedLine& line);

}  // namespace vanthu
