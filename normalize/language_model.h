#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu {

using WordId = std::uint16_t;

// How a word is capitalised.
enum class Case : std::uint8_t { lower, title, upper };

// What the model needs to know of the words before: the longest run of them, newest first, that
// begins an n-gram of the model, with the back-off weights for leaving it. Small and copyable.
struct LmState {
  std::array<WordId, 3> words{};   // words[0] is the last word
  std::array<float, 3> backoff{};  // backoff[i]: weight of the context of i + 1 words
  std::uint8_t length = 0;         // words in use
  bool same_words(const LmState& other) const {
    return length == other.length &&
           std::equal(words.begin(), words.begin() + length, other.words.begin());
  }
};

// Words of a state, newest first, and the one that follows them, 16 bits each, it lowest.
inline std::uint64_t key_of(const LmState& state, WordId word) {
  std::uint64_t key = word;
  for (std::uint8_t i = 0; i < state.length; ++i)
    key |= std::uint64_t{state.words[i]} << (16 * (i + 1));
  return key;
}

// A back-off model of 4-grams over syllables and token classes (lm_name() of token.h), interpolated
// modified Kneser-Ney (Chen and Goodman, 1998), quantised, in one memory-mapped file. Immutable,
// safe to share between threads. All scores are natural logarithms of probabilities.
//
// The n-grams of each order lie sorted by a 64-bit hash; a directory over the leading bits leads to
// a bucket of about eight entries, each three bytes of hash, one of probability and one of back-off
// weight. A look-up of an absent n-gram is taken for a present one about once in a million times.
class LanguageModel {
 public:
  // Maps the file; throws Error{model_damaged} where it is missing, cut off or of another format.
  explicit LanguageModel(const std::filesystem::path& file);
  ~LanguageModel();
  LanguageModel(const LanguageModel&) = delete;
  LanguageModel& operator=(const LanguageModel&) = delete;

  std::size_t size() const { return words_.size(); }  // of the vocabulary
  // The id of a name, unknown() where the vocabulary lacks it.
  WordId id(std::string_view name) const;
  std::string_view name(WordId id) const { return words_[id]; }
  static constexpr WordId unknown() { return 0; }
  static constexpr WordId sentence_begin() { return 1; }
  static constexpr WordId sentence_end() { return 2; }

  // ln p(word), without context.
  float unigram(WordId word) const { return unigrams_[word].probability; }
  // ln p(case | word) inside a sentence.
  float case_score(WordId word, Case as) const {
    return -case_levels_[std::size_t{word} * 3 + static_cast<std::size_t>(as)] / 14.f;
  }
  // ln p(word | state).
  float score(const LmState& state, WordId word) const;
  // The same where the model lists the n-gram of all the state's words and `word`.
  std::optional<float> listed(const LmState& state, WordId word) const;
  // Fetches into the cache of the processor what listed() will look at: first for some words where
  // their entries are, then for the same words the entries.
  void fetch_places(const LmState& state, WordId word) const;
  void fetch_entries(const LmState& state, WordId word) const;
  // The state after `word`.
  LmState next(const LmState& state, WordId word) const;
  LmState begin_state() const { return next({}, sentence_begin()); }

 private:
  struct Unigram {
    float probability, backoff;
  };
  struct Table {  // n-grams of one order
    const std::uint32_t* directory = nullptr;
    const std::uint8_t* entries = nullptr;
    unsigned shift = 0, stride = 0;
    std::size_t bucket(std::uint64_t hash) const { return shift < 64 ? hash >> shift : 0; }
    const std::uint8_t* find(std::uint64_t key) const;
  };
  void read_words(const char*& at, std::size_t count, const char* end);
  void read_tables(const char*& at, const char* end);

  const char* data_ = nullptr;
  std::size_t bytes_ = 0;
  std::vector<std::string_view> words_;
  std::vector<std::uint32_t> index_;  // open-addressed hash of words_
  const Unigram* unigrams_ = nullptr;
  const std::uint8_t* case_levels_ = nullptr;
  std::array<Table, 3> tables_;  // orders 2, 3, 4
};

// The file's format, shared with what writes it (train/write_model.h). Little-endian:
// magic, u32 words, u32 bytes of names (padded to 4), names each ended by 0, then per word two
// floats (probability, back-off), then per word three levels (cases; padded to 4), then for each
// order 2..4: u32 log2 of buckets, u32 entries, the directory, the entries (padded to 4).
namespace lm_format {

inline constexpr std::string_view magic = "vanthu-lm-2\n";  // 12 bytes
inline constexpr float probability_step = 1 / 14.f;         // nats a level, 0 is p = 1
inline constexpr float backoff_step = 1 / 20.f;             // nats a level
inline constexpr int backoff_zero = 235;  // level of weight 1; kept for n-grams that begin no other

// Key of an n-gram: its words, 16 bits each, the last one lowest.
std::uint64_t hash(std::uint64_t key);
constexpr std::uint32_t fingerprint(std::uint64_t hash, unsigned shift) {
  return static_cast<std::uint32_t>((hash << (64 - shift)) >> 40);
}
// Bytes of an entry.
constexpr unsigned stride(int order) { return order == 4 ? 4 : 5; }

}  // namespace lm_format
}  // namespace vanthu
