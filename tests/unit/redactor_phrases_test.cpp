// SPDX-License-Identifier: GPL-3.0-or-later
// Recovery phrases in every language and in every form that people write them in: none may be missed, and no word of one may stay.
#include <doctest/doctest.h>

#include "phrase_fixture.hpp"
#include "redactor/dictionary.hpp"
#include "redactor/fold.hpp"
#include "redactor/public_phrases.hpp"
#include "unknot/display.hpp"
#include "unknot/redactor.hpp"

#include <fmt/format.h>

#include <algorithm>

using namespace unknot;

namespace {

const std::vector<WordList> languages = {WordList::english, WordList::japanese, WordList::korean, WordList::spanish, WordList::chinese_simplified,
    WordList::chinese_traditional, WordList::french, WordList::italian, WordList::czech, WordList::portuguese};

std::string upper(std::string text)
{
    for (char& c : text) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return text;
}

std::string numbered(const std::vector<std::string>& words)
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        text += fmt::format("{}. {}\n", i + 1, words[i]);
    }
    return text;
}

// Whether the whole of `secret` is masked as one phrase or more in a text that holds nothing else of it.
bool is_masked(const std::string& before, const std::string& secret, const std::string& after)
{
    std::size_t covered = before.size();
    for (const SecretSpan& span : find_secrets(before + secret + after)) {
        if (span.kind == "phrase" && span.start <= covered && span.end > covered) {
            covered = span.end;
        }
    }
    return covered >= before.size() + secret.size();
}

std::string misspelt(WordList list, std::string word)
{
    std::size_t at = std::min<std::size_t>(word.size(), 3);
    while (at < word.size() && (static_cast<unsigned char>(word[at]) & 0xC0) == 0x80) {
        ++at;
    }
    return is_chinese(list) ? "\xE9\xBE\x98" : word.insert(at, "x");
}

} // namespace

TEST_CASE("every word of every list is known by its place")
{
    for (std::size_t list = 0; list < word_list_count; ++list) {
        const auto chosen = static_cast<WordList>(list);
        const std::vector<std::string> words = words_in(chosen);
        CHECK(words.size() == (is_bip39(chosen) ? 2048 : chosen == WordList::slip39 ? 1024 : 1626));
        for (std::size_t index = 0; index < words.size(); ++index) {
            const auto found = Dictionary::instance().index_in(chosen, word_key(fold_word(words[index]).view()));
            REQUIRE(found.has_value());
            CHECK(*found == index);
            CHECK(Dictionary::instance().index_in(chosen, word_key(fold_word(to_nfc(words[index])).view())) == index);
        }
    }
    CHECK(Dictionary::instance().lists_of(word_hash("the")) == 0);
}

TEST_CASE("the reference phrases are those of the standard")
{
    CHECK(joined(phrase_of(WordList::english, reference_entropies[1]), " ")
          == "legal winner thank year wave sausage worth useful legal winner thank yellow");
    CHECK(joined(phrase_of(WordList::chinese_simplified, reference_entropies[12]), "").size() == 36);
}

TEST_CASE("reference phrases of ten languages are proved")
{
    for (const WordList list : languages) {
        for (const std::string& entropy : reference_entropies) {
            const std::string phrase = joined(phrase_of(list, entropy), " ");
            CAPTURE(phrase);
            const std::vector<SecretSpan> spans = find_secrets("xx: " + phrase + ".");
            REQUIRE(spans.size() == 1);
            CHECK(spans[0].checked);
            CHECK(spans[0].start == 4);
            CHECK(spans[0].end == 4 + phrase.size());
        }
    }
}

TEST_CASE("reference phrases are masked in every form")
{
    for (const WordList list : languages) {
        for (const std::string& entropy : reference_entropies) {
            const std::vector<std::string> words = phrase_of(list, entropy);
            CAPTURE(joined(words, " "));
            for (const std::string separator :
                {", ", "\n", "\r\n", " | ", "\xE3\x80\x80", "\", \"", "\t", "\xC2\xA0", "%20", "\\n", "\x1B[0m \x1B[1m"}) {
                CAPTURE(separator);
                CHECK(is_masked("phrase: ", joined(words, separator), "."));
            }
            const std::string composed = to_nfc(joined(words, " "));
            CHECK(is_masked("", composed, ""));
            CHECK(is_masked("", upper(composed), "\n"));
            CHECK(is_masked("1. ", numbered(words).substr(3, numbered(words).size() - 4), "\n"));
            if (is_chinese(list)) {
                CHECK(is_masked("\xE5\x8A\xA9\xE8\xAE\xB0\xE8\xAF\x8D\xEF\xBC\x9A", joined(words, ""), "\xE3\x80\x82"));
            }
        }
    }
}

TEST_CASE("a phrase with one word wrong or missing is masked")
{
    for (const WordList list : languages) {
        for (const std::string& entropy : reference_entropies) {
            const std::vector<std::string> words = phrase_of(list, entropy);
            for (std::size_t at = 0; at < words.size(); ++at) {
                std::vector<std::string> wrong = words;
                wrong[at] = misspelt(list, wrong[at]);
                CAPTURE(joined(wrong, " "));
                const bool edge = is_chinese(list) && (at == 0 || at + 1 == words.size()); // any ideograph is as near as any other
                CHECK((edge || is_masked("words: ", joined(wrong, " "), ". Help.")));
                wrong.erase(wrong.begin() + static_cast<std::ptrdiff_t>(at));
                CHECK(is_masked("words: ", joined(wrong, " "), ". Help."));
            }
        }
    }
}

TEST_CASE("a space that is missing in a Chinese phrase saves neither side of it")
{
    for (const WordList list : {WordList::chinese_simplified, WordList::chinese_traditional}) {
        std::vector<std::string> words = phrase_of(list, reference_entropies[23]);
        words[11] += words[12];
        words.erase(words.begin() + 12);
        CAPTURE(joined(words, " "));
        CHECK(is_masked("words: ", joined(words, " "), ". Help."));
    }
}

TEST_CASE("phrases of other standards are proved")
{
    struct Row {
        const char* rule;
        const char* words;
    };
    const std::vector<Row> rows = {
        {"electrum", "wild father tree among universe such mobile favorite target dynamic credit identify"},
        {"electrum", "cram swing cover prefer miss modify ritual silly deliver chunk behind inform able"},
        {"electrum", "ostrich security deer aunt climb inner alpha arm mutual marble solid task"},
        {"electrum", "science dawn member doll dutch real can brick knife deny drive list"},
        {"electrum", "frost pig brisk excite novel report camera enlist axis nation novel desert"},
        {"electrum", "bind clever room kidney crucial sausage spy edit canvas soul liquid ribbon slam open alpha suffer gate relax voice carpet law "
                     "hill woman "
                     "tonight abstract"},
        {"electrum", "なのか ひろい しなん まなぶ つぶす さがす おしゃれ かわく おいかける けさき かいとう さたん"},
        {"electrum", "眼 悲 叛 改 节 跃 衡 响 疆 股 遂 冬"},
        {"electrum", "almíbar tibio superar vencer hacha peatón príncipe matar consejo polen vehículo odisea"},
        {"electrum", "equipo fiar auge langosta hacha calor trance cubrir carro pulmón oro áspero"},
        {"electrum", "vidrio jabón muestra pájaro capucha eludir feliz rotar fogata pez rezar oír"},
        {"slip39", "duckling enlarge academic academic agency result length solution fridge kidney coal piece deal husband erode duke ajar critical "
                   "decision "
                   "keyboard"},
        {"slip39", "shadow pistol academic always adequate wildlife fancy gross oasis cylinder mustang wrist rescue view short owner flip making "
                   "coding armed"},
        {"monero",
            "velvet lymph giddy number token physics poetry unquoted nibs useful sabotage limits benches lifestyle eden nitrogen anvil fewest avoid "
            "batch vials washing fences goat unquoted"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.words);
        const std::vector<SecretSpan> spans = find_secrets(row.words);
        REQUIRE(spans.size() == 1);
        CHECK(spans[0].rule == row.rule);
        CHECK(spans[0].checked);
    }
    CHECK(find_secrets("hardly point goal hallway patience key stone difference ready caught listen fact").at(0).rule == "electrum-old");
}

TEST_CASE("test phrases out of documentation are known as such")
{
    for (std::size_t i = 0; i < 12; ++i) {
        CHECK(is_public_phrase(joined(phrase_of(WordList::english, reference_entropies[i]), " ")));
    }
    CHECK(is_public_phrase("test test test test test test test test test test test junk"));
    CHECK_FALSE(is_public_phrase("test test test test test test test test test test test test"));
    CHECK_FALSE(is_public_phrase(joined(phrase_of(WordList::english, reference_entropies[12]), " ")));
    CHECK_FALSE(is_public_phrase(""));
}
