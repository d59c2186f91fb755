#include "normalize/symbols.h"

#include <algorithm>

#include "core/error.h"
#include "core/syllable.h"
#include "normalize/unicode.h"

namespace vanthu {
namespace {

constexpr float clear = 7;  // nats that a misread symbol may cost

bool is_letter(char32_t c) { return c >= 0x80 || (c | 32) - U'a' < 26; }

}  // namespace

Symbols::Symbols(std::string_view table) {
  for (std::size_t i = table.find('\n') + 1; i < table.size();) {
    const std::size_t end = std::min(table.find('\n', i), table.size());
    const std::size_t tab = table.find('\t', i);
    if (tab >= end) throw Error(ErrorCode::model_damaged, "symbols", "line without a tab");
    symbols_.push_back(code_points(table.substr(i, tab - i)));
    i = end + 1;
  }
}

std::string Symbols::part(std::u32string_view read, const ConfusionModel* confusions) const {
  if (std::find(symbols_.begin(), symbols_.end(), read) != symbols_.end()) return utf8(read);
  const std::string bare = skeleton(utf8(read));
  for (const std::u32string& symbol : symbols_)
    if (skeleton(utf8(symbol)) == bare) return utf8(symbol);
  if (!confusions || read.size() < 2) return utf8(read);
  float best = clear;
  std::u32string_view found = read;
  for (const std::u32string& symbol : symbols_) {
    if (symbol.size() + 1 < read.size() || symbol.size() > read.size() + 1) continue;
    const float cost = confusions->align_cost(symbol, read);
    if (cost < best) {
      best = cost;
      found = symbol;
    }
  }
  return utf8(found);
}

std::string Symbols::repaired(std::string_view code, const ConfusionModel* confusions) const {
  const std::u32string points = code_points(code);
  std::string out;
  for (std::size_t i = 0; i < points.size();) {
    std::size_t end = i;
    while (end < points.size() && is_letter(points[end])) ++end;
    if (end > i) {
      const bool beside_digit = (i > 0 && points[i - 1] >= U'0' && points[i - 1] <= U'9') ||
                                (end < points.size() && points[end] >= U'0' && points[end] <= U'9');
      const auto text = std::u32string_view(points).substr(i, end - i);
      if (text.ends_with(U"QHI") && end < points.size() && points[end] - U'0' < 10) {
        out += utf8(text.substr(0, text.size() - 1)) + "1";  // the 10th to 19th National Assembly
        i = end;
        continue;
      }
      out += beside_digit ? utf8(text) : part(text, confusions);
      i = end;
    } else {
      out += utf8({&points[i++], 1});
    }
  }
  return out;
}

}  // namespace vanthu
