// SPDX-License-Identifier: GPL-3.0-or-later
// The words that name a secret in English, German and Chinese.
#pragma once

#include <cstddef>
#include <string_view>

namespace unknot {

enum class SecretName { nothing, password, token, pin, one_time, bare_code, card_code };

// What the word from `at` to `end` names. `code` alone names something only by the word before it: an error code is no secret.
SecretName secret_name(std::string_view text, std::size_t at, std::size_t end);

// What the Chinese characters at `at` name; `size` becomes that of the name in bytes.
SecretName chinese_secret_name(std::string_view text, std::size_t at, std::size_t& size);

} // namespace unknot
