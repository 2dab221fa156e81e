// SPDX-License-Identifier: GPL-3.0-or-later
#include "yaml/prescan.hpp"

#include "unknot/utf8.hpp"
#include "unknot/yaml.hpp"

#include <cstddef>
#include <fmt/format.h>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace unknot::yaml {

namespace {

constexpr std::size_t most_faults = 50;

struct Fault {
    std::string code;
    std::string message;
    std::string hint;
};

class Prescan {
public:
    Prescan(const Source& source, Problems& problems) : source_(source), problems_(problems), line_(source.lines_before + 1) {}

    void run()
    {
        const std::string_view text = source_.text;
        for (std::size_t offset = 0; offset < text.size() && faults_ < most_faults;) {
            const Decoded decoded = decode_at(text, offset);
            if (const auto fault = fault_at(offset, decoded)) {
                add(*fault);
            }
            offset += decoded.length;
            advance(decoded);
        }
    }

private:
    std::optional<Fault> fault_at(std::size_t offset, const Decoded& decoded) const;

    void add(const Fault& fault)
    {
        if (told_in_line_.insert(fault.code).second) {
            problems_.push_back(problem_at(source_, {source_.file, line_, column_}, fault.code, fault.message, fault.hint));
            ++faults_;
        }
    }

    void advance(const Decoded& decoded)
    {
        ++column_;
        if (decoded.valid && decoded.point == '\n') {
            ++line_;
            column_ = 1;
            told_in_line_.clear();
        }
    }

    const Source& source_;
    Problems& problems_;
    int line_;
    int column_ = 1;
    std::size_t faults_ = 0;
    std::set<std::string> told_in_line_;
};

std::optional<Fault> Prescan::fault_at(std::size_t offset, const Decoded& decoded) const
{
    const std::string_view rest = std::string_view(source_.text).substr(offset);
    if (!decoded.valid) {
        const auto byte = static_cast<unsigned char>(rest.front());
        return Fault{"yaml-utf8", fmt::format("expected UTF-8, found the byte 0x{:02X}", byte), "save the file as UTF-8"};
    }
    if (rest.starts_with("\r\n")) {
        return std::nullopt;
    }
    if (rest.front() == '\r') {
        return Fault{"yaml-character", "expected LF or CRLF at the end of a line, found a carriage return alone", "save the file with LF line ends"};
    }
    if (rest.front() == '\t') {
        return Fault{"yaml-tab", "expected spaces, found a tab", "replace the tab with spaces"};
    }
    if (rest.front() == '%' && column_ == 1) {
        return Fault{"yaml-directive", "expected a key, found '%' at the start of a line, which begins a directive",
                     "remove the line, or put the text in quotes"};
    }
    if (is_forbidden(decoded.point)) {
        return Fault{"yaml-character", fmt::format("expected visible characters, found {}", point_name(decoded.point)), "remove the character"};
    }
    return std::nullopt;
}

} // namespace

bool prescan(const Source& source, Problems& problems)
{
    if (source.text.size() > yaml_max_bytes) {
        problems.push_back(problem_at(source, {source.file, 0, 0}, "too-large",
                                      fmt::format("expected at most {} bytes, found {}", yaml_max_bytes, source.text.size()), "split the file"));
        return false;
    }
    const std::size_t before = problems.size();
    Prescan(source, problems).run();
    return problems.size() == before;
}

} // namespace unknot::yaml
