// SPDX-License-Identifier: GPL-3.0-or-later
// In search form (`können` is `konnen`) and sorted, so that a start costs nothing.
// They hold negations too: "won't turn on" must find "does not turn on". Of Chinese they hold single characters that are particles, pronouns or
// prepositions, and the pairs that common phrases fall into (怎么办 is 怎么 and 么办).
#include "unknot/stop_words.hpp"

#include "inline_word.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>

namespace unknot {

namespace {

using Word = InlineWord<11>;

constexpr std::array<Word, 227> english = {
    "a", "about", "after", "again", "all", "already", "also", "although", "always", "am", "an", "and", "another", "any", "anyone",
    "anything", "are", "as", "at", "be", "because", "been", "before", "being", "but", "by", "came", "can", "cannot", "cant", "come",
    "could", "couldnt", "did", "didnt", "do", "does", "doesnt", "doing", "done", "dont", "each", "else", "even", "ever", "every", "few",
    "for", "from", "get", "gets", "getting", "give", "go", "goes", "going", "gone", "got", "guys", "had", "hadnt", "happen", "happened",
    "happening", "happens", "has", "hasnt", "have", "havent", "having", "he", "hello", "help", "her", "here", "hers", "hey", "hi", "him",
    "his", "how", "however", "i", "if", "im", "in", "into", "is", "isnt", "it", "its", "ive", "just", "keep", "keeps", "kept", "know",
    "let", "lets", "like", "look", "looking", "made", "make", "may", "maybe", "me", "might", "mine", "more", "most", "much", "must", "my",
    "myself", "need", "needed", "no", "nor", "not", "nothing", "now", "of", "off", "ok", "on", "once", "one", "only", "or", "other", "our",
    "ours", "out", "over", "own", "per", "please", "pls", "put", "really", "said", "same", "say", "says", "see", "seem", "seems", "shall",
    "she", "should", "shouldnt", "since", "so", "some", "somehow", "something", "still", "such", "sure", "take", "tell", "than", "thank",
    "thanks", "that", "thats", "the", "their", "theirs", "them", "then", "there", "theres", "these", "they", "theyre", "thing", "things",
    "think", "this", "those", "though", "to", "today", "tomorrow", "too", "tried", "try", "trying", "u", "up", "us", "very", "want",
    "wanted", "wants", "was", "wasnt", "way", "we", "well", "went", "were", "what", "whats", "when", "where", "which", "while", "who",
    "whom", "whose", "why", "will", "with", "without", "wont", "would", "wouldnt", "yes", "yesterday", "yet", "you", "your", "youre",
    "yours",
};

constexpr std::array<Word, 234> german = {
    "aber", "alle", "allem", "allen", "aller", "alles", "als", "also", "am", "an", "andere", "anderen", "auch", "auf", "aus", "bei", "beim",
    "bekomme", "bekommen", "bereits", "bin", "bis", "bisher", "bitte", "bitten", "brauche", "da", "dabei", "dadurch", "dafur", "dagegen",
    "damit", "danach", "dank", "danke", "dann", "daran", "darauf", "daraus", "darf", "das", "dass", "davon", "dazu", "dein", "deine", "dem",
    "den", "denn", "der", "des", "deshalb", "dich", "die", "dies", "diese", "diesem", "diesen", "dieser", "dieses", "dir", "doch", "dort",
    "du", "durch", "durfen", "eben", "ein", "eine", "einem", "einen", "einer", "eines", "einfach", "einmal", "er", "es", "etwas", "euch",
    "euer", "eure", "fuer", "fur", "ganz", "geben", "gehen", "geht", "gerade", "gern", "gerne", "gestern", "gibt", "habe", "haben", "hallo",
    "hat", "hatte", "hatten", "hattet", "helfen", "heute", "hier", "hilfe", "hin", "ich", "ihm", "ihn", "ihnen", "ihr", "ihre", "ihrem",
    "ihren", "ihrer", "im", "immer", "in", "ins", "irgendwie", "ist", "ja", "jede", "jeden", "jeder", "jedes", "jemand", "jetzt", "kann",
    "kannst", "kein", "keine", "keinem", "keinen", "keiner", "koennen", "komme", "kommt", "konnen", "konnt", "konnte", "lassen", "lasst",
    "mach", "machen", "macht", "mal", "man", "mein", "meine", "meinem", "meinen", "meiner", "meines", "mich", "mir", "mit", "mochte",
    "mochten", "moechte", "morgen", "muss", "mussen", "nach", "nicht", "nichts", "nie", "noch", "nun", "nur", "ob", "obwohl", "oder",
    "ohne", "schon", "sehr", "sein", "seine", "seinem", "seinen", "seiner", "seit", "sich", "sie", "sind", "so", "soll", "sollen", "sollte",
    "sondern", "sonst", "soviel", "uber", "ueber", "um", "und", "uns", "unser", "unsere", "unter", "viel", "vom", "von", "vor", "wann",
    "war", "waren", "warum", "was", "weg", "wegen", "weil", "weiss", "welche", "welchen", "welcher", "welches", "wenn", "wer", "werde",
    "werden", "wie", "wieder", "wieso", "will", "wir", "wird", "wo", "wollen", "wollte", "worden", "wurde", "wurden", "zu", "zum", "zur",
};

constexpr std::array<Word, 135> chinese = {
    "一下", "一个", "一直", "上", "下", "不", "不是", "不知", "不能", "与", "个", "为", "为什", "为何", "么", "么了", "么会", "么办",
    "么时", "么样", "么用", "之", "也", "了", "什么", "什麼", "今天", "从", "他", "他们", "以", "们", "会", "但是", "你", "你们", "你好",
    "你的", "們的", "再", "到", "又", "及", "可", "可以", "可能", "吗", "吧", "呀", "告诉", "呢", "和", "哦", "哪", "啊", "嘛", "因为",
    "在", "地", "她", "如何", "如果", "它", "对", "就", "已经", "帮忙", "帮我", "应该", "很", "得", "怎么", "怎样", "怎麼", "总会", "总是",
    "您", "您好", "想", "想要", "我", "我们", "我的", "或", "所以", "把", "时候", "时间", "明天", "昨天", "是", "是不", "是否", "有",
    "有没", "没", "没有", "為什", "為何", "然后", "现在", "甚麼", "的", "的吗", "直都", "着", "知道", "给", "老是", "能", "能不", "被",
    "要", "觉得", "請問", "让", "请", "请问", "谁", "谢谢", "跟", "过", "还", "还是", "这", "这个", "这样", "這個", "那", "那个", "那样",
    "都", "里", "需要", "麼辦",
};

template <class Words>
constexpr bool holds(const Words& words, std::string_view word)
{
    return std::ranges::binary_search(words, word, std::less<std::string_view>());
}

template <class Words>
constexpr bool is_sorted(const Words& words)
{
    return std::ranges::is_sorted(words, std::less<std::string_view>());
}

static_assert(is_sorted(english) && is_sorted(german) && is_sorted(chinese));

} // namespace

bool is_stop_word(std::string_view word, std::string_view language)
{
    if (word.size() == 1 && (word[0] < '0' || word[0] > '9')) {
        return true;
    }
    return language == "en" ? holds(english, word) : language == "de" ? holds(german, word) : language == "zh" && holds(chinese, word);
}

} // namespace unknot
