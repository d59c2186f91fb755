#include "extract/outline_tree.h"

#include "extract/axes.h"
#include "extract/letters.h"
#include "extract/unit.h"
#include "extract/words.h"

namespace vanthu {
namespace {

struct Open {
  Marker marker;
  int node = -1;
};

bool opens_list(const Node& node) { return node.passage.text.ends_with(':'); }

// "Chỉ số nội dung 3 “Trách nhiệm giải trình”: Công chức Tư pháp.": an axis or nobody but who
// answers for what follows.
bool names_owner(const Node& node) {
  const std::string_view text = trim_end(node.passage.text, ".;");
  if (node.marker.empty() || length(text) > 300) return false;
  const std::size_t colon = text.rfind(':');
  const auto marker = marker_of(node.marker + " A");
  const bool listed = marker && marker->kind >= MarkerKind::dash;
  return axis_of_heading(text) || (!listed && is_unit_list(text)) ||
         (colon != text.npos && is_unit_list(trimmed(text.substr(colon + 1))));
}

// A heading states nothing: it stands without an end mark, or announces what follows.
bool announces(const Node& node) {
  return opens_list(node) || !ends_sentence(node.passage.text) || names_owner(node);
}

bool is_first(const Marker& marker) {
  const std::string_view bare = trim_end(marker.text, ".):/-–");
  return bare == "1" || bare == "a" || bare == "A";
}

class Tree {
 public:
  explicit Tree(std::vector<Node>& nodes) : nodes_(nodes) {}

  void add(int i, const std::optional<Marker>& marker) {
    Node& node = nodes_[i];
    switch (node.kind) {
      case NodeKind::attachment:
        attach(i);
        break;
      case NodeKind::heading:
      case NodeKind::item:
      case NodeKind::paragraph:
      case NodeKind::table:
        if (marker)
          add_marked(i, *marker);
        else if (node.kind == NodeKind::heading)
          add_marked(i, Marker{MarkerKind::roman, 0, "", 0, false});
        else
          add_unmarked(i);
        break;
      default:
        break;
    }
    if (node.kind != NodeKind::attachment) node.attachment = attachment_;
  }

 private:
  void attach(int i) {
    // Further lines of the title stay with the first.
    if (!(attachment_ >= 0 && i > 0 && nodes_[i - 1].kind == NodeKind::attachment)) attachment_ = i;
    nodes_[i].attachment = attachment_;
    open_.clear();
    last_ = -1;
  }

  void put(int i, int parent) {
    nodes_[i].parent = parent;
    nodes_[i].level = parent < 0 ? 0 : nodes_[parent].level + 1;
    last_ = i;
  }

  void add_marked(int i, const Marker& marker) {
    close_for(marker);
    put(i, open_.empty() ? attachment_ : open_.back().node);
    open_.push_back({marker, i});
  }

  // Leaves open what the marker stands under.
  void close_for(const Marker& marker) {
    const bool bullet = marker.kind >= MarkerKind::dash;
    if (!open_.empty()) {
      const Open& top = open_.back();
      const bool announced = opens_list(nodes_[top.node]) && last_ == top.node;
      if (announced && !top.marker.same_rank(marker) &&
          (bullet || (is_first(marker) && marker.depth == 1 && !nodes_[top.node].marker.empty())))
        return;
      if (marker.kind == MarkerKind::capital && is_first(marker) &&
          top.marker.kind == MarkerKind::roman && last_ == top.node)
        return;
    }
    for (std::size_t k = open_.size(); k > 0; --k) {
      if (!open_[k - 1].marker.same_rank(marker)) continue;
      open_.resize(k - 1);
      return;
    }
    while (!open_.empty() && !open_.back().marker.above(marker)) open_.pop_back();
  }

  // Under the heading that announces it, else beside the paragraph or item before it.
  void add_unmarked(int i) {
    int parent = open_.empty() ? attachment_ : open_.back().node;
    if (last_ >= 0 && !open_.empty() && open_.back().node == last_ && !announces(nodes_[last_])) {
      parent = nodes_[last_].parent;
    } else if (last_ >= 0 && (open_.empty() || open_.back().node != last_)) {
      parent = nodes_[last_].parent;
    }
    put(i, parent);
    if (nodes_[i].kind == NodeKind::paragraph && opens_list(nodes_[i])) {
      while (!open_.empty() && open_.back().node != parent) open_.pop_back();
      open_.push_back({Marker{MarkerKind::letter, 0, "", 0, false}, i});
    }
  }

  std::vector<Node>& nodes_;
  std::vector<Open> open_;
  int attachment_ = -1;
  int last_ = -1;  // the last node of the body
};

}  // namespace

void build_tree(std::vector<Node>& nodes, const std::vector<std::optional<Marker>>& markers) {
  Tree tree(nodes);
  for (std::size_t i = 0; i < nodes.size(); ++i) tree.add(static_cast<int>(i), markers[i]);
  for (const Node& node : nodes) {
    if (node.parent < 0) continue;
    Node& parent = nodes[node.parent];
    const bool plain = node.kind == NodeKind::paragraph && !announces(parent);
    if (parent.kind == NodeKind::item && !plain) parent.kind = NodeKind::heading;
    const bool inner = parent.kind == NodeKind::paragraph && parent.parent >= 0 &&
                       nodes[parent.parent].kind != NodeKind::attachment;
    if (inner && !plain) parent.kind = NodeKind::heading;
  }
}

}  // namespace vanthu
