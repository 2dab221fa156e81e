// SPDX-License-Identifier: GPL-3.0-or-later
#include "case_store/refusal.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace unknot {

namespace {

enum class Cause { full, not_writable, in_use, no_database, damaged, other };

Cause cause_of_errno(int os_error)
{
    switch (os_error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return Cause::full;
    case EACCES:
    case EPERM:
    case EROFS:
        return Cause::not_writable;
    default:
        return Cause::other;
    }
}

Cause cause_of(int code, int os_error)
{
    switch (code & 0xFF) {
    case SQLITE_FULL:
        return Cause::full;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return Cause::not_writable;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return Cause::in_use;
    case SQLITE_NOTADB:
        return Cause::no_database;
    case SQLITE_CORRUPT:
        return Cause::damaged;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return cause_of_errno(os_error);
    default:
        return Cause::other;
    }
}

std::string shell_quoted(const std::filesystem::path& path)
{
    std::string quoted = "'";
    for (const char c : path.string()) {
        quoted += c == '\'' ? "'\\''" : std::string(1, c);
    }
    return quoted + "'";
}

std::string words_of(Cause cause, std::string_view detail)
{
    switch (cause) {
    case Cause::full:
        return "no space is left for it";
    case Cause::not_writable:
        return "it cannot be written";
    case Cause::in_use:
        return "another program keeps it locked";
    case Cause::no_database:
        return "expected a database, found a file of another kind";
    case Cause::damaged:
        return "the file is damaged";
    case Cause::other:
        break;
    }
    return std::string(detail);
}

std::string hint_for(Cause cause, const std::filesystem::path& file)
{
    const std::string folder = shell_quoted(file.parent_path());
    switch (cause) {
    case Cause::full:
        return fmt::format("df -h {}", folder);
    case Cause::not_writable:
        return fmt::format("ls -ld {} {}", folder, shell_quoted(file));
    case Cause::in_use:
        return fmt::format("fuser -v {}", shell_quoted(file));
    case Cause::no_database:
    case Cause::damaged:
        return set_aside_command(file);
    case Cause::other:
        break;
    }
    return {};
}

Failure failure(Cause cause, std::string_view detail, std::string_view doing, const std::filesystem::path& file)
{
    return Failure(fmt::format("cannot {} in '{}': {}", doing, file.string(), words_of(cause, detail)), hint_for(cause, file));
}

} // namespace

std::string set_aside_command(const std::filesystem::path& file)
{
    const std::string aside = shell_quoted(file.parent_path() / "set-aside");
    return fmt::format("mkdir -p {} && mv {}* {}", aside, shell_quoted(file), aside);
}

Failure refusal(int code, int os_error, std::string_view detail, std::string_view doing, const std::filesystem::path& file)
{
    const int family = code & 0xFF;
    const bool has_errno = os_error != 0 && (family == SQLITE_IOERR || family == SQLITE_CANTOPEN);
    const std::string words = has_errno ? std::generic_category().message(os_error) : std::string(detail);
    return failure(cause_of(code, os_error), words, doing, file);
}

Failure system_refusal(int os_error, std::string_view doing, const std::filesystem::path& file)
{
    return failure(cause_of_errno(os_error), std::generic_category().message(os_error), doing, file);
}

} // namespace unknot
