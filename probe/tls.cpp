// SPDX-License-Identifier: GPL-3.0-or-later
// `tls`: whether a secure connection can be made, to the right host, by a chain that this machine trusts, and for how much longer. The handshake goes on
// whatever the certificate is worth, so that its days and its issuer can be told; nothing is ever sent over the connection.
#include "connection.hpp"
#include "finding.hpp"
#include "kinds.hpp"
#include "settings.hpp"
#include "trust.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>

#include <fmt/format.h>

#include <cstdlib>
#include <memory>

namespace unknot {

namespace {

constexpr double default_min_days = 14;
constexpr int s_in_day = 86400;

struct Free {
    void operator()(SSL_CTX* context) const { ::SSL_CTX_free(context); }
    void operator()(SSL* session) const { ::SSL_free(session); }
    void operator()(X509* certificate) const { ::X509_free(certificate); }
    void operator()(X509_STORE* store) const { ::X509_STORE_free(store); }
    void operator()(X509_STORE_CTX* verification) const { ::X509_STORE_CTX_free(verification); }
};
using Context = std::unique_ptr<SSL_CTX, Free>;
using Session = std::unique_ptr<SSL, Free>;
using Certificate = std::unique_ptr<X509, Free>;
using Store = std::unique_ptr<X509_STORE, Free>;
using Verification = std::unique_ptr<X509_STORE_CTX, Free>;

std::string last_error()
{
    const char* reason = ::ERR_reason_error_string(::ERR_peek_last_error());
    return reason == nullptr ? std::string() : clean(reason);
}

Context new_context()
{
    Context context(::SSL_CTX_new(::TLS_client_method()));
    const std::string folder = hashed_authorities(::X509_get_default_cert_dir());
    if (folder.empty() || ::SSL_CTX_load_verify_dir(context.get(), folder.c_str()) != 1) {
        ::SSL_CTX_set_default_verify_paths(context.get());
    }
    ::SSL_CTX_set_verify(context.get(), SSL_VERIFY_NONE, nullptr);
    return context;
}

// What all the authorities that this machine trusts say of the chain, and not only those that are found by their hash.
long verified_by_all(const Session& session, const Certificate& certificate)
{
    const Store store(::X509_STORE_new());
    const Verification verification(::X509_STORE_CTX_new());
    ::X509_STORE_set_default_paths(store.get());
    ::X509_STORE_CTX_init(verification.get(), store.get(), certificate.get(), ::SSL_get_peer_cert_chain(session.get()));
    ::X509_STORE_CTX_set_default(verification.get(), "ssl_server");
    ::X509_VERIFY_PARAM_set1(::X509_STORE_CTX_get0_param(verification.get()), ::SSL_get0_param(session.get()));
    ::X509_verify_cert(verification.get());
    return ::X509_STORE_CTX_get_error(verification.get());
}

// Nobody can answer for a certificate that is past its days or for another host.
long verified(const Session& session, const Certificate& certificate, int days_left)
{
    const long result = ::SSL_get_verify_result(session.get());
    const bool final = days_left < 0 || result == X509_V_OK || result == X509_V_ERR_HOSTNAME_MISMATCH || result == X509_V_ERR_IP_ADDRESS_MISMATCH;
    return final ? result : verified_by_all(session, certificate);
}

Session new_session(const Context& context, const Endpoint& endpoint, int socket)
{
    Session session(::SSL_new(context.get()));
    X509_VERIFY_PARAM* verification = ::SSL_get0_param(session.get());
    if (is_numeric_address(endpoint.host)) {
        ::X509_VERIFY_PARAM_set1_ip_asc(verification, endpoint.host.c_str());
    } else {
        ::SSL_set_tlsext_host_name(session.get(), endpoint.host.c_str());
        ::SSL_set1_host(session.get(), endpoint.host.c_str());
    }
    ::SSL_set_fd(session.get(), socket);
    return session;
}

// What stopped it; nothing when the handshake is done.
std::optional<ProbeReport> shake_hands(const Session& session, int socket, const Deadline& deadline)
{
    while (true) {
        ::ERR_clear_error();
        const int done = ::SSL_connect(session.get());
        if (done == 1) {
            return std::nullopt;
        }
        const int wish = ::SSL_get_error(session.get(), done);
        if (wish != SSL_ERROR_WANT_READ && wish != SSL_ERROR_WANT_WRITE) {
            return broken("no_handshake", last_error());
        }
        if (!wait_for(socket, wish == SSL_ERROR_WANT_READ ? POLLIN : POLLOUT, deadline)) {
            return failed_report("timeout", "tls");
        }
    }
}

std::string name_entry(const X509_NAME* name, int part)
{
    const int at = ::X509_NAME_get_index_by_NID(name, part, -1);
    if (at < 0) {
        return {};
    }
    unsigned char* text = nullptr;
    const int length = ::ASN1_STRING_to_UTF8(&text, ::X509_NAME_ENTRY_get_data(::X509_NAME_get_entry(name, at)));
    const std::string entry = length < 0 ? std::string() : clean({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
    ::OPENSSL_free(text);
    return entry;
}

std::string issuer_of(const Certificate& certificate)
{
    const X509_NAME* name = ::X509_get_issuer_name(certificate.get());
    const std::string organisation = name_entry(name, NID_organizationName);
    return organisation.empty() ? name_entry(name, NID_commonName) : organisation;
}

// The names that the certificate is for: the first of its alternative names, or its common name.
std::string subject_of(const Certificate& certificate)
{
    auto* names = static_cast<GENERAL_NAMES*>(::X509_get_ext_d2i(certificate.get(), NID_subject_alt_name, nullptr, nullptr));
    std::string subject;
    for (int i = 0; names != nullptr && subject.empty() && i < sk_GENERAL_NAME_num(names); ++i) {
        const GENERAL_NAME* entry = sk_GENERAL_NAME_value(names, i);
        if (entry->type == GEN_DNS) {
            subject = clean({reinterpret_cast<const char*>(::ASN1_STRING_get0_data(entry->d.dNSName)), static_cast<std::size_t>(::ASN1_STRING_length(entry->d.dNSName))});
        }
    }
    ::GENERAL_NAMES_free(names);
    return subject.empty() ? name_entry(::X509_get_subject_name(certificate.get()), NID_commonName) : subject;
}

// Whole days until a point in time, negative behind it.
int days_until(const ASN1_TIME* time)
{
    int days = 0;
    int seconds = 0;
    ::ASN1_TIME_diff(&days, &seconds, nullptr, time);
    return days - (days * static_cast<std::int64_t>(s_in_day) + seconds < 0 && seconds != 0 ? 1 : 0);
}

ProbeReport judged(const ProbeRequest& request, const Certificate& certificate, long verified, int days_left)
{
    const auto min_days = setting(request, "min-days", FactType::number);
    if (days_left < 0) {
        return broken("expired", std::to_string(-days_left));
    }
    switch (verified) {
    case X509_V_OK: break;
    case X509_V_ERR_CERT_NOT_YET_VALID: return broken("not_yet_valid");
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH: return broken("wrong_host", subject_of(certificate));
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT: return broken("self_signed");
    default: return broken("untrusted", ::X509_verify_cert_error_string(verified));
    }
    const bool soon = days_left < (min_days ? min_days->number : default_min_days);
    return soon ? doubtful("expires_soon", std::to_string(days_left)) : good("valid");
}

ProbeReport examined(const ProbeRequest& request, const Session& session)
{
    const Certificate certificate(::SSL_get1_peer_certificate(session.get()));
    if (!certificate) {
        return broken("no_handshake", "no certificate");
    }
    const int days_left = days_until(::X509_get0_notAfter(certificate.get()));
    ProbeReport report = judged(request, certificate, verified(session, certificate, days_left), days_left);
    report.fields["days_left"] = std::to_string(days_left);
    report.fields["protocol"] = clean(::SSL_get_version(session.get()));
    report.fields["issuer"] = issuer_of(certificate);
    return report;
}

} // namespace

ProbeReport probe_tls(const ProbeRequest& request, const Deadline& deadline)
{
    const Endpoint endpoint = read_endpoint(request.argument(), PortNeed::required);
    setting(request, "min-days", FactType::number);
    const std::int64_t start = monotonic_ns();
    Connection connection = connect_to(endpoint, deadline);
    if (connection.failure) {
        return *connection.failure;
    }
    const Context context = new_context();
    const Session session = new_session(context, endpoint, connection.socket.get());
    if (auto failure = shake_hands(session, connection.socket.get(), deadline)) {
        return *failure;
    }
    ProbeReport report = examined(request, session);
    report.fields["ms"] = std::to_string(milliseconds_since(start));
    return report;
}

} // namespace unknot
