#include "app/batch/build_id.h"

#include <link.h>

#include <algorithm>
#include <string_view>

namespace vanthu {
namespace {

using Note = ElfW(Nhdr);

std::size_t padded(std::size_t size) { return (size + 3) / 4 * 4; }

std::string hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const unsigned char byte : bytes) {
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

// Among the notes of one segment: each is a header, a name and its data.
std::string id_among(std::string_view notes) {
  while (notes.size() >= sizeof(Note)) {
    const auto& note = *reinterpret_cast<const Note*>(notes.data());
    const std::size_t data = sizeof note + padded(note.n_namesz);
    if (note.n_type == NT_GNU_BUILD_ID) return hex(notes.substr(data, note.n_descsz));
    notes.remove_prefix(std::min(notes.size(), data + padded(note.n_descsz)));
  }
  return "";
}

// Called for the program first, which is enough.
int look_into(dl_phdr_info* program, std::size_t, void* id) {
  for (int i = 0; i < program->dlpi_phnum; ++i) {
    const auto& segment = program->dlpi_phdr[i];
    if (segment.p_type != PT_NOTE) continue;
    const auto* begin = reinterpret_cast<const char*>(program->dlpi_addr + segment.p_vaddr);
    *static_cast<std::string*>(id) += id_among({begin, segment.p_memsz});
  }
  return 1;
}

}  // namespace

std::string build_id() {
  std::string id;
  dl_iterate_phdr(look_into, &id);
  return id;
}

}  // namespace vanthu
