#include "ingest/pdf_signature.h"

#include <openssl/pkcs7.h>
#include <openssl/x509.h>

#include <algorithm>
#include <memory>

namespace vanthu {
namespace {

struct Free {
  void operator()(PKCS7* p) const { PKCS7_free(p); }
};

X509* signing_certificate(PKCS7* message) {
  if (!PKCS7_type_is_signed(message) || !message->d.sign) return nullptr;
  STACK_OF(PKCS7_SIGNER_INFO)* signers = PKCS7_get_signer_info(message);
  if (!signers || sk_PKCS7_SIGNER_INFO_num(signers) < 1) return nullptr;
  const PKCS7_SIGNER_INFO* first = sk_PKCS7_SIGNER_INFO_value(signers, 0);
  return X509_find_by_issuer_and_serial(message->d.sign->cert, first->issuer_and_serial->issuer,
                                        first->issuer_and_serial->serial);
}

std::string common_name(X509* certificate) {
  X509_NAME* subject = X509_get_subject_name(certificate);
  const int at = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
  if (at < 0) return "";
  unsigned char* text = nullptr;
  const int size =
      ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at)));
  if (size < 0) return "";
  std::string out(reinterpret_cast<char*>(text), size);
  OPENSSL_free(text);
  return out;
}

bool digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "+07'00'" to "+07:00", "Z" as it is, else nothing.
std::string zone(std::string_view text) {
  if (text.starts_with('Z')) return "Z";
  if (text.size() < 3 || (text[0] != '+' && text[0] != '-') || !digits(text.substr(1, 2)))
    return "";
  std::string out(text.substr(0, 3));
  const bool minutes = text.size() >= 6 && text[3] == '\'' && digits(text.substr(4, 2));
  return out + ':' + (minutes ? std::string(text.substr(4, 2)) : "00");
}

}  // namespace

std::string certificate_name(std::string_view pkcs7) {
  const auto* data = reinterpret_cast<const unsigned char*>(pkcs7.data());
  const std::unique_ptr<PKCS7, Free> message(
      d2i_PKCS7(nullptr, &data, static_cast<long>(pkcs7.size())));
  X509* certificate = message ? signing_certificate(message.get()) : nullptr;
  return certificate ? common_name(certificate) : "";
}

std::optional<std::string> iso_time(std::string_view date) {
  if (date.starts_with("D:")) date.remove_prefix(2);
  if (date.size() < 8 || !digits(date.substr(0, 8))) return std::nullopt;
  const auto part = [&](std::size_t at) { return std::string(date.substr(at, 2)); };
  std::string out = std::string(date.substr(0, 4)) + '-' + part(4) + '-' + part(6);
  if (date.size() < 14 || !digits(date.substr(8, 6))) return out;
  out += 'T' + part(8) + ':' + part(10) + ':' + part(12);
  return out + zone(date.substr(14));
}

}  // namespace vanthu
