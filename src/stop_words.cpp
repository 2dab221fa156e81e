// SPDX-License-Identifier: GPL-3.0-or-later
// The lists are written as people write and brought into search form when they are first needed, so that they can't fall behind it.
// They hold negations too: "won't turn on" must find "does not turn on". Of Chinese they hold single characters that are particles, pronouns or
// prepositions, and the pairs that common phrases fall into (怎么办 is 怎么 and 么办).
#include "unknot/stop_words.hpp"

#include "unknot/tokens.hpp"

#include <set>
#include <string>

namespace unknot {

namespace {

using Words = std::set<std::string, std::less<>>;

constexpr std::string_view english =
    "a about after again all already also although always am an and another any anyone anything are as at be because been before being but by "
    "came can cannot cant come could couldnt did didnt do does doesnt doing done dont each else even ever every few for from get gets getting "
    "give go goes going gone got guys had hadnt happen happened happening happens has hasnt have havent having he hello help her here hers hey "
    "however hi him his how i if im in into is isnt it its ive just keep keeps kept know let lets like look looking made make may maybe me might "
    "mine more most much must my myself need needed no nor not nothing now of off ok on once one only or other our ours out over own per please "
    "pls put really said same say says see seem seems shall she should shouldnt since so some somehow something still such sure take tell than "
    "thank thanks that thats the their theirs them then there theres these they theyre thing things think this those though to today tomorrow "
    "too trying try tried u up us very want wanted wants was wasnt way we well went were what whats when where which while who whom whose why "
    "will with without wont would wouldnt yes yesterday yet you your yours youre";

constexpr std::string_view german =
    "aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bekomme bekommen bereits bin bis bisher bitte bitten "
    "brauche da dabei dadurch dafür dagegen damit danach dank danke dann daran darauf daraus darf das dass davon dazu dein deine dem den denn "
    "der des deshalb dich die dies diese diesem diesen dieser dieses dir doch dort du durch dürfen eben ein eine einem einen einer eines einfach "
    "einmal er es etwas euch euer eure fuer für ganz geben geht gehen gerade gern gerne gibt gestern habe haben hallo heute hat hatte hatten "
    "hättet hätte helfen hier hilfe hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins irgendwie ist ja jede jeden jeder jedes "
    "jemand jetzt kann kannst kein keine keinem keinen keiner koennen komme kommt können könnt könnte lassen lässt mach machen macht mal man "
    "mein meine meinem meinen meiner meines mich mir mit moechte möchte möchten morgen muss müssen nach nicht nichts nie noch nun nur ob obwohl "
    "oder ohne schon sehr sein seine seinem seinen seiner seit sich sie sind so soll sollen sollte sondern sonst soviel über ueber um und uns "
    "unser unsere unter viel vom von vor wann war waren warum was weg wegen weil weiß welche welchen welcher welches wenn wer werde werden wie "
    "wieder wieso will wir wird wo wollen wollte worden wurde wurden würde würden zu zum zur";

constexpr std::string_view chinese =
    "的 了 吗 呢 吧 啊 呀 嘛 哦 我 你 您 他 她 它 们 是 在 就 都 也 很 和 与 及 或 把 被 让 给 对 还 又 再 个 这 那 哪 谁 么 有 没 不 为 以 之 得 地 "
    "着 过 请 想 要 会 能 可 吗 跟 从 到 上 下 里 怎么 么办 怎样 什么 "
    "为什 为何 么会 么了 如何 请问 可以 你们 我们 他们 我的 你的 这个 那个 是不 不是 有没 没有 能不 不能 是否 一个 一下 已经 还是 因为 所以 但是 "
    "然后 如果 这样 那样 现在 时候 么时 想要 需要 应该 可能 觉得 知道 不知 今天 昨天 明天 告诉 "
    "你好 您好 谢谢 帮我 帮忙 时间 么样 怎麼 麼辦 什麼 甚麼 為什 為何 請問 這個 們的 么用 的吗";

Words read(std::string_view list)
{
    Words words;
    while (!list.empty()) {
        const std::size_t end = list.find(' ');
        words.insert(search_form(list.substr(0, end)));
        list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
    }
    return words;
}

const Words& words_of(std::string_view language)
{
    static const Words none;
    static const Words en = read(english);
    static const Words de = read(german);
    static const Words zh = read(chinese);
    return language == "en" ? en : language == "de" ? de : language == "zh" ? zh : none;
}

} // namespace

bool is_stop_word(std::string_view word, std::string_view language)
{
    const bool letter = word.size() == 1 && (word[0] < '0' || word[0] > '9');
    return letter || words_of(language).find(word) != words_of(language).end();
}

} // namespace unknot
