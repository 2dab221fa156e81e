// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "secret_scan/ignore_file.hpp"
#include "unknot/secret_scan.hpp"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

using namespace unknot;
namespace fs = std::filesystem;

namespace {

const std::string wif = "L5WJkYYatRx79LJtLVkjxatqhQhTKSGAEYr3JACzdUU6GgrrnbqV";
const std::string phrase = "laptop elephant near animal harbor grape version blade symbol goddess remove return";

class Folder {
public:
    Folder()
    {
        std::string name = (fs::temp_directory_path() / "unknot-scan-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path = name;
    }
    ~Folder() { fs::remove_all(path); }

    void write(const std::string& name, const std::string& bytes) const
    {
        fs::create_directories((path / name).parent_path());
        std::ofstream(path / name, std::ios::binary) << bytes;
    }

    ScanResult scanned(IgnoreRules rules = IgnoreRules::none) const
    {
        return scan({path}, rules, [](std::size_t, std::size_t) {});
    }

    fs::path path;
};

std::string where(const Folder& folder, const ScanFinding& finding)
{
    const std::string file = fs::path(finding.file).lexically_relative(folder.path).string();
    return file + ":" + std::to_string(finding.line) + ":" + std::to_string(finding.column) + " " + finding.rule;
}

std::vector<std::string> places(const Folder& folder, const ScanResult& result)
{
    std::vector<std::string> all;
    for (const ScanFinding& finding : result.findings) {
        all.push_back(where(folder, finding));
    }
    return all;
}

} // namespace

TEST_CASE("findings tell where a secret lies and never what it is")
{
    const Folder folder;
    folder.write("b/notes.txt", "\xC3\xA4 line\n  \xC3\xA4" + wif + "\n\n" + phrase + "\n");
    folder.write("a.txt", "nothing here\n");
    const ScanResult result = folder.scanned();
    CHECK(result.files == 2);
    CHECK(result.problems.empty());
    CHECK(places(folder, result) == std::vector<std::string>{"b/notes.txt:2:4 wif", "b/notes.txt:4:1 bip39-english"});
    for (const ScanFinding& finding : result.findings) {
        CHECK(finding.checked);
        CHECK(finding.preview.find("L5W") == std::string::npos);
        CHECK(finding.preview.find("laptop") == std::string::npos);
    }
    CHECK(result.findings[1].preview == "[phrase, 12 words]");
}

TEST_CASE("word lists are no phrases and test phrases are named")
{
    const Folder folder;
    fs::copy_file(UNKNOT_SOURCE_DIR "/data/bip39/english.txt", folder.path / "list.txt");
    folder.write("test.txt", "test test test test test test test test test test test junk\n");
    folder.write("wrong.txt", "laptop elephant near animal harbor grape version blade symbol goddess remove remove\n");
    const ScanResult result = folder.scanned();
    CHECK(places(folder, result) == std::vector<std::string>{"test.txt:1:1 bip39-english", "wrong.txt:1:1 bip39-english"});
    CHECK(result.findings[0].preview.find("public") != std::string::npos);
    CHECK_FALSE(result.findings[1].checked);
}

TEST_CASE("binary and large files are survived")
{
    const Folder folder;
    const std::string zeros(5'000'000, '\0');
    folder.write("core", zeros + "password: hunter2\n" + zeros + wif + std::string(1, '\0') + zeros);
    std::string lines;
    while (lines.size() < 3'000'000) {
        lines += "an ordinary line of a log\n";
    }
    folder.write("log", lines + wif + "\n" + lines);
    const ScanResult result = folder.scanned();
    REQUIRE(result.findings.size() == 2);
    CHECK(result.findings[0].rule == "wif");
    CHECK(result.findings[1].line == lines.size() / 26 + 1);
}

TEST_CASE("text in UTF-16 is looked through, with its lines and columns")
{
    const Folder folder;
    const std::string text = "first line\npassword: hunter2 of mine\n  " + wif + "\n";
    for (const bool big : {false, true}) {
        std::string wide;
        for (const char c : text) {
            wide += big ? std::string{'\0', c} : std::string{c, '\0'};
        }
        folder.write(big ? "big" : "little", wide);
        folder.write(big ? "marked-big" : "marked-little", (big ? "\xFE\xFF" : "\xFF\xFE") + wide);
    }
    std::vector<std::string> wanted;
    for (const std::string name : {"big", "little", "marked-big", "marked-little"}) {
        wanted.push_back(name + ":2:11 password");
        wanted.push_back(name + ":3:3 wif");
    }
    CHECK(places(folder, folder.scanned()) == wanted);
}

TEST_CASE("wallets are known by their names and beginnings")
{
    const Folder folder;
    folder.write("wallet.dat", std::string(12, '\0') + std::string("\x62\x31\x05\x00", 4) + "rest of the file");
    folder.write("UTC--2026", "{\"crypto\":{}}");
    folder.write("default_wallet", "{\"seed_type\": \"segwit\", \"wallet_type\": \"standard\"}");
    folder.write("readme", "a text about wallet.dat");
    CHECK(places(folder, folder.scanned())
          == std::vector<std::string>{"UTC--2026:1:1 ethereum-keystore", "default_wallet:1:1 electrum", "wallet.dat:1:1 bitcoin-core"});
}

TEST_CASE("links are not followed and pipes not opened")
{
    const Folder folder;
    const Folder other;
    other.write("key", wif);
    fs::create_directory_symlink(other.path, folder.path / "link");
    fs::create_symlink(other.path / "key", folder.path / "key");
    REQUIRE(::mkfifo((folder.path / "pipe").c_str(), 0600) == 0);
    CHECK(folder.scanned().files == 0);
    CHECK(scan({folder.path / "key"}, IgnoreRules::none, [](std::size_t, std::size_t) {}).findings.size() == 1);
}

TEST_CASE("what is not there is a problem and the rest is scanned")
{
    const Folder folder;
    folder.write("key", wif);
    const ScanResult result = scan({folder.path / "nowhere", folder.path}, IgnoreRules::none, [](std::size_t, std::size_t) {});
    REQUIRE(result.problems.size() == 1);
    CHECK(result.problems[0].message.find("nowhere") != std::string::npos);
    CHECK(result.findings.size() == 1);
}

TEST_CASE("git's rules are respected where it is wished")
{
    const Folder folder;
    folder.write(".gitignore", "*.log\n!keep.log\n/build/\ndeep/**/x\n");
    folder.write(".git/config", wif);
    folder.write("a.log", wif);
    folder.write("keep.log", wif);
    folder.write("build/out", wif);
    folder.write("src/build/out", wif);
    folder.write("deep/one/two/x", wif);
    folder.write("src/.gitignore", "*.tmp\n");
    folder.write("src/a.tmp", wif);
    folder.write("b.tmp", wif);
    CHECK(places(folder, folder.scanned(IgnoreRules::gitignore))
          == std::vector<std::string>{"b.tmp:1:1 wif", "keep.log:1:1 wif", "src/build/out:1:1 wif"});
    CHECK(folder.scanned().findings.size() == 8);
}

TEST_CASE("rules of the folders above count in a repository")
{
    const Folder folder;
    folder.write(".git/HEAD", "ref: refs/heads/main\n");
    folder.write(".gitignore", "secret\n");
    folder.write("below/secret", wif);
    folder.write("below/open", wif);
    CHECK(scan({folder.path / "below"}, IgnoreRules::gitignore, [](std::size_t, std::size_t) {}).findings.size() == 1);
}

TEST_CASE("globs")
{
    CHECK(fits_glob("*.txt", "a.txt"));
    CHECK(fits_glob("a?c", "abc"));
    CHECK(fits_glob("[a-c]x", "bx"));
    CHECK(fits_glob("[!a-c]x", "dx"));
    CHECK(fits_glob("\\*", "*"));
    CHECK(fits_glob("a**b", "axyb"));
    CHECK_FALSE(fits_glob("*.txt", "a.text"));
    CHECK_FALSE(fits_glob("[a", "b"));
    CHECK_FALSE(fits_glob("", "a"));
    CHECK_FALSE(fits_glob("a*a*a*a*a*a*a*a*a*a*a*b", std::string(10'000, 'a')));
}

TEST_CASE("a watch that throws ends the scan")
{
    const Folder folder;
    for (int i = 0; i < 50; ++i) {
        folder.write("f" + std::to_string(i), std::string(2'000'000, 'x'));
    }
    CHECK_THROWS(scan({folder.path}, IgnoreRules::none, [](std::size_t, std::size_t all) {
        if (all > 0) {
            throw 1;
        }
    }));
}
