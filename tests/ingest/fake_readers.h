#pragma once
#include <limits>
#include <stdexcept>
#include <string>

#include "core/error.h"
#include "ingest/page_reader.h"

// Readers that do what an engine must not do.
namespace vanthu {

// Gives the same words in one line for every region.
class FixedReader : public PageReader {
 public:
  explicit FixedReader(std::vector<Word> words) : words_(std::move(words)) {}
  std::vector<std::vector<ReadLine>> read(const PageImage&,
                                          const std::vector<Region>& regions) const override {
    return {regions.size(), {ReadLine{{}, words_}}};
  }
  std::string version() const override { return "fixed"; }

 private:
  std::vector<Word> words_;
};

inline Word word_at(std::string text, Box box, double confidence = 0.9) {
  Word word;
  word.text = std::move(text);
  word.box = box;
  word.confidence = confidence;
  return word;
}

class EmptyReader : public PageReader {
 public:
  std::vector<std::vector<ReadLine>> read(const PageImage&,
                                          const std::vector<Region>&) const override {
    return {};
  }
  std::string version() const override { return "empty"; }
};

class ThrowingReader : public PageReader {
 public:
  explicit ThrowingReader(ErrorCode code) : code_(code) {}
  std::vector<std::vector<ReadLine>> read(const PageImage&,
                                          const std::vector<Region>&) const override {
    throw Error(code_, "", "engine trouble");
  }
  std::string version() const override { return "throwing"; }

 private:
  ErrorCode code_;
};

class CrashingReader : public PageReader {
 public:
  std::vector<std::vector<ReadLine>> read(const PageImage&,
                                          const std::vector<Region>&) const override {
    throw std::runtime_error("lost");
  }
  std::string version() const override { return "crashing"; }
};

}  // namespace vanthu
