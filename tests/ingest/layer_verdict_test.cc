#include "ingest/layer_verdict.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace vanthu {
namespace {

constexpr Box page{0, 0, 595, 842};

// The words of a text, ten to a line, filling the page from `top` on.
std::vector<Word> laid_out(const std::string& text, int font = 0, double top = 60,
                           double line_height = 16) {
  std::vector<Word> words;
  std::istringstream in(text);
  int n = 0;
  for (std::string token; in >> token; ++n) {
    const double x = 60 + n % 10 * 48, y = top + n / 10 * line_height;
    Word word;
    word.text = token;
    word.box = Box{x, y, x + 40, y + 12};
    word.font = font;
    words.push_back(word);
  }
  return words;
}

std::string times(const std::string& text, int n) {
  std::string out;
  for (int i = 0; i < n; ++i) out += text + ' ';
  return out;
}

const std::string vietnamese =
    "Phòng Tư pháp chủ trì, phối hợp với các cơ quan có liên quan rà soát văn bản (UBND) số 15/KH "
    "trước ngày 30/6/2031; báo cáo kết quả hằng quý.";
const std::string garbled =
    "Phdng Tu phip chu tri, phdi hgp v6i cdc co quan c6 li6n quan ri sodt vdn bin (UBND) s6 15/KH "
    "tru6c ngdy 30/6/2031; b6o c6o k6t qui hdng quy.";
const std::string stripped =
    "Phong Tu phap chu tri, phoi hop voi cac co quan co lien quan ra soat van ban (UBND) so 15/KH "
    "truoc ngay 30/6/2031; bao cao ket qua hang quy.";
const std::string english =
    "The committee shall review all planning documents before the second quarter and submit its "
    "written findings through the usual channels without further delay.";
const std::string stamp_text =
    "Người ký: Văn phòng Sở Xây dựng Thời gian ký: 12.03.2031 09:15:22 +07:00";

LayerQuality quality_of(const std::string& text) { return quality(measure(laid_out(text))); }

TEST(LayerVerdict, TellsQualities) {
  EXPECT_EQ(quality_of(vietnamese), LayerQuality::good);
  EXPECT_EQ(quality_of(garbled), LayerQuality::garbled);
  EXPECT_EQ(quality_of(stripped), LayerQuality::garbled);
  EXPECT_EQ(quality_of(english), LayerQuality::foreign);
  EXPECT_EQ(quality_of("12 345 6.789 2031 30/6 1.1. 7 8 9"), LayerQuality::few);
  EXPECT_EQ(quality_of(""), LayerQuality::none);
}

TEST(LayerVerdict, JudgesDecomposedLettersAlike) {
  EXPECT_EQ(measure_word("tha\xCC\x81ng").syllables, 1);
  EXPECT_EQ(measure_word("tha\xCC\x81ng").marked, 1);
}

TEST(LayerVerdict, DoesNotJudgeCodes) {
  for (const char* code : {"15/KH-UBND", "UBND", "2031", "30/6/2031", "-", "a@b.vn", "CNTT;"})
    EXPECT_EQ(measure_word(code).judged, 0) << code;
  EXPECT_EQ(measure_word("s6").judged, 1);
  EXPECT_EQ(measure_word("và/hoặc").judged, 2);
}

TEST(LayerVerdict, UsesAGoodLayerWithOrWithoutPicture) {
  const auto words = laid_out(times(vietnamese, 12));
  EXPECT_EQ(judge_layer(words, page, false).use, LayerUse::whole);
  EXPECT_EQ(judge_layer(words, page, true).use, LayerUse::whole);
}

TEST(LayerVerdict, RecognisesUnderAGarbledLayerIfItCan) {
  for (const std::string& text : {garbled, stripped}) {
    const auto words = laid_out(times(text, 12));
    EXPECT_EQ(judge_layer(words, page, true).use, LayerUse::none);
    EXPECT_EQ(judge_layer(words, page, false).use, LayerUse::to_repair);
  }
}

TEST(LayerVerdict, OneGarbledFontAmongOthersIsToBeRepairedOrRecognised) {
  auto words = laid_out(times(vietnamese, 12));
  const auto heading = laid_out(garbled, 1, 700);
  words.insert(words.end(), heading.begin(), heading.end());
  EXPECT_EQ(judge_layer(words, page, false).use, LayerUse::to_repair);
  EXPECT_NE(judge_layer(words, page, true).use, LayerUse::whole);
  for (Word& word : words) word.font = 0;
  EXPECT_EQ(judge_layer(words, page, true).use, LayerUse::whole);
}

TEST(LayerVerdict, AGarbledLayerIsBetterThanAWorseRecognitionOnly) {
  const auto measured = [](const std::string& text) { return measure(laid_out(text)); };
  const std::string noise = times("lI1 rnqw fjkk tiic zzx cua wvv ldkf", 5);
  EXPECT_TRUE(reads_better(measured(times(garbled, 4)), measured(noise)));
  EXPECT_FALSE(reads_better(measured(times(garbled, 4)), measured(times(vietnamese, 4))));
  EXPECT_FALSE(reads_better(measured(times(stripped, 4)), measured(times(vietnamese, 4))));
  EXPECT_FALSE(reads_better(measured(noise), measured(times(garbled, 4))));
  EXPECT_FALSE(reads_better(measured(times(garbled, 4)), measured("")));
}

TEST(LayerVerdict, KeepsForeignPagesAsTheyAre) {
  EXPECT_EQ(judge_layer(laid_out(times(english, 12)), page, false).use, LayerUse::whole);
  EXPECT_EQ(judge_layer(laid_out("1 2 3 4 5 6 7"), page, false).use, LayerUse::whole);
}

TEST(LayerVerdict, KeepsTheStampOfAScan) {
  const auto words = laid_out(stamp_text, 0, 20);
  const LayerVerdict verdict = judge_layer(words, page, true);
  EXPECT_EQ(verdict.use, LayerUse::stamp);
  EXPECT_EQ(verdict.stamp.size(), words.size());
  EXPECT_EQ(judge_layer(words, page, false).use, LayerUse::whole);
}

TEST(LayerVerdict, TellsAStampFromAGarbledLayerByItsFont) {
  auto words = laid_out(stamp_text, 1, 20);
  const std::size_t stamp_size = words.size();
  const auto rest = laid_out(times(garbled, 12), 0, 80);
  words.insert(words.end(), rest.begin(), rest.end());
  const LayerVerdict verdict = judge_layer(words, page, true);
  EXPECT_EQ(verdict.use, LayerUse::stamp);
  EXPECT_EQ(verdict.stamp.size(), stamp_size);
  EXPECT_EQ(verdict.stamp.back(), stamp_size - 1);
}

TEST(LayerVerdict, GivesItsFigures) {
  EXPECT_THAT(judge_layer(laid_out("Kế hoạch UBND"), page, false).reason,
              testing::AllOf(testing::HasSubstr("3 words"), testing::HasSubstr("2 of 2")));
}

}  // namespace
}  // namespace vanthu
