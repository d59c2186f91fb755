#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/evidence.h"
#include "core/scan.h"

// Record: what one document says and assigns; the C++ twin of record.schema.json, field by field
// under the same names. record-guide.md says how a document becomes one. All text is NFC; dates are
// ISO 8601 (YYYY-MM-DD).
namespace vanthu {

struct DocumentKind {
  std::string code, name;  // KH, Kế hoạch
  friend bool operator==(const DocumentKind&, const DocumentKind&) = default;
};

// 494/KH-UBND: serial 494, symbol KH-UBND. 120/2020/NĐ-CP: year 2020. 05-CTr/QU: symbol CTr/QU.
struct Number {
  std::string text;                   // canonical: no spaces, Đ restored
  std::optional<std::string> serial;  // as printed; none where left blank or unreadable
  std::optional<int> year;
  std::string symbol;
  friend bool operator==(const Number&, const Number&) = default;
};

struct Signer {
  std::optional<std::string> name, position, authority;
  friend bool operator==(const Signer&, const Signer&) = default;
};

struct PageSource {
  int number = 0;
  std::optional<double> width_pt, height_pt;
  TextOrigin text_origin = TextOrigin::blank;
  std::optional<double> confidence;  // mean over the page's words; none on blank pages
  int repaired_words = 0;
  friend bool operator==(const PageSource&, const PageSource&) = default;
};

struct SourceFile {
  std::string file, sha256, media_type;
  std::vector<Signature> signatures;
  std::vector<PageSource> pages;
  friend bool operator==(const SourceFile&, const SourceFile&) = default;
};

struct Document {
  std::optional<DocumentKind> kind;
  std::optional<Number> number;
  std::optional<std::string> issued_on;  // YYYY-MM-DD
  std::optional<std::string> issued_in;  // YYYY-MM or YYYY where the day cannot be read
  std::optional<std::string> place, issuer, parent_issuer, subject;
  std::optional<Signer> signer;
  std::vector<std::string> recipients;
  std::map<std::string, Evidence> evidence;  // by field name: number, issued_on, signer ...
  friend bool operator==(const Document&, const Document&) = default;
};

struct Citation {
  Number number;
  std::optional<std::string> kind, issued_on, issuer, subject;
  bool basis = false;  // role: basis or mention
  std::optional<Evidence> evidence;
  friend bool operator==(const Citation&, const Citation&) = default;
};

struct Score {
  int year = 0;
  double value = 0;
  friend bool operator==(const Score&, const Score&) = default;
};

struct Axis {
  std::string code, name;
  std::optional<std::string> parent;
  std::vector<Score> scores;
  std::optional<Evidence> evidence;
  friend bool operator==(const Axis&, const Axis&) = default;
};

struct Unit {
  std::string name;
  std::vector<std::string> aliases;
  int lead_count = 0, support_count = 0;
  friend bool operator==(const Unit&, const Unit&) = default;
};

enum class DeadlineType { before, by, on, within, recurring, ongoing, relative };
std::string_view deadline_type_name(DeadlineType type);
std::optional<DeadlineType> deadline_type(std::string_view name);

struct Deadline {
  std::string text;
  DeadlineType type = DeadlineType::on;
  std::optional<std::string> start, end;  // YYYY-MM-DD
  std::optional<std::string> rrule;       // RFC 5545
  std::optional<std::string> offset;      // ISO 8601 duration
  std::optional<std::string> after;       // the event it is counted from
  std::optional<Evidence> evidence;
  friend bool operator==(const Deadline&, const Deadline&) = default;
};

struct Task {
  std::string id;
  std::string text;
  std::vector<std::string> lead, support;
  std::optional<std::string> axis;
  std::vector<std::string> section;
  std::optional<std::string> deliverable;
  std::optional<Deadline> deadline;
  std::optional<Evidence> evidence;
  friend bool operator==(const Task&, const Task&) = default;
};

struct Record {
  SourceFile source;
  Document document;
  std::vector<Citation> citations;
  std::vector<Axis> axes;
  std::vector<Unit> units;
  std::vector<Task> tasks;
  std::vector<Warning> warnings;
  friend bool operator==(const Record&, const Record&) = default;
};

}  // namespace vanthu
