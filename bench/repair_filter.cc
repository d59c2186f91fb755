// Repairs standard input line by line; prints the lines, or with --repairs one repair a line
// (line, as read, repaired, kind, confidence), with --ocr as text recognised with Vietnamese data;
// and the processor time taken to standard error.
#include <algorithm>
#include <ctime>
#include <iostream>

#include "normalize/repair.h"

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: repair_filter MODEL [--repairs] [--ocr] < TEXT\n";
    return 1;
  }
  const auto now = [] { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; };
  const double start = now();
  const auto model = vanthu::load_repair_model(argv[1]);
  const double load = now() - start;
  std::vector<std::string> lines;
  std::size_t words = 0;
  for (std::string line; std::getline(std::cin, line); lines.push_back(line))
    for (std::size_t i = 0; i < line.size(); ++i)
      words += line[i] != ' ' && (i == 0 || line[i - 1] == ' ');
  const double begin = now();
  const std::vector<std::string_view> options(argv + 2, argv + argc);
  const auto given = [&](std::string_view option) {
    return std::find(options.begin(), options.end(), option) != options.end();
  };
  const auto origin = given("--ocr") ? vanthu::TextOrigin::ocr : vanthu::TextOrigin::text_layer;
  const vanthu::RepairedText out = vanthu::repair_lines(*model, lines, origin);
  const double took = now() - begin;
  if (given("--repairs"))
    for (const vanthu::LineRepair& r : out.repairs)
      std::cout << r.line << '\t' << r.as_read << '\t' << r.repaired << '\t'
                << vanthu::repair_kind_name(r.kind) << '\t' << r.confidence << '\n';
  else
    for (const std::string& line : out.lines) std::cout << line << '\n';
  std::cerr << "load " << load * 1000 << " ms; " << words << " words in " << took
            << " s: " << static_cast<double>(words) / took << " words/s\n";
}
