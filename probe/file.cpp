// SPDX-License-Identifier: GPL-3.0-or-later
// `file`: whether something is there, who may touch it, whose it is, how old and how large. Never what is in it: no file is opened. Of several that a
// pattern finds, the first that breaks a rule is the one that is told.
#include "finding.hpp"
#include "kinds.hpp"
#include "settings.hpp"

#include <fmt/format.h>

#include <glob.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <ctime>

namespace unknot {

namespace {

constexpr unsigned mode_bits = 07777;
constexpr std::size_t most_files = 1000;

struct Rules {
    bool wanted = true;
    std::optional<unsigned> mode;
    std::string owner;
    std::optional<Value> max_age;
};

unsigned read_mode(const std::string& text)
{
    unsigned mode = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), mode, 8);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || mode > mode_bits) {
        refuse_parameter("mode", "an octal mode like 0600");
    }
    return mode;
}

Rules read_rules(const ProbeRequest& request)
{
    Rules rules;
    if (const std::string* exists = request.parameter("exists")) {
        const bool no = *exists == "no" || *exists == "false";
        if (!no && *exists != "yes" && *exists != "true") {
            refuse_parameter("exists", "yes or no");
        }
        rules.wanted = !no;
    }
    if (const std::string* mode = request.parameter("mode")) {
        rules.mode = read_mode(*mode);
    }
    const std::string* owner = request.parameter("owner");
    rules.owner = owner == nullptr ? "" : *owner;
    rules.max_age = setting(request, "max-age", FactType::duration);
    return rules;
}

std::string owner_name(uid_t id)
{
    const passwd* entry = ::getpwuid(id);
    return entry == nullptr ? std::to_string(id) : clean(entry->pw_name);
}

double age_of(const struct stat& info)
{
    return static_cast<double>(std::max<std::int64_t>(0, std::time(nullptr) - info.st_mtime));
}

ProbeReport judged(const Rules& rules, const struct stat& info)
{
    const unsigned mode = info.st_mode & mode_bits;
    if (!rules.wanted) {
        return bad("unwanted");
    }
    if (rules.mode && (mode & ~*rules.mode) != 0) {
        return bad("open_mode", fmt::format("{:04o}", mode));
    }
    if (!rules.owner.empty() && rules.owner != owner_name(info.st_uid) && rules.owner != std::to_string(info.st_uid)) {
        return bad("other_owner", owner_name(info.st_uid));
    }
    if (rules.max_age && age_of(info) > rules.max_age->number) {
        return bad("too_old", duration_value(age_of(info)).text);
    }
    return good("there");
}

ProbeReport described(ProbeReport report, const struct stat& info)
{
    report.fields["found"] = "yes";
    report.fields["mode"] = fmt::format("{:04o}", info.st_mode & mode_bits);
    report.fields["owner"] = owner_name(info.st_uid);
    report.fields["age"] = duration_value(age_of(info)).text;
    report.fields["size"] = size_value(static_cast<double>(info.st_size)).text;
    return report;
}

ProbeReport absent(const Rules& rules)
{
    ProbeReport report = rules.wanted ? bad("absent") : good("absent");
    report.fields["found"] = "no";
    return report;
}

class Matches {
public:
    explicit Matches(const std::string& path) { status_ = ::glob(path.c_str(), GLOB_NOSORT, nullptr, &found_); }
    ~Matches() { ::globfree(&found_); }
    Matches(const Matches&) = delete;
    Matches& operator=(const Matches&) = delete;

    bool failed() const { return status_ != 0 && status_ != GLOB_NOMATCH; }
    std::size_t size() const { return status_ == 0 ? found_.gl_pathc : 0; }
    const char* operator[](std::size_t i) const { return found_.gl_pathv[i]; }

private:
    glob_t found_ = {};
    int status_ = 0;
};

} // namespace

ProbeReport probe_file(const ProbeRequest& request, const Deadline&)
{
    const Rules rules = read_rules(request);
    const Matches matches(path_argument(request));
    if (matches.failed() || matches.size() > most_files) {
        return failed_report("unreadable", matches.failed() ? "" : fmt::format("more than {} files", most_files));
    }
    std::optional<ProbeReport> first;
    for (std::size_t i = 0; i < matches.size(); ++i) {
        struct stat info = {};
        if (::stat(matches[i], &info) != 0) {
            if (errno == ENOENT) {
                continue;   // gone since, or a link to nothing
            }
            return failed_report("unreadable", std::strerror(errno));
        }
        ProbeReport report = described(judged(rules, info), info);
        if (report.status != "ok") {
            return report;
        }
        first = first ? first : std::optional(std::move(report));
    }
    return first ? *first : absent(rules);
}

} // namespace unknot
