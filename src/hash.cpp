// SPDX-License-Identifier: GPL-3.0-or-later
#include "unknot/hash.hpp"

#include "unknot/problem.hpp"

#include <fmt/format.h>
#include <sodium.h>

namespace unknot {

namespace {

constexpr std::size_t keyed_size = 32;

unsigned char* bytes(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data());
}

const unsigned char* bytes(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

void need_sodium()
{
    static const int state = sodium_init();
    if (state < 0) {
        throw Failure("cannot start libsodium: the system gives no random numbers");
    }
}

} // namespace

std::string sha256(std::string_view text)
{
    need_sodium();
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(bytes(digest), bytes(text), text.size());
    return digest;
}

std::string keyed_hash(std::string_view key, std::string_view text)
{
    need_sodium();
    if (key.size() < crypto_generichash_KEYBYTES_MIN || key.size() > crypto_generichash_KEYBYTES_MAX) {
        throw Failure(fmt::format("expected a key of {} to {} bytes, found {}", crypto_generichash_KEYBYTES_MIN,
                                  crypto_generichash_KEYBYTES_MAX, key.size()));
    }
    std::string digest(keyed_size, '\0');
    crypto_generichash(bytes(digest), digest.size(), bytes(text), text.size(), bytes(key), key.size());
    return digest;
}

std::string hmac_sha512(std::string_view key, std::string_view text)
{
    need_sodium();
    crypto_auth_hmacsha512_state state;
    crypto_auth_hmacsha512_init(&state, bytes(key), key.size());
    crypto_auth_hmacsha512_update(&state, bytes(text), text.size());
    std::string digest(crypto_auth_hmacsha512_BYTES, '\0');
    crypto_auth_hmacsha512_final(&state, bytes(digest));
    return digest;
}

bool is_ed25519_key_pair(std::string_view pair)
{
    if (pair.size() != crypto_sign_SEEDBYTES + crypto_sign_PUBLICKEYBYTES) {
        return false;
    }
    need_sodium();
    std::string secret_key(crypto_sign_SECRETKEYBYTES, '\0');
    std::string public_key(crypto_sign_PUBLICKEYBYTES, '\0');
    crypto_sign_seed_keypair(bytes(public_key), bytes(secret_key), bytes(pair));
    sodium_memzero(secret_key.data(), secret_key.size());
    return pair.substr(crypto_sign_SEEDBYTES) == public_key;
}

std::uint64_t quick_hash(std::string_view text)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char byte : text) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
    }
    return (hash ^ (hash >> 48)) & 0xFFFF'FFFF'FFFFULL;
}

std::string random_key()
{
    need_sodium();
    std::string key(crypto_generichash_KEYBYTES, '\0');
    randombytes_buf(key.data(), key.size());
    return key;
}

} // namespace unknot
