// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "unknot/hash.hpp"
#include "unknot/problem.hpp"

#include <fmt/format.h>

#include <set>

using namespace unknot;

namespace {

std::string hexadecimal(const std::string& bytes)
{
    std::string digits;
    for (const char byte : bytes) {
        digits += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    }
    return digits;
}

} // namespace

TEST_CASE("sha256 gives the published digests")
{
    CHECK(hexadecimal(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(hexadecimal(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("sha256 reads zero bytes like any other")
{
    CHECK(sha256(std::string("a\0b", 3)) != sha256("a"));
}

TEST_CASE("a keyed hash depends on the key and on the text")
{
    const std::string key(32, 'k');
    CHECK(keyed_hash(key, "text").size() == 32);
    CHECK(keyed_hash(key, "text") == keyed_hash(key, "text"));
    CHECK(keyed_hash(key, "text") != keyed_hash(key, "texts"));
    CHECK(keyed_hash(key, "text") != keyed_hash(std::string(32, 'l'), "text"));
}

TEST_CASE("a key of a size that proves nothing is refused")
{
    for (const std::size_t size : {0U, 15U, 65U}) {
        CAPTURE(size);
        CHECK_THROWS_AS(keyed_hash(std::string(size, 'k'), "text"), Failure);
    }
}

TEST_CASE("random keys differ")
{
    std::set<std::string> keys;
    for (int i = 0; i < 50; ++i) {
        keys.insert(random_key());
    }
    CHECK(keys.size() == 50);
    CHECK(keys.begin()->size() == 32);
}

TEST_CASE("hmac_sha512 gives the published digest")
{
    // RFC 4231, test case 2.
    CHECK(hexadecimal(hmac_sha512("Jefe", "what do ya want for nothing?")) ==
          "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737");
}
