#pragma once
#include <string_view>

namespace vanthu {

// The formula that ends a document and obliges nobody to anything of its own: "Trên đây là ...",
// "Trong quá trình thực hiện, nếu có vướng mắc ...", "... chịu trách nhiệm thi hành Quyết định
// này", "... nghiêm túc triển khai thực hiện", "(Đính kèm Phụ lục ...)".
bool is_closing(std::string_view text);

}  // namespace vanthu
