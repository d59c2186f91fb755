// How fast the third stage is on one core: bench/extract_speed FILE... [--seconds N]
//
// Each FILE is UTF-8 text; its lines are repeated to 4 MB. Prints MB of text per second for the
// outline and the record together, and for grammars alone, on the text as it is and on hostile
// text: one that never ends a sentence, all digits, all capitals.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <sstream>

#include "extract/extract.h"
#include "tests/extract/plain_document.h"
