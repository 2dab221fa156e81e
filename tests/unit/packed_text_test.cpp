// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "search_index/packed_text.hpp"
#include "unknot/problem.hpp"

#include <map>
#include <random>
#include <string>

using namespace unknot;

namespace {

TextUnpacker unpacker_with(const TextSamples& samples)
{
    std::map<std::uint32_t, std::string> by_key;
    for (const auto& [language, sample] : samples.all()) {
        by_key.emplace(sample_key(sample), sample);
    }
    return TextUnpacker([by_key](std::uint32_t key) {
        const auto found = by_key.find(key);
        return found == by_key.end() ? std::string() : found->second;
    });
}

std::string noise(std::size_t bytes)
{
    std::mt19937 random(7);
    std::string text;
    for (std::size_t i = 0; i < bytes; ++i) {
        text += static_cast<char>(random() & 0xFFU);
    }
    return text;
}

const std::string notice = "If the card is declined although there is money on it, look at the limits that the bank has set, then ask it. ";

TextSamples samples_with_notice()
{
    TextSamples samples;
    samples.add("en", notice);
    samples.add("de", "Wird die Karte abgelehnt, obwohl Geld darauf ist, sehen Sie nach, welche Grenzen die Bank gesetzt hat.");
    return samples;
}

} // namespace

TEST_CASE("texts come back as they were")
{
    std::string many;
    for (int i = 0; i < 20'000; ++i) {
        many += notice;
    }
    const TextSamples samples = samples_with_notice();
    TextPacker packer(samples);
    TextUnpacker unpacker = unpacker_with(samples);
    for (const std::string& text : {std::string(), std::string("a"), notice, "Title\n" + notice, many, noise(100'000), std::string(5000, '\0')}) {
        for (const char* language : {"en", "de", "zh"}) {
            CAPTURE(text.size());
            CAPTURE(std::string(language));
            CHECK(unpacker.unpacked(packer.packed(text, language)) == text);
        }
    }
}

TEST_CASE("a text like others takes less room beside their sample")
{
    const TextSamples samples = samples_with_notice();
    TextPacker packer(samples);
    const std::string text = "Declined\n" + notice;
    CHECK(packer.packed(text, "en").size() * 3 < packer.packed(text, "zh").size());
}

TEST_CASE("samples are bounded and each text gives a piece")
{
    TextSamples samples;
    for (int i = 0; i < 100; ++i) {
        samples.add("en", noise(10'000));
    }
    samples.add("de", "kurz");
    CHECK(samples.all().at("en").size() == 16 * 1024);
    CHECK(samples.all().at("de") == "kurz");
    CHECK(sample_key(samples.all().at("en")) != sample_key("kurz"));
    CHECK(sample_key("") == 0);
    CHECK(sample_key("kurz") != 0);
}

TEST_CASE("what is damaged is refused")
{
    const TextSamples samples = samples_with_notice();
    TextPacker packer(samples);
    TextUnpacker unpacker = unpacker_with(samples);
    const std::string good = packer.packed("Declined\n" + notice, "en");
    std::string longer = good;
    ++longer[4];
    std::string endless = good;
    endless.replace(4, 4, "\xFF\xFF\xFF\x7F");
    std::string shorter = good;
    --shorter[4];
    std::string elsewhere = good; // whose sample is not there
    elsewhere[0] = static_cast<char>(elsewhere[0] ^ 2);
    for (const std::string& bad : {std::string(), good.substr(0, 7), good.substr(0, good.size() - 1), good + "x", longer, endless, shorter, elsewhere}) {
        CAPTURE(bad.size());
        CHECK_THROWS_AS(unpacker.unpacked(bad), Failure);
    }
    CHECK(unpacker.unpacked(good) == "Declined\n" + notice);
}
