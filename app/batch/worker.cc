#include "app/batch/worker.h"

#include <unicode/unistr.h>
#include <unistd.h>

#include "app/batch/exhaustion.h"
#include "core/json_helpers.h"
#include "extract/extract.h"
#include "ingest/sha256.h"
#include "ingest/source.h"

namespace vanthu {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_page = 12 << 20;  // bytes of JSON; a dense page has 200'000
constexpr int max_pages = 20'000;           // of a document; a page tree can claim any number

// File names are bytes, JSON is UTF-8.
std::string utf8(const std::string& name) {
  std::string out;
  icu::UnicodeString::fromUTF8(name).toUTF8String(out);
  return out;
}

std::string scan_json(Page page) {
  Scan scan;
  scan.pages.push_back(std::move(page));
  return to_json(scan).dump();
}

Page page_of(const std::string& json, int number) {
  try {
    Scan scan = scan_from_json(parse_json(json));
    if (scan.pages.size() == 1 && scan.pages[0].number == number) return std::move(scan.pages[0]);
  } catch (const Error&) {
  }
  return scan_from_json(parse_json(failed_page(
                            number, Error(ErrorCode::page_failed, "", "its words are lost"))))
      .pages.front();
}

// What registers tell documents apart by (Nghị định 30/2020/NĐ-CP); empty where a part is unknown.
std::string identity(const Document& document) {
  if (!document.number || !document.number->serial || !document.issuer) return "";
  const auto year = [&]() -> std::string {
    if (document.number->year) return std::to_string(*document.number->year);
    for (const auto& date : {document.issued_on, document.issued_in})
      if (date) return date->substr(0, 4);
    return "";
  }();
  if (year.empty() || document.number->symbol.empty()) return "";
  return document.number->text + ", " + *document.issuer + ", " + year;
}

bool wants_memory(ErrorCode code) {
  return code == ErrorCode::too_large || code == ErrorCode::out_of_memory;
}

class Worker {
 public:
  Worker(int fd, const Engine& engine) : fd_(fd), engine_(engine) {}

  Frame answer(const Frame& request) {
    const std::string what = request.header.at("do");
    if (what == "identify") return identify(request.body);
    if (what == "finish") return finish(request);
    open(request.body, request.header.at("sha256"));
    return what == "open" ? head() : page(request.header.at("number"));
  }

 private:
  Frame identify(const fs::path& file) {
    load(file);
    return {{{"size", bytes_.size()}, {"sha256", sha256_}}, ""};
  }

  void load(const fs::path& file) {
    source_.reset();
    file_ = file;
    sha256_.clear();
    bytes_ = read_file(file);
    sha256_ = sha256_hex(bytes_);
  }

  void open(const fs::path& file, const std::string& sha256) {
    if (source_ && file == file_ && sha256 == sha256_) return;
    if (file != file_ || sha256 != sha256_) load(file);
    if (sha256 != sha256_)
      throw Error(ErrorCode::changed, file.string(), "other bytes than a moment ago");
    format_ = detect_format(bytes_, file);
    source_ = open_source(bytes_, format_, file);
  }

  Frame head() {
    const int pages = source_->page_count();
    if (pages > max_pages)
      throw Error(ErrorCode::too_large, file_.string(), std::to_string(pages) + " pages");
    const Scan scan{.file = utf8(file_.filename().string()),
                    .sha256 = sha256_,
                    .media_type = std::string(media_type(format_)),
                    .signatures = source_->signatures(),
                    .pages = {}};
    return {{{"pages", pages}}, to_json(scan).dump(-1, ' ', false, Json::error_handler_t::replace)};
  }

  Frame page(int number) {
    Page page = source_->read_page(number, *engine_.reader, engine_.ingest);
    Json header{{"failed", page.failure.has_value()}};
    if (page.failure && wants_memory(page.failure->code)) header["retire"] = true;
    std::string json = scan_json(std::move(page));
    if (json.size() > max_page)
      throw Error(ErrorCode::too_large, file_.string(), "too many words on it");
    return {std::move(header), std::move(json)};
  }

  std::vector<std::string> receive_bodies(int count) const {
    std::vector<std::string> out;
    for (int i = 0; i < count; ++i) {
      auto frame = receive(fd_);
      if (!frame) _exit(0);
      out.push_back(std::move(frame->body));
    }
    return out;
  }

  Frame finish(const Frame& request) {
    const int pages = request.header.at("pages");
    const std::vector<std::string> bodies = receive_bodies(pages);  // all, whatever is in them
    Scan scan = scan_from_json(parse_json(request.body));
    for (int n = 1; n <= pages; ++n) scan.pages.push_back(page_of(bodies[n - 1], n));
    const Text text = normalize(scan, *engine_.model, engine_.normalize);
    const Record record = extract(scan, text, outline(text));
    const auto failed = std::ranges::count_if(
        scan.pages, [](const Page& page) { return page.failure.has_value(); });
    return {{{"pages", pages},
             {"failed_pages", failed},
             {"tasks", record.tasks.size()},
             {"warnings", record.warnings.size()},
             {"identity", vanthu::identity(record.document)}},
            checked_json(record, scan.file).dump(2) + "\n"};
  }

  const int fd_;
  const Engine& engine_;
  fs::path file_;
  std::string sha256_, bytes_;
  Format format_ = Format::text;
  std::unique_ptr<Source> source_;
};

Frame error_frame(ErrorCode code, const std::string& detail) {
  return {{{"error", {{"code", error_name(code)}, {"detail", detail}}}}, ""};
}

Frame out_of_memory() {
  Frame frame = error_frame(ErrorCode::out_of_memory, "not enough memory");
  frame.header["retire"] = true;
  return frame;
}

Frame answer(Worker& worker, const Frame& request) {
  try {
    return worker.answer(request);
  } catch (const Error& error) {
    return error_frame(error.code, error.detail);
  } catch (const std::bad_alloc&) {
    return out_of_memory();
  } catch (const std::exception& error) {
    return error_frame(ErrorCode::internal, error.what());
  }
}

void serve(int fd, const Engine& engine) {
  Worker worker(fd, engine);
  while (const auto request = receive(fd)) {
    allow_processor_time(std::chrono::milliseconds(request->header.at("milliseconds")));
    const auto start = std::chrono::steady_clock::now();
    Frame reply = answer(worker, *request);
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
    reply.header["seconds"] = spent.count();
    send(fd, reply);
    if (reply.header.contains("retire")) return;
  }
}

}  // namespace

std::string failed_page(int number, const Error& error) {
  Page page;
  page.number = number;
  page.failure = PageFailure{error.code, utf8(error.detail)};
  return scan_json(std::move(page));
}

void run_worker(int fd, const Engine& engine, const Limits& asked) {
  const Limits limits = in_force(asked);
  try {
    const SandboxReport report = confine(limits);
    tell_exhaustion(limits.memory);
    send(fd, {{{"sandbox", report}}, ""});
    serve(fd, engine);
  } catch (const std::bad_alloc&) {
    _exit(exhausted_status);
  } catch (const std::exception&) {
    _exit(1);
  }
  _exit(0);
}

}  // namespace vanthu
