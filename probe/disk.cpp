// SPDX-License-Identifier: GPL-3.0-or-later
// `disk`: room for data and for files where a path lies, as this user may use it.
#include "finding.hpp"
#include "kinds.hpp"
#include "settings.hpp"

#include <sys/statvfs.h>

#include <cerrno>
#include <cstring>

namespace unknot {

namespace {

constexpr double doubtful_free = 100e6;
constexpr double bad_free = 1e6;

ProbeReport judged(const ProbeRequest& request, double free, bool inodes_are_counted, double inodes)
{
    const auto least = setting(request, "min-free", FactType::size);
    const std::string told = size_value(free).text;
    if (inodes_are_counted && inodes == 0) {
        return bad("no_inodes");
    }
    if (free < (least ? least->number : bad_free)) {
        return bad("short", told);
    }
    return !least && free < doubtful_free ? doubtful("short", told) : good("enough", told);
}

} // namespace

ProbeReport probe_disk(const ProbeRequest& request, const Deadline&)
{
    const std::string path = path_argument(request);
    struct statvfs info = {};
    if (::statvfs(path.c_str(), &info) != 0) {
        return errno == ENOENT || errno == ENOTDIR ? broken("absent") : failed_report("unreadable", std::strerror(errno));
    }
    const double block = static_cast<double>(info.f_frsize);
    const double free = static_cast<double>(info.f_bavail) * block;
    ProbeReport report = judged(request, free, info.f_files > 0, static_cast<double>(info.f_favail));
    report.fields["free"] = size_value(free).text;
    report.fields["total"] = size_value(static_cast<double>(info.f_blocks) * block).text;
    report.fields["inodes"] = std::to_string(info.f_favail);
    return report;
}

} // namespace unknot
