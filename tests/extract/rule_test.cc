#include "extract/rule.h"

#include <gtest/gtest.h>

#include "extract/memo.h"

namespace vanthu {
namespace {

struct None {};

// What the rule's groups were, parted by '|'.
std::optional<std::string> shown(const Groups& groups, const None&) {
  std::string out;
  for (const std::string_view group : groups) out += (out.empty() ? "" : "|") + std::string(group);
  return out;
}

const Grammar<std::string, None>& grammar() {
  static const Grammar<std::string, None> made(
      {{"day", "ngày 5 tháng 6", "ngày ([0-9]+)(?: tháng ([0-9]+))?", shown},
       {"rest", "số 5.", "số ([0-9]+)(\\.?)", shown},
       {"bracket", "(a)", "(\\(?)(a+)", shown}},
      R"([^\pL\pN])", R"([^\pL\pN])");
  return made;
}

std::vector<std::string> found(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& match : grammar().find(text, {})) out.push_back(match.value);
  return out;
}

using Strings = std::vector<std::string>;

TEST(Grammar, FindsGroupsInsideAText) {
  EXPECT_EQ(found("(Ngày 5 tháng 12), ngày 7 và"), (Strings{"Ngày 5 tháng 12|5|12", "ngày 7|7|"}));
}

TEST(Grammar, PhraseMayBeTheWholeText) {
  EXPECT_EQ(found("ngày 5 tháng 12"), (Strings{"ngày 5 tháng 12|5|12"}));
}

// The point may be the phrase's own or its edge, the bracket likewise: what stands first in the
// pattern counts.
TEST(Grammar, PhraseTakesWhatCouldBeAnEdge) {
  EXPECT_EQ(found("số 5."), (Strings{"số 5.|5|."}));
  EXPECT_EQ(found("số 5. "), (Strings{"số 5.|5|."}));
  EXPECT_EQ(found("số 5"), (Strings{"số 5|5|"}));
  EXPECT_EQ(found("(a"), (Strings{"(a|(|a"}));
}

TEST(Grammar, MultibyteEdgesAreNoPartOfThePhrase) {
  EXPECT_EQ(found("“ngày 5”"), (Strings{"ngày 5|5|"}));
  EXPECT_EQ(found("–ngày 5…"), (Strings{"ngày 5|5|"}));
}

TEST(Memo, MakesOnceAndMayAskForOthers) {
  Memo<int> sums(4);
  int calls = 0;
  const std::function<int(int)> sum = [&](int i) -> int {
    return sums(i, [&] {
      ++calls;
      return i == 0 ? 0 : i + sum(i - 1);
    });
  };
  EXPECT_EQ(sum(3), 6);
  EXPECT_EQ(sum(3), 6);
  EXPECT_EQ(sum(2), 3);
  EXPECT_EQ(calls, 4);
}

}  // namespace
}  // namespace vanthu
