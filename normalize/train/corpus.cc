#include "normalize/train/corpus.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <memory>

#include "core/error.h"
#include "core/syllable.h"
#include "normalize/token.h"
#include "normalize/unicode.h"

namespace vanthu {
namespace {

struct Closer {
  bool pipe;
  void operator()(std::FILE* file) const { pipe ? ::pclose(file) : std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Closer>;

File open_file(const std::string& file) {
  const bool packed = file.ends_with(".xz");
  std::FILE* stream =
      packed ? ::popen(("xz -dc '" + file + "'").c_str(), "r") : std::fopen(file.c_str(), "r");
  if (!stream) throw Error(ErrorCode::not_readable, file, "cannot be opened");
  return File(stream, Closer{packed});
}

void use_counted(std::string_view line, const std::function<void(std::string_view)>& use) {
  unsigned count = 1;
  const auto tab = line.find('\t');
  std::from_chars(line.data(), line.data() + std::min(tab, line.size()), count);
  for (unsigned i = 0; i < std::min(count, 20u); ++i) use(line.substr(tab + 1));
}

struct Exchange {
  std::string_view from, to;
};
constexpr Exchange urban[] = {{"huyện", "quận"}, {"Huyện", "Quận"}, {"HUYỆN", "QUẬN"},
                              {"xã", "phường"},  {"Xã", "Phường"},  {"XÃ", "PHƯỜNG"}};

std::string_view exchanged(std::string_view word) {
  for (const Exchange& e : urban)
    if (word == e.from) return e.to;
  return word;
}

bool is_capitalised(std::string_view word) {
  const std::u32string points = code_points(word);
  return points.size() > 1 && points[0] != code_points(lower_case(word))[0];
}

std::vector<std::string_view> split(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t end = std::min(line.find(' ', i), line.size());
    if (end > i) words.push_back(line.substr(i, end - i));
    i = end + 1;
  }
  return words;
}

}  // namespace

void for_each_line(const std::string& file, const std::function<void(std::string_view)>& use) {
  const File stream = open_file(file);
  const bool counted = file.ends_with(".tsv");
  char* buffer = nullptr;
  std::size_t capacity = 0, number = 0;
  for (ssize_t length; (length = ::getline(&buffer, &capacity, stream.get())) >= 0; ++number) {
    std::string_view line(buffer, static_cast<std::size_t>(length));
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
    if (counted)
      use_counted(line, use);
    else if (number % held_out_every != 0 && !line.empty())
      use(line);
  }
  std::free(buffer);
}

std::vector<Token> tokens_of(std::string_view line) {
  std::vector<Token> out;
  for (std::string_view word : split(line))
    for (const Piece& piece : pieces(word)) {
      const std::string_view text = word.substr(piece.bytes.begin, piece.bytes.size());
      out.push_back({lm_name(text, piece.kind), case_of(code_points(text))});
    }
  return out;
}

std::string urban_twin(std::string_view line, std::size_t number) {
  const std::vector<std::string_view> words = split(line);
  std::string out;
  bool changed = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string_view word = exchanged(words[i]);
    const bool society = word != words[i] && i > 0 && (words[i - 1] == "xã");
    if (i + 1 < words.size() && words[i + 1] == "hội") word = words[i];  // xã hội
    if (society) word = words[i];
    changed |= word != words[i];
    if (!out.empty()) out += ' ';
    if (word == "tỉnh" && i + 2 < words.size() && is_capitalised(words[i + 1]) &&
        is_capitalised(words[i + 2])) {
      out += number % 2 ? "Quận " + std::to_string(1 + number % 12) : std::string("quận");
      const auto end = words[i + 2].find_first_of(",.;");
      if (end != std::string_view::npos) out += words[i + 2].substr(end);
      i += 2;
      changed = true;
    } else {
      out += word;
    }
  }
  return changed ? out : std::string();
}

Vocabulary::Vocabulary(const std::unordered_map<std::string, std::uint64_t>& counts,
                       std::uint64_t least) {
  for (const auto& [name, count] : counts)
    if (count >= least || (count >= 2 && possible_syllable(name))) names_.push_back(name);
  std::sort(names_.begin(), names_.end());
  names_.insert(names_.begin(), {"<unk>", "<s>", "</s>"});
  if (names_.size() > 65535) throw Error(ErrorCode::too_large, "vocabulary", "beyond 65535 names");
  for (std::size_t i = 0; i < names_.size(); ++i) ids_[names_[i]] = static_cast<WordId>(i);
}

WordId Vocabulary::id(const std::string& name) const {
  const auto found = ids_.find(name);
  return found == ids_.end() ? LanguageModel::unknown() : found->second;
}

}  // namespace vanthu
