// SPDX-License-Identifier: GPL-3.0-or-later
// What pack.yaml says is kept in a cache, and forgotten when the file changes.
#include <doctest/doctest.h>

#include "forest_fixture.hpp"

#include <iterator>

using namespace unknot;

namespace {

namespace fs = std::filesystem;

const std::string whole_head = R"(unknot: 1
pack: wallet
version: 1.0.0
title: {en: Wallets, de: Geldbörsen}
topics: {payments: {en: Payments, de: Zahlungen}, keys: Keys}
source-language: en
languages: [en, de]
license: CC-BY-SA-4.0
homepage: https://example.org
reviewed: 2026-11-21
expires: 2027-11-21
needs: {network: [dns, http], files: [~/.config/x], commands: [uname -a]}
)";

Pack opened(const PackFolder& folder, const fs::path& cache)
{
    Problems problems;
    Pack pack = Pack::open(folder.path(), "", Freshness::stamp, problems, cache);
    CHECK(told(problems).empty());
    return pack;
}

// The one file in the cache.
fs::path kept_in(const fs::path& cache)
{
    const std::vector<fs::path> files{fs::directory_iterator(cache), fs::directory_iterator()};
    REQUIRE(files.size() == 1);
    return files.front();
}

std::string contents_of(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void put(const fs::path& file, std::string_view text)
{
    std::ofstream(file, std::ios::binary) << text;
}

// In the kept file, so that what is read from it can be told.
void rename_kept(const fs::path& cache, const std::string& from, const std::string& to)
{
    std::string text = contents_of(kept_in(cache));
    REQUIRE(text.find(from) != std::string::npos);
    put(kept_in(cache), text.replace(text.find(from), from.size(), to));
}

} // namespace

TEST_CASE("the second time a pack's head comes from the cache, with all that it says")
{
    const PackFolder folder({{"pack.yaml", whole_head}});
    const fs::path cache = folder.path() / "cache" / "unknot";
    const PackInfo first = opened(folder, cache).info();
    rename_kept(cache, "Geldb\xC3\xB6rsen", "Geldbeuteln");
    const PackInfo second = opened(folder, cache).info();
    CHECK(second.title.in("de") == "Geldbeuteln");
    CHECK(second.title.source() == "Wallets");
    CHECK(second.title.place() == first.title.place());
    CHECK(second.title.place_in("de") == first.title.place_in("de"));
    CHECK(second.id == "wallet");
    CHECK(second.version == "1.0.0");
    CHECK(second.topics.size() == 2);
    CHECK(second.topics.at("payments").in("de") == "Zahlungen");
    CHECK(second.topics.at("keys").in("de") == "Keys");
    CHECK(second.source_language == "en");
    CHECK(second.languages == first.languages);
    CHECK(second.license == "CC-BY-SA-4.0");
    CHECK(second.homepage == "https://example.org");
    CHECK(second.reviewed == "2026-11-21");
    CHECK(second.expires == "2027-11-21");
    CHECK(second.needs.network == std::vector<std::string>{"dns", "http"});
    CHECK(second.needs.files == std::vector<std::string>{"~/.config/x"});
    CHECK(second.needs.commands == std::vector<std::string>{"uname -a"});
}

TEST_CASE("a pack.yaml that changed is read again")
{
    const PackFolder folder({{"pack.yaml", whole_head}});
    const fs::path cache = folder.path() / "cache";
    opened(folder, cache);
    rename_kept(cache, "Wallets", "Pockets");
    folder.put("pack.yaml", whole_head + "# more\n");
    CHECK(opened(folder, cache).info().title.source() == "Wallets");
    CHECK(contents_of(kept_in(cache)).find("Pockets") == std::string::npos);
}

TEST_CASE("a kept head that is damaged is made again")
{
    const PackFolder folder({{"pack.yaml", whole_head}});
    const fs::path cache = folder.path() / "cache";
    opened(folder, cache);
    const std::string whole = contents_of(kept_in(cache));
    for (std::size_t size = 0; size < whole.size(); ++size) {
        put(kept_in(cache), whole.substr(0, size));
        REQUIRE(opened(folder, cache).info().needs.commands.size() == 1);
    }
    const std::vector<std::string> others = {whole + "3:new,", "99999999999999999999:", "18446744073709551615:x,", ":,", "-1:,", "unknot pack head 1"};
    for (const std::string& other : others) {
        put(kept_in(cache), other);
        CHECK(opened(folder, cache).info().id == "wallet");
        CHECK(contents_of(kept_in(cache)) == whole);
    }
}

TEST_CASE("a pack.yaml with faults is not kept: they are told each time")
{
    const PackFolder folder({{"pack.yaml", whole_head + "colour: red\n"}});
    const fs::path cache = folder.path() / "cache";
    for (int i = 0; i < 2; ++i) {
        Problems problems;
        Pack::open(folder.path(), "", Freshness::stamp, problems, cache);
        CHECK(problems.size() == 1);
    }
    CHECK_FALSE(fs::exists(cache));
}

TEST_CASE("two packs keep their heads apart, and a cache that cannot be written is none")
{
    const PackFolder one({{"pack.yaml", whole_head}});
    const PackFolder two({});
    const fs::path cache = one.path() / "cache";
    opened(one, cache);
    CHECK(opened(two, cache).info().id == "sample");
    CHECK(opened(one, cache).info().id == "wallet");
    CHECK(opened(two, cache).info().id == "sample");
    one.put("file", "");
    CHECK(opened(one, one.path() / "file" / "cache").info().id == "wallet");
    CHECK(opened(one, {}).info().id == "wallet");
}
