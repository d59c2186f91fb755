#pragma once
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include "app/batch/batch.h"
#include "tests/ingest/fake_readers.h"
#include "tests/ingest/make_files.h"

// An inbox and an output folder that go away with the test.
namespace vanthu {

class BatchTest : public testing::Test {
 protected:
  BatchTest() {
    options.inbox = folder.path("in");
    options.out = folder.path("out");
    options.jobs = 2;
    options.fingerprint = "engine 1";
    std::filesystem::create_directory(options.inbox);
    use(std::make_shared<FixedReader>(std::vector<Word>{word_at("chữ", {110, 130, 150, 140})}));
  }

  void use(std::shared_ptr<const PageReader> reader) {
    engine = Engine{std::move(reader), std::make_shared<NoRepair>(), {}, {}};
  }

  std::filesystem::path put(const std::string& name, const std::string& bytes) const {
    const std::filesystem::path path = options.inbox / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

  // A plan of that number, in plain text.
  static std::string text(int number) {
    return "ỦY BAN NHÂN DÂN QUẬN TÂY HỒ\nSố: " + std::to_string(number) +
           "/KH-UBND\n\nTây Hồ, ngày 14 tháng 5 năm 2024\n\nKẾ HOẠCH\nTrồng cây xanh\n\n"
           "I. NHIỆM VỤ\n\n1. Phòng Kinh tế: Lập danh mục cây trồng trước ngày 30/9/2024.\n";
  }

  // A TIFF of scanned pages, each as wide as told: pages are told apart by that.
  std::string scans(const std::vector<int>& widths) const {
    std::vector<PageImage> pages;
    for (const int width : widths) {
      PageImage page = paper(width, 300, 100);
      for (int x = 50; x < 300; x += 10)
        for (int y = 50; y < 200; y += 25) fill(page, x, y, x + 6, y + 9, 20);
      pages.push_back(std::move(page));
    }
    return tiff(pages, folder.path("scratch.tif"));
  }

  BatchSummary run() {
    std::ostringstream err;
    Messages messages(err, false, false);
    BatchSummary summary = Batch(options, engine, messages).run();
    output = err.str();
    return summary;
  }

  // "a.txt done, b.txt failed"
  static std::string outcomes(const BatchSummary& summary) {
    std::string out;
    for (const FileReport& file : summary.files)
      out += (out.empty() ? "" : ", ") + printable(file.name) + " " +
             std::string(outcome_name(file.outcome));
    return out;
  }

  static std::string bytes(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  Json record(const std::string& name) const {
    return Json::parse(bytes(options.out / (name + ".json")));
  }

  // Every record by its name.
  std::map<std::string, std::string> records() const {
    std::map<std::string, std::string> out;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(options.out))
      if (entry.path().extension() == ".json")
        out[entry.path().lexically_relative(options.out).string()] = bytes(entry.path());
    return out;
  }

  TempFolder folder;
  BatchOptions options;
  Engine engine;
  std::string output;
};

}  // namespace vanthu
