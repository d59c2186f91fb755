#include "normalize/user_lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "core/error.h"
#include "normalize/repair.h"

namespace vanthu {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class UserLexiconFile : public testing::Test {
 protected:
  std::filesystem::path write(const std::string& text) {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    const auto file =
        std::filesystem::path(testing::TempDir()) / (std::string(test->name()) + ".lexicon.tsv");
    std::ofstream(file, std::ios::binary) << text;
    return file;
  }
  UserLexicon read(const std::string& text) {
    UserLexicon lexicon;
    read_user_lexicon(write(text), lexicon);
    return lexicon;
  }
  std::string trouble(const std::string& text) {
    try {
      read(text);
    } catch (const Error& error) {
      EXPECT_EQ(error.code, ErrorCode::model_damaged);
      return error.detail;
    }
    return "";
  }
};

TEST_F(UserLexiconFile, ReadsWordsAndPhrases) {
  const UserLexicon lexicon = read("word\tclass\nHoằm Yển\tplace\n\nVKQ\nTổ 12 - Nà Đoỏng\r\n");
  EXPECT_THAT(lexicon.words, ElementsAre("Hoằm", "Yển", "VKQ", "Tổ", "Nà", "Đoỏng"));
  EXPECT_THAT(lexicon.phrases,
              ElementsAre(ElementsAre("Hoằm", "Yển"), ElementsAre("Tổ", "Nà", "Đoỏng")));
}

TEST_F(UserLexiconFile, NamesTheLineAndWhatIsWrong) {
  EXPECT_THAT(trouble(""), HasSubstr("line 1"));
  EXPECT_THAT(trouble("Hoằm\n"), HasSubstr("line 1: a header line"));
  EXPECT_THAT(trouble("word\nmột\n\t\n"), HasSubstr("line 3: has no word"));
  EXPECT_THAT(trouble("word\na\tb\tc\n"), HasSubstr("line 2: has more than two fields"));
  EXPECT_THAT(trouble("word\n\xff\n"), HasSubstr("line 2: is not UTF-8"));
  EXPECT_THAT(trouble("word\nслово\n"), HasSubstr("line 2: 'слово' has other characters"));
  UserLexicon lexicon;
  EXPECT_THROW(read_user_lexicon("no/such/file", lexicon), Error);
}

TEST_F(UserLexiconFile, MakesItsWordsKnown) {
  const char* model = "normalize/data/vi.lm";
  const std::vector<std::string> stripped{
      "De nghi Uy ban nhan dan xa Doong bao cao ket qua thuc hien truoc ngay 20 thang 11"};
  const auto without = load_repair_model(model);
  const auto with = load_repair_model(model, {write("word\nĐoỏng\n")});
  EXPECT_THAT(repair_lines(*without, stripped).lines.at(0), Not(HasSubstr("Đoỏng")));
  EXPECT_EQ(repair_lines(*with, stripped).lines.at(0),
            "Đề nghị Ủy ban nhân dân xã Đoỏng báo cáo kết quả thực hiện trước ngày 20 tháng 11");
}

TEST_F(UserLexiconFile, MakesItsPhrasesLikelier) {
  const char* model = "normalize/data/vi.lm";
  const std::vector<std::string> stripped{
      "De nghi Truong thon Dong Sen bao cao ket qua thuc hien truoc ngay 20 thang 11"};
  const auto without = load_repair_model(model);
  const auto with = load_repair_model(model, {write("word\nĐộng Sến\n")});
  EXPECT_THAT(repair_lines(*without, stripped).lines.at(0), Not(HasSubstr("Động Sến")));
  EXPECT_THAT(repair_lines(*with, stripped).lines.at(0), HasSubstr("thôn Động Sến báo cáo"));
}

}  // namespace
}  // namespace vanthu
