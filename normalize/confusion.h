#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vanthu {

// How text came to differ from what is printed.
enum class Channel {
  good,      // as typed
  foreign,   // right, but in another language
  ocr,       // recognised with Vietnamese data: few errors
  stripped,  // without diacritics
  garbled    // recognised by an engine without Vietnamese
};

// One step of a reading: one or two printed characters read as up to three (two at the most where
// two were printed).
struct Edit {
  std::u32string printed, read;
  friend bool operator==(const Edit&, const Edit&) = default;
};

// Weighted character edits: p(read | printed), from expected counts smoothed with a hand-set
// distribution that knows which letters look alike. Costs are -ln p. Case counts. After loading it
// is const and safe to share; copies can be adapted to a document with add().
class ConfusionModel {
 public:
  // Counts one edit.
  void add(const Edit& edit, float count);
  // Reads lines "channel, printed, read, count" of a table with a header line, those of `channel`
  // ("garbled" or "ocr"); throws Error{model_damaged}.
  static ConfusionModel from_table(std::string_view table, std::string_view channel);

  float cost(std::u32string_view printed, std::u32string_view read) const;
  // The best series of edits that turns `printed` into `read`; empty where there is none within
  // reason (both are words, at most 40 characters).
  std::vector<Edit> align(std::u32string_view printed, std::u32string_view read) const;
  // Total cost of that series; infinity() where there is none.
  float align_cost(std::u32string_view printed, std::u32string_view read) const;

  // What may have been printed where `read` stands, beyond single characters: learned pairs.
  struct PrintedPair {
    char32_t first, second;
    std::uint8_t first_class, second_class;  // skeletons' letters, 0..25; others 255
    float cost;
  };
  std::vector<PrintedPair> pairs_read_as(std::u32string_view read) const;
  // cost() of each of `letters` as read, all at once: out[i] belongs to letters[i]. `unseen` is
  // unseen_costs(letters), which is the same for all that is read.
  void costs(std::u32string_view letters, const std::vector<float>& unseen,
             std::u32string_view read, float* out) const;
  std::vector<float> unseen_costs(std::u32string_view letters) const;

  // All counts, in a stable order.
  struct Count {
    Edit edit;
    float count;
  };
  std::vector<Count> counts() const;

  static constexpr float infinity() { return 1e9f; }

 private:
  static std::uint64_t key(std::u32string_view chunk);
  struct Seen {
    std::u32string printed;
    float count;
  };
  std::unordered_map<std::uint64_t, std::vector<Seen>> by_read_;
  std::unordered_map<std::uint64_t, float> totals_;  // by printed chunk
  std::unordered_map<std::uint64_t, std::u32string> reads_;
};

}  // namespace vanthu
