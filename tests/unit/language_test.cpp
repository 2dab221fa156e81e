// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "language.hpp"

#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <unistd.h>

using namespace unknot;

namespace {

void add_number(std::string& bytes, std::size_t number)
{
    for (int shift = 0; shift < 32; shift += 8) {
        bytes += static_cast<char>((number >> shift) & 0xFF);
    }
}

// A message catalogue of two texts as msgfmt writes it, so that the test needs no msgfmt.
std::string catalogue(const std::string& text, const std::string& translation)
{
    const std::string header = "Content-Type: text/plain; charset=UTF-8\n";
    const std::size_t originals = 28;
    const std::size_t translations = originals + 16;
    const std::size_t strings = translations + 16;
    std::string bytes("\xDE\x12\x04\x95", 4);
    for (const std::size_t number : {std::size_t{0}, std::size_t{2}, originals, translations, std::size_t{0}, strings}) {
        add_number(bytes, number);
    }
    const std::string parts[] = {"", text, header, translation};
    std::size_t at = strings;
    for (const auto& part : parts) {
        add_number(bytes, part.size());
        add_number(bytes, at);
        at += part.size() + 1;
    }
    for (const auto& part : parts) {
        bytes += part + '\0';
    }
    return bytes;
}

// A folder of translations that is gone afterwards, and the interface speaks English again.
class Messages {
public:
    Messages() : folder_(std::filesystem::temp_directory_path() / ("unknot-language-" + std::to_string(::getpid())))
    {
        write("de", catalogue("What is wrong?", "Was ist los?"));
        write("zh", catalogue("What is wrong?", "怎么了？"));
    }
    ~Messages()
    {
        speak("en", folder());
        std::filesystem::remove_all(folder_);
    }

    std::function<std::filesystem::path()> folder() const
    {
        return [folder = folder_] { return folder; };
    }

private:
    void write(const std::string& language, const std::string& bytes) const
    {
        const auto folder = folder_ / language / "LC_MESSAGES";
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "unknot.mo", std::ios::binary) << bytes;
    }

    std::filesystem::path folder_;
};

} // namespace

TEST_CASE("the system tells its reasons in the language of the text that they stand in")
{
    const Messages messages;
    std::setlocale(LC_MESSAGES, "C");
    speak("de", messages.folder());
    CHECK(std::string(_("What is wrong?")) == "Was ist los?");
    CHECK(std::string(std::setlocale(LC_MESSAGES, nullptr)) == "C.UTF-8");
}

TEST_CASE("no locale is looked up before there is something to say")
{
    const Messages messages;
    std::setlocale(LC_MESSAGES, "C");
    speak("de", messages.folder());
    CHECK(std::string(std::setlocale(LC_MESSAGES, nullptr)) == "C");
}

TEST_CASE("locales become codes")
{
    const std::pair<const char*, const char*> table[] = {{"de_AT.UTF-8", "de"}, {"de", "de"}, {"DE-at", "de"}, {"en_GB", "en"}, {"zh_CN.UTF-8", "zh"},
        {"zh_TW", "zh"}, {"zh-Hant-HK", "zh"}, {"yue_HK", "zh"}, {"cmn", "zh"}, {"C", ""}, {"C.UTF-8", ""}, {"POSIX", ""}, {"", ""},
        {"sr@latin", "sr"}, {"pt_BR:de", "pt"}};
    for (const auto& entry : table) {
        CAPTURE(entry.first);
        CHECK(language_code(entry.first) == entry.second);
    }
}

TEST_CASE("the first wish that says something wins")
{
    CHECK(wished_language({"", "zh_TW", "de"}) == "zh");
    CHECK(wished_language({"", "C.UTF-8", "de"}) == "de");
    CHECK(wished_language({"fr", "de"}) == "fr");
    CHECK(wished_language({"", ""}) == "en");
    CHECK(wished_language({}) == "en");
}

TEST_CASE("a pack answers in the wish or in its source language")
{
    CHECK(pack_language("de", {"en", "de"}, "en") == "de");
    CHECK(pack_language("fr", {"en", "de"}, "de") == "de");
    CHECK(pack_language("fr", {}, "en") == "en");
}

TEST_CASE("translations work whatever the locale is and change with the wish")
{
    const Messages messages;
    for (const char* locale : {"C", "xx_XX.UTF-8", "C.UTF-8"}) {
        CAPTURE(locale);
        ::setenv("LC_ALL", locale, 1);
        std::setlocale(LC_ALL, "C");
        speak("de", messages.folder());
        CHECK(std::string(_("What is wrong?")) == "Was ist los?");
        speak("zh", messages.folder());
        CHECK(std::string(_("What is wrong?")) == "怎么了？");
        speak("en", messages.folder());
        CHECK(std::string(_("What is wrong?")) == "What is wrong?");
    }
    ::unsetenv("LC_ALL");
}

TEST_CASE("what has no translation stays as it is")
{
    const Messages messages;
    speak("de", messages.folder());
    CHECK(std::string(_("Nobody translated this")) == "Nobody translated this");
    CHECK(std::string(_("")).empty());
    CHECK(std::string(plural("one", "many", 1)) == "one");
    CHECK(std::string(plural("one", "many", 0)) == "many");
    speak("fr", messages.folder());
    CHECK(std::string(_("What is wrong?")) == "What is wrong?");
}

TEST_CASE("placeholders are filled in order and nothing else is read")
{
    CHECK(filled("{} of {}", {"1", "3"}) == "1 of 3");
    CHECK(filled("{}", {"{}"}) == "{}");
    CHECK(filled("a {} b {}", {"x"}) == "a x b {}");
    CHECK(filled("{0} %s {:d}", {"x"}) == "{0} %s {:d}");
    CHECK(filled("", {"x"}).empty());
}
