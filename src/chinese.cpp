// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/chinese.hpp"

#include "unknot/display.hpp"
#include "unknot/utf8.hpp"

#include <memory>
#include <opencc/opencc.h>

namespace unknot {

namespace {

// One dictionary for the program; null when OpenCC's files are not there. OpenCC converts from several threads at once.
opencc_t dictionary()
{
    struct Close {
        void operator()(void* handle) const { opencc_close(handle); }
    };
    static const std::unique_ptr<void, Close> loaded = [] {
        const opencc_t handle = opencc_open(OPENCC_DEFAULT_CONFIG_TRAD_TO_SIMP);
        return std::unique_ptr<void, Close>(handle == reinterpret_cast<opencc_t>(-1) ? nullptr : handle);
    }();
    return loaded.get();
}

char32_t convert(char32_t point)
{
    const opencc_t handle = dictionary();
    if (handle == nullptr) {
        return point;
    }
    std::string text;
    encode(point, text);
    char* converted = opencc_convert_utf8(handle, text.data(), text.size());
    if (converted == nullptr) {
        return point;
    }
    const std::string result = converted;
    opencc_convert_utf8_free(converted);
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
