#include <gtest/gtest.h>

#include "ingest/ingest.h"
#include "ingest/sha256.h"
#include "ingest/tiff_directory.h"
#include "tests/ingest/fake_readers.h"
#include "tests/ingest/make_files.h"

// Whatever is wrong with a file: a typed error for the document, or failed pages among read ones.
namespace vanthu {
namespace {

void overwrite(std::string& bytes, std::size_t at, std::string_view with) {
  ASSERT_LE(at + with.size(), bytes.size());
  std::copy(with.begin(), with.end(), bytes.begin() + static_cast<std::ptrdiff_t>(at));
}

class Errors : public testing::Test {
 protected:
  std::optional<ErrorCode> code_of(const std::filesystem::path& file) {
    try {
      ingest(file, reader_);
    } catch (const Error& error) {
      EXPECT_FALSE(error.detail.empty());
      return error.code;
    }
    return std::nullopt;
  }
  std::optional<ErrorCode> code_of(const std::string& name, const std::string& bytes) {
    return code_of(folder_.write(name, bytes));
  }
  Scan read(const std::string& name, const std::string& bytes) {
    return ingest(folder_.write(name, bytes), reader_);
  }

  TempFolder folder_;
  FixedReader reader_{{word_at("chữ", {110, 130, 150, 140})}};
};

// Bytes of no format behind those.
std::string noise(std::string out = "") {
  unsigned state = 12345;
  for (int i = 0; i < 5000; ++i) {
    state = state * 1103515245 + 12345;
    out += static_cast<char>(state >> 16);
  }
  return out;
}

TEST_F(Errors, Files) {
  EXPECT_EQ(code_of(folder_.path("missing.pdf")), ErrorCode::not_found);
  EXPECT_EQ(code_of(folder_.path("")), ErrorCode::is_directory);
  EXPECT_EQ(code_of("empty.pdf", ""), ErrorCode::empty_file);
  EXPECT_EQ(code_of("empty.txt", ""), ErrorCode::empty_file);
}

TEST_F(Errors, Formats) {
  EXPECT_EQ(code_of("text.pdf", "Kế hoạch số 5\n"), ErrorCode::damaged);
  EXPECT_EQ(code_of("text.png", "Kế hoạch số 5\n"), ErrorCode::damaged);
  EXPECT_EQ(code_of("noise.txt", noise()), ErrorCode::not_text);
  EXPECT_EQ(code_of("noise.dat", noise()), ErrorCode::unknown_format);
  EXPECT_EQ(code_of("zeros.txt", std::string(100, '\0')), ErrorCode::not_text);
  EXPECT_EQ(code_of("utf16.txt", std::string("\xFF\xFE"
                                             "a\0b\0",
                                             6)),
            ErrorCode::not_text);
}

TEST_F(Errors, FormatIsByBytesNotByName) {
  EXPECT_EQ(read("a.pdf", png(written_paper(3))).media_type, "image/png");
  EXPECT_EQ(read("a.txt", jpeg(written_paper(3))).media_type, "image/jpeg");
  EXPECT_EQ(read("a", pdf({{.text = {{50, 50, "a"}}}})).media_type, "application/pdf");
  EXPECT_EQ(read("KE-HOACH", "chữ\n").media_type, "text/plain");
}

TEST_F(Errors, Pdf) {
  const PageImage image = written_paper(5);
  const std::string whole = pdf({{.picture = &image}});
  EXPECT_EQ(code_of("cut.pdf", whole.substr(0, whole.size() / 2)), ErrorCode::damaged);
  EXPECT_EQ(code_of("head.pdf", "%PDF-1.7\n"), ErrorCode::damaged);
  EXPECT_EQ(code_of("noise.pdf", noise("%PDF-1.7\n")), ErrorCode::damaged);
  EXPECT_EQ(code_of("locked.pdf", pdf({{}}, "secret")), ErrorCode::encrypted);
  EXPECT_EQ(code_of("none.pdf", pdf({})), ErrorCode::no_pages);
}

TEST_F(Errors, CutOffAnywhereItNeverCrashes) {
  const PageImage image = written_paper(2);
  const std::string files[] = {pdf({{.text = {{50, 50, "chữ"}}}, {.picture = &image}}), png(image),
                               jpeg(image), tiff({image, image}, folder_.path("cut"))};
  for (const std::string& whole : files)
    for (int part = 1; part < 12; ++part) {
      const std::string bytes = whole.substr(0, whole.size() * part / 12);
      try {
        const Scan scan = read("cut", bytes);
        EXPECT_FALSE(scan.pages.empty());
      } catch (const Error&) {
      }
    }
}

TEST_F(Errors, PagesOfAPdfFailAlone) {
  const PageImage image = written_paper(5);
  std::string bytes = pdf({{.picture = &image}, {.picture = &image}});
  const Scan whole = read("two.pdf", bytes);
  ASSERT_EQ(whole.pages.size(), 2U);
  EXPECT_FALSE(whole.pages[0].failure);
  EXPECT_FALSE(whole.pages[1].failure);
  // The second page's dictionary becomes a number.
  const std::size_t page = bytes.rfind("/Type /Page ");
  ASSERT_NE(page, bytes.npos);
  overwrite(bytes, page, "/Type /Pane ");
  overwrite(bytes, bytes.rfind("/MediaBox"), "/NoxxxBox");
  const Scan broken = read("broken.pdf", bytes);
  EXPECT_FALSE(broken.pages.at(0).failure);
  EXPECT_EQ(broken.pages.size(), 2U);
}

TEST_F(Errors, APageThatCannotBeDrawnIsNotBlank) {
  EXPECT_FALSE(read("blank.pdf", pdf({{}})).pages.at(0).failure);
  const Scan broken =
      read("broken.pdf", pdf({{.raw = "q /Missing Do Q BT /Gone 12 Tf (x) Tj ET "}}));
  ASSERT_TRUE(broken.pages.at(0).failure);
  EXPECT_EQ(broken.pages[0].failure->code, ErrorCode::page_failed);
}

TEST_F(Errors, HugePagesAreReadCoarselyOrRefused) {
  EXPECT_FALSE(read("a0.pdf", pdf({{.raw = "0 0 10 10 re f ", .width = 1700, .height = 2400}}))
                   .pages.at(0)
                   .failure);
  const Scan huge =
      read("huge.pdf", pdf({{.raw = "0 0 10 10 re f ", .width = 14000 * 10, .height = 140000}}));
  ASSERT_TRUE(huge.pages.at(0).failure);
  EXPECT_EQ(huge.pages[0].failure->code, ErrorCode::too_large);
}

TEST_F(Errors, Images) {
  EXPECT_EQ(code_of("dot.png", png(paper(1, 1, 100))), ErrorCode::damaged);
  const std::string whole = png(written_paper(5));
  EXPECT_EQ(code_of("cut.png", whole.substr(0, 40)), ErrorCode::damaged);
  EXPECT_EQ(code_of("noise.png", noise("\x89PNG\r\n\x1a\n")), ErrorCode::damaged);
  EXPECT_EQ(code_of("noise.jpg", noise("\xFF\xD8\xFF")), ErrorCode::damaged);
  EXPECT_EQ(code_of("none.tif", std::string("II*\0\0\0\0\0", 8)), ErrorCode::no_pages);
}

TEST_F(Errors, ImagesBeyondMemoryAreRefusedByTheirHeader) {
  std::string bomb = png(written_paper(1));
  overwrite(bomb, 16, {"\x00\x01\x86\xA0\x00\x01\x86\xA0", 8});  // 100000 x 100000
  EXPECT_EQ(code_of("bomb.png", bomb), ErrorCode::too_large);
}

TEST_F(Errors, TiffWithABrokenSecondPage) {
  const PageImage image = written_paper(4);
  std::string bytes = tiff({image, image}, folder_.path("t"));
  ASSERT_EQ(tiff_pages(bytes), 2);
  // The directory of the second page is at the end of what the first one names.
  bytes.resize(bytes.size() - 60);
  const Scan scan = read("half.tif", bytes);
  ASSERT_EQ(scan.pages.size(), 2U);
  EXPECT_FALSE(scan.pages[0].failure);
  EXPECT_FALSE(scan.pages[0].words.empty());
  EXPECT_TRUE(scan.pages[1].failure);
  EXPECT_EQ(scan.pages[1].number, 2);
}

TEST_F(Errors, TiffDirectoriesInACircleEnd) {
  std::string bytes = tiff({written_paper(1)}, folder_.path("t"));
  overwrite(bytes, bytes.size() - 4, bytes.substr(4, 4));
  EXPECT_LE(tiff_pages(bytes), 2);
}

TEST_F(Errors, ReaderTroubleStaysOnItsPage) {
  const auto file = folder_.write("a.png", png(written_paper(4)));
  const Scan lost = ingest(file, CrashingReader());
  ASSERT_TRUE(lost.pages.at(0).failure);
  EXPECT_EQ(lost.pages[0].failure->code, ErrorCode::page_failed);
  EXPECT_TRUE(ingest(file, ThrowingReader(ErrorCode::page_failed)).pages.at(0).failure);
  EXPECT_THROW(ingest(file, ThrowingReader(ErrorCode::engine_missing)), Error);
  const Scan empty = ingest(file, EmptyReader());
  EXPECT_FALSE(empty.pages.at(0).failure);
  EXPECT_TRUE(empty.pages[0].words.empty());
}

TEST(Sha256, IsTheStandardOne) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace vanthu
