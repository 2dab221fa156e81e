// SPDX-License-Identifier: GPL-3.0-or-later
#include "lint/secret_words.hpp"

#include <algorithm>
#include <iterator>

namespace unknot {

namespace {

constexpr SecretWord lengths[] = {"12", "15", "18", "21", "24", "twelve", "fifteen", "eighteen", "twenty-one", "twenty-four", "zwölf",
    "fünfzehn", "achtzehn", "einundzwanzig", "vierundzwanzig", "十二", "十五", "十八", "二十一", "二十四"};

constexpr SecretWord en_secrets[] = {"recovery phrase", "recovery phrases", "seed phrase", "seed phrases", "secret phrase",
    "secret recovery phrase", "backup phrase", "mnemonic", "mnemonic phrase", "seed", "seed words", "recovery words", "backup words", "secret words",
    "your phrase", "the phrase", "passphrase", "private key", "private keys", "secret key", "spending key", "wallet key", "password", "passwords",
    "passcode", "login password", "keystore"};
constexpr SecretWord en_codes[] = {"pin", "pins", "pin code", "pin number", "cvv", "cvc", "cvv2", "cvc2", "cv2", "card security code",
    "security code", "tan", "tans", "mtan", "pushtan", "otp", "one-time code", "one-time codes", "one time code", "one-time password",
    "one-time passcode", "one time password", "verification code", "confirmation code", "authentication code", "authenticator code", "login code",
    "sign-in code", "sms code", "2fa code", "two-factor code", "backup code", "recovery code", "6-digit code", "six-digit code", "unlock code",
    "code you received", "code you got", "code you were sent", "code we sent", "code we sent you", "code from the sms", "code from the text message",
    "code from your authenticator", "code from the authenticator", "code from the app", "code from the e-mail", "code from the email",
    "code that was sent", "code that arrived", "code in the text message"};
constexpr SecretWord en_phrase_words[] = {"words"};
constexpr SecretWord en_demands[] = {"enter", "type", "type in", "tell", "tell us", "tell me", "give", "give us", "paste", "write",
    "write down", "input", "provide", "submit", "send", "fill in", "put in", "key in", "what is", "what's", "what are", "what was", "which is",
    "which are", "read out"};
constexpr SecretWord en_negations[] = {"never", "not", "don't", "doesn't", "won't", "nobody", "no one", "cannot", "can't"};
constexpr SecretWord en_distances[] = {"how many", "how long", "how often", "how old", "since when", "when", "after", "before", "while", "if",
    "whether", "where", "did you", "do you", "have you", "has", "who", "which kind", "what kind", "message", "error", "number of", "type of",
    "kind of", "sort of", "name of", "reason", "date of", "day", "time of", "manager", "for the lost", "e-mail address", "email address",
    "instead of", "address", "asks", "asked", "asking", "wants", "wanted", "about", "length"};
constexpr SecretWord en_owners[] = {
    "your", "the", "my", "our", "please", "current", "old", "new", "wallet", "card", "full", "account", "secret"};

constexpr SecretWord de_secrets[] = {"wiederherstellungsphrase", "wiederherstellungsphrasen", "wiederherstellungswörter",
    "wiederherstellungssatz", "seed-phrase", "seedphrase", "seed", "seed-wörter", "sicherungswörter", "sicherungsphrase", "geheime wörter",
    "geheimphrase", "mnemonic", "ihre phrase", "die phrase", "passphrase", "privater schlüssel", "privaten schlüssel", "private schlüssel",
    "private key", "geheimer schlüssel", "geheimen schlüssel", "passwort", "passwörter", "kennwort", "passwörtern", "losungswort", "zugangswort"};
constexpr SecretWord de_codes[] = {"pin", "pin-nummer", "pin-code", "geheimzahl", "geheimnummer", "tan", "tans", "tan-nummer", "tan-code",
    "pushtan", "mtan", "itan", "chiptan", "cvv", "cvc", "prüfziffer", "kartenprüfnummer", "prüfnummer", "sicherheitscode", "bestätigungscode",
    "verifizierungscode", "anmeldecode", "einmalcode", "einmal-code", "einmalpasswort", "einmal-passwort", "einmalkennwort", "sms-code",
    "freigabecode", "authenticator-code", "2fa-code", "sperrcode", "entsperrcode", "wiederherstellungscode", "code aus der sms", "code aus der app",
    "code aus der e-mail", "code, den sie", "sechsstelligen code", "6-stelligen code"};
constexpr SecretWord de_phrase_words[] = {"wörter", "wörtern", "worte"};
constexpr SecretWord de_demands[] = {"geben", "gib", "eingeben", "angeben", "tippen", "tippe", "eintippen", "nennen", "nenne", "schreiben",
    "schreib", "aufschreiben", "teilen", "mitteilen", "senden", "sende", "schicken", "schick", "fügen", "einfügen", "wie lautet", "wie lauten",
    "wie ist", "was ist", "verraten", "übermitteln", "hinterlegen"};
constexpr SecretWord de_negations[] = {
    "nie", "niemals", "nicht", "kein", "keine", "keinen", "keinem", "keiner", "niemand", "niemandem", "weder"};
constexpr SecretWord de_distances[] = {"wie viele", "wieviele", "wie lang", "wie lange", "wie oft", "seit wann", "wann", "wenn", "nachdem",
    "bevor", "ob", "falls", "wo", "wer", "haben sie", "hat", "meldung", "fehlermeldung", "anzahl", "name der", "name des", "grund", "datum", "tag",
    "adresse", "e-mail-adresse", "als sie", "beim", "nach", "statt", "anstelle", "über", "länge"};
constexpr SecretWord de_owners[] = {"ihr", "ihre", "ihren", "dein", "deine", "deinen", "die", "das", "der", "den", "bitte", "aktuelle",
    "aktuelles", "alte", "altes", "neue", "neues", "mein", "meine"};

constexpr SecretWord zh_secrets[] = {
    "助记词", "恢复短语", "恢复词", "种子短语", "种子词", "备份短语", "备份单词", "助记短语", "私钥", "密钥", "密码短语", "密码", "口令"};
constexpr SecretWord zh_codes[] = {"验证码", "动态码", "动态密码", "动态口令", "一次性密码", "一次性代码", "安全码", "校验码", "确认码",
    "短信码", "支付密码", "取款密码", "交易密码", "个人识别码", "恢复码", "备用码", "pin", "cvv", "cvc", "tan", "otp"};
constexpr SecretWord zh_phrase_words[] = {"个单词", "个词", "个英文单词", "个英文词"};
constexpr SecretWord zh_demands[] = {"输入", "填写", "填入", "填上", "告诉", "提供", "发送", "发给", "写下", "写出", "粘贴", "是什么", "是多少",
    "请写", "说出", "键入", "给出", "报出", "哪些词"};
constexpr SecretWord zh_negations[] = {"不要", "不会", "绝不", "决不", "切勿", "请勿", "勿", "别", "没有", "无需", "不用", "不需要", "永远不",
    "从不", "不能", "不应", "不必", "任何人都不", "不得"};
constexpr SecretWord zh_distances[] = {"多少个", "几个", "多长", "几位", "是否", "什么时候", "何时", "之后", "之前", "时候", "时间", "如果",
    "若", "有没有", "哪里", "谁", "错误", "提示", "原因", "日期", "哪天", "地址", "数量", "名称", "管理器", "位数", "种类", "哪一种", "哪种"};
constexpr SecretWord zh_owners[] = {"您的", "你的", "我的", "请", "当前", "旧", "新", "钱包", "账户", "完整"};

constexpr SecretWords languages[] = {
    {"en", DemandPosition::before_secret, true, en_secrets, en_codes, en_phrase_words, en_demands, en_negations, en_distances, en_owners},
    {"de", DemandPosition::anywhere, true, de_secrets, de_codes, de_phrase_words, de_demands, de_negations, de_distances, de_owners},
    {"zh", DemandPosition::anywhere, false, zh_secrets, zh_codes, zh_phrase_words, zh_demands, zh_negations, zh_distances, zh_owners},
};

} // namespace

const SecretWords* secret_words(std::string_view language)
{
    const auto* found =
        std::find_if(std::begin(languages), std::end(languages), [language](const SecretWords& words) { return words.language == language; });
    return found == std::end(languages) ? nullptr : found;
}

std::span<const SecretWord> phrase_lengths()
{
    return lengths;
}

} // namespace unknot
