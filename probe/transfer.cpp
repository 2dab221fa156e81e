// SPDX-License-Identifier: GPL-3.0-or-later
// A body that nobody reads is not fetched: the transfer ends with its first bytes, however many were to come. Answers are never decompressed, so that a
// small answer stays small. Headers end at 64 KiB, bodies at 1 MiB.
#include "transfer.hpp"

#include "endpoint.hpp"
#include "finding.hpp"
#include "trust.hpp"

#include <curl/curl.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <cstring>
#include <memory>
#include <string_view>

namespace unknot {

namespace {

constexpr std::size_t longest_head = 64 * 1024;
constexpr std::size_t longest_body = 1024 * 1024;

struct Free {
    void operator()(CURL* handle) const { ::curl_easy_cleanup(handle); }
    void operator()(CURLU* url) const { ::curl_url_cleanup(url); }
    void operator()(curl_slist* list) const { ::curl_slist_free_all(list); }
};

enum class Stop { none, enough, head_too_large, body_too_large };

enum class Authorities { by_hash, all };

struct Route {
    std::string proxy;   // that is set; whether it is used for this page is curl's to say
    Address tried;
};

struct Receiver {
    Transfer* result = nullptr;
    Body body = Body::ignored;
    std::size_t head = 0;
    Stop stop = Stop::none;
};

double wall_clock()
{
    constexpr double ns_in_s = 1e9;
    std::timespec now = {};
    ::clock_gettime(CLOCK_REALTIME, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / ns_in_s;
}

std::size_t take_head(char* data, std::size_t, std::size_t size, void* user)
{
    auto& receiver = *static_cast<Receiver*>(user);
    receiver.head += size;
    if (receiver.head > longest_head) {
        receiver.stop = Stop::head_too_large;
        return 0;
    }
    constexpr std::string_view name = "date:";
    if (size > name.size() && ::strncasecmp(data, name.data(), name.size()) == 0) {
        const std::time_t date = ::curl_getdate(std::string(data + name.size(), size - name.size()).c_str(), nullptr);
        receiver.result->date = date == -1 ? std::nullopt : std::optional(static_cast<double>(date));
        receiver.result->received = wall_clock();
    }
    return size;
}

std::size_t take_body(char* data, std::size_t, std::size_t size, void* user)
{
    auto& receiver = *static_cast<Receiver*>(user);
    if (receiver.body == Body::ignored) {
        receiver.stop = Stop::enough;
        return 0;
    }
    if (receiver.result->body.size() + size > longest_body) {
        receiver.stop = Stop::body_too_large;
        return 0;
    }
    receiver.result->body.append(data, size);
    return size;
}

std::string first_set(const ProbeRequest& request, std::initializer_list<const char*> names)
{
    for (const char* name : names) {
        if (const std::string* value = request.variable(name)) {
            return *value;
        }
    }
    return {};
}

// HTTP_PROXY in capitals is not looked at: on servers anybody can set it by a header.
std::string proxy_for(const std::string& scheme, const ProbeRequest& request)
{
    return scheme == "https" ? first_set(request, {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
                             : first_set(request, {"http_proxy", "all_proxy", "ALL_PROXY"});
}

ProbeReport certificate_failure(CURL* handle)
{
    constexpr long expired = 10;   // X509_V_ERR_CERT_HAS_EXPIRED and its neighbours, as curl hands them on
    constexpr long not_yet_valid = 9;
    constexpr long self_signed = 18;
    constexpr long not_looked_at = 1;   // the name was wrong before the chain's turn came
    constexpr long wrong_host = 62;
    constexpr long wrong_address = 64;
    long verified = 0;
    ::curl_easy_getinfo(handle, CURLINFO_SSL_VERIFYRESULT, &verified);
    switch (verified) {
    case 0:
    case not_looked_at:
    case wrong_host:
    case wrong_address: return broken("wrong_host");
    case expired: return broken("expired");
    case not_yet_valid: return broken("not_yet_valid");
    case self_signed: return broken("self_signed");
    default: return broken("untrusted");
    }
}

// Whether another authority could mend it: a name and a time are looked at only when the chain has led to one that is trusted.
bool lacks_authority(std::string_view finding)
{
    return finding == "self_signed" || finding == "untrusted";
}

std::string part_of(CURLU* url, CURLUPart part, unsigned flags)
{
    char* text = nullptr;
    if (::curl_url_get(url, part, &text, flags) != CURLUE_OK) {
        return {};
    }
    std::string copy = text;
    ::curl_free(text);
    return copy;
}

// Which address curl turned to last: nothing else tells of a connection that failed whether it was to be one to the page or to the proxy.
curl_socket_t open_socket(void* user, curlsocktype, curl_sockaddr* address)
{
    auto& tried = *static_cast<Address*>(user);
    tried.length = std::min<socklen_t>(address->addrlen, sizeof tried.storage);
    std::memcpy(&tried.storage, &address->addr, tried.length);
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

bool is_at(const Address& tried, const std::string& proxy)
{
    const std::unique_ptr<CURLU, Free> parsed(::curl_url());
    if (proxy.empty() || ::curl_url_set(parsed.get(), CURLUPART_URL, proxy.c_str(), CURLU_GUESS_SCHEME | CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK) {
        return false;
    }
    const std::string port = part_of(parsed.get(), CURLUPART_PORT, 0);
    const auto found = look_up({part_of(parsed.get(), CURLUPART_HOST, 0), port.empty() ? "1080" : port}, SOCK_STREAM);
    const auto* addresses = std::get_if<std::vector<Address>>(&found);
    return addresses != nullptr && std::any_of(addresses->begin(), addresses->end(), [&](const Address& address) {
        return address.length == tried.length && std::memcmp(address.raw(), tried.raw(), tried.length) == 0;
    });
}

ProbeReport connect_failure(CURL* handle, const Route& route)
{
    if (is_at(route.tried, route.proxy)) {
        return broken("no_proxy");
    }
    long error = 0;
    ::curl_easy_getinfo(handle, CURLINFO_OS_ERRNO, &error);
    return error == ECONNREFUSED ? broken("refused") : broken("unreachable", error == 0 ? "" : std::strerror(static_cast<int>(error)));
}

ProbeReport hung_up(CURLcode code, CURL* handle)
{
    constexpr long refusals = 400;
    long said = 0;
    ::curl_easy_getinfo(handle, CURLINFO_HTTP_CONNECTCODE, &said);
    return said >= refusals ? broken("proxy_refused", std::to_string(said)) : broken("no_answer", ::curl_easy_strerror(code));
}

ProbeReport failure_of(CURLcode code, CURL* handle, Stop stop, const Route& route)
{
    switch (code) {
    case CURLE_WRITE_ERROR: return failed_report("too_large", stop == Stop::head_too_large ? "64 KiB" : "1 MiB");
    case CURLE_OUT_OF_MEMORY: return failed_report("too_large", "64 KiB");   // how curl calls a line of the head without end
    case CURLE_OPERATION_TIMEDOUT: return failed_report("timeout");
    case CURLE_URL_MALFORMAT: return failed_report("bad_target", "an http or https URL");
    case CURLE_COULDNT_RESOLVE_HOST: return broken("unresolved");
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_PROXY: return broken("no_proxy");
    case CURLE_COULDNT_CONNECT: return connect_failure(handle, route);
    case CURLE_PEER_FAILED_VERIFICATION: return certificate_failure(handle);
    case CURLE_SSL_CONNECT_ERROR: return broken("no_handshake", ::curl_easy_strerror(code));
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR: return hung_up(code, handle);
    default: return failed_report("bad_answer", ::curl_easy_strerror(code));
    }
}

// OpenSSL reads its configuration when it is started: a page without encryption need not wait for that.
void start_library(const std::string& scheme, const std::string& proxy)
{
    static long started = CURL_GLOBAL_NOTHING;
    const bool encrypted = scheme == "https" || proxy.starts_with("https");
    const long wanted = encrypted ? CURL_GLOBAL_ALL : CURL_GLOBAL_ALL & ~CURL_GLOBAL_SSL;
    if ((started & wanted) != wanted) {
        if (started != CURL_GLOBAL_NOTHING) {
            ::curl_global_cleanup();
        }
        ::curl_global_init(wanted);
        started = wanted;
    }
}

// False when all that are trusted are asked, so that there is nobody else to ask.
bool trust(CURL* handle, Authorities authorities)
{
    char* folder = nullptr;
    ::curl_easy_getinfo(handle, CURLINFO_CAPATH, &folder);
    const bool by_hash = authorities == Authorities::by_hash && !hashed_authorities(folder).empty();
    if (by_hash) {
        ::curl_easy_setopt(handle, CURLOPT_CAINFO, nullptr);
    }
    if (const char* file = std::getenv("SSL_CERT_FILE")) {
        ::curl_easy_setopt(handle, CURLOPT_CAINFO, file);
    }
    if (const char* other = std::getenv("SSL_CERT_DIR")) {
        ::curl_easy_setopt(handle, CURLOPT_CAPATH, other);
    }
    return by_hash;
}

void prepare(CURL* handle, const std::string& url, Route& route, const ProbeRequest& request, const Deadline& deadline)
{
    const long left = std::max<long>(1, static_cast<long>(deadline.left().count()));
    ::curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
    ::curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    ::curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    ::curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, left);
    ::curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, left);
    ::curl_easy_setopt(handle, CURLOPT_USERAGENT, "unknot");
    ::curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
    ::curl_easy_setopt(handle, CURLOPT_PROXY, route.proxy.c_str());
    ::curl_easy_setopt(handle, CURLOPT_NOPROXY, first_set(request, {"no_proxy", "NO_PROXY"}).c_str());
    ::curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    ::curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, &route.tried);
}

void receive_into(CURL* handle, Receiver& receiver)
{
    ::curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, take_head);
    ::curl_easy_setopt(handle, CURLOPT_HEADERDATA, &receiver);
    ::curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_body);
    ::curl_easy_setopt(handle, CURLOPT_WRITEDATA, &receiver);
}

std::string text_info(CURL* handle, CURLINFO which)
{
    const char* text = nullptr;
    ::curl_easy_getinfo(handle, which, &text);
    return text == nullptr ? std::string() : text;
}

void tell(CURL* handle, Transfer& result)
{
    constexpr double us_in_ms = 1000;
    curl_off_t first_byte = 0;
    ::curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &result.code);
    ::curl_easy_getinfo(handle, CURLINFO_STARTTRANSFER_TIME_T, &first_byte);
    result.ms = static_cast<std::int64_t>(static_cast<double>(first_byte) / us_in_ms + 0.5);
    result.redirect = text_info(handle, CURLINFO_REDIRECT_URL);
    result.address = text_info(handle, CURLINFO_PRIMARY_IP);
}

struct Errand {
    const std::string& url;
    std::string scheme;
    Body body;
    const std::string& pinned;
};

Transfer attempt(const Errand& errand, const ProbeRequest& request, const Deadline& deadline, Authorities authorities)
{
    Route route{proxy_for(errand.scheme, request), {}};
    start_library(errand.scheme, route.proxy);
    Transfer result;
    const std::unique_ptr<CURL, Free> handle(::curl_easy_init());
    const std::unique_ptr<curl_slist, Free> pins(errand.pinned.empty() ? nullptr : ::curl_slist_append(nullptr, errand.pinned.c_str()));
    Receiver receiver{&result, errand.body};
    prepare(handle.get(), errand.url, route, request, deadline);
    const bool others_to_ask = trust(handle.get(), authorities);
    receive_into(handle.get(), receiver);
    ::curl_easy_setopt(handle.get(), CURLOPT_RESOLVE, pins.get());
    const CURLcode code = ::curl_easy_perform(handle.get());
    if (code == CURLE_PEER_FAILED_VERIFICATION && others_to_ask && lacks_authority(certificate_failure(handle.get()).finding)) {
        return attempt(errand, request, deadline, Authorities::all);
    }
    tell(handle.get(), result);
    if (code != CURLE_OK && receiver.stop != Stop::enough) {
        result.failure = failure_of(code, handle.get(), receiver.stop, route);
    }
    return result;
}

} // namespace

std::optional<UrlParts> parse_url(const std::string& url)
{
    const std::unique_ptr<CURLU, Free> parsed(::curl_url());
    if (::curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), CURLU_DISALLOW_USER) != CURLUE_OK) {
        return std::nullopt;
    }
    UrlParts parts{part_of(parsed.get(), CURLUPART_SCHEME, 0), part_of(parsed.get(), CURLUPART_HOST, 0), part_of(parsed.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT)};
    const bool known = parts.scheme == "http" || parts.scheme == "https";
    if (parts.host.starts_with('[') && parts.host.ends_with(']')) {
        parts.host = parts.host.substr(1, parts.host.size() - 2);
    }
    return known && !parts.host.empty() ? std::optional(parts) : std::nullopt;
}

Transfer transfer(const std::string& url, Body body, const std::string& pinned, const ProbeRequest& request, const Deadline& deadline)
{
    const auto parts = parse_url(url);
    if (!parts) {
        Transfer result;
        result.failure = failed_report("bad_target", "an http or https URL without a user's name in it");
        return result;
    }
    return attempt({url, parts->scheme, body, pinned}, request, deadline, Authorities::by_hash);
}

} // namespace unknot
