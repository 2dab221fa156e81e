// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/chinese.hpp"

#include "late_library.hpp"
#include "unknot/display.hpp"
#include "unknot/utf8.hpp"

#include <opencc/opencc.h>

namespace unknot {

namespace {

// Loaded when the first Chinese character asks for it (late_library.hpp).
struct OpenCC {
    decltype(&opencc_convert_utf8) convert = nullptr;
    decltype(&opencc_convert_utf8_free) release = nullptr;
    opencc_t dictionary = nullptr; // one for the program; it converts from several threads at once

    OpenCC()
    {
        const LateLibrary library(UNKNOT_OPENCC);
        const auto open = library.find<decltype(opencc_open)>("opencc_open");
        convert = library.find<decltype(opencc_convert_utf8)>("opencc_convert_utf8");
        release = library.find<decltype(opencc_convert_utf8_free)>("opencc_convert_utf8_free");
        if (open == nullptr || convert == nullptr || release == nullptr) {
            return;
        }
        const opencc_t handle = open(OPENCC_DEFAULT_CONFIG_TRAD_TO_SIMP);
        dictionary = handle == reinterpret_cast<opencc_t>(-1) ? nullptr : handle;
    }
};

// Without OpenCC, or without its files, characters stay as they are.
const OpenCC& opencc()
{
    static const OpenCC loaded;
    return loaded;
}

char32_t convert(char32_t point)
{
    const OpenCC& library = opencc();
    if (library.dictionary == nullptr) {
        return point;
    }
    std::string text;
    encode(point, text);
    char* converted = library.convert(library.dictionary, text.data(), text.size());
    if (converted == nullptr) {
        return point;
    }
    const std::string result = converted;
    library.release(converted);
    const Decoded first = decode_at(result, 0);
    return first.valid && first.length == result.size() ? first.point : point;
}

} // namespace

char32_t Simplifier::simplified(char32_t point)
{
    if (point_class(point) != PointClass::han) {
        return point;
    }
    const auto found = known_.find(point);
    return found != known_.end() ? found->second : known_.emplace(point, convert(point)).first->second;
}

std::string Simplifier::simplified(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();) {
        const Decoded decoded = decode_at(text, offset);
        encode(simplified(decoded.point), out);
        offset += decoded.length;
    }
    return out;
}

} // namespace unknot
