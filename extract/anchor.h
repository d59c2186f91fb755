#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "extract/number.h"
#include "extract/passage.h"

// The fixed phrases that the parts of a document are found by (NĐ 30/2020/NĐ-CP, annex I; for Party
// documents HD 36-HD/VPTW). Light noise is passed over; no value is taken from them.
namespace vanthu {

// A letterhead's line in its columns: the left one, and the motto or the place and date that plain
// text has beside it. "QUẬN 6 Độc lập - Tự do - Hạnh phúc" gives two parts.
std::vector<Passage> letterhead_columns(const Passage& line);

// The whole text is the country's name, the motto or the Party's title.
bool is_motto(std::string_view text);

// One of a letterhead line's columns is.
bool has_motto(const Passage& line);

// "Quận 1, ngày 23 tháng 5 năm 2024", the day and month readable or not.
bool is_place_and_date(std::string_view text);

// "Số: 211/KH-UBND", "Số /TB-UBND".
bool is_number_line(std::string_view text);

// The kind that a title line names, with tone and vowel marks misread or not ("CHÍ THỊ").
std::optional<DocumentKind> titled_kind(std::string_view text);

// "KẾ HOẠCH", "QUYẾT ĐỊNH:": a kind of document that stands alone.
bool is_title(std::string_view text);

// "Căn cứ ...", "Thực hiện ...", "Theo đề nghị của ...": a clause that a document is based on.
bool is_basis(std::string_view text);

// "Kính gửi: ...", "V/v ...", "Nơi nhận: ...".
bool is_addressee(std::string_view text);
bool is_letter_subject(std::string_view text);
bool is_recipients_title(std::string_view text);

// "PHỤ LỤC", "Phụ lục II", "PHỤ LỤC 1:" alone on its line.
bool is_appendix_title(std::string_view text);

// "SAO Y", "SAO LỤC", "TRÍCH SAO", "SAO Y BẢN CHÍNH": the page is a copy.
bool is_copy_mark(std::string_view text);

// "(Ban hành kèm theo Kế hoạch số 211/KH-UBND ...)".
bool is_attachment_note(std::string_view text);

// "KT. CHỦ TỊCH", "T/M BAN THƯỜNG VỤ".
bool is_authority(std::string_view text);
// "PHÓ CHỦ TỊCH", "CHÁNH VĂN PHÒNG": an office in capitals.
bool is_position(std::string_view text);
// The usual office that capitals spell but for a letter or a blank: "GHỦ TỊCH", "HIỆUTRƯỞNG".
std::optional<std::string_view> usual_position(std::string_view text);
// "Vương Thanh Liễu", "Đại tá Nguyễn Văn A": two to five capitalised words and nothing else.
bool is_person(std::string_view text);

}  // namespace vanthu
