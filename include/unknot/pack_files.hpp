// SPDX-License-Identifier: GPL-3.0-or-later
// The files of a pack as an index remembers them: names, times and sizes, so that a change shows without reading a file.
#pragma once

#include "unknot/index_document.hpp"
#include "unknot/pack.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

// One line each for pack.yaml, synonyms.yaml and the folders, with time and size: a file that is added, removed or replaced shows, and one that is
// edited in place doesn't. Six system calls, whatever the pack holds.
std::string folder_state(const Pack& pack);

// One line for each file that matters to an index: `NAME<tab>TIME SIZE`, in the order in which the folders tell them. One system call a file.
std::string file_state(const Pack& pack);

// file_state() where it is another than `known`; nothing where it is that one, and then no text is made.
std::optional<std::string> file_state_unlike(std::string_view known, const Pack& pack);

// file_state() without times and in the order of names: what is the same wherever and whenever the pack was installed.
std::string file_sizes(const Pack& pack);

// The names that are in only one of two file states, or differ; in order.
std::vector<std::string> changed_files(std::string_view before, std::string_view after);

// The item that a file belongs to. None for pack.yaml and synonyms.yaml, which every item depends on, and for what is no part of a pack.
std::optional<IndexItem> item_of(std::string_view file);

} // namespace unknot
