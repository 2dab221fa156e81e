// SPDX-License-Identifier: GPL-3.0-or-later
// A store in a folder of its own, and what to put into it.
#pragma once

#include <doctest/doctest.h>

#include "unknot/case_store.hpp"
#include "unknot/problem.hpp"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>

namespace unknot {

inline const std::string now = "2026-11-21T22:40:03Z";

// In memory where there is such a place: processes can be killed there too, and a busy disk makes nobody wait too long for a lock.
inline std::filesystem::path place_for_tests()
{
    const char* const memory = "/dev/shm";
    return access(memory, W_OK) == 0 ? std::filesystem::path(memory) : std::filesystem::temp_directory_path();
}

class Folder {
public:
    Folder()
    {
        std::string name = (place_for_tests() / "unknot-cases-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::filesystem::path records() const { return path_ / "state"; }
    std::filesystem::path file() const { return records() / "records.db"; }

private:
    std::filesystem::path path_;
};

inline CaseHead head_of(const std::string& tree)
{
    CaseHead head;
    head.pack = "wallet";
    head.version = "1.0.0";
    head.tree = tree;
    head.language = "en";
    return head;
}

inline Event answer(const std::string& node, const std::string& value)
{
    Event event;
    event.node = node;
    event.value = value;
    return event;
}

inline std::vector<Event> events_of(const CaseStore& store, std::int64_t id)
{
    const std::optional<CaseRecord> record = store.find(id);
    REQUIRE(record);
    return record->events;
}

inline Problem problem_of(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Failure& failure) {
        return failure.problem();
    }
    FAIL("expected a Failure");
    return {};
}

inline bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace unknot
