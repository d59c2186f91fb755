#include <algorithm>
#include <array>

#include "extract/letters.h"
#include "extract/unit.h"
#include "extract/unit_lexicon.h"

namespace vanthu {
namespace {

constexpr std::array<std::string_view, 22> small_words = {
    "và",   "của", "các", "về",    "với",  "cho", "trong", "tại", "thuộc", "từ",   "đến",
    "theo", "do",  "để",  "những", "trên", "bàn", "địa",   "là",  "được",  "hoặc", "ở"};
// Words after which a name of a place or a person follows, one capital a syllable.
constexpr std::array<std::string_view, 16> naming = {"tỉnh",
                                                     "thành phố",
                                                     "quận",
                                                     "huyện",
                                                     "thị xã",
                                                     "phường",
                                                     "xã",
                                                     "thị trấn",
                                                     "trường tiểu học",
                                                     "trường mầm non",
                                                     "trường trung học cơ sở",
                                                     "trường trung học phổ thông",
                                                     "đồng chí",
                                                     "ông",
                                                     "bà",
                                                     "đặc khu"};

struct Naming {
  std::string_view phrase;
  Tokens words;
};

const std::vector<Naming>& namings() {
  static const auto all = [] {
    std::vector<Naming> out;
    for (const std::string_view phrase : naming) out.push_back({phrase, tokens(phrase)});
    return out;
  }();
  return all;
}

// What is to become of the next word.
enum class Next { small, capital, name };

class Normal {
 public:
  explicit Normal(std::string_view text) : text_(text), words_(tokens(text)) {}

  std::string run() {
    while (at_ < words_.size()) step();
    return out_ + std::string(text_.substr(written_));
  }

 private:
  void step() {
    if (!words_[at_].capitals || !syllable_like(words_[at_].folded)) return keep();
    if (known(agencies())) return;
    if (named_by()) return;
    if (place()) return;
    if (known(heads())) return;
    word();
  }

  void put(std::string_view word) {
    out_ += text_.substr(written_, words_[at_].span.begin - written_);
    out_ += word;
    written_ = words_[at_].span.end;
    const std::string_view mark = words_[at_].after;
    if (!mark.empty() && next_ == Next::name) next_ = Next::small;
    if (mark.find_first_of(";.") != std::string::npos) next_ = Next::capital;
    ++at_;
  }

  std::string_view raw() const {
    return text_.substr(words_[at_].span.begin, words_[at_].span.size());
  }

  // Numbers, abbreviations, dashes and what is not in capitals.
  void keep() {
    const bool dash = words_[at_].folded == "-";
    const bool digit = starts_digit(words_[at_].folded);
    put(raw());
    if (dash)
      next_ = Next::capital;
    else if (!digit)
      next_ = Next::capital;
  }

  // A phrase of a lexicon, written as there.
  bool known(const Phrases& lexicon) {
    const auto found = lexicon.longest(words_, at_);
    if (!found) return false;
    // "báo" in "THÔNG BÁO" is no newspaper.
    if (found.words == 1 && at_ > 0 && words_[at_ - 1].after.empty() && next_ != Next::capital)
      return false;
    for (std::size_t i = 0; i < found.words; ++i)
      if (!words_[at_ + i].capitals && words_[at_ + i].folded != "-") return false;
    const std::string_view written = (*found.row)[0];
    const auto spelled = tokens(written);
    const bool body = &lexicon == &heads();
    for (std::size_t i = 0; i < found.words; ++i)
      put(spelled[i].folded == "-" ? raw()
                                   : written.substr(spelled[i].span.begin, spelled[i].span.size()));
    next_ = body ? Next::capital : Next::small;
    return true;
  }

  // "PHƯỜNG BẾN NGHÉ", "TRƯỜNG TIỂU HỌC HÒA BÌNH"
  bool named_by() {
    for (const auto& [word, phrase] : namings()) {
      if (at_ + phrase.size() >= words_.size()) continue;
      bool same = true;
      for (std::size_t i = 0; i < phrase.size(); ++i)
        same = same && words_[at_ + i].folded == phrase[i].folded;
      if (!same || heads().longest(words_, at_).words > phrase.size()) continue;
      const std::string_view following = words_[at_ + phrase.size()].folded;
      const bool school = phrase[0].folded == "trường";
      const bool large = at_ == 0 || school || starts_digit(following) ||
                         (word == "thành phố" && following == "hồ");
      for (std::size_t i = 0; i < phrase.size(); ++i) {
        const bool capital = (i == 0 && large) || (school && i == 1);
        put(capital ? capitalized(phrase[i].folded) : phrase[i].folded);
      }
      next_ = Next::name;
      return true;
    }
    return false;
  }

  bool place() {
    const auto found = places().longest(words_, at_);
    if (!found || found.words < 2) return false;
    for (std::size_t i = 0; i < found.words; ++i) put(capitalized(words_[at_].folded));
    next_ = Next::small;
    return true;
  }

  void word() {
    const std::string_view folded_word = words_[at_].folded;
    const bool small =
        std::find(small_words.begin(), small_words.end(), folded_word) != small_words.end();
    const bool capital = at_ == 0 || (!small && next_ != Next::small);
    const bool stays = next_ == Next::name && !small;
    const bool after_and = folded_word == "và" && named_part_;
    put(capital ? capitalized(lower(raw())) : lower(raw()));
    named_part_ = capital;
    next_ = stays ? Next::name : after_and ? Next::capital : Next::small;
  }

  std::string_view text_;
  Tokens words_;
  std::string out_;
  std::size_t at_ = 0, written_ = 0;
  Next next_ = Next::capital;
  bool named_part_ = false;
};

}  // namespace

std::string normal_case(std::string_view capitals) { return Normal(capitals).run(); }

}  // namespace vanthu
