// SPDX-License-Identifier: GPL-3.0-or-later
#include "official_contacts.hpp"

#include "unknot/display.hpp"
#include "voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <vector>

namespace unknot {

namespace {

void add_pack(const Pack& pack, ContactRegister& known, Problems& problems)
{
    for (const auto& id : pack.provider_ids()) {
        if (auto provider = pack.provider(id, problems)) {
            known.add(std::move(*provider), fmt::format("{} {}", pack.info().id, pack.info().version));
        }
    }
}

} // namespace

ContactRegister official_contacts(const Session& session)
{
    ContactRegister known;
    Problems problems;
    for (const auto& pack : session.packs()) {
        add_pack(pack, known, problems);
    }
    std::vector<std::filesystem::path> folders(session.configuration.providers.begin(), session.configuration.providers.end());
    folders.push_back(session.locations.config / "providers");
    for (const auto& folder : folders) {
        for (auto& provider : providers_in(folder, problems)) {
            known.add(std::move(provider), folder.string());
        }
    }
    report(problems);
    return known;
}

bool is_named(const Provider& provider, const std::string& wanted)
{
    const std::string folded = fold_case(wanted);
    const auto& translations = provider.name.translations();
    return provider.id == folded || fold_case(provider.name.source()) == folded
           || std::any_of(translations.begin(), translations.end(), [&](const auto& translation) { return fold_case(translation.second) == folded; });
}

} // namespace unknot
