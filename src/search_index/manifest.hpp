// SPDX-License-Identifier: GPL-3.0-or-later
// What an index says of itself. It is one entry of the metadata: each entry that is read when a search begins is a way down a tree of blocks.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <xapian.h>

namespace unknot {

struct Manifest {
    std::string revision; // which program made the index; empty when it is none of ours
    std::string stamp;
    bool has_synonyms = false;
    bool has_symptoms = false;       // documents by which a tree may be found several times
    std::set<std::string> languages; // of its documents
};

Manifest read_manifest(const Xapian::Database& database);
void write_manifest(Xapian::WritableDatabase& database, const Manifest& manifest);

// Makes one manifest of those that the parts of an index have. To be handed to Xapian::Database::compact().
class ManifestMerger : public Xapian::Compactor {
public:
    std::string resolve_duplicate_metadata(const std::string& key, std::size_t count, const std::string texts[]) override;
};

} // namespace unknot
