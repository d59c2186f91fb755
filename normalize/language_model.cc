#include "normalize/language_model.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bit>
#include <cmath>
#include <cstring>
#include <functional>
#include <span>

#include "core/error.h"

namespace vanthu {
namespace lm_format {

std::uint64_t hash(std::uint64_t key) {  // splitmix64 (Steele, Lea, Flood, 2014)
  key += 0x9E3779B97F4A7C15ULL;
  key = (key ^ (key >> 30)) * 0xBF58476D1CE4E5B9ULL;
  key = (key ^ (key >> 27)) * 0x94D049BB133111EBULL;
  return key ^ (key >> 31);
}

}  // namespace lm_format

namespace {

static_assert(std::endian::native == std::endian::little);

struct Damaged {};  // what was read breaks the format

const char* take(const char*& at, std::size_t bytes, const char* end) {
  if (static_cast<std::size_t>(end - at) < bytes) throw Damaged{};
  const char* begin = at;
  at += bytes;
  return begin;
}

std::uint32_t take_u32(const char*& at, const char* end) {
  std::uint32_t value;
  std::memcpy(&value, take(at, sizeof value, end), sizeof value);
  return value;
}

std::size_t padded(std::size_t bytes) { return (bytes + 3) / 4 * 4; }

float probability(std::uint8_t level) { return -lm_format::probability_step * level; }
float backoff(std::uint8_t level) {
  return lm_format::backoff_step * (static_cast<int>(level) - lm_format::backoff_zero);
}

// In nats; false for what is no number, too.
bool is_weight(float nats) { return std::abs(nats) < 1000; }

std::uint32_t name_hash(std::string_view name) {
  return static_cast<std::uint32_t>(std::hash<std::string_view>{}(name));
}

}  // namespace

LanguageModel::LanguageModel(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat info {};
  if (descriptor < 0 || ::fstat(descriptor, &info) != 0) {
    if (descriptor >= 0) ::close(descriptor);
    throw Error(ErrorCode::model_damaged, file.string(), "cannot be opened");
  }
  bytes_ = static_cast<std::size_t>(info.st_size);
  void* map = bytes_ ? ::mmap(nullptr, bytes_, PROT_READ, MAP_SHARED, descriptor, 0) : MAP_FAILED;
  ::close(descriptor);
  if (map == MAP_FAILED)
    throw Error(ErrorCode::model_damaged, file.string(), "cannot be mapped into memory");
  data_ = static_cast<const char*>(map);
  try {
    const char *at = data_, *end = data_ + bytes_;
    const auto magic = std::string_view(take(at, lm_format::magic.size(), end), 12);
    if (magic != lm_format::magic) throw Damaged{};
    read_words(at, take_u32(at, end), end);
    read_tables(at, end);
  } catch (const Damaged&) {
    ::munmap(map, bytes_);
    throw Error(ErrorCode::model_damaged, file.string(), "is no complete language model");
  }
}

LanguageModel::~LanguageModel() { ::munmap(const_cast<char*>(data_), bytes_); }

void LanguageModel::read_words(const char*& at, std::size_t count, const char* end) {
  const std::uint32_t bytes = take_u32(at, end);
  const char* names = take(at, padded(bytes), end);
  if (count < 3 || count > 65535) throw Damaged{};
  index_.assign(std::bit_ceil(count * 2), 0);
  for (std::size_t id = 0, begin = 0; id < count; ++id) {
    const void* zero = begin < bytes ? std::memchr(names + begin, 0, bytes - begin) : nullptr;
    if (!zero) throw Damaged{};
    const auto length = static_cast<std::size_t>(static_cast<const char*>(zero) - names) - begin;
    words_.emplace_back(names + begin, length);
    begin += length + 1;
    std::size_t slot = name_hash(words_.back()) & (index_.size() - 1);
    while (index_[slot]) slot = (slot + 1) & (index_.size() - 1);
    index_[slot] = static_cast<std::uint32_t>(id + 1);
  }
  unigrams_ = reinterpret_cast<const Unigram*>(take(at, count * sizeof(Unigram), end));
  for (const Unigram& word : std::span(unigrams_, count))
    if (!is_weight(word.probability) || !is_weight(word.backoff)) throw Damaged{};
  case_levels_ = reinterpret_cast<const std::uint8_t*>(take(at, padded(count * 3), end));
}

void LanguageModel::read_tables(const char*& at, const char* end) {
  for (int order = 2; order <= 4; ++order) {
    Table& table = tables_[order - 2];
    const std::uint32_t bits = take_u32(at, end), entries = take_u32(at, end);
    if (bits > 24) throw Damaged{};
    table.shift = 64 - bits;
    table.stride = lm_format::stride(order);
    const std::size_t buckets = std::size_t{1} << bits;
    table.directory = reinterpret_cast<const std::uint32_t*>(take(at, (buckets + 1) * 4, end));
    if (table.directory[buckets] != entries) throw Damaged{};
    for (std::size_t i = 0; i < buckets; ++i)
      if (table.directory[i] > table.directory[i + 1]) throw Damaged{};
    table.entries = reinterpret_cast<const std::uint8_t*>(
        take(at, padded(std::size_t{entries} * table.stride), end));
  }
}

WordId LanguageModel::id(std::string_view name) const {
  std::size_t slot = name_hash(name) & (index_.size() - 1);
  for (; index_[slot]; slot = (slot + 1) & (index_.size() - 1))
    if (words_[index_[slot] - 1] == name) return static_cast<WordId>(index_[slot] - 1);
  return unknown();
}

const std::uint8_t* LanguageModel::Table::find(std::uint64_t key) const {
  const std::uint64_t hash = lm_format::hash(key);
  const std::uint32_t* place = directory + bucket(hash);
  const std::uint32_t wanted = lm_format::fingerprint(hash, shift);
  const std::uint8_t* end = entries + std::size_t{place[1]} * stride;
  for (const std::uint8_t* e = entries + std::size_t{place[0]} * stride; e < end; e += stride)
    if ((e[0] | e[1] << 8 | e[2] << 16) == static_cast<int>(wanted)) return e + 3;
  return nullptr;
}

std::optional<float> LanguageModel::listed(const LmState& state, WordId word) const {
  const std::uint8_t* found = tables_[state.length - 1].find(key_of(state, word));
  return found ? std::optional(probability(found[0])) : std::nullopt;
}

void LanguageModel::fetch_places(const LmState& state, WordId word) const {
  const Table& table = tables_[state.length - 1];
  __builtin_prefetch(table.directory + table.bucket(lm_format::hash(key_of(state, word))));
}

void LanguageModel::fetch_entries(const LmState& state, WordId word) const {
  const Table& table = tables_[state.length - 1];
  const std::size_t bucket = table.bucket(lm_format::hash(key_of(state, word)));
  const std::uint8_t* first = table.entries + std::size_t{table.directory[bucket]} * table.stride;
  __builtin_prefetch(first);
  __builtin_prefetch(first + 8 * table.stride);
}

float LanguageModel::score(const LmState& state, WordId word) const {
  float left = 0;  // weight of the contexts left
  for (LmState rest = state; rest.length > 0; --rest.length) {
    if (const auto score = listed(rest, word)) return left + *score;
    left += rest.backoff[rest.length - 1];
  }
  return left + unigrams_[word].probability;
}

LmState LanguageModel::next(const LmState& state, WordId word) const {
  LmState out;
  out.words[0] = word;
  out.backoff[0] = unigrams_[word].backoff;
  out.length = 1;
  std::uint64_t key = word;
  for (std::uint8_t n = 1; n < 3 && n <= state.length; ++n) {
    key |= std::uint64_t{state.words[n - 1]} << (16 * n);
    const std::uint8_t* found = tables_[n - 1].find(key);
    if (!found) break;
    out.words[n] = state.words[n - 1];
    out.backoff[n] = backoff(found[1]);
    if (found[1] != lm_format::backoff_zero) out.length = static_cast<std::uint8_t>(n + 1);
  }
  return out;
}

}  // namespace vanthu
