// SPDX-License-Identifier: GPL-3.0-or-later
// `unknot redact`: standard input without its secrets. Bytes pass as they are; only to a terminal they go line by line and sanitised.
#include "commands.hpp"
#include "json.hpp"
#include "language.hpp"
#include "terminal.hpp"
#include "unknot/problem.hpp"
#include "unknot/redactor.hpp"
#include "unknot/utf16.hpp"
#include "unreadable.hpp"
#include "voice.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace unknot {

namespace {

constexpr std::size_t piece = 128 * 1024;

// The next bytes of standard input; none at its end.
std::string read_piece()
{
    std::string bytes(piece, '\0');
    ssize_t size = -1;
    do {
        size = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    } while (size < 0 && errno == EINTR);
    if (size < 0) {
        throw cannot_read("standard input", errno);
    }
    bytes.resize(static_cast<std::size_t>(size));
    return bytes;
}

// The first bytes. The zeros between the letters of UTF-16 would hide every secret, so nothing of it is let through.
std::string read_head()
{
    std::string bytes = read_piece();
    if (utf16_of(bytes) != Utf16::none) {
        throw Failure("expected UTF-8 on standard input, found UTF-16", "iconv -f UTF-16 -t UTF-8 FILE | unknot redact");
    }
    return bytes;
}

// What goes to a terminal is sanitised, and no character may be cut in two for that: whole lines only.
class Output {
public:
    void write(const std::string& bytes)
    {
        if (!terminal().output_is_terminal) {
            print_raw(bytes);
            return;
        }
        waiting_ += bytes;
        const std::size_t lines = waiting_.rfind('\n') + 1;
        print(std::string_view(waiting_).substr(0, lines));
        waiting_.erase(0, lines);
    }

    void finish() { print(waiting_); }

private:
    std::string waiting_;
};

void pass_on(RedactingStream& stream)
{
    Output output;
    for (std::string bytes = read_head(); !bytes.empty(); bytes = read_piece()) {
        output.write(stream.push(bytes).text);
    }
    output.write(stream.finish().text);
    output.finish();
}

void print_document(RedactingStream& stream)
{
    std::string text;
    Json spans = Json::array();
    const auto add = [&](const Redactor::Result& result) {
        text += result.text;
        for (const SecretSpan& span : result.spans) {
            spans.push_back({{"kind", span.kind}, {"start", span.start}, {"end", span.end}, {"rule", span.rule}, {"checked", span.checked}});
        }
    };
    for (std::string bytes = read_head(); !bytes.empty(); bytes = read_piece()) {
        add(stream.push(bytes));
    }
    add(stream.finish());
    print_json({{"schema", "unknot.redact/1"}, {"text", text}, {"spans", spans}});
}

} // namespace

ExitStatus redact(const RedactCommand& command, const Session& session)
{
    Redactor redactor(command.personal == RedactCommand::Personal::masked ? Masking::secrets_and_personal : Masking::secrets);
    RedactingStream stream(redactor);
    if (terminal().input_is_terminal) {
        note(_("type or paste the text; Enter and Ctrl-D end it"));
    }
    if (session.options.json) {
        print_document(stream);
    } else {
        pass_on(stream);
    }
    return ExitStatus::yes;
}

} // namespace unknot
