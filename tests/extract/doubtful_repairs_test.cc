#include <gtest/gtest.h>

#include "tests/extract/plain_document.h"

namespace vanthu {
namespace {

TEST(DoubtfulRepairs, AreWarnedOfWithTheirPlace) {
  PlainDocument document = plain_document(
      "KẾ HOẠCH\n"
      "Trồng cây xanh\n\n"
      "Chăm sóc vườn ươm của xã\n");
  document.text.repairs = {{0, {5, 6}, "Cham", "Chăm", RepairKind::diacritics, 0.95},
                           {0, {7, 8}, "vudn", "vườn", RepairKind::letters, 0.41},
                           {0, {9, 9}, "~", "", RepairKind::noise, 0.2}};
  const Record record = document.record();
  std::vector<Warning> doubtful;
  for (const Warning& warning : record.warnings)
    if (warning.code == "repair_doubtful") doubtful.push_back(warning);
  ASSERT_EQ(doubtful.size(), 1u);
  EXPECT_EQ(doubtful[0].message, "\"vudn\" was taken for \"vườn\", which is a guess");
  EXPECT_EQ(doubtful[0].evidence->line_start, 4);
  EXPECT_EQ(doubtful[0].evidence->text, "vườn");
}

}  // namespace
}  // namespace vanthu
