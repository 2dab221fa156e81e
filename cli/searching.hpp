// SPDX-License-Identifier: GPL-3.0-or-later
// The search index of all packs of a session, opened or built on first use.
#pragma once

#include "session.hpp"
#include "unknot/search_index.hpp"

#include <string>
#include <vector>

namespace unknot {

enum class Renewal { when_needed, after_a_look_at_every_file, from_scratch };

// The index of one pack, brought up to date; shows how far it is when that takes long.
PackIndex updated_index(const Pack& pack, const Session& session, Renewal renewal);

// Of this machine alone. Broken files of a pack are reported and left out. Where the cache folder can't be written, indexes live in memory.
SearchIndex open_search(const Session& session);

// The person's language first, then whatever else the packs speak.
std::vector<std::string> search_languages(const Session& session);

// Searches the packs of this machine and, together with them, the indexes of the servers in `search.remote`; a server that fails is one warning. None
// is asked with --offline, nor for what holds a secret. `text`: the query as the person wrote it.
SearchResult search_everywhere(const Session& session, const std::string& text, const SearchRequest& request);

// A snippet wrapped to lines of `width` columns, with what was looked for in bold.
std::vector<std::string> marked_lines(const std::string& snippet, const std::vector<MarkSpan>& marks, int width);

// A query as it may be shown: somebody who searches for a recovery phrase has it in the terminal's log otherwise.
std::string without_secrets(const std::string& text);

// Throws Failure for an empty text.
void require_words(const std::string& text);

} // namespace unknot
