#include "ingest/digit_reader.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/error.h"

namespace vanthu {
namespace {

// Columns in which each of these classes ('-' for none) has probability `sure`, the others the
// rest in equal shares.
Grid columns(const std::string& classes, double sure) {
  Grid out(1, static_cast<int>(classes.size()), DigitNetwork::classes);
  for (int x = 0; x < out.width; ++x)
    for (int c = 0; c < out.channels; ++c) {
      const char name = classes[static_cast<std::size_t>(x)];
      const int meant = name == '-' ? DigitNetwork::blank : name - '0';
      out.at(0, x)[c] = static_cast<float>(std::log(c == meant ? sure : (1 - sure) / 10));
    }
  return out;
}

TEST(DigitReader, ADigitOverSeveralColumnsIsOne) {
  EXPECT_EQ(likely_strings(columns("--44--7-", 0.9), 5, 1).at(0).digits, "47");
  EXPECT_EQ(likely_strings(columns("-1-1--", 0.9), 5, 1).at(0).digits, "11");
  EXPECT_EQ(likely_strings(columns("----", 0.9), 5, 1).at(0).digits, "");
}

TEST(DigitReader, StringsAreNoLongerThanAsked) {
  for (const DigitString& string : likely_strings(columns("-1-2-3-", 0.9), 2, 50))
    EXPECT_LE(string.digits.size(), 2U);
}

TEST(DigitReader, ProbabilitiesAreThoseOfAllWaysToPlaceTheDigits) {
  const Grid seen = columns("-5-2-", 0.7);
  double sum = 0;
  for (const DigitString& string : likely_strings(seen, 5, 40)) {
    EXPECT_NEAR(string.probability, std::exp(log_probability(seen, string.digits)),
                0.02 * string.probability + 1e-6)
        << string.digits;
    sum += string.probability;
  }
  EXPECT_LE(sum, 1.0001);
}

TEST(DigitReader, MiddlesSayWhereTheDigitsStand) {
  const DigitString best = likely_strings(columns("--33---8---", 0.95), 5, 1).at(0);
  ASSERT_EQ(best.middles.size(), 2U);
  EXPECT_NEAR(best.middles[0], 3 * DigitNetwork::step, 1.5);
  EXPECT_NEAR(best.middles[1], 7.5 * DigitNetwork::step, 1.5);
}

TEST(DigitReader, PaperAloneHasNoDigits) {
  const PageImage paper{
      .width = 200, .height = 80, .dpi = 240, .pixels = std::vector<std::uint8_t>(16000, 240)};
  const Grid seen = digit_network().read(ink_of(paper, {0, 0, 200, 80}));
  EXPECT_EQ(likely_strings(seen, 5, 1).at(0).digits, "");
}

TEST(DigitReader, BoxesOutsideOfTheImageAndEmptyOnesDoNoHarm) {
  const PageImage paper{
      .width = 20, .height = 20, .dpi = 100, .pixels = std::vector<std::uint8_t>(400, 255)};
  for (const Box& box :
       {Box{-50, -50, 5, 5}, Box{30, 0, 60, 10}, Box{5, 5, 5, 5}, Box{0, 18, 9, 60}})
    EXPECT_LE(likely_strings(digit_network().read(ink_of(paper, box)), 2, 3).size(), 3U);
}

TEST(DigitNetwork, ProductAgreesWithItsDefinition) {
  constexpr int m = 9, k = 5, n = 21;  // whole tiles and rests
  std::vector<float> a(m * k), b(k * n), c(m * n, 1);
  for (std::size_t i = 0; i < a.size(); ++i) a[i] = static_cast<float>(i % 7) - 3;
  for (std::size_t i = 0; i < b.size(); ++i) b[i] = static_cast<float>(i % 5) - 2;
  add_product(a.data(), k, 1, b.data(), c.data(), m, k, n);
  for (int i = 0; i < m; ++i)
    for (int j = 0; j < n; ++j) {
      float sum = 1;
      for (int p = 0; p < k; ++p) sum += a[i * k + p] * b[p * n + j];
      EXPECT_FLOAT_EQ(c[i * n + j], sum);
    }
}

TEST(DigitNetwork, FilesComeBackAndDamagedOnesAreRefused) {
  DigitNetwork network = DigitNetwork::shaped();
  network.layers[0].weights[3] = 0.5F;
  network.layers[5].bias[2] = -2;
  const std::string file = network.serialized();
  const DigitNetwork again = DigitNetwork::parse(file);
  EXPECT_NEAR(again.layers[0].weights[3], 0.5F, 1e-4);
  EXPECT_NEAR(again.layers[5].bias[2], -2, 1e-3);
  EXPECT_THROW(DigitNetwork::parse("something else"), Error);
  EXPECT_THROW(DigitNetwork::parse(std::string_view(file).substr(0, file.size() / 2)), Error);
}

}  // namespace
}  // namespace vanthu
