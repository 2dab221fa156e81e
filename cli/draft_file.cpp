// SPDX-License-Identifier: GPL-3.0-or-later
#include "draft_file.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace unknot {

namespace {

namespace fs = std::filesystem;

fs::path draft_path(const Session& session, std::optional<std::int64_t> case_id)
{
    return session.locations.state / "drafts" / (case_id ? fmt::format("case-{}.eml", *case_id) : "unrecorded.eml");
}

[[noreturn]] void refuse(const fs::path& file, int error)
{
    throw Failure(fmt::format("cannot write the draft '{}': {}", file.string(), std::strerror(error)), "unknot handoff --to text");
}

void write_all(int descriptor, const std::string& text, const fs::path& file)
{
    for (std::size_t at = 0; at < text.size();) {
        const ssize_t written = ::write(descriptor, text.data() + at, text.size() - at);
        if (written < 0 && errno != EINTR) {
            const int error = errno;
            ::close(descriptor);
            refuse(file, error);
        }
        at += written < 0 ? 0 : static_cast<std::size_t>(written);
    }
}

} // namespace

std::string write_draft(const Session& session, std::optional<std::int64_t> case_id, const std::string& message)
{
    const fs::path file = draft_path(session, case_id);
    std::error_code failed;
    fs::create_directories(file.parent_path(), failed);
    if (failed) {
        refuse(file, failed.value());
    }
    fs::remove(file, failed);
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        refuse(file, errno);
    }
    write_all(descriptor, message, file);
    if (::close(descriptor) != 0) {
        refuse(file, errno);
    }
    return file.string();
}

void remove_draft(const Session& session, std::int64_t case_id)
{
    std::error_code failed;
    fs::remove(draft_path(session, case_id), failed);
    if (failed) {
        throw Failure(fmt::format("cannot delete the draft '{}': {}", draft_path(session, case_id).string(), failed.message()));
    }
}

} // namespace unknot
