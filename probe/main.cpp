// SPDX-License-Identifier: GPL-3.0-or-later
// The helper for all that needs no large library. Starting takes most of a probe's time, and of starting the loading of libraries: libcurl brings thirty,
// so that what uses it, and what uses OpenSSL, has a program of its own.
#include "serving.hpp"

int main()
{
    using namespace unknot;
    constexpr ServedKind kinds[] = {
        {"command", probe_command},
        {"disk", probe_disk},
        {"dns", probe_dns},
        {"env", probe_env},
        {"file", probe_file},
        {"memory", probe_memory},
        {"os", probe_os},
        {"package", probe_package},
        {"port", probe_port},
        {"process", probe_process},
        {"proxy", probe_proxy},
        {"route", probe_route},
        {"service", probe_service},
        {"tcp", probe_tcp},
        {"version", probe_version},
    };
    return serve(kinds);
}
