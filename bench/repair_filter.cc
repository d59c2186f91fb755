// Repairs standard input line by line; prints the lines, or with --repairs one repair a line
// (line, as read, repaired, kind, confidence), and the time taken to standard error.
#include <chrono>
#include <iostream>

#include "normalize/repair.h"

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: repair_filter MODEL [--repairs] < TEXT\n";
    return 1;
  }
  using Clock = std::chrono::steady_clock;
  const auto start = Clock::now();
  const auto model = vanthu::load_repair_model(argv[1]);
  const auto loaded = Clock::now();
  std::vector<std::string> lines;
  std::size_t words = 0;
  for (std::string line; std::getline(std::cin, line); lines.push_back(line))
    for (std::size_t i = 0; i < line.size(); ++i)
      words += line[i] != ' ' && (i == 0 || line[i - 1] == ' ');
  const auto begin = Clock::now();
  const vanthu::RepairedText out = vanthu::repair_lines(*model, lines);
  const std::chrono::duration<double> took = Clock::now() - begin, load = loaded - start;
  if (argc > 2)
    for (const vanthu::LineRepair& r : out.repairs)
      std::cout << r.line << '\t' << r.as_read << '\t' << r.repaired << '\t'
                << vanthu::repair_kind_name(r.kind) << '\t' << r.confidence << '\n';
  else
    for (const std::string& line : out.lines) std::cout << line << '\n';
  std::cerr << "load " << load.count() * 1000 << " ms; " << words << " words in " << took.count()
            << " s: " << static_cast<double>(words) / took.count() << " words/s\n";
}
