// SPDX-License-Identifier: GPL-3.0-or-later
// strong() and faint() put non-characters around a text, and only print() turns them into SGR sequences. No text of a pack may hold a non-character,
// and an escape sequence in a text is never passed on: so whatever styles a terminal sees are ours, and strings can be put together freely before.
#include "terminal.hpp"

#include "pager.hpp"
#include "unknot/display.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace unknot {

namespace {

constexpr int narrowest = 20;
constexpr int widest = 100;

struct Mark {
    std::string_view bytes;
    std::string_view sequence;
};

constexpr Mark strong_mark = {"\xEF\xB7\x90", "\x1B[1m"}; // U+FDD0
constexpr Mark faint_mark = {"\xEF\xB7\x91", "\x1B[2m"};  // U+FDD1
constexpr Mark end_mark = {"\xEF\xB7\x92", "\x1B[22m"};   // U+FDD2

// Where a mark or a sequence may begin; the end of the text for nowhere.
std::size_t find_beginning(std::string_view text, std::size_t from)
{
    const auto found = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), [](char byte) { return byte == '\xEF' || byte == '\x1B'; });
    return static_cast<std::size_t>(found - text.begin());
}

enum class Sequences { removed, kept }; // kept: in lines that render_markdown() made

TerminalSettings settings;

// The length of the SGR sequence that the text begins with, 0 when it doesn't.
std::size_t sequence_length(std::string_view text)
{
    constexpr std::size_t longest = 12;
    if (!text.starts_with("\x1B[")) {
        return 0;
    }
    const auto end = text.substr(0, longest).find_first_not_of("0123456789;", 2);
    return end != std::string_view::npos && text[end] == 'm' ? end + 1 : 0;
}

class Styler {
public:
    explicit Styler(Sequences sequences) : sequences_(sequences) {}

    std::string styled(std::string_view text)
    {
        std::size_t plain = 0;
        for (std::size_t at = find_beginning(text, 0); at < text.size(); at = find_beginning(text, at)) {
            const std::size_t taken = take(text.substr(plain, at - plain), text.substr(at));
            plain = taken > 0 ? at + taken : plain;
            at += std::max<std::size_t>(taken, 1);
        }
        return out_ += sanitised(text.substr(plain));
    }

private:
    // Writes `before` and the style that `text` begins with; 0 when it begins with none.
    std::size_t take(std::string_view before, std::string_view text)
    {
        for (const Mark& mark : {strong_mark, faint_mark, end_mark}) {
            if (text.starts_with(mark.bytes)) {
                add(before, mark.sequence);
                return mark.bytes.size();
            }
        }
        const std::size_t length = sequences_ == Sequences::kept ? sequence_length(text) : 0;
        if (length > 0) {
            add(before, text.substr(0, length));
        }
        return length;
    }

    void add(std::string_view before, std::string_view sequence)
    {
        out_ += sanitised(before);
        out_ += settings.styling == Styling::ansi ? sequence : std::string_view();
    }

    Sequences sequences_;
    std::string out_;
};

std::string marked(const Mark& mark, std::string_view text)
{
    return std::string(mark.bytes) + sanitised(text) + std::string(end_mark.bytes);
}

} // namespace

TerminalSettings look_at_terminal(const Environment& environment)
{
    TerminalSettings seen;
    seen.input_is_terminal = ::isatty(STDIN_FILENO) == 1;
    seen.output_is_terminal = ::isatty(STDOUT_FILENO) == 1;
    winsize size = {};
    if (seen.output_is_terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
        seen.width = size.ws_col > 0 ? size.ws_col : seen.width;
        seen.height = size.ws_row > 0 ? size.ws_row : seen.height;
    }
    if (::isatty(STDERR_FILENO) == 1 && ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        seen.error_width = std::max<int>(environment.columns > 0 ? environment.columns : size.ws_col, narrowest);
    }
    seen.width = std::clamp(environment.columns > 0 ? environment.columns : seen.width, narrowest, widest);
    const bool has_styles = !environment.terminal.empty() && environment.terminal != "dumb";
    seen.styling = seen.output_is_terminal && has_styles ? Styling::ansi : Styling::plain;
    return seen;
}

void set_terminal(const TerminalSettings& chosen)
{
    settings = chosen;
}

const TerminalSettings& terminal()
{
    return settings;
}

void print(std::string_view text)
{
    print_raw(Styler(Sequences::removed).styled(text));
}

void print_line(std::string_view text)
{
    print(text);
    print_raw("\n");
}

void print_markdown(std::string_view markdown, int indent)
{
    const std::string blanks(static_cast<std::size_t>(indent), ' ');
    for (const auto& line : render_markdown(markdown, std::max(settings.width - indent, narrowest), settings.styling)) {
        print_raw(line.empty() ? "\n" : blanks + line + '\n');
    }
}

void print_raw(std::string_view bytes)
{
    std::fwrite(bytes.data(), 1, bytes.size(), stdout); // flush_output() tells whether it worked
}

std::string strong(std::string_view text)
{
    return marked(strong_mark, text);
}

std::string faint(std::string_view text)
{
    return marked(faint_mark, text);
}

void page(const std::vector<std::string>& lines)
{
    std::string text;
    for (const auto& line : lines) {
        text += Styler(Sequences::kept).styled(line) + '\n';
    }
    const bool too_long = lines.size() + 1 > static_cast<std::size_t>(settings.height);
    const bool can_page = settings.output_is_terminal && !settings.pager.empty() && settings.pager != "cat";
    if (!too_long || !can_page || !flush_output() || !show_in_pager(settings.pager, text)) {
        print_raw(text);
    }
}

bool flush_output()
{
    return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

} // namespace unknot
