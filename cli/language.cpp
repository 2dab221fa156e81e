// SPDX-License-Identifier: GPL-3.0-or-later
// gettext looks LANGUAGE up only when the locale is not "C", which it is under cron, in containers and wherever the wished locale is not installed.
// So the wish goes into LANGUAGE and the locale of messages becomes C.UTF-8, which needs no installed locale. No other part of the locale is touched:
// output is UTF-8, numbers have a point, sorting is by bytes, wherever the program runs. All that waits for the first text: to look a locale up takes
// longer than to read the configuration, and many a start says nothing.
#include "language.hpp"

#include <libintl.h>

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <utility>

namespace unknot {

namespace {

constexpr const char* domain = "unknot";
constexpr const char* english = "en";

bool translating = false; // the texts in the program are English already
bool prepared = false;    // for the language that is spoken
std::function<std::filesystem::path()> messages; // the folder of translations

bool is_chinese(std::string_view code)
{
    constexpr std::string_view codes[] = {"zh", "cmn", "yue", "wuu", "hak", "nan"};
    return std::find(std::begin(codes), std::end(codes), code) != std::end(codes);
}

void prepare()
{
    if (prepared) {
        return;
    }
    prepared = true;
    std::setlocale(LC_MESSAGES, "C"); // a change of locale makes gettext look LANGUAGE up again
    if (std::setlocale(LC_MESSAGES, "C.UTF-8") == nullptr) {
        std::setlocale(LC_MESSAGES, "");
    }
    ::bindtextdomain(domain, messages().c_str());
    ::bind_textdomain_codeset(domain, "UTF-8");
}

} // namespace

std::string language_code(std::string_view locale)
{
    std::string code(locale.substr(0, locale.find_first_of("_-.@:")));
    std::transform(code.begin(), code.end(), code.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (code == "c" || code == "posix") {
        return {};
    }
    return is_chinese(code) ? "zh" : code;
}

std::string wished_language(const std::vector<std::string>& wishes)
{
    for (const auto& wish : wishes) {
        if (auto code = language_code(wish); !code.empty()) {
            return code;
        }
    }
    return english;
}

std::string pack_language(const std::string& wish, const std::vector<std::string>& languages, const std::string& source_language)
{
    return std::find(languages.begin(), languages.end(), wish) == languages.end() ? source_language : wish;
}

void speak(const std::string& language, std::function<std::filesystem::path()> messages_folder)
{
    translating = language != english;
    if (!translating) {
        return;
    }
    ::setenv("LANGUAGE", language.c_str(), 1);
    messages = std::move(messages_folder);
    prepared = false;
}

const char* _(const char* text)
{
    if (!translating || *text == '\0') {
        return text;
    }
    prepare();
    return ::dgettext(domain, text);
}

const char* plural(const char* one, const char* many, unsigned long count)
{
    if (!translating) {
        return count == 1 ? one : many;
    }
    prepare();
    return ::dngettext(domain, one, many, count);
}

std::string filled(const char* text, const std::vector<std::string>& values)
{
    std::string result;
    std::size_t next = 0;
    const std::string_view source(text);
    for (std::size_t at = 0; at < source.size(); ++at) {
        if (next < values.size() && source.substr(at).starts_with("{}")) {
            result += values[next++];
            ++at;
        } else {
            result += source[at];
        }
    }
    return result;
}

} // namespace unknot
