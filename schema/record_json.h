#pragma once
#include "core/json.h"
#include "schema/record.h"

namespace vanthu {

// The record as record.schema.json wants it, members in the schema's order. Evidence loses its
// rule, which is no part of the schema.
Json to_json(const Record& record);

// The way back; throws Error{bad_json}. record_from_json(to_json(r)) == r but for rules.
Record record_from_json(const Json& json);

}  // namespace vanthu
