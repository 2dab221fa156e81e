// SPDX-License-Identifier: GPL-3.0-or-later
// The server tells when the question came (t2) and when its answer left (t3); we know when we asked (t1) and heard (t4). If both ways took as long, our
// clock is ahead by ((t1 - t2) + (t4 - t3)) / 2. The question carries a time that the answer must repeat, so that an answer to something else, or one that
// somebody made up without seeing the question, doesn't count. Seconds are counted from 1900 and wrap in 2036: differences are taken within 32 bits.
#include "sntp.hpp"

#include "connection.hpp"
#include "finding.hpp"

#include <poll.h>
#include <sys/random.h>

#include <array>
#include <chrono>
#include <cmath>
#include <cstring>
#include <ctime>

namespace unknot {

namespace {

using Packet = std::array<unsigned char, 48>;

constexpr std::int64_t from_1900_to_1970 = 2'208'988'800;
constexpr double fractions = 4294967296.0;
constexpr std::chrono::milliseconds least_share{250}; // of the time, for one address of several
constexpr std::size_t originate = 24;
constexpr std::size_t receive = 32;
constexpr std::size_t transmit = 40;

std::uint32_t word(const Packet& packet, std::size_t at)
{
    return std::uint32_t(packet[at]) << 24 | std::uint32_t(packet[at + 1]) << 16 | std::uint32_t(packet[at + 2]) << 8 | std::uint32_t(packet[at + 3]);
}

// Seconds from a time of ours to one in the packet.
double since(const std::timespec& ours, const Packet& packet, std::size_t at)
{
    constexpr double ns_in_s = 1e9;
    const auto ours_from_1900 = static_cast<std::uint32_t>(ours.tv_sec + from_1900_to_1970);
    const auto seconds = static_cast<std::int32_t>(word(packet, at) - ours_from_1900);
    return static_cast<double>(seconds) + static_cast<double>(word(packet, at + 4)) / fractions - static_cast<double>(ours.tv_nsec) / ns_in_s;
}

std::timespec wall_clock()
{
    std::timespec now = {};
    ::clock_gettime(CLOCK_REALTIME, &now);
    return now;
}

bool is_answer(const Packet& question, const Packet& answer)
{
    constexpr unsigned server = 4;
    const bool ours = std::memcmp(&question[transmit], &answer[originate], 8) == 0;
    return ours && (answer[0] & 7U) == server && answer[1] >= 1 && answer[1] <= 15 && word(answer, transmit) != 0;
}

Packet new_question()
{
    constexpr unsigned char version_4_client = 0x23;
    Packet question = {};
    question[0] = version_4_client;
    if (::getrandom(&question[transmit], 8, 0) != 8) {
        question[transmit] = 1;
    }
    return question;
}

std::variant<double, ProbeReport> ask(const Address& address, const Deadline& deadline)
{
    const Handle socket(::socket(address.family(), SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    const Packet question = new_question();
    const std::timespec asked = wall_clock();
    if (::connect(socket.get(), address.raw(), address.length) != 0 || ::send(socket.get(), question.data(), question.size(), 0) < 0) {
        return broken("unreachable");
    }
    while (wait_for(socket.get(), POLLIN, deadline)) {
        Packet answer = {};
        const ssize_t got = ::recv(socket.get(), answer.data(), answer.size(), 0);
        const std::timespec heard = wall_clock();
        if (got < 0) {
            return broken("refused");
        }
        if (got == static_cast<ssize_t>(answer.size()) && is_answer(question, answer)) {
            return -(since(asked, answer, receive) + since(heard, answer, transmit)) / 2;
        }
    }
    return failed_report("timeout");
}

} // namespace

std::variant<double, ProbeReport> sntp_skew(const Endpoint& server, const Deadline& deadline)
{
    Endpoint endpoint = server;
    endpoint.port = endpoint.port.empty() ? "123" : endpoint.port;
    const auto found = look_up(endpoint, SOCK_DGRAM);
    if (const auto* failure = std::get_if<ProbeReport>(&found)) {
        return *failure;
    }
    const auto& addresses = std::get<std::vector<Address>>(found);
    std::variant<double, ProbeReport> told = failed_report("timeout");
    for (std::size_t i = 0; i < addresses.size() && !std::holds_alternative<double>(told) && !deadline.passed(); ++i) {
        told = ask(addresses[i], deadline.share(addresses.size() - i, least_share));
    }
    return told;
}

} // namespace unknot
