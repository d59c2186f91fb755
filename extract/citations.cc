#include <re2/re2.h>

#include <algorithm>

#include "extract/anchor.h"
#include "extract/number.h"
#include "extract/reading.h"

namespace vanthu {
namespace {

bool may_cite(NodeKind kind) {
  switch (kind) {
    case NodeKind::letterhead:
    case NodeKind::title:
    case NodeKind::signature:
    case NodeKind::recipients:
    case NodeKind::other:
      return false;
    default:
      return true;
  }
}

// "ngày 31 tháng 13 năm 2024": written as a date, but none.
bool is_followed_by_no_date(std::string_view text, std::size_t at) {
  static const RE2 date(
      R"(,?\s*(?:ký |ban hành )?(?:ngày\s*)?[0-9]{1,2}\s*(?:/|-|\.|tháng)\s*[0-9]{1,2}\s*(?:/|-|\.|năm)\s*[0-9]{4}\b)");
  re2::StringPiece rest(text.data() + at, text.size() - at);
  return RE2::Consume(&rest, date);
}

class Citations {
 public:
  explicit Citations(Reading& reading) : reading_(reading) {}

  void read() {
    for (const Node& node : reading_.outline.nodes) {
      auto& mentions = reading_.mentions.emplace_back();
      if (!may_cite(node.kind)) continue;
      mentions = find_mentions(node.passage.text);
      add(node, node.passage, mentions);
      for (const Row& row : node.rows)
        for (const RowCell& cell : row.cells)
          if (!cell.repeated) add(node, cell);
    }
  }

 private:
  void add(const Node& node, const RowCell& cell) {
    if (const auto mentions = find_mentions(cell.text()); !mentions.empty())
      add(node, cell.joined(), mentions);
  }

  void add(const Node& node, const Passage& passage, const std::vector<Match<Mention>>& mentions) {
    for (const Match<Mention>& match : mentions) {
      const Mention& mention = match.value;
      if (!mention.number.serial || is_own(node, mention)) continue;
      Citation& citation = find(mention);
      if (citation.number.text.empty()) {
        citation.number = mention.number;
        citation.evidence = reading_.evidence(passage, match.span, match.rule);
        citation.basis = node.kind == NodeKind::basis;
      } else if (subject_only_ == &citation - reading_.record.citations.data()) {
        citation.basis = node.kind == NodeKind::basis;
      }
      if (node.kind == NodeKind::subject)
        subject_only_ = &citation - reading_.record.citations.data();
      if (!citation.kind) citation.kind = mention.kind;
      if (!citation.issued_on) citation.issued_on = mention.issued_on;
      if (!citation.issuer) citation.issuer = mention.issuer;
      if (!mention.issued_on && is_followed_by_no_date(passage.text, match.span.end))
        reading_.warn("citation_malformed",
                      mention.number.text + " bears a date that does not exist", std::nullopt,
                      reading_.evidence(passage, match.span, match.rule));
    }
  }

  // The document itself, as its appendices name it.
  bool is_own(const Node& node, const Mention& mention) const {
    const Document& document = reading_.record.document;
    if (!document.number) return false;
    const bool dates_agree =
        !mention.issued_on || !document.issued_on || *mention.issued_on == *document.issued_on;
    if (mention.number.text == document.number->text && dates_agree) return true;
    return node.kind == NodeKind::attachment && is_attachment_note(node.passage.text) &&
           mention.number.symbol == document.number->symbol &&
           (!document.number->serial || dates_agree);
  }

  // The citation of the same number, and of the same date where both are known; a new one else.
  Citation& find(const Mention& mention) {
    std::vector<Citation>& all = reading_.record.citations;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Citation& citation) {
      return citation.number.text == mention.number.text &&
             (!citation.issued_on || !mention.issued_on ||
              *citation.issued_on == *mention.issued_on);
    });
    return found != all.end() ? *found : all.emplace_back();
  }

  Reading& reading_;
  std::ptrdiff_t subject_only_ = -1;  // a citation that only the subject has named so far
};

}  // namespace

void read_citations(Reading& reading) { Citations(reading).read(); }

}  // namespace vanthu
