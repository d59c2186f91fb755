#include "normalize/acronyms.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "core/utf8.h"
#include "normalize/token.h"

namespace vanthu {
namespace {

constexpr std::size_t shortest = 4, longest = 8;
constexpr int common = 5;  // occurrences that make an acronym the document's own

bool is_acronym(std::u32string_view word) {
  return word.size() >= shortest && word.size() <= longest &&
         std::all_of(word.begin(), word.end(),
                     [](char32_t c) { return u_isupper(static_cast<UChar32>(c)); });
}

// Whether one letter exchanged, lost or added makes one of the other.
bool differ_by_a_letter(std::u32string_view a, std::u32string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1 || a == b) return false;
  const std::size_t at =
      static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
  return a.substr(std::min(a.size(), at + (a.size() == b.size()))) == b.substr(at + 1);
}

}  // namespace

Acronyms::Acronyms(const Text& text) {
  for (const TextPage& page : text.pages)
    for (const TextWord& word : page.words)
      for (const Piece& piece : pieces(word.text)) {
        if (piece.kind != PieceKind::word) continue;
        const std::u32string read =
            code_points(std::string_view(word.text).substr(piece.bytes.begin, piece.bytes.size()));
        if (is_acronym(read)) ++counts_[read];
      }
}

std::u32string Acronyms::meant(const std::u32string& read) const {
  const auto own = counts_.find(read);
  if (own != counts_.end() && own->second > 1) return {};
  const std::pair<const std::u32string, int>* best = nullptr;
  for (const auto& entry : counts_)
    if (entry.second >= common && differ_by_a_letter(read, entry.first) &&
        (!best || entry.second > best->second ||
         (entry.second == best->second && entry.first < best->first)))
      best = &entry;
  return best ? best->first : std::u32string();
}

}  // namespace vanthu
