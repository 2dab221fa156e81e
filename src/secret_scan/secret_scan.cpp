// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/secret_scan.hpp"

#include "crew.hpp"
#include "descriptor.hpp"
#include "secret_scan/files.hpp"
#include "secret_scan/wallet_files.hpp"
#include "unknot/redactor.hpp"
#include "unknot/utf16.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <thread>
#include <utility>

namespace unknot {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t piece = 256 * 1024;
constexpr std::size_t head_size = 4096;
constexpr unsigned most_threads = 16;

class OpenFile {
public:
    explicit OpenFile(const fs::path& path) : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)) {}

    bool is_regular() const
    {
        struct stat status {};
        return descriptor_.is_open() && ::fstat(descriptor_.number(), &status) == 0 && S_ISREG(status.st_mode);
    }

    // The next bytes; none at the end. False where they cannot be read.
    bool read(std::string& buffer) const
    {
        buffer.resize(piece);
        ssize_t size = -1;
        do {
            size = ::read(descriptor_.number(), buffer.data(), buffer.size());
        } while (size < 0 && errno == EINTR);
        buffer.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
        return size >= 0;
    }

private:
    Descriptor descriptor_;
};

enum class Content { text, binary };

// What stands between text in a binary file is no prose: there only what a checksum or a fixed beginning proves counts.
bool counts(const LocatedSecret& secret, Content content)
{
    const SecretSpan& span = secret.span;
    if (span.kind == "phrase") {
        return secret.public_phrase || (!secret.word_list && (span.checked || secret.words >= 12));
    }
    return content == Content::text || span.checked
           || (span.kind != "password" && span.kind != "code" && span.rule != "named-token" && span.rule != "totp");
}

std::string preview(const LocatedSecret& secret)
{
    if (secret.public_phrase) {
        return fmt::format("[phrase, {} words, public: anybody can spend what it guards]", secret.words);
    }
    return secret.words > 0 ? fmt::format("[phrase, {} words]", secret.words) : fmt::format("[{}]", secret.span.kind);
}

struct Report {
    std::vector<ScanFinding> findings;
    Problems problems;
};

void look_through(const fs::path& path, Report& report, const std::stop_token& stop)
{
    const OpenFile file(path);
    if (!file.is_regular()) {
        report.problems.push_back(unreadable(path, errno));
        return;
    }
    SecretFinder finder;
    std::optional<Utf16Reader> reader;
    std::string buffer;
    Content content = Content::text;
    for (bool first = true; !stop.stop_requested(); first = false) {
        if (!file.read(buffer)) {
            report.problems.push_back(unreadable(path, errno));
            break;
        }
        const std::string_view head = std::string_view(buffer).substr(0, head_size);
        const std::string_view wallet = first ? wallet_file(path.filename().string(), head) : std::string_view();
        if (!wallet.empty()) {
            report.findings.push_back({path.string(), 1, 1, "wallet", std::string(wallet), false, "[wallet file]", 0, false});
        }
        if (const Utf16 order = first ? utf16_of(head) : Utf16::none; order != Utf16::none) {
            reader.emplace(order);
        }
        content = first && !reader && head.find('\0') != std::string_view::npos ? Content::binary : content;
        if (buffer.empty()) {
            break;
        }
        finder.push(reader ? std::string_view(buffer = reader->read(buffer)) : std::string_view(buffer));
    }
    finder.finish();
    for (const LocatedSecret& secret : finder.found()) {
        if (counts(secret, content)) {
            report.findings.push_back({path.string(), secret.line, secret.column, secret.span.kind, secret.span.rule, secret.span.checked,
                preview(secret), secret.words, secret.public_phrase});
        }
    }
}

} // namespace

ScanResult scan(const std::vector<fs::path>& paths, IgnoreRules rules, const ScanWatch& watch)
{
    ScanResult result;
    const std::vector<fs::path> files = files_below(paths, rules, result.problems, watch);
    std::vector<Report> reports(files.size()); // put together in the files' order
    do_jobs(files.size(), std::clamp(std::thread::hardware_concurrency(), 1U, most_threads),
        [&](std::size_t file, const std::stop_token& stop) { look_through(files[file], reports[file], stop); },
        [&](std::size_t begun) { watch(begun, files.size()); });
    result.files = files.size();
    for (Report& report : reports) {
        std::move(report.findings.begin(), report.findings.end(), std::back_inserter(result.findings));
        std::move(report.problems.begin(), report.problems.end(), std::back_inserter(result.problems));
    }
    return result;
}

} // namespace unknot
