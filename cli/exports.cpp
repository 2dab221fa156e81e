// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports.hpp"

#include "unreadable.hpp"
#include "voice.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>

namespace unknot {

namespace {

constexpr std::size_t longest_line = 8 * 1024 * 1024;
constexpr int most_warnings = 5;   // of one file

// An open file, or standard input for `-`.
class Input {
public:
    explicit Input(const std::string& file) : name_(file == "-" ? "standard input" : file)
    {
        descriptor_ = file == "-" ? STDIN_FILENO : ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor_ < 0) {
            refuse();
        }
    }
    ~Input()
    {
        if (descriptor_ > STDIN_FILENO) {
            ::close(descriptor_);
        }
    }
    Input(const Input&) = delete;
    Input& operator=(const Input&) = delete;

    // Adds what comes next; false at the end.
    bool read_more(std::string& text) const
    {
        char buffer[65536];
        const ssize_t got = ::read(descriptor_, buffer, sizeof buffer);
        if (got < 0) {
            refuse();
        }
        text.append(buffer, static_cast<std::size_t>(got));
        return got > 0;
    }

    const std::string& name() const { return name_; }

private:
    [[noreturn]] void refuse() const { throw cannot_read(name_, errno); }

    std::string name_;
    int descriptor_ = -1;
};

class Lines {
public:
    explicit Lines(const Input& input) : input_(input) {}

    std::optional<std::string> next()
    {
        std::size_t searched = 0;
        std::size_t end = std::string::npos;
        while ((end = ahead_.find('\n', searched)) == std::string::npos) {
            searched = ahead_.size();
            if (searched > longest_line) {
                throw Failure(fmt::format("expected lines of at most 8 MiB in '{}', found a longer one", input_.name()));
            }
            if (!input_.read_more(ahead_)) {
                break;
            }
        }
        if (ahead_.empty()) {
            return std::nullopt;
        }
        std::string line = ahead_.substr(0, end);
        ahead_.erase(0, std::min(line.size() + 1, ahead_.size()));
        return line;
    }

private:
    const Input& input_;
    std::string ahead_;
};

void warn_about_line(const Input& input, int number, std::string_view wanted, int& warnings)
{
    if (++warnings <= most_warnings) {
        report(Problem{Severity::warning, "line", fmt::format("expected {}, found another line: it is left out", wanted),
            Place{input.name(), number, 1}, {}, {}});
    }
}

} // namespace

std::string read_input(std::size_t most)
{
    const Input input("-");
    std::string text;
    while (input.read_more(text)) {
        if (text.size() > most) {
            throw Failure(fmt::format("expected at most {} bytes on standard input, found more", most));
        }
    }
    return text;
}

void each_document(const std::string& file, const std::function<bool(const Json& document)>& take, std::string_view wanted, const std::string& hint)
{
    const Input input(file);
    Lines lines(input);
    int number = 0;
    int warnings = 0;
    bool taken = false;
    while (const auto line = lines.next()) {
        ++number;
        if (line->find_first_not_of(" \t\r") == std::string::npos) {
            continue;
        }
        const Json document = Json::parse(*line, nullptr, false);
        if (!document.is_discarded() && take(document)) {
            taken = true;
        } else {
            warn_about_line(input, number, wanted, warnings);
        }
    }
    if (!taken) {
        throw Failure(fmt::format("expected {}, found none in '{}'", wanted, input.name()), hint);
    }
}

} // namespace unknot
