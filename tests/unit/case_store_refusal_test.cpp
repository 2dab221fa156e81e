// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "case_store/refusal.hpp"
#include "case_store_fixture.hpp"

#include <cerrno>
#include <fstream>
#include <iterator>

using namespace unknot;
namespace fs = std::filesystem;

namespace {

std::string bytes_of(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void overwrite(const fs::path& file, std::streamoff offset, const std::string& bytes)
{
    std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
    stream.seekp(offset);
    stream << bytes;
    REQUIRE(stream.flush());
}

} // namespace

TEST_CASE("a store of a newer program is refused and not touched")
{
    const Folder folder;
    CaseStore(folder.records()).create(head_of("a"), now);
    overwrite(folder.file(), 60, std::string("\0\0\0\x07", 4));   // user_version in the file's header
    const std::string before = bytes_of(folder.file());
    const Problem problem = problem_of([&] { CaseStore store(folder.records()); });
    CHECK(contains(problem.message, "schema 2"));
    CHECK(contains(problem.message, "schema 7"));
    CHECK_FALSE(problem.hint.empty());
    CHECK(bytes_of(folder.file()) == before);
}

TEST_CASE("files that are not our records are refused with a way out")
{
    struct Case {
        std::string name;
        std::function<void(const fs::path&)> damage;
    };
    const std::vector<Case> table = {
        {"text", [](const fs::path& file) { std::ofstream(file) << std::string(5000, 'x'); }},
        {"short text", [](const fs::path& file) { std::ofstream(file) << "hello"; }},
        {"another program", [](const fs::path& file) { overwrite(file, 68, "abcd"); }},
        {"damaged pages", [](const fs::path& file) { overwrite(file, 100, std::string(3000, '\x05')); }},
    };
    for (const Case& row : table) {
        CAPTURE(row.name);
        const Folder folder;
        CaseStore(folder.records()).create(head_of("a"), now);
        row.damage(folder.file());
        const std::string before = bytes_of(folder.file());
        const Problem problem = problem_of([&] { CaseStore(folder.records()).list(); });
        CHECK(contains(problem.message, folder.file().string()));
        CHECK(contains(problem.hint, "mv '"));
        CHECK(bytes_of(folder.file()) == before);
    }
}

TEST_CASE("an empty file becomes a store")
{
    const Folder folder;
    fs::create_directories(folder.records());
    std::ofstream(folder.file()).flush();
    CHECK(CaseStore(folder.records()).create(head_of("a"), now) == 1);
}

TEST_CASE("a folder that cannot be made is a failure that names it")
{
    const Folder folder;
    std::ofstream(folder.records()) << "a file, not a folder";
    const Problem problem = problem_of([&] { CaseStore store(folder.records() / "deeper"); });
    CHECK(contains(problem.message, (folder.records() / "deeper").string()));
}

TEST_CASE("refusals say what and why and what to do")
{
    struct Row {
        int code;
        int os_error;
        std::string why;
        std::string hint;
    };
    const std::vector<Row> table = {
        {13, 0, "no space is left", "df -h '/s'"},                              // SQLITE_FULL
        {10 | (3 << 8), EFBIG, "no space is left", "df -h '/s'"},               // SQLITE_IOERR_WRITE
        {10 | (3 << 8), EIO, "Input/output error", ""},
        {8, 0, "cannot be written", "ls -ld '/s' '/s/it'\\''s.db'"},            // SQLITE_READONLY
        {14, EACCES, "cannot be written", "ls -ld '/s' '/s/it'\\''s.db'"},      // SQLITE_CANTOPEN
        {5, 0, "another program keeps it locked", "fuser -v '/s/it'\\''s.db'"}, // SQLITE_BUSY
        {5 | (1 << 8), 0, "another program keeps it locked", "fuser -v '/s/it'\\''s.db'"},
        {26, 0, "expected a database", "mkdir -p '/s/set-aside' && mv '/s/it'\\''s.db'* '/s/set-aside'"},   // SQLITE_NOTADB
        {11, 0, "damaged", "mkdir -p '/s/set-aside' && mv '/s/it'\\''s.db'* '/s/set-aside'"},               // SQLITE_CORRUPT
        {1, 0, "its own words", ""},                                            // SQLITE_ERROR
    };
    for (const Row& row : table) {
        CAPTURE(row.code);
        const Failure failure = refusal(row.code, row.os_error, "its own words", "save case 12", "/s/it's.db");
        CHECK(contains(failure.problem().message, "cannot save case 12 in '/s/it's.db': "));
        CHECK(contains(failure.problem().message, row.why));
        CHECK(failure.problem().hint == row.hint);
    }
}
