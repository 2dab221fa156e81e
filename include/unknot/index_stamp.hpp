// SPDX-License-Identifier: GPL-3.0-or-later
// Tells one state of a pack's files from another without reading them.
#pragma once

#include "unknot/pack.hpp"

#include <string>

namespace unknot {

// Freshness::stamp: times and sizes of pack.yaml, synonyms.yaml and the folders, so that a file that is added, removed or replaced shows, and
// one that is edited in place doesn't. Freshness::every_file: of each file too. Hexadecimal digits.
std::string stamp_of(const Pack& pack);

} // namespace unknot
