// How fast the third stage is on one core: extract_speed [FILE...]
//
// Prints MB of text per second of processor time, outline and record together: for each FILE (UTF-8
// text as `vanthu text` prints it) and for the same ten times over in one document; without a FILE,
// for hostile texts of two lengths, which should differ by little.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <utility>

#include "tests/extract/plain_document.h"

namespace {

std::string times(const std::string& text, std::size_t count) {
  std::string out;
  out.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// The best of three runs of at least 0.3 s each.
double megabytes_per_second(const std::string& source) {
  const vanthu::PlainDocument document = vanthu::PlainDocumentBuilder().build(source);
  document.record();  // compiles the grammars
  double best = 0;
  for (int run = 0; run < 3; ++run) {
    const double start = seconds();
    std::size_t read = 0;
    while (seconds() - start < 0.3) {
      document.record();
      read += source.size();
    }
    best = std::max(best, static_cast<double>(read) / 1e6 / (seconds() - start));
  }
  return best;
}

void print(const char* name, const std::string& once, const std::string& more) {
  std::printf("%-40s %8zu bytes %6.2f MB/s %9zu bytes %6.2f MB/s\n", name, once.size(),
              megabytes_per_second(once), more.size(), megabytes_per_second(more));
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    std::ifstream file(argv[i]);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    print(argv[i], text, times(text + "\f", 10));
  }
  if (argc > 1) return 0;
  const std::pair<const char*, std::string> hostile[] = {
      {"one sentence", "Phòng Nội vụ phối hợp với Sở Tài chính và các đơn vị "},
      {"figures", "12/3 4.5 6/2024 7-8 9/10/2021 "},
      {"numbers", "Quyết định số 12/QĐ-UBND, 13/QĐ-UBND "},
      {"capitals", "ỦY BAN NHÂN DÂN TỈNH "},
      {"brackets", "(trước ngày ( "},
      {"headings", "I. Một\n1. Hai\na) Ba\n"},
      {"cells", "1\tViệc\tSở Y tế\tQuý II\n"}};
  for (const auto& [name, text] : hostile)
    print(name, times(text, 30000 / text.size()), times(text, 300000 / text.size()));
}
