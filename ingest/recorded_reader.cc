#include "ingest/recorded_reader.h"

#include "core/json.h"
#include "ingest/word_lines.h"

namespace vanthu {
namespace {

Word word_of(const Json& json) {
  const auto box = json.at("box").get<std::vector<double>>();
  if (box.size() != 4) throw Error(ErrorCode::bad_json, "", "a recorded box has four numbers");
  Word word;
  word.text = json.at("text").get<std::string>();
  word.box = Box{box[0], box[1], box[2], box[3]};
  word.confidence = json.value("confidence", 1.0);
  return word;
}

}  // namespace

RecordedReader RecordedReader::from_json(std::string_view json) {
  std::vector<Word> words;
  const Json document = parse_json(json);
  try {
    for (const Json& word : document.at("words")) words.push_back(word_of(word));
  } catch (const nlohmann::json::exception& error) {
    throw Error(ErrorCode::bad_json, "", error.what());
  }
  return RecordedReader(std::move(words));
}

std::vector<std::vector<PageReader::ReadLine>> RecordedReader::read(
    const PageImage&, const std::vector<Region>& regions) const {
  std::vector<std::vector<ReadLine>> out;
  for (const Region& region : regions) {
    std::vector<Word> inside;
    for (const Word& word : words_)
      if (word.box && region.box.contains(word.box->center_x(), word.box->center_y()))
        inside.push_back(word);
    auto& lines = out.emplace_back();
    for (WordLine& line : lines_of(std::move(inside))) {
      Box box = *line.front().box;
      for (const Word& word : line) box = united(box, *word.box);
      lines.push_back({box, std::move(line)});
    }
  }
  return out;
}

}  // namespace vanthu
