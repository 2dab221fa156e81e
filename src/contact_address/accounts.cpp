// SPDX-License-Identifier: GPL-3.0-or-later
// Where services keep the name of an account in a link. Beneath an account many things lie that others wrote, so what follows is kept apart.
#include "contact_address/parts.hpp"

#include "inline_word.hpp"
#include "unknot/display.hpp"
#include "unknot/percent.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace unknot {

namespace {

enum class Where {
    first,      // x.com/NAME
    first_at,   // medium.com/@NAME
    behind,     // reddit.com/r/NAME
    id_query,   // play.google.com/store/apps/details?id=NAME
    id_segment, // apps.apple.com/de/app/title/idNUMBER
};

struct Service {
    InlineWord<16> host;
    InlineWord<15> service;
    Where where;
    InlineWord<8> behind = {};
    AddressKind kind = AddressKind::account;
};

constexpr std::array<Service, 40> services = {{
    {"x.com", "x", Where::first},
    {"twitter.com", "x", Where::first},
    {"github.com", "github", Where::first},
    {"gitlab.com", "gitlab", Where::first},
    {"codeberg.org", "codeberg", Where::first},
    {"bitbucket.org", "bitbucket", Where::first},
    {"gitee.com", "gitee", Where::first},
    {"t.me", "telegram", Where::first},
    {"telegram.me", "telegram", Where::first},
    {"telegram.dog", "telegram", Where::first},
    {"facebook.com", "facebook", Where::first},
    {"fb.com", "facebook", Where::first},
    {"instagram.com", "instagram", Where::first},
    {"threads.net", "threads", Where::first_at},
    {"youtube.com", "youtube", Where::first_at},
    {"youtube.com", "youtube", Where::behind, "c"},
    {"youtube.com", "youtube", Where::behind, "user"},
    {"youtube.com", "youtube", Where::behind, "channel"},
    {"youtube.com", "youtube", Where::first},
    {"tiktok.com", "tiktok", Where::first_at},
    {"medium.com", "medium", Where::first_at},
    {"reddit.com", "reddit", Where::behind, "r"},
    {"reddit.com", "reddit-user", Where::behind, "user"},
    {"discord.gg", "discord", Where::first},
    {"discord.com", "discord", Where::behind, "invite"},
    {"linkedin.com", "linkedin", Where::behind, "company"},
    {"linkedin.com", "linkedin-person", Where::behind, "in"},
    {"mastodon.social", "mastodon", Where::first_at},
    {"bsky.app", "bluesky", Where::behind, "profile"},
    {"wa.me", "whatsapp", Where::first},
    {"weibo.com", "weibo", Where::first},
    {"njump.me", "nostr", Where::first},
    {"play.google.com", "google-play", Where::id_query, {}, AddressKind::app},
    {"apps.apple.com", "app-store", Where::id_segment, {}, AddressKind::app},
    {"itunes.apple.com", "app-store", Where::id_segment, {}, AddressKind::app},
    {"f-droid.org", "f-droid", Where::behind, "packages", AddressKind::app},
    {"", "wechat", Where::first},
    {"", "matrix", Where::first},
    {"", "line", Where::first},
    {"", "signal", Where::first},
}};

std::string_view without_front_label(std::string_view host)
{
    for (const std::string_view label : {"www.", "m.", "mobile.", "old."}) {
        if (host.starts_with(label)) {
            return host.substr(label.size());
        }
    }
    return host;
}

std::vector<std::string> segments_of(std::string_view path)
{
    std::vector<std::string> segments;
    path = path.substr(0, path.find_first_of("?#"));
    while (!path.empty()) {
        const std::size_t slash = path.find('/');
        if (const auto segment = path.substr(0, slash); !segment.empty()) {
            segments.push_back(percent_decoded_where_encoded(segment));
        }
        path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
    }
    return segments;
}

std::string query_id(std::string_view path)
{
    std::string_view query = path.substr(std::min(path.size(), path.find('?')));
    query = query.substr(0, query.find('#'));
    for (const std::string_view key : {"?id=", "&id="}) {
        if (const std::size_t at = query.find(key); at != std::string_view::npos) {
            const std::string_view id = query.substr(at + key.size());
            return percent_decoded_where_encoded(id.substr(0, id.find('&')));
        }
    }
    return {};
}

bool is_store_id(const std::string& segment)
{
    return segment.size() > 2 && segment.starts_with("id") && segment.find_first_not_of("0123456789", 2) == std::string::npos;
}

// Index of the segment that holds the name; past the end where there is none.
std::size_t name_at(const Service& service, const std::vector<std::string>& segments)
{
    const auto index = [&](auto found) { return static_cast<std::size_t>(found - segments.begin()); };
    switch (service.where) {
    case Where::first: return 0;
    case Where::first_at: return !segments.empty() && segments[0].starts_with('@') ? 0 : segments.size();
    case Where::behind: return index(std::find(segments.begin(), segments.end(), std::string_view(service.behind))) + 1;
    case Where::id_segment: return index(std::find_if(segments.begin(), segments.end(), is_store_id));
    case Where::id_query: return segments.size();
    }
    return segments.size();
}

bool take_account(const Service& service, ContactAddress& address)
{
    const auto segments = segments_of(address.path);
    const std::size_t at = name_at(service, segments);
    const std::string found = service.where == Where::id_query ? query_id(address.path) : at < segments.size() ? segments[at] : std::string();
    if (found.empty() || found == "@") {
        return false;
    }
    address.kind = service.kind;
    address.service = service.service;
    address.account = found.front() == '@' ? found.substr(1) : found;
    for (std::size_t i = at + 1; i < segments.size(); ++i) {
        address.below += '/' + segments[i];
    }
    return true;
}

} // namespace

bool is_service(std::string_view name)
{
    return std::any_of(services.begin(), services.end(), [&](const Service& service) { return service.service == name; });
}

void find_account(ContactAddress& address)
{
    const std::string_view host = without_front_label(address.host.ascii);
    for (const auto& service : services) {
        if (!host.empty() && service.host == host && take_account(service, address)) {
            return;
        }
    }
}

} // namespace unknot
