// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/faults.hpp"

#include "condition/position.hpp"
#include "unknot/utf8.hpp"

#include <fmt/format.h>

#include <utility>

namespace unknot {

void Faults::add(std::size_t offset, std::string code, std::string message, std::string hint)
{
    problems_.push_back(problem_at(source_, place_of(source_, text_, offset), std::move(code), std::move(message), std::move(hint)));
}

std::string Faults::quoted(std::size_t begin, std::size_t end) const
{
    constexpr std::size_t longest = 40;
    return fmt::format("'{}'", shortened(std::string_view(text_.text).substr(begin, end - begin), longest));
}

bool Faults::wants_hints() const
{
    constexpr std::size_t enough = 100;
    return problems_.size() < enough;
}

}   // namespace unknot
