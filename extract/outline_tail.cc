#include <re2/re2.h>

#include <algorithm>

#include "extract/anchor.h"
#include "extract/footnote.h"
#include "extract/interleaved.h"
#include "extract/number.h"
#include "extract/outline_draft.h"
#include "extract/specks.h"
#include "extract/words.h"

namespace vanthu {
namespace {

bool is_signature_line(std::string_view text) {
  return is_authority(text) || is_position(text) || is_person(text);
}

// "Nơi nhận: CHÁNH VĂN PHÒNG", "- Thường trực Quận ủy; PHÓ CHỦ TỊCH": the part of the right column
// that plain text has on the same line.
std::vector<Passage> tail_columns(const Passage& line) {
  for (std::size_t i = 1; i < line.words.size(); ++i) {
    const std::string_view rest = std::string_view(line.text).substr(line.offsets[i]);
    const std::string_view before = std::string_view(line.text).substr(0, line.offsets[i] - 1);
    const bool office = is_authority(rest) || is_position(rest);
    const bool person = is_person(rest) && ends_sentence(before) && before.ends_with(';');
    if (!is_capitals(before) && (office || person))
      return {line.part({0, line.offsets[i]}), line.part({line.offsets[i], line.text.size()})};
  }
  return {line};
}

// The parts of a signature block that stand on one line and nothing else: stamps and strokes of the
// pen make "KT:BỘ TRƯỞNG ° _ ` á b Đoàn Văn An" of it. Empty where there is other text.
std::vector<Passage> signature_parts(const Passage& line, bool signs) {
  const Passage bare = bare_words(line);
  std::vector<Passage> out;
  for (std::size_t i = 0; i < bare.words.size();) {
    std::size_t end = bare.words.size();
    Passage part;
    for (; end > i; --end) {
      part = bare.part({bare.offsets[i], bare.word_span(end - 1).end});
      const bool person =
          is_person(part.text) && (signs || !out.empty()) && end == bare.words.size();
      if (person || is_authority(part.text) || is_position(part.text)) break;
    }
    if (end == i && length(bare.word_text(i)) > 2) return {};
    if (end == i) {
      ++i;
      continue;
    }
    i = end;
    out.push_back(std::move(part));
  }
  return out;
}

// "KT. CHỦ TỊCH PHÓ CHỦ TỊCH": where the second part of a line in capitals begins, 0 if nowhere.
std::size_t second_office(const Passage& part) {
  static const RE2 office(
      R"((?:pho|thu truong|chanh|chu tich|giam doc|truong (?:phong|ban)|bi thu|(?:kt|tl|tuq)[.:,])(?: .*)?)");
  for (std::size_t i = 3; i < part.words.size(); ++i)
    if (RE2::FullMatch(plain_form(std::string_view(part.text).substr(part.offsets[i])), office))
      return part.offsets[i];
  return 0;
}

struct Tail {
  Draft& draft;
  bool recipients = false;  // "Nơi nhận" was read
  int open = -1;            // the recipient whose line may go on
  bool signs = false;       // who signs was read: a name may follow
  bool boxes = false;       // the line is from a picture

  void recipient(const Passage& passage, std::optional<Marker> marker) {
    const std::size_t prefix = marker ? marker->bytes : 0;
    draft.add(NodeKind::recipients, passage.without_prefix(prefix), marker);
    open = static_cast<int>(draft.nodes.size()) - 1;
  }

  void part(const Passage& passage, bool gap) {
    const std::string& text = passage.text;
    if (is_recipients_title(text)) {
      recipients = true;
      const std::size_t colon = text.find(':');
      const Passage rest = passage.without_prefix(colon == text.npos ? text.size() : colon + 1);
      if (!rest.empty()) part(rest, false);
      return;
    }
    if (boxes && signature(passage)) return;
    if (boxes && length(bare_words(passage).text) < 3) {
      draft.add(NodeKind::other, passage);
      return;
    }
    const std::optional<Marker> marker = marker_of(text);
    if (recipients && marker && marker->kind >= MarkerKind::dash) return recipient(passage, marker);
    if (is_signature_line(text)) {
      draft.add(NodeKind::signature, passage);
      return;
    }
    const bool goes_on = open >= 0 && !gap && !ends_sentence(draft.nodes[open].passage.text);
    if (goes_on && !is_capitals(text)) {
      draft.nodes[open].passage.append(passage);
    } else if (is_capitals(text) && last_is_signature()) {
      draft.nodes.back().passage.append(passage);  // an office of two lines
    } else if (is_capitals(text) && !recipients) {
      draft.add(NodeKind::signature, passage);
    } else if (!gap && last_is_footnote() && opens_lower(text)) {
      draft.nodes.back().passage.append(passage);
    } else if (footnote_number(text)) {
      draft.add(NodeKind::footnote, passage);
    } else if (recipients && (open < 0 || (!gap && lacks_dash(passage)))) {
      recipient(passage, std::nullopt);
    } else {
      draft.add(NodeKind::other, passage);
    }
  }

  // "Thường trực HĐND tỉnh;" below "- Thường trực Tỉnh ủy;"
  bool lacks_dash(const Passage& line) const {
    return draft.nodes[open].passage.text.ends_with(';') && line.words.size() > 1 &&
           opens_upper(line.text) && (line.text.ends_with(';') || line.text.ends_with('.'));
  }

  bool signature(const Passage& line) {
    if (line.text.ends_with(';') || line.text.ends_with(',')) return false;
    const std::vector<Passage> parts = signature_parts(line, signs);
    for (const Passage& part : parts) {
      const std::size_t second = is_authority(part.text) ? second_office(part) : 0;
      if (second > 0) draft.add(NodeKind::signature, part.part({0, second - 1}));
      draft.add(NodeKind::signature, part.without_prefix(second));
      signs = true;
    }
    return !parts.empty();
  }

  bool last_is_footnote() const {
    return !draft.nodes.empty() && draft.nodes.back().kind == NodeKind::footnote &&
           !ends_sentence(draft.nodes.back().passage.text);
  }

  bool last_is_signature() const {
    return !draft.nodes.empty() && draft.nodes.back().kind == NodeKind::signature &&
           is_capitals(draft.nodes.back().passage.text);
  }
};

// "SAO Y" below a document, with the letterhead of who copied it above.
bool opens_copy(const Draft& draft) {
  int lines = 0;
  for (std::size_t i = draft.next; i < draft.size() && lines < 8; ++i) {
    const PrintedLine& line = draft.line(i);
    if (line.table) return false;
    if (is_copy_mark(line.text())) return true;
    if (line.apart) continue;
    const auto number = letterhead_number(line.text());
    if (number &&
        (number->value.symbol.starts_with("SY-") || number->value.symbol.starts_with("SL-") ||
         number->value.symbol.starts_with("TrS-")))
      return true;
    if (is_signature_line(line.text())) return false;
    if (!is_capitals(line.text()) && !is_number_line(line.text()) &&
        !is_place_and_date(line.text()))
      return false;
    ++lines;
  }
  return false;
}

}  // namespace

bool opens_tail(const Draft& draft) {
  const std::string& text = draft.now().text();
  if (is_recipients_title(text)) return true;
  if (is_authority(text)) return true;
  if (!is_position(text) || marker_of(text)) return false;
  // An office stands in a signature only where the recipients or a name are near.
  int lines = 0;
  for (std::size_t i = draft.next + 1; i < draft.size() && lines < 25; ++i) {
    const PrintedLine& line = draft.line(i);
    if (line.table) return false;
    if (line.apart) continue;
    if (is_recipients_title(line.text()) || is_person(line.text())) return true;
    if (marker_of(line.text()) && marker_of(line.text())->kind < MarkerKind::dash) return false;
    ++lines;
  }
  return false;
}

void read_tail(Draft& draft) {
  Tail tail{draft};
  bool copy = false;
  for (; !draft.done(); ++draft.next) {
    const PrintedLine& line = draft.now();
    if (line.table || opens_attachment(draft, true)) return;
    copy = copy || opens_copy(draft);
    if (!copy && repeats_letterhead(draft)) return;
    if (line.apart || copy) {
      draft.add(NodeKind::other, line.passage);
      continue;
    }
    tail.boxes = line.box.has_value();
    for (const Passage& part : tail_columns(line.passage)) tail.part(part, line.gap);
  }
}

bool opens_attachment(const Draft& draft, bool after_signature) {
  const PrintedLine& line = draft.now();
  if (line.table || line.apart) return false;
  if (is_appendix_title(line.text())) return line.gap || line.new_page || is_capitals(line.text());
  return after_signature && is_title(line.text()) && !line.text().ends_with(':');
}

void read_attachment(Draft& draft) {
  draft.add(NodeKind::attachment, draft.now().passage);
  bool note = false;
  int lines = 0;
  for (++draft.next; !draft.done() && lines < 12; ++draft.next) {
    const PrintedLine& line = draft.now();
    if (line.table || marker_of(line.text()) || repeats_letterhead(draft)) return;
    if (opens_interleaved(draft)) return;
    if (line.apart) continue;
    const Passage& last = draft.nodes.back().passage;
    const bool opens_note = is_attachment_note(line.text());
    if (note && last.text.ends_with(')')) return;
    if (lines > 0 && line.gap && !opens_note && !note &&
        (ends_sentence(line.text()) || is_basis(line.text())))
      return;
    ++lines;
    if (lines == 1 || opens_note)
      draft.add(NodeKind::attachment, line.passage);
    else
      draft.nodes.back().passage.append(line.passage);
    note = note || opens_note;
  }
}

}  // namespace vanthu
