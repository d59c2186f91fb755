#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "core/json.h"

// Small pieces that the JSON forms of Scan, Text and Record are written with. The readers let
// nlohmann's exceptions through; reading() turns them into Error{bad_json}.
namespace vanthu {

template <typename T>
Json json_or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

template <typename T, typename F>
Json json_list(const std::vector<T>& items, F item_json) {
  Json out = Json::array();
  for (const T& item : items) out.push_back(item_json(item));
  return out;
}

template <typename F>
auto read_list(const Json& json, F read_item) {
  std::vector<decltype(read_item(json))> out;
  for (const Json& item : json) out.push_back(read_item(item));
  return out;
}

// The member's value; none where it is absent or null.
template <typename T>
std::optional<T> read_optional(const Json& json, const char* key) {
  const auto it = json.find(key);
  if (it == json.end() || it->is_null()) return std::nullopt;
  return it->get<T>();
}

template <typename F>
auto read_optional(const Json& json, const char* key, F read_member)
    -> std::optional<decltype(read_member(json))> {
  const auto it = json.find(key);
  if (it == json.end() || it->is_null()) return std::nullopt;
  return read_member(*it);
}

template <typename Enum>
Enum read_enum(const Json& json, std::optional<Enum> (*parse)(std::string_view)) {
  const std::string name = json;
  if (const auto value = parse(name)) return *value;
  throw Error(ErrorCode::bad_json, "", "unknown name '" + name + "'");
}

inline Box read_box(const Json& json) { return {json.at(0), json.at(1), json.at(2), json.at(3)}; }

// Runs `read`; `what` names what was expected.
template <typename F>
auto reading(const char* what, F read) {
  try {
    return read();
  } catch (const nlohmann::json::exception& e) {
    throw Error(ErrorCode::bad_json, "",
                std::string("not the JSON of a ") + what + ": " + e.what());
  }
}

}  // namespace vanthu
