// SPDX-License-Identifier: GPL-3.0-or-later
// The reference vectors of BIP39 in every language: the same 24 entropies, encoded with each list.
#pragma once

#include "redactor/word_list.hpp"
#include "unknot/hash.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace unknot {

inline const std::vector<std::string> reference_entropies = {
    "00000000000000000000000000000000",
    "7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f",
    "80808080808080808080808080808080",
    "ffffffffffffffffffffffffffffffff",
    "000000000000000000000000000000000000000000000000",
    "7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f",
    "808080808080808080808080808080808080808080808080",
    "ffffffffffffffffffffffffffffffffffffffffffffffff",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f",
    "8080808080808080808080808080808080808080808080808080808080808080",
    "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "9e885d952ad362caeb4efe34a8e91bd2",
    "6610b25967cdcca9d59875f5cb50b0ea75433311869e930b",
    "68a79eaca2324873eacc50cb9c6eca8cc68ea5d936f98787c60c7ebc74e6ce7c",
    "c0ba5a8e914111210f2bd131f3d5e08d",
    "6d9be1ee6ebd27a258115aad99b7317b9c8d28b6d76431c3",
    "9f6a2878b2520799a44ef18bc7df394e7061a224d2c33cd015b157d746869863",
    "23db8160a31d3e0dca3688ed941adbf3",
    "8197a4a47f0425faeaa69deebc05ca29c0a5b5cc76ceacc0",
    "066dca1a2bb7e8a1db2832148ce9933eea0f3ac9548d793112d9a95c9407efad",
    "f30f8c1da665478f49b001d94c5fc452",
    "c10ec20dc3cd9f652c7fac2f1230f7a3c828389a14392f05",
    "f585c11aec520db57dd353c69554b21a89b20fb0650966fa0a9d6f74fd989d8f",
};

inline std::vector<std::string> words_in(WordList list)
{
    std::vector<std::string> words;
    for (std::string_view rest = packed_words(list); !rest.empty(); rest.remove_prefix(rest.find(' ') + 1)) {
        words.emplace_back(rest.substr(0, rest.find(' ')));
    }
    return words;
}

inline std::vector<std::string> phrase_of(WordList list, const std::string& entropy)
{
    const std::vector<std::string> words = words_in(list);
    std::string bytes;
    for (std::size_t i = 0; i < entropy.size(); i += 2) {
        bytes += static_cast<char>(std::stoi(entropy.substr(i, 2), nullptr, 16));
    }
    const std::size_t count = bytes.size() * 3 / 4;
    bytes += sha256(bytes);
    std::vector<std::string> phrase;
    for (std::size_t word = 0; word < count; ++word) {
        std::size_t index = 0;
        for (std::size_t bit = word * 11; bit < word * 11 + 11; ++bit) {
            index = index * 2 + ((static_cast<unsigned char>(bytes[bit / 8]) >> (7 - bit % 8)) & 1U);
        }
        phrase.push_back(words[index]);
    }
    return phrase;
}

inline std::string joined(const std::vector<std::string>& words, std::string_view separator)
{
    std::string text;
    for (const std::string& word : words) {
        text.append(text.empty() ? "" : separator).append(word);
    }
    return text;
}

} // namespace unknot
