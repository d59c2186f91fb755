#include "normalize/confusion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"
#include "normalize/candidates.h"
#include "normalize/channel.h"
#include "normalize/symbols.h"
#include "normalize/token.h"

namespace vanthu {
namespace {

using testing::Contains;
using testing::ElementsAre;

constexpr std::string_view table =
    "channel\tprinted\tread\tcount\n"
    "garbled\tủ\tti\t40\n"
    "garbled\tủ\tu\t60\n"
    "garbled\tc\tc\t100\n"
    "garbled\tn\tn\t100\n"
    "garbled\trn\tm\t20\n"
    "ocr\tủ\tủ\t99\n";

TEST(ConfusionModel, CostsFollowCounts) {
  const auto model = ConfusionModel::from_table(table, "garbled");
  EXPECT_LT(model.cost(U"ủ", U"u"), model.cost(U"ủ", U"ti"));
  EXPECT_LT(model.cost(U"ủ", U"ti"), model.cost(U"ủ", U"x"));
  EXPECT_LT(ConfusionModel::from_table(table, "ocr").cost(U"ủ", U"ủ"), 0.2f);
}

TEST(ConfusionModel, UnseenLettersGoByTheirLook) {
  const ConfusionModel model;
  EXPECT_LT(model.cost(U"ấ", U"a"), model.cost(U"ấ", U"x"));
  EXPECT_LT(model.cost(U"v", U"V"), model.cost(U"e", U"E"));
  EXPECT_LT(model.cost(U"l", U"1"), model.cost(U"l", U"7"));
}

TEST(ConfusionModel, AlignsByTheBestEdits) {
  const auto model = ConfusionModel::from_table(table, "garbled");
  EXPECT_THAT(model.align(U"củn", U"ctin"),
              ElementsAre(Edit{U"c", U"c"}, Edit{U"ủ", U"ti"}, Edit{U"n", U"n"}));
  EXPECT_THAT(model.align(U"crn", U"cm"), ElementsAre(Edit{U"c", U"c"}, Edit{U"rn", U"m"}));
}

TEST(ConfusionModel, RejectsDamagedTables) {
  EXPECT_THROW((void)ConfusionModel::from_table("h\ngarbled\ta\n", "garbled"), Error);
  EXPECT_THROW((void)ConfusionModel::from_table("h\ngarbled\ta\ta\tx\n", "garbled"), Error);
}

TEST(CandidateFinder, FindsThePrintedWord) {
  const LanguageModel model("tests/normalize/toy/toy.lm");
  const Lexicon lexicon(model);
  const ConfusionModel confusions;
  CandidateFinder finder(lexicon, confusions, {});
  const auto best = [&](std::u32string_view read) {
    const auto& found = finder.find(read);
    return found.empty() ? "" : lexicon.spelled(found[0].word, found[0].as);
  };
  EXPECT_EQ(best(U"hoach"), "hoạch");
  EXPECT_EQ(best(U"phuong"), "phường");
  EXPECT_EQ(best(U"QUAN"), "QUẬN");
  EXPECT_EQ(best(U"Thyc"), "Thực");
  EXPECT_EQ(best(std::u32string(30, U'a')), "");
}

TEST(Symbols, RegainTheirLetters) {
  const Symbols symbols("symbol\trole\nQĐ\tkind\nKH\tkind\nUBND\tissuer\nHĐND\tissuer\n");
  EXPECT_EQ(symbols.repaired("2417/QD-UBND", nullptr), "2417/QĐ-UBND");
  EXPECT_EQ(symbols.repaired("758/KH-UBND", nullptr), "758/KH-UBND");
  EXPECT_EQ(symbols.repaired("12/NQ-HDND", nullptr), "12/NQ-HĐND");
  EXPECT_EQ(symbols.repaired("57/2021/QH15", nullptr), "57/2021/QH15");
  const ConfusionModel confusions;
  EXPECT_EQ(symbols.repaired("7/QP-UBND", &confusions), "7/QĐ-UBND");
  EXPECT_EQ(symbols.repaired("7/XYZW-UBND", &confusions), "7/XYZW-UBND");
}

TEST(Pieces, PartWordsAndProtectTheRest) {
  EXPECT_THAT(pieces("(SIPAS),"), ElementsAre(Piece{{1, 6}, PieceKind::word}));
  EXPECT_THAT(pieces("và/hoặc"),
              ElementsAre(Piece{{0, 3}, PieceKind::word}, Piece{{4, 10}, PieceKind::word}));
  EXPECT_THAT(pieces("758/KH-UBND"), ElementsAre(Piece{{0, 11}, PieceKind::code}));
  EXPECT_THAT(pieces("21/3/2024;"), ElementsAre(Piece{{0, 9}, PieceKind::number}));
  EXPECT_THAT(pieces("III."), ElementsAre(Piece{{0, 3}, PieceKind::roman}));
  EXPECT_THAT(pieces("a@b.gov.vn"), ElementsAre(Piece{{0, 10}, PieceKind::link}));
  EXPECT_THAT(pieces("..."), ElementsAre());
  EXPECT_THAT(pieces("s6"), ElementsAre(Piece{{0, 2}, PieceKind::word}));
}

TEST(LmName, IsTheWordOrItsClass) {
  EXPECT_EQ(lm_name("Hoà", PieceKind::word), "hòa");
  EXPECT_EQ(lm_name("5", PieceKind::number), "<d1>");
  EXPECT_EQ(lm_name("31", PieceKind::number), "<d2>");
  EXPECT_EQ(lm_name("2024", PieceKind::number), "<year>");
  EXPECT_EQ(lm_name("21/3/2024", PieceKind::number), "<date>");
  EXPECT_EQ(lm_name("98,5", PieceKind::number), "<num>");
  EXPECT_EQ(lm_name("s6", PieceKind::word), "<mix>");
}

TEST(CaseOf, NeedsAllLettersToAgree) {
  EXPECT_EQ(case_of(U"quận"), Case::lower);
  EXPECT_EQ(case_of(U"Quận"), Case::title);
  EXPECT_EQ(case_of(U"Ủ"), Case::title);
  EXPECT_EQ(case_of(U"UBND"), Case::upper);
  EXPECT_EQ(case_of(U"tAm"), std::nullopt);
}

TEST(ChannelsOf, FollowTheLooksOfLines) {
  //                 marked plain bare other odd mixed
  const LookCounts good{10, 2, 0, 0, 0, 0, 0}, garbled{1, 5, 2, 1, 2, 1, 0},
      stripped{0, 7, 4, 0, 0, 0, 0}, english{0, 3, 1, 8, 0, 0, 0}, numbers{};
  const auto channels = [](std::vector<LookCounts> lines) {
    return channels_of(lines, std::vector<bool>(lines.size()));
  };
  EXPECT_THAT(channels({good, good, numbers, good}), testing::Each(Channel::good));
  EXPECT_THAT(channels({garbled, garbled, numbers}), testing::Each(Channel::garbled));
  EXPECT_THAT(channels({stripped, stripped}), testing::Each(Channel::stripped));
  EXPECT_THAT(channels({english, english}), testing::Each(Channel::foreign));
  EXPECT_THAT(channels({good, good, garbled, garbled}),
              ElementsAre(Channel::good, Channel::good, Channel::garbled, Channel::garbled));
  EXPECT_THAT(channels_of({good, good}, {true, true}), testing::Each(Channel::ocr));
}

}  // namespace
}  // namespace vanthu
