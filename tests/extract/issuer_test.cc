#include "extract/issuer.h"

#include <gtest/gtest.h>

namespace vanthu {
namespace {

using Groups = std::vector<std::vector<std::size_t>>;

TEST(Issuer, AreaBelongsToTheBodyAboveIt) {
  EXPECT_EQ(group_bodies({"ỦY BAN NHÂN DÂN", "TỈNH HÒA BÌNH"}), (Groups{{0, 1}}));
  EXPECT_EQ(group_bodies({"ỦY BAN NHÂN DÂN", "HUYỆN KIM BÔI", "VĂN PHÒNG"}), (Groups{{0, 1}, {2}}));
}

TEST(Issuer, BodyUnderABody) {
  EXPECT_EQ(group_bodies({"UBND TỈNH HÒA BÌNH", "SỞ NỘI VỤ"}), (Groups{{0}, {1}}));
  EXPECT_EQ(group_bodies({"ỦY BAN NHÂN DÂN QUẬN 9", "VĂN PHÒNG ỦY BAN NHÂN DÂN"}),
            (Groups{{0}, {1}}));
}

TEST(Issuer, LongNameOfTwoLines) {
  EXPECT_EQ(group_bodies({"UBND HUYỆN KIM BÔI", "BAN CHỈ ĐẠO PHÒNG CHỐNG", "THIÊN TAI VÀ CỨU NẠN"}),
            (Groups{{0}, {1, 2}}));
}

TEST(Issuer, OfficeTakesTheCommitteesArea) {
  EXPECT_EQ(with_area("Văn phòng Ủy ban nhân dân", "Ủy ban nhân dân Quận 9"),
            "Văn phòng Ủy ban nhân dân Quận 9");
  EXPECT_EQ(with_area("Văn phòng", "Ủy ban nhân dân tỉnh Hòa Bình"),
            "Văn phòng Ủy ban nhân dân tỉnh Hòa Bình");
  EXPECT_EQ(with_area("Phòng Nội vụ", "Ủy ban nhân dân Quận 9"), "Phòng Nội vụ");
}

}  // namespace
}  // namespace vanthu
