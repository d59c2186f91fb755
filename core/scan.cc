#include "core/scan.h"

#include "core/names.h"

namespace vanthu {
namespace {

constexpr EnumNames<TextOrigin, 5> origins{
    {{{TextOrigin::text, "text"},
      {TextOrigin::text_layer, "text_layer"},
      {TextOrigin::repaired_text_layer, "repaired_text_layer"},
      {TextOrigin::ocr, "ocr"},
      {TextOrigin::blank, "blank"}}}};

constexpr EnumNames<BlockKind, 4> kinds{{{{BlockKind::text, "text"},
                                          {BlockKind::table, "table"},
                                          {BlockKind::stamp, "stamp"},
                                          {BlockKind::margin, "margin"}}}};

constexpr EnumNames<DigitField::Part, 3> digit_parts{{{{DigitField::Part::serial, "serial"},
                                                       {DigitField::Part::day, "day"},
                                                       {DigitField::Part::month, "month"}}}};

constexpr EnumNames<InkRegion::Kind, 3> ink_kinds{
    {{{InkRegion::Kind::seal, "seal"},
      {InkRegion::Kind::signature, "signature"},
      {InkRegion::Kind::handwriting, "handwriting"}}}};

}  // namespace

std::string_view text_origin_name(TextOrigin origin) { return origins.name(origin); }
std::optional<TextOrigin> text_origin(std::string_view name) { return origins.value(name); }
std::string_view block_kind_name(BlockKind kind) { return kinds.name(kind); }
std::optional<BlockKind> block_kind(std::string_view name) { return kinds.value(name); }
std::string_view digit_part_name(DigitField::Part part) { return digit_parts.name(part); }
std::optional<DigitField::Part> digit_part(std::string_view name) {
  return digit_parts.value(name);
}
std::string_view ink_kind_name(InkRegion::Kind kind) { return ink_kinds.name(kind); }
std::optional<InkRegion::Kind> ink_kind(std::string_view name) { return ink_kinds.value(name); }

}  // namespace vanthu
