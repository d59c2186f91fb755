#include "normalize/train/write_model.h"

#include <algorithm>
#include <cmath>
#include <fstream>

#include "core/error.h"

namespace vanthu {
namespace {

void put_u32(std::string& out, std::size_t value) {
  for (int i = 0; i < 4; ++i) out += static_cast<char>(value >> (8 * i));
}

void put_float(std::string& out, float value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void pad(std::string& out) { out.resize((out.size() + 3) / 4 * 4); }

char probability_level(float p) {
  const double level = std::round(-std::log(p) / lm_format::probability_step);
  return static_cast<char>(std::clamp(level, 0.0, 255.0));
}

char backoff_level(float weight, bool is_context) {
  if (!is_context) return static_cast<char>(lm_format::backoff_zero);
  double level = lm_format::backoff_zero + std::round(std::log(weight) / lm_format::backoff_step);
  if (level == lm_format::backoff_zero) --level;  // that level says "no context"
  return static_cast<char>(std::clamp(level, 0.0, 255.0));
}

void put_names(std::string& out, const std::vector<std::string>& names) {
  std::string joined;
  for (const std::string& name : names) joined += name + '\0';
  put_u32(out, names.size());
  put_u32(out, joined.size());
  out += joined;
  pad(out);
}

// Relative frequencies, smoothed with those of all words.
void put_cases(std::string& out, const CaseCounts& cases) {
  constexpr std::array<float, 3> usual{0.8f, 0.17f, 0.03f};
  for (const auto& counts : cases) {
    const float total = static_cast<float>(counts[0] + counts[1] + counts[2]);
    for (std::size_t as = 0; as < 3; ++as)
      out += probability_level((static_cast<float>(counts[as]) + 2 * usual[as]) / (total + 2));
  }
  pad(out);
}

// The contexts of the next order, sorted.
std::vector<NgramKey> contexts_of(const NgramModel& model, int order) {
  std::vector<NgramKey> out;
  if (order == max_order) return out;
  for (NgramKey key : model.orders[order].keys)
    if (out.empty() || out.back() != context(key)) out.push_back(context(key));
  return out;
}

void put_table(std::string& out, const NgramModel& model, int order) {
  const NgramTable& table = model.orders[order - 1];
  const std::vector<NgramKey> contexts = contexts_of(model, order);
  unsigned bits = 1;
  while (table.keys.size() >> bits > 8) ++bits;
  std::vector<std::pair<std::uint64_t, std::size_t>> sorted;  // hash, index
  for (std::size_t i = 0; i < table.keys.size(); ++i)
    sorted.emplace_back(lm_format::hash(table.keys[i]), i);
  std::sort(sorted.begin(), sorted.end());
  put_u32(out, bits);
  put_u32(out, sorted.size());
  for (std::size_t bucket = 0, i = 0; bucket <= std::size_t{1} << bits; ++bucket) {
    while (i < sorted.size() && sorted[i].first >> (64 - bits) < bucket) ++i;
    put_u32(out, i);
  }
  for (const auto& [hash, i] : sorted) {
    const std::uint32_t print = lm_format::fingerprint(hash, 64 - bits);
    for (int byte = 0; byte < 3; ++byte) out += static_cast<char>(print >> (8 * byte));
    out += probability_level(table.probability[i]);
    if (lm_format::stride(order) < 5) continue;
    const bool is_context = std::binary_search(contexts.begin(), contexts.end(), table.keys[i]);
    out += backoff_level(table.backoff[i], is_context);
  }
  pad(out);
}

}  // namespace

void write_model(const std::filesystem::path& file, const std::vector<std::string>& names,
                 const CaseCounts& cases, const NgramModel& model) {
  std::string out(lm_format::magic);
  put_names(out, names);
  for (std::size_t id = 0; id < names.size(); ++id) {
    put_float(out, std::log(model.orders[0].probability[id]));
    put_float(out, std::log(model.orders[0].backoff[id]));
  }
  put_cases(out, cases);
  for (int order = 2; order <= max_order; ++order) put_table(out, model, order);
  std::ofstream stream(file, std::ios::binary);
  if (!stream.write(out.data(), static_cast<std::streamsize>(out.size())).flush())
    throw Error(ErrorCode::not_writable, file.string(), "the model cannot be written");
}

}  // namespace vanthu
