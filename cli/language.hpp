// SPDX-License-Identifier: GPL-3.0-or-later
// Which language to speak: of the interface (gettext) and of a pack's texts.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

// `de_AT.UTF-8` is `de`, every Chinese is `zh`, `C` and `POSIX` are none (empty).
std::string language_code(std::string_view locale);

// The first of the wishes (--lang, UNKNOT_LANG, the locale, the configuration) that is not empty, as a code; `en` when there is none.
std::string wished_language(const std::vector<std::string>& wishes);

// The wish where the pack speaks it, its source language otherwise.
std::string pack_language(const std::string& wish, const std::vector<std::string>& languages, const std::string& source_language);

// Sets the interface's language. Works under LC_ALL=C and with locales that are not installed. The folder of translations is asked for with the first
// text; what the system says of its errors is in the language from then on.
void speak(const std::string& language, std::function<std::filesystem::path()> messages_folder);

// An interface text in the language set by speak(). Mark texts with it; xgettext collects them.
const char* _(const char* text);
const char* plural(const char* one, const char* many, unsigned long count);

// The text with each `{}` replaced by the next value. No format string: a faulty translation shows as it is.
std::string filled(const char* text, const std::vector<std::string>& values);

} // namespace unknot
