// SPDX-License-Identifier: GPL-3.0-or-later
// `dns`: whether a name has the record asked for. Addresses come from the system's own resolver, as every other program gets them, unless a `type` or a
// `resolver` is named: then the question is put to a name server by libresolv, which also goes over to TCP where an answer was cut.
//
// An answer that says no (there is no such name, no such record) is a `fail`. A server that says that it could not find out is one as well; silence is none.
#include "connection.hpp"
#include "finding.hpp"
#include "kinds.hpp"
#include "settings.hpp"

#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <resolv.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <new>
#include <vector>

namespace unknot {

namespace {

struct RecordType {
    std::string_view name;
    ns_type type;
};

constexpr RecordType record_types[] = {{"A", ns_t_a}, {"AAAA", ns_t_aaaa}, {"CAA", ns_type(257)}, {"CNAME", ns_t_cname}, {"MX", ns_t_mx}, {"NS", ns_t_ns},
    {"PTR", ns_t_ptr}, {"SOA", ns_t_soa}, {"SRV", ns_t_srv}, {"TXT", ns_t_txt}};

struct Answer {
    std::vector<std::string> records;
    std::optional<ProbeReport> failure;
};

ns_type record_type(const ProbeRequest& request)
{
    const std::string* named = request.parameter("type");
    if (named == nullptr) {
        return ns_t_a;
    }
    const auto* found = std::find_if(std::begin(record_types), std::end(record_types), [&](const RecordType& type) { return type.name == *named; });
    if (found == std::end(record_types)) {
        refuse_parameter("type", "A, AAAA, CAA, CNAME, MX, NS, PTR, SOA, SRV or TXT");
    }
    return found->type;
}

// The resolver's state with its own rules, or with the one server that was named.
class Resolver {
public:
    Resolver(const ProbeRequest& request, const Deadline& deadline)
    {
        ::res_ninit(&state_);
        constexpr std::int64_t ms_in_s = 1000;   // it would wait longer than this process lives: whatever it comes back with is no silence
        state_.retrans = static_cast<int>(deadline.left().count() / ms_in_s + 1);
        state_.retry = 1;
        if (const std::string* server = request.parameter("resolver")) {
            use(read_endpoint(*server, PortNeed::optional));
        }
    }
    ~Resolver() { ::res_nclose(&state_); }
    Resolver(const Resolver&) = delete;
    Resolver& operator=(const Resolver&) = delete;

    // The length of the answer, negative when there is none.
    int ask(const std::string& name, ns_type type, std::vector<unsigned char>& answer)
    {
        errno = 0;
        return ::res_nquery(&state_, name.c_str(), ns_c_in, type, answer.data(), static_cast<int>(answer.size()));
    }

    int fault() const { return state_.res_h_errno; }

private:
    void use(const Endpoint& server)
    {
        const auto port = htons(static_cast<std::uint16_t>(std::stoul(server.port.empty() ? "53" : server.port)));
        sockaddr_in& address = state_.nsaddr_list[0];
        address = {};
        state_.nscount = 1;
        if (::inet_pton(AF_INET, server.host.c_str(), &address.sin_addr) == 1) {
            address.sin_family = AF_INET;
            address.sin_port = port;
        } else if (!use_v6(server.host, port)) {
            refuse_parameter("resolver", "an address, perhaps with a port");
        }
    }

    // Where an address of the list has no family, glibc takes the one of the extension, and frees it with the state.
    bool use_v6(const std::string& host, in_port_t port)
    {
        in6_addr bytes = {};
        if (::inet_pton(AF_INET6, host.c_str(), &bytes) != 1) {
            return false;
        }
        sockaddr_in6*& address = state_._u._ext.nsaddrs[0];
        address = address == nullptr ? static_cast<sockaddr_in6*>(std::malloc(sizeof(sockaddr_in6))) : address;
        if (address == nullptr) {
            throw std::bad_alloc();
        }
        *address = {};
        address->sin6_family = AF_INET6;
        address->sin6_port = port;
        address->sin6_addr = bytes;
        return true;
    }

    struct __res_state state_ = {};
};

std::string domain_name(const ns_msg& message, const unsigned char* at)
{
    std::array<char, NS_MAXDNAME> name = {};
    const int length = ::dn_expand(ns_msg_base(message), ns_msg_end(message), at, name.data(), static_cast<int>(name.size()));
    return length < 0 ? std::string() : name.data();
}

std::string address_text(int family, const unsigned char* data)
{
    std::array<char, INET6_ADDRSTRLEN> text = {};
    return ::inet_ntop(family, data, text.data(), text.size()) == nullptr ? std::string() : text.data();
}

std::string character_strings(const unsigned char* data, std::size_t size)
{
    std::string text;
    for (std::size_t at = 0; at < size;) {
        const std::size_t length = std::min<std::size_t>(data[at], size - at - 1);
        text.append(reinterpret_cast<const char*>(data + at + 1), length);
        at += length + 1;
    }
    return text;
}

std::string record_text(const ns_msg& message, const ns_rr& record)
{
    constexpr int mx_head = 2;
    constexpr int srv_head = 6;
    const unsigned char* data = ns_rr_rdata(record);
    const int size = ns_rr_rdlen(record);
    switch (static_cast<int>(ns_rr_type(record))) {
    case ns_t_a: return size == NS_INADDRSZ ? address_text(AF_INET, data) : "";
    case ns_t_aaaa: return size == NS_IN6ADDRSZ ? address_text(AF_INET6, data) : "";
    case ns_t_cname:
    case ns_t_ns:
    case ns_t_ptr:
    case ns_t_soa: return domain_name(message, data);
    case ns_t_mx: return size > mx_head ? domain_name(message, data + mx_head) : "";
    case ns_t_srv: return size > srv_head ? fmt::format("{}:{}", domain_name(message, data + srv_head), data[4] * 256 + data[5]) : "";
    case ns_t_txt: return character_strings(data, static_cast<std::size_t>(size));
    default: return fmt::format("{} bytes", size);
    }
}

Answer read_answer(const std::vector<unsigned char>& bytes, int length, ns_type type)
{
    Answer answer;
    ns_msg message = {};
    if (::ns_initparse(bytes.data(), length, &message) != 0) {
        answer.failure = failed_report("bad_answer", "not a DNS message");
        return answer;
    }
    for (int i = 0; i < ns_msg_count(message, ns_s_an); ++i) {
        ns_rr record = {};
        if (::ns_parserr(&message, ns_s_an, i, &record) != 0) {
            answer.failure = failed_report("bad_answer", "a record that cannot be read");
            return answer;
        }
        if (ns_rr_type(record) == type) {
            answer.records.push_back(clean(record_text(message, record)));
        }
    }
    return answer;
}

Answer failure_of(int fault, int error)
{
    Answer answer;
    switch (fault) {
    case HOST_NOT_FOUND: answer.failure = broken("no_name"); break;
    case NO_DATA: answer.failure = broken("no_record"); break;
    case TRY_AGAIN: answer.failure = broken("no_server", error == 0 || error == ETIMEDOUT ? "" : std::strerror(error)); break;
    default: answer.failure = broken("no_server", ::hstrerror(fault)); break;
    }
    return answer;
}

Answer ask_server(const ProbeRequest& request, const Deadline& deadline)
{
    const ns_type type = record_type(request);
    std::vector<unsigned char> bytes(NS_MAXMSG);
    Resolver resolver(request, deadline);
    const int length = resolver.ask(request.argument(), type, bytes);
    return length < 0 ? failure_of(resolver.fault(), errno) : read_answer(bytes, std::min(length, static_cast<int>(bytes.size())), type);
}

Answer ask_system(const ProbeRequest& request)
{
    Answer answer;
    auto found = look_up({request.argument(), {}}, SOCK_STREAM);
    if (auto* failure = std::get_if<ProbeReport>(&found)) {
        answer.failure = failure->finding == "unresolved" ? broken("no_name", failure->detail) : std::move(*failure);
        return answer;
    }
    for (const auto& address : std::get<std::vector<Address>>(found)) {
        answer.records.push_back(address.text());
    }
    return answer;
}

ProbeReport judged(const ProbeRequest& request, const std::vector<std::string>& records)
{
    const std::string* expected = request.parameter("expect");
    if (records.empty()) {
        return broken("no_record");
    }
    const bool there = expected == nullptr || std::find(records.begin(), records.end(), *expected) != records.end();
    return there ? good("found") : bad("unexpected", *expected);
}

} // namespace

ProbeReport probe_dns(const ProbeRequest& request, const Deadline& deadline)
{
    if (!read_endpoint(request.argument(), PortNeed::optional).port.empty()) {
        refuse_argument("a name");
    }
    const std::int64_t start = monotonic_ns();
    const bool by_server = request.parameter("type") != nullptr || request.parameter("resolver") != nullptr;
    const Answer answer = by_server ? ask_server(request, deadline) : ask_system(request);
    if (answer.failure) {
        return *answer.failure;
    }
    ProbeReport report = judged(request, answer.records);
    report.fields["addresses"] = clean(fmt::format("{}", fmt::join(answer.records, " ")));
    report.fields["ms"] = std::to_string(milliseconds_since(start));
    return report;
}

} // namespace unknot
