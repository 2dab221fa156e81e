// SPDX-License-Identifier: GPL-3.0-or-later
#include <doctest/doctest.h>

#include "forest_fixture.hpp"
#include "unknot/lint.hpp"

using namespace unknot;

namespace {

bool asks_for_secret(const std::string& language, const std::string& question, const std::string& input)
{
    const std::string head = fmt::format("unknot: 1\npack: sample\nversion: 1.2.3\nsource-language: {}\nlanguages: [{}]\n", language, language);
    const PackFolder folder({{"pack.yaml", head},
        {"trees/main.yaml", tree_text("main", fmt::format("nodes:\n  first: {{ask: \"{}\", {}}}\n  done: {{end: resolved}}\n", question, input))}});
    for (const auto& problem : lint(folder.open(), "2026-11-21")) {
        if (problem.code == "secret-asked") {
            CHECK(problem.severity == Severity::error);
            return true;
        }
    }
    return false;
}

struct Row {
    std::string language;
    std::string question;
};

const std::string text = "input: text, to: done";
const std::string number = "input: number, to: done";

} // namespace

TEST_CASE("questions that ask for a secret")
{
    const std::vector<Row> table = {
        {"en", "Type your 12 words."},
        {"en", "Please enter your recovery phrase if you have it."},
        {"en", "If you have it, paste your private key here"},
        {"en", "What is your password?"},
        {"en", "Your seed phrase:"},
        {"en", "Enter the code we sent you"},
        {"en", "PIN"},
        {"de", "Wie lautet Ihr Passwort?"},
        {"de", "Bitte Wiederherstellungsphrase eingeben"},
        {"de", "Tippen Sie Ihre 24 Wörter ein."},
        {"de", "Nennen Sie uns die SMS-TAN"},
        {"zh", "请输入您的助记词"},
        {"zh", "请输入您的12个单词"},
        {"zh", "您的支付密码是多少？"},
        {"zh", "请填写PIN"},
    };
    for (const auto& row : table) {
        CAPTURE(row.question);
        CHECK(asks_for_secret(row.language, row.question, text));
    }
}

TEST_CASE("questions that only speak of secrets")
{
    const std::vector<Row> table = {
        {"en", "How many words does your recovery phrase have?"},
        {"en", "Never type your recovery phrase here. What is the name of the app?"},
        {"en", "Which message came when you entered your password?"},
        {"en", "Which e-mail address did the new password go to?"},
        {"en", "What is the error code?"},
        {"en", "Type the decline code from the receipt."},
        {"en", "What is the order number? Nobody needs your PIN."},
        {"de", "Wie viele Wörter hat Ihre Wiederherstellungsphrase?"},
        {"de", "Welches TAN-Verfahren nutzen Sie?"},
        {"de", "Geben Sie die Bestellnummer ein. Wir fragen nie nach einer TAN."},
        {"de", "Wie lautet der Fehlercode?"},
        {"zh", "您的助记词有多少个单词？"},
        {"zh", "请不要输入助记词。钱包叫什么名字？"},
        {"zh", "您使用哪个密码管理器？"},
        {"fr", "Quel est votre mot de passe ?"},
    };
    for (const auto& row : table) {
        CAPTURE(row.question);
        CHECK_FALSE(asks_for_secret(row.language, row.question, text));
    }
}

TEST_CASE("fields for numbers can take codes but no phrases")
{
    CHECK(asks_for_secret("en", "Enter your PIN", number));
    CHECK(asks_for_secret("en", "What is your CVV?", "input: amount, to: done"));
    CHECK(asks_for_secret("de", "Bitte TAN eingeben", number));
    CHECK_FALSE(asks_for_secret("en", "Tell us the number of words in your recovery phrase", number));
    CHECK_FALSE(asks_for_secret("en", "Type 12 or 24: your 12 words", number));
    CHECK_FALSE(asks_for_secret("en", "Enter your PIN", "input: date, to: done"));
    CHECK_FALSE(asks_for_secret("en", "Did you type your recovery phrase anywhere?", "yes: done, no: done"));
    CHECK_FALSE(asks_for_secret("en", "What is your password like?", "options: {a: {label: Long}}, to: done"));
}
