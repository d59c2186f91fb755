#pragma once
#include <nlohmann/json.hpp>

#include "core/scan.h"
#include "core/text.h"

// The JSON forms of Scan and Text, which pipe one stage into the next. Both directions are exact:
// scan_from_json(to_json(scan)) == scan. The readers throw Error{bad_json} with the place.
namespace vanthu {

using Json = nlohmann::ordered_json;

Json to_json(const Scan& scan);
Json to_json(const Text& text);
Scan scan_from_json(const Json& json);
Text text_from_json(const Json& json);

// Throws Error{bad_json} where `text` is not of `scan`: other pages, or anchors that lead nowhere.
void check_anchors(const Scan& scan, const Text& text);

// Parses JSON text; throws Error{bad_json}.
Json parse_json(std::string_view text);

}  // namespace vanthu
