#include "ingest/roman_strokes.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/ingest/make_files.h"

namespace vanthu {
namespace {

constexpr int top = 20, bottom = 50, stroke = 5;  // 30 pixels high

// A line of letters drawn one behind the other.
class Print {
 public:
  Print& i() {
    bar(x_, x_ + 14, top, top + 2);
    bar(x_, x_ + 14, bottom - 2, bottom);
    return upright(x_ + 7);
  }
  Print& one() {
    bar(x_, x_ + 7, top + 3, top + 6);
    bar(x_, x_ + 12, bottom - 2, bottom);
    return upright(x_ + 7);
  }
  Print& t() {
    bar(x_, x_ + 28, top, top + 3);
    upright(x_ + 14);
    x_ += 14;
    return *this;
  }
  Print& h() {
    upright(x_ + 4);
    bar(x_ - 8, x_ + 4, 33, 37);
    return upright(x_ + 4);
  }
  Print& v() {
    slant(x_, x_ + 14, top, bottom);
    slant(x_ + 28, x_ + 14, top, bottom);
    x_ += 32;
    return *this;
  }
  Print& x() {
    slant(x_, x_ + 24, top, bottom);
    slant(x_ + 24, x_, top, bottom);
    x_ += 30;
    return *this;
  }
  Print& slash() {
    slant(x_ + 12, x_, top, bottom);
    x_ += 18;
    return *this;
  }
  Print& dot_below() {
    bar(x_ - 10, x_ - 5, bottom + 5, bottom + 10);
    return *this;
  }
  std::string strokes() const { return strokes_in(image_, {5, 5, 295, 75}); }

 private:
  void bar(int x0, int x1, int y0, int y1) { fill(image_, x0, y0, x1, y1, 20); }
  Print& upright(int middle) {
    bar(middle - stroke / 2, middle + stroke / 2 + 1, top, bottom);
    x_ += 15;
    return *this;
  }
  void slant(int x0, int x1, int y0, int y1) {
    for (int y = y0; y < y1; ++y) {
      const int x = x0 + static_cast<int>(std::lround(double(x1 - x0) * (y - y0) / (y1 - y0)));
      bar(x, x + stroke - 1, y, y + 1);
    }
  }

  PageImage image_ = paper(300, 80, 200);
  int x_ = 30;
};

TEST(RomanStrokes, CountsUprightOnesWhoseSerifsTouch) {
  EXPECT_EQ(Print().i().strokes(), "I");
  EXPECT_EQ(Print().i().i().strokes(), "II");
  EXPECT_EQ(Print().i().i().i().strokes(), "III");
}

TEST(RomanStrokes, SeesPairsThatMeetAndCross) {
  EXPECT_EQ(Print().v().i().i().strokes(), "VII");
  EXPECT_EQ(Print().i().x().strokes(), "IX");
  EXPECT_EQ(Print().i().v().strokes(), "IV");
}

TEST(RomanStrokes, ASlashEndsANumeral) { EXPECT_EQ(Print().i().i().slash().strokes(), "II/"); }

TEST(RomanStrokes, OtherLettersAndDigitsAreNone) {
  EXPECT_EQ(Print().one().strokes(), "1");
  EXPECT_EQ(Print().t().strokes(), "?");
  EXPECT_EQ(Print().h().strokes(), "?");
}

TEST(RomanStrokes, NothingWhereMarksStandBelowOrNoInk) {
  EXPECT_EQ(Print().v().i().dot_below().strokes(), "");
  EXPECT_EQ(Print().strokes(), "");
}

TEST(RomanStrokes, ABoxMayCutTheFirstAndTheLastLetterOrReachBeyondTheImage) {
  PageImage image = paper(60, 60, 200);
  for (const int x : {20, 35}) fill(image, x, 10, x + 5, 40, 20);
  EXPECT_EQ(strokes_in(image, {22, 5, 37, 45}), "II");
  EXPECT_EQ(strokes_in(image, {-10, -10, 100, 100}), "II");
  EXPECT_EQ(strokes_in(image, {70, 70, 90, 90}), "");
}

}  // namespace
}  // namespace vanthu
