#include "ingest/tesseract_reader.h"

#include <gtest/gtest.h>

#include <thread>

#include "core/error.h"
#include "core/text.h"
#include "ingest/ingest.h"
#include "tests/ingest/make_files.h"

namespace vanthu {
namespace {

class Tesseract : public testing::Test {
 protected:
  TesseractReader reader_;
};

const std::string line_file = "tests/data/line.png";
const std::string line_text = "Phòng Quản lý đô thị chủ trì, phối hợp kiểm tra.\n";

TEST_F(Tesseract, ReadsALine) {
  const Scan scan = ingest(line_file, reader_);
  EXPECT_EQ(plain_text(scan), line_text);
  for (const Word& word : scan.pages.at(0).words) {
    EXPECT_GT(word.confidence, 0.7);
    EXPECT_LE(word.confidence, 1);
    EXPECT_GT(word.box->width(), 0);
  }
}

TEST_F(Tesseract, IsSharedByThreads) {
  std::vector<std::string> texts(3);
  std::vector<std::thread> threads;
  for (std::string& text : texts)
    threads.emplace_back([&] { text = plain_text(ingest(line_file, reader_)); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& text : texts) EXPECT_EQ(text, line_text);
}

TEST_F(Tesseract, SurvivesRegionsOutsideOfTheImage) {
  const PageImage image = paper(50, 50, 300);
  const auto lines = reader_.read(image, {{{-100, -100, 10, 10}, Region::Layout::line},
                                          {{900, 900, 1000, 1000}, Region::Layout::block},
                                          {{20, 20, 20, 20}, Region::Layout::page}});
  EXPECT_EQ(lines.size(), 3U);
}

TEST_F(Tesseract, NamesItself) {
  EXPECT_TRUE(reader_.version().starts_with("tesseract "));
  EXPECT_TRUE(reader_.version().ends_with(" vie"));
}

TEST(TesseractMissing, IsAnErrorOnceAPageIsToBeRead) {
  const TesseractReader reader("xx_no_such_language", "/nonexistent");
  try {
    reader.read(PageImage{.width = 20, .height = 20, .pixels = std::vector<std::uint8_t>(400, 255)},
                {{{0, 0, 20, 20}, Region::Layout::page}});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code, ErrorCode::engine_missing);
  }
}

}  // namespace
}  // namespace vanthu
