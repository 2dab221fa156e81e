// SPDX-License-Identifier: GPL-3.0-or-later
#include "contact_verdict/shared_hosts.hpp"

#include "inline_word.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace unknot {

namespace {

using Name = InlineWord<27>;
using Names = std::span<const Name>;

constexpr auto link_services = std::to_array<Name>({"amzn.to", "bit.do", "bit.ly", "buff.ly", "cutt.ly", "dwz.cn", "goo.gl", "is.gd",
    "linktr.ee", "lnk.bio", "lnkd.in", "ow.ly", "qrco.de", "rb.gy", "rebrand.ly", "s.id", "short.io", "shorturl.at", "sourl.cn", "suo.im", "t.cn",
    "t.co", "t.ly", "tiny.cc", "tiny.one", "tinyurl.com", "u.nu", "url.cn", "urlz.fr", "v.gd", "w.wiki", "wp.me", "x.co", "youtu.be"});
constexpr auto code_hosts = std::to_array<Name>({"bitbucket.org", "codeberg.org", "codepen.io", "coding.net", "gist.github.com",
    "gitee.com", "github.com", "githubusercontent.com", "gitlab.com", "huggingface.co", "jsfiddle.net", "launchpad.net", "notabug.org",
    "npmjs.com", "pastebin.com", "pypi.org", "replit.com", "repo.or.cz", "salsa.debian.org", "sourceforge.net", "sr.ht", "stackblitz.com"});
constexpr auto form_services = std::to_array<Name>({"airtable.com", "cognitoforms.com", "docs.google.com", "forms.gle",
    "forms.office.com", "formstack.com", "jinshuju.net", "jotform.com", "paperform.co", "smartsurvey.co.uk", "surveymonkey.com", "tally.so",
    "typeform.com", "wjx.cn", "wufoo.com", "youform.com", "zfrmz.com", "zohopublic.com"});
constexpr auto social_networks = std::to_array<Name>({"bilibili.com", "bitcointalk.org", "bsky.app", "chat.whatsapp.com",
    "discord.com", "discord.gg", "douyin.com", "facebook.com", "fb.com", "fb.me", "gab.com", "instagram.com", "irc.libera.chat", "kakao.com",
    "line.me", "linkedin.com", "m.me", "mastodon.social", "matrix.to", "medium.com", "njump.me", "ok.ru", "pinterest.com", "quora.com",
    "reddit.com", "signal.group", "signal.me", "slack.com", "snapchat.com", "stackexchange.com", "stackoverflow.com", "t.me", "telegram.me",
    "threads.net", "tieba.baidu.com", "tiktok.com", "twitter.com", "vk.com", "wa.me", "weibo.com", "x.com", "xiaohongshu.com", "youtube.com",
    "zhihu.com"});
constexpr auto app_stores = std::to_array<Name>({"addons.mozilla.org", "apkpure.com", "apps.apple.com", "apps.microsoft.com",
    "chromewebstore.google.com", "f-droid.org", "itunes.apple.com", "play.google.com"});
constexpr auto site_hosts = std::to_array<Name>({"archive.org", "blogspot.com", "box.com", "drive.google.com", "dropbox.com",
    "freshdesk.com", "gitbook.io", "ipfs.io", "jimdosite.com", "mega.nz", "notion.site", "notion.so", "onedrive.live.com", "pages.dev",
    "readthedocs.io", "sites.google.com", "storage.googleapis.com", "telegra.ph", "translate.goog", "tumblr.com", "web.app", "weebly.com",
    "wixsite.com", "wordpress.com", "workers.dev", "zendesk.com"});
constexpr auto mail_services = std::to_array<Name>({"126.com", "139.com", "163.com", "aol.com", "fastmail.com", "foxmail.com",
    "freenet.de", "gmail.com", "gmx.at", "gmx.ch", "gmx.com", "gmx.de", "gmx.net", "googlemail.com", "hotmail.com", "icloud.com", "live.com",
    "mail.com", "mail.ru", "me.com", "msn.com", "outlook.com", "outlook.de", "pm.me", "proton.me", "protonmail.com", "qq.com", "t-online.de",
    "tutanota.com", "web.de", "yahoo.com", "yandex.ru"});

constexpr std::array<std::pair<ContactReason, Names>, 6> places = {{
    {ContactReason::link_service, link_services},
    {ContactReason::code_host, code_hosts},
    {ContactReason::form_service, form_services},
    {ContactReason::social_network, social_networks},
    {ContactReason::app_store, app_stores},
    {ContactReason::site_host, site_hosts},
}};

// The name itself or one below it.
bool is_among(std::string_view host, Names names)
{
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
        return host.ends_with(name) && (host.size() == name.size() || host[host.size() - name.size() - 1] == '.');
    });
}

} // namespace

std::optional<ContactReason> shared_service(const Host& host)
{
    const auto* const found = std::find_if(places.begin(), places.end(), [&](const auto& place) { return is_among(host.ascii, place.second); });
    return found == places.end() ? std::nullopt : std::optional(found->first);
}

std::optional<ContactReason> shared_host(const Host& host)
{
    const auto service = shared_service(host);
    return !service && host.suffix_kind == SuffixKind::hosting ? std::optional(ContactReason::site_host) : service;
}

bool is_free_mail(const Host& host)
{
    return is_among(host.ascii, mail_services);
}

} // namespace unknot
