// SPDX-License-Identifier: GPL-3.0-or-later
// Finds secrets in text by what a checksum, a structure or the words around them prove, and puts stand-ins in their place.
//
// Kinds: "phrase" (recovery phrases: BIP39 in its ten languages, Electrum, SLIP-39, Monero), "key" (WIF, BIP32, BIP38, Nostr, age, Stellar, XRP,
// Tezos, Solana, Ethereum by its surroundings, JSON wallets, PEM, SSH, PGP, minisign, TOTP), "card", "iban", "token" (JWT, bearer and cloud keys, URL
// parameters), "password", "code" (PIN, one-time and card codes), and where it is asked for "email" and "phone". Everything else stays as it is:
// transaction ids, addresses, order numbers, UUIDs, hashes, dates, ordinary sentences. Guessing by randomness is not done.
//
// A run of eleven or more words of one list, all but one of them, is masked whatever its checksum says; one of words cut to their first four letters
// where the checksum holds. What base64 encodes is looked through once, and a run of it that holds a secret is masked whole.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace unknot {

// Secrets are masked wherever anything is written. An e-mail address or phone number stays in a case and in a hand-off, which is shown before it leaves
// and has to be answered; the filter `unknot redact` and exported feedback mask it.
enum class Masking { secrets, secrets_and_personal };

// One secret in a text. Offsets are bytes of the input; `rule` names the detector.
struct SecretSpan {
    std::string kind;
    std::string rule;
    std::size_t start = 0;
    std::size_t end = 0;
    bool checked = false; // proved by a checksum, not by structure or surroundings alone
};

// The secrets of a text in order, not overlapping. Linear in the length of the text.
std::vector<SecretSpan> find_secrets(std::string_view text, Masking masking = Masking::secrets);

struct Finding;

// Replaces secrets by stand-ins such as `[phrase-1]` (of an IBAN the country and the last four characters stay: `[iban-1 DE…3000]`); the same secret
// gets the same stand-in for the life of the Redactor, which keeps keyed hashes of what it saw (with a key of its own), never the secrets. After
// 200,000 different ones it begins to remember anew, so that no stream can fill the memory; numbers go on.
class Redactor {
public:
    explicit Redactor(Masking masking = Masking::secrets);

    struct Result {
        std::string text;
        std::vector<SecretSpan> spans;
    };

    Result redact(std::string_view text);

private:
    friend class RedactingStream;
    std::string stand_in(const Finding& finding);

    Masking masking_;
    std::string key_;
    std::map<std::string, std::string, std::less<>> stand_ins_; // keyed hash -> stand-in
    std::map<std::string, int, std::less<>> counts_;            // kind -> how many so far
};

class Sieve;
struct SieveSink;

// The same for a stream of any size in a few megabytes. However the bytes are divided, what comes out is what Redactor::redact() makes of all of
// them; only secrets longer than 64 KiB are masked in parts. Bytes that are no secret pass as they are, valid UTF-8 or not.
class RedactingStream {
public:
    explicit RedactingStream(Redactor& redactor); // which must outlive the stream
    ~RedactingStream();

    // What is settled by now, with the secrets in it; their offsets are those of the whole input.
    Redactor::Result push(std::string_view bytes);
    Redactor::Result finish();

private:
    SieveSink into(Redactor::Result& result);

    Redactor& redactor_;
    std::unique_ptr<Sieve> sieve_;
};

// A secret and where it lies, for those who look and change nothing. `line` and `column` count from 1, columns in code points.
struct LocatedSecret {
    SecretSpan span;
    std::size_t line = 1;
    std::size_t column = 1;
    bool public_phrase = false; // a test phrase out of documentation: anybody can spend what it guards
    std::size_t words = 0;      // of a phrase
    bool word_list = false;     // these words are in the order of the alphabet, or few: a list of words rather than a phrase
};

// Looks through a stream as RedactingStream does, and keeps nothing of what it saw.
class SecretFinder {
public:
    explicit SecretFinder(Masking masking = Masking::secrets);
    ~SecretFinder();

    void push(std::string_view bytes);
    void finish();
    const std::vector<LocatedSecret>& found() const { return found_; }

private:
    void pass(std::string_view bytes);
    void add(const Finding& finding, std::string_view raw);

    std::unique_ptr<Sieve> sieve_;
    std::vector<LocatedSecret> found_;
    std::size_t line_ = 1;
    std::size_t column_ = 1;
};

} // namespace unknot
