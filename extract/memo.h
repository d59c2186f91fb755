#pragma once
#include <optional>
#include <vector>

namespace vanthu {

// What is asked of the same node many times, by those that stand under it, and made once.
template <typename T>
class Memo {
 public:
  explicit Memo(std::size_t nodes) : made_(nodes) {}

  // What `make` gives for node number `i`; it is called at most once for each.
  template <typename Make>
  const T& operator()(int i, Make make) {
    if (!made_[i]) {
      T value = make();  // may ask for other nodes
      made_[i] = std::move(value);
    }
    return *made_[i];
  }

 private:
  std::vector<std::optional<T>> made_;
};

}  // namespace vanthu
