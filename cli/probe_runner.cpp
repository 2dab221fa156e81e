// SPDX-License-Identifier: GPL-3.0-or-later
// One thread waits for all of them. Helpers end with the thread that started them, so that a thread for each would be a mistake, not only a waste.
#include "probe_runner.hpp"

#include "interruption.hpp"
#include "probe_process.hpp"

#include <algorithm>
#include <memory>
#include <system_error>

#ifndef UNKNOT_LIBEXECDIR
#define UNKNOT_LIBEXECDIR "/usr/libexec"
#endif

namespace unknot {

namespace {

// The one that loads no more than this kind needs.
std::string_view helper_for(std::string_view kind)
{
    if (kind == "http" || kind == "clock") {
        return "unknot-probe-http";
    }
    return kind == "tls" ? "unknot-probe-tls" : "unknot-probe";
}

class Runner {
public:
    Runner(const std::filesystem::path& helpers, const std::vector<ProbeRequest>& requests, std::size_t at_once)
        : helpers_(helpers), requests_(requests), at_once_(at_once), reports_(requests.size())
    {
        for (auto& report : reports_) {
            report.status = "skipped";
            report.finding = "interrupted";
        }
    }

    std::vector<ProbeReport> run()
    {
        while (!interrupted() && (next_ < requests_.size() || !running_.empty())) {
            while (next_ < requests_.size() && running_.size() < at_once_) {
                const ProbeRequest& request = requests_[next_];
                running_.push_back({next_, std::make_unique<ProbeProcess>(helpers_ / helper_for(request.kind), request)});
                ++next_;
            }
            wait();
            collect();
        }
        return std::move(reports_);
    }

private:
    struct Run {
        std::size_t index = 0;
        std::unique_ptr<ProbeProcess> process;
    };

    // Until one prints, ends, or has no time left.
    void wait()
    {
        std::vector<pollfd> watched;
        int timeout = running_.front().process->milliseconds_left();
        for (const auto& run : running_) {
            watched.push_back(run.process->output());
            watched.push_back(run.process->end());
            timeout = std::min(timeout, run.process->milliseconds_left());
        }
        ::poll(watched.data(), watched.size(), timeout);
    }

    void collect()
    {
        const auto over = [&](Run& run) {
            auto report = run.process->advance();
            if (report) {
                reports_[run.index] = std::move(*report);
            }
            return report.has_value();
        };
        running_.erase(std::remove_if(running_.begin(), running_.end(), over), running_.end());
    }

    const std::filesystem::path& helpers_;
    const std::vector<ProbeRequest>& requests_;
    std::size_t at_once_;
    std::size_t next_ = 0;
    std::vector<Run> running_;
    std::vector<ProbeReport> reports_;
};

} // namespace

std::vector<ProbeReport> run_probes(const std::filesystem::path& helpers, const std::vector<ProbeRequest>& requests, std::size_t at_once)
{
    return Runner(helpers, requests, at_once).run();
}

std::filesystem::path helper_folder()
{
    namespace fs = std::filesystem;
    std::error_code failed;
    const fs::path program = fs::read_symlink("/proc/self/exe", failed);
    const fs::path beside = program.parent_path().parent_path() / "libexec/unknot";
    return !failed && fs::exists(beside / "unknot-probe", failed) ? beside : fs::path(UNKNOT_LIBEXECDIR) / "unknot";
}

} // namespace unknot
