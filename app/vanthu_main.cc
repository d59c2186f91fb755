#include <unistd.h>

#include <iostream>

#include "app/commands.h"

int main(int argc, char** argv) {
  const vanthu::Streams streams{std::cin, std::cout, std::cerr, isatty(STDERR_FILENO) != 0};
  return vanthu::run_command_line({argv + 1, argv + argc}, streams, vanthu::make_engine);
}
