#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace vanthu {

// The common name of the certificate that signed a PKCS #7 message (DER); empty where it cannot be
// read. The signature is not validated.
std::string certificate_name(std::string_view pkcs7);

// A PDF date ("D:20240523090000+07'00'", ISO 32000-1, 7.9.4) in ISO 8601; none where it is
// malformed. Parts that are left out are left out of the result, too, from the time on.
std::optional<std::string> iso_time(std::string_view pdf_date);

}  // namespace vanthu
