# Writes OUT.h and OUT.cc with the bytes of IN as `vanthu::data::NAME()`.
file(READ ${IN} bytes HEX)
string(LENGTH "${bytes}" digits)
math(EXPR size "${digits} / 2")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
file(WRITE ${OUT}.h "#pragma once\n#include <string_view>\nnamespace vanthu::data {\nstd::string_view ${NAME}();\n}\n")
file(WRITE ${OUT}.cc "#include \"embedded/${NAME}.h\"\nnamespace vanthu::data {\nstatic const unsigned char bytes[] = {${bytes}0};\nstd::string_view ${NAME}() { return {reinterpret_cast<const char*>(bytes), ${size}}; }\n}\n")
