#include "app/batch/fingerprint.h"

#include "app/batch/build_id.h"
#include "tests/app/batch_fixture.h"

namespace vanthu {
namespace {

using testing::Each;
using testing::HasSubstr;
using testing::SizeIs;
using testing::Truly;

// What makes records stale.
class FingerprintTest : public BatchTest {
 protected:
  FingerprintTest() {
    std::ofstream(folder.path("model")) << "counts";
    engine_options.model = folder.path("model");
  }

  std::string now() const { return fingerprint(engine, engine_options); }

  EngineOptions engine_options;
};

TEST_F(FingerprintTest, depends_on_every_option_and_file) {
  std::vector<std::string> seen{now()};
  const auto expect_another = [&](const std::string& what) {
    EXPECT_THAT(seen, Each(testing::Ne(now()))) << what;
    seen.push_back(now());
    EXPECT_EQ(now(), seen.back()) << what;
  };
  engine_options.text_layer = TextLayerPolicy::never;
  expect_another("text layer");
  folder.write("model", "other counts");
  expect_another("model");
  folder.write("words.tsv", "word");
  engine_options.lexicons.push_back(folder.path("words.tsv"));
  expect_another("lexicon");
  folder.write("words.tsv", "words");
  expect_another("a word of the lexicon");
  std::filesystem::create_directory(folder.path("grammar"));
  engine_options.grammar = folder.path("grammar");
  expect_another("grammar");
  folder.write("grammar/verbs.tsv", "verb");
  expect_another("a table of the grammar");
  engine_options.repair = false;
  expect_another("repair");
  use(std::make_shared<ThrowingReader>(ErrorCode::page_failed));
  expect_another("engine");
}

// As readelf -n says.
TEST_F(FingerprintTest, names_the_build_and_what_draws_pages) {
  const std::string id = build_id();
  EXPECT_THAT(id, SizeIs(40));
  EXPECT_THAT(id, Each(Truly([](char c) { return std::isxdigit(c) != 0; })));
  EXPECT_THAT(now(), HasSubstr(id.substr(0, 16)));
  EXPECT_THAT(now(), HasSubstr("poppler "));
  EXPECT_THAT(now(), HasSubstr("leptonica"));
  std::string raw;
  for (std::size_t i = 0; i + 1 < id.size(); i += 2)
    raw += static_cast<char>(std::stoi(id.substr(i, 2), nullptr, 16));
  EXPECT_THAT(bytes("/proc/self/exe"), HasSubstr(raw));
}

}  // namespace
}  // namespace vanthu
