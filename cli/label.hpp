// SPDX-License-Identifier: GPL-3.0-or-later
// A label and what is said of it, in the interface's language.
#pragma once

#include <string>
#include <string_view>

namespace unknot {

// `label: words`; a label that asks, or that ends in a colon, has its mark already. The emphasis, Markdown's, is put around the label.
std::string labelled(std::string_view label, std::string_view words, std::string_view emphasis = {});

} // namespace unknot
