// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/pattern.hpp"

#include "unknot/problem.hpp"

#include <re2/re2.h>

#include <utility>

namespace unknot {

namespace {

re2::StringPiece piece(std::string_view text)
{
    return {text.data(), text.size()};
}

RE2::Options options()
{
    RE2::Options chosen;
    chosen.set_log_errors(false);
    return chosen;
}

}   // namespace

Pattern::Pattern(const std::string& expression)
{
    auto compiled = std::make_shared<const RE2>(expression, options());
    if (!compiled->ok()) {
        throw Failure(compiled->error());
    }
    compiled_ = std::move(compiled);
}

bool Pattern::matches_whole(std::string_view text) const
{
    return RE2::FullMatch(piece(text), *compiled_);
}

bool Pattern::found_in(std::string_view text) const
{
    return RE2::PartialMatch(piece(text), *compiled_);
}

const std::string& Pattern::expression() const
{
    return compiled_->pattern();
}

}   // namespace unknot
