#pragma once
#include "app/batch/frame.h"
#include "app/batch/sandbox.h"
#include "app/read_document.h"

namespace vanthu {

// A worker answers requests over `fd` until its end. Each request is a frame whose header says what
// to `do`; the answer is a frame, or {"error": {"code", "detail"}} where it cannot be done.
//   identify  body: the file's path                 {"size", "sha256"}
//   open      "sha256", body: path                  {"pages"}, body: Scan without pages
//   page      "sha256", "number", body: path        {"failed"}, body: Scan with that page
//   finish    "pages", body: Scan without pages;    {"pages", "failed_pages", "tasks", "warnings",
//             then a frame with a Scan for each        "identity"}, body: the record
// Scans are the JSON of core/json.h. A page that cannot be read is no error: its Scan has the page
// with its failure. Every request but identify takes the file to have the bytes of `sha256`, else
// it answers `changed`. A document stays open until another one is asked for.
//
// Every request has "milliseconds", the processor time that it may take; every answer has
// "seconds", the time that it took, and "retire" where the worker ran out of memory and ends after
// it.
[[noreturn]] void run_worker(int fd, const Engine& engine, const Limits& limits);

// A Scan's JSON with one page, that could not be read.
std::string failed_page(int number, const Error& error);

}  // namespace vanthu
