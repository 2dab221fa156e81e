#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes lookalikes.txt: 10,000 addresses that imitate the official domains of the shipped providers, one a line: fuzzer, domain, address.

The fuzzers are modelled on dnstwist's: what people mistype, what a flipped bit makes of a name, letters that look alike, other endings, words added,
and the tricks with an address that is read before the one that counts. Of names under six letters only letters that look alike, other endings and
tricks with a user's name are made: one letter more or less of `wise` is a word of its own. The fuzzers and domains take turns, each in an order that
SEED decides, until the list is full; the same seed gives the same bytes.

    make_lookalikes.py > lookalikes.txt
"""
import pathlib
import random
import re
import string

SEED = 20261121
WANTED = 10_000
SHORTEST = 6   # letters of a name that may be mistyped
PROVIDERS = pathlib.Path(__file__).resolve().parents[2] / "knowledge/providers"

KEYBOARDS = (
    {"1": "2q", "2": "3wq1", "3": "4ew2", "4": "5re3", "5": "6tr4", "6": "7yt5", "7": "8uy6", "8": "9iu7", "9": "0oi8", "0": "po9", "q": "12wa", "w": "3esaq2",
     "e": "4rdsw3", "r": "5tfde4", "t": "6ygfr5", "y": "7uhgt6", "u": "8ijhy7", "i": "9okju8", "o": "0plki9", "p": "lo0", "a": "qwsz", "s": "edxzaw",
     "d": "rfcxse", "f": "tgvcdr", "g": "yhbvft", "h": "ujnbgy", "j": "ikmnhu", "k": "olmji", "l": "kop", "z": "asx", "x": "zsdc", "c": "xdfv", "v": "cfgb",
     "b": "vghn", "n": "bhjm", "m": "njk"},
    {"q": "12wa", "w": "3esaq2", "z": "6uhgt", "y": "asx", "t": "6zgfr5", "u": "8ijhz7", "h": "ujnbgz", "g": "zhbvft", "x": "ysdc", "s": "edxyaw"},
    {"a": "2zq1", "z": "3esqa2", "e": "4rdsz3", "q": "zswa", "w": "sxq", "m": "lp", "l": "komp", "s": "edxwqz"},
)
ALIKE = {
    "a": "àáâãäåạąāăǎȧ", "b": ["d", "lb", "ʙ", "ɓ", "ḃ", "ḅ", "ḇ"], "c": ["e", "ƈ", "ċ", "ć", "ç", "č", "ĉ", "ᴄ"], "d": ["b", "cl", "dl", "ɗ", "đ", "ď", "ḑ", "ḍ"],
    "e": ["c", *"éèêëēĕěėẹęȩɇ"], "f": "ƒḟ", "g": ["q", *"ɢɡġğǵģĝǧǥ"], "h": ["lh", *"ĥȟħɦḧḩḣḥḫ"], "i": ["1", "l", *"íìïıɩǐĭỉịɨȋīɪ"], "j": "ʝǰɉĵ",
    "k": ["lk", "ik", "lc", *"ḳḵⱪķᴋ"], "l": ["1", "i", *"ɫłıɩ"], "m": ["n", "nn", "rn", "rr", *"ṁṃᴍɱḿ"], "n": ["m", "r", *"ńṅṇṉñņǹň"], "o": ["0", *"ȯọỏơóöӧ"],
    "p": "ƿƥṕṗ", "q": ["g", "ʠ"], "r": "ʀɼɽŕŗřɍɾȓȑṙṛṟ", "s": "ʂśṣṡșŝš", "t": "ţŧṫṭțƫ", "u": "ᴜǔŭüʉùúûũūųưůűȕȗụ", "v": "ṿⱱṽⱴᴠ", "w": ["vv", *"ŵẁẃẅⱳẇẉẘᴡ"], "x": "ẋẍ",
    "y": "ʏýÿŷƴȳɏỿẏỵ", "z": "ʐżźᴢƶẓẕⱬ", "0": ["o"], "1": ["l", "i"], "5": ["s"],
}
CYRILLIC = dict(zip("abcdeghijklmnopqstvwxy", "аьсԁеԍһіјкӏмпорԛѕтѵԝху"))
WORDS = ("account accounts activate app apps auth authorize billing center check chat claim client cloud confirm connect contact customer desk download drop "
         "enroll exchange gift help helpdesk home hotline id info invoice live login mail mobile my official online pay payment portal recover recovery refund "
         "register restore reward safe secure security service services shop signin signup site sso store suite support sync team ticket unlock update user "
         "validate verification verify wallet web").split()
ENDINGS = ("com net org io co app xyz info biz online site shop store support help live me cc top vip club cn com.cn de co.uk us eu fr nl ru in dev pro finance "
           "money cash exchange tech link click page website space world today global team center services systems network digital cloud ltd asia com.br jp es it").split()
ELSEWHERE = ("evil.example", "login-check.top", "account-service.xyz", "203.0.113.7", "secure-session.info")


def domains():
    """(name, ending) of each official domain, in the files' order."""
    found = []
    for path in sorted(PROVIDERS.glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        listed = re.search(r"^  domains: *(\[.*\]|\n(?:    - .*\n)+)", text, re.MULTILINE)
        found += re.findall(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", listed[1]) if listed else []
    return [domain.split(".", 1) for domain in found]


def inserted_at(name, places, pieces):
    return {name[:at] + piece + name[at:] for at in places for piece in pieces}


def addition(name):
    return {name + letter for letter in string.digits + string.ascii_lowercase}


def bitsquatting(name):
    made = set()
    for at, letter in enumerate(name):
        for bit in range(8):
            flipped = chr(ord(letter) ^ 1 << bit)
            if flipped in string.ascii_lowercase + string.digits + "-":
                made.add(name[:at] + flipped + name[at + 1:])
    return made


def cyrillic(name):
    whole = "".join(CYRILLIC.get(letter, letter) for letter in name)
    single = {name[:at] + CYRILLIC[letter] + name[at + 1:] for at, letter in enumerate(name) if letter in CYRILLIC}
    return single | {whole}


def dictionary(name):
    return {form.format(name, word) for word in WORDS for form in ("{0}-{1}", "{0}{1}", "{1}-{0}", "{1}{0}")}


def homoglyph(name):
    def once(text):
        return {text[:at] + other + text[at + 1:] for at, letter in enumerate(text) for other in ALIKE.get(letter, ())}

    single = once(name)
    return single | {twice for text in sorted(single)[::7] for twice in sorted(once(text))[::11]}


def hyphenation(name):
    return inserted_at(name, range(1, len(name)), "-")


def insertion(name):
    return {made for at in range(1, len(name) - 1) for keys in KEYBOARDS for piece in keys.get(name[at], "") for made in inserted_at(name, (at, at + 1), piece)}


def omission(name):
    return {name[:at] + name[at + 1:] for at in range(len(name))}


def plural(name):
    return inserted_at(name, range(2, len(name) + 1), "s")


def repetition(name):
    return {name[:at] + letter + name[at:] for at, letter in enumerate(name)}


def replacement(name):
    return {name[:at] + piece + name[at + 1:] for at in range(len(name)) for keys in KEYBOARDS for piece in keys.get(name[at], "")}


def subdomain(name):
    return {name[:at] + "." + name[at:] for at in range(1, len(name)) if "-" not in name[at - 1:at + 1]}


def transposition(name):
    return {name[:at] + name[at + 1] + name[at] + name[at + 2:] for at in range(len(name) - 1)}


def vowel_swap(name):
    return {name[:at] + vowel + name[at + 1:] for at, letter in enumerate(name) if letter in "aeiou" for vowel in "aeiou"}


def other_ending(name, ending):
    return {f"{name}.{other}" for other in ENDINGS if other != ending}


def joined(name, ending):
    """The dots left out, put elsewhere, or the ending said twice."""
    flat = ending.replace(".", "")
    return {f"{name}{flat}.{ending}", f"{name}-{flat}.com", f"www{name}.{ending}", f"www-{name}.{ending}", f"ww.{name}.{ending}.co", f"m-{name}.{ending}", f"{name}.{ending}.im"}


def user_info(name, ending):
    domain = f"{name}.{ending}"
    made = set()
    for other in ELSEWHERE:
        made |= {f"https://{domain}@{other}", f"https://{domain}:443@{other}/login", f"https://www.{domain}%2Fhelp@{other}", f"https://support:{domain}@{other}/",
                 f"https://{domain}\\@{other}/"}
    return made


def as_part(name, ending):
    domain = f"{name}.{ending}"
    names = [other for other in ELSEWHERE if not other[0].isdigit()]
    return ({f"https://{domain}.{other}/" for other in names} | {f"https://{domain}-{word}.{other}" for other in names for word in ("login", "help", "id")}
            | {f"https://{other}/{domain}/login" for other in ELSEWHERE} | {f"https://{name}.{other}/signin" for other in names})


OF_NAMES = (addition, bitsquatting, cyrillic, dictionary, homoglyph, hyphenation, insertion, omission, plural, repetition, replacement, subdomain, transposition, vowel_swap)
OF_DOMAINS = (other_ending, joined, user_info, as_part)
OF_SHORT_NAMES = {cyrillic, homoglyph, other_ending, user_info}


def is_host(text):
    return all(re.fullmatch(r"[^\W_](?:[\w-]*[^\W_])?", label) and "--" not in label for label in text.split("."))


def ascii_form(text):
    return ".".join(label if label.isascii() else "xn--" + label.encode("punycode").decode() for label in text.split("."))


def variants(fuzzer, name, ending, official, chance):
    """Shuffled, none of them official; of the names that are not ASCII every other one as a browser's address bar may show it, `xn--…`."""
    made = sorted(fuzzer(name, ending) if fuzzer in OF_DOMAINS else {f"{text}.{ending}" for text in fuzzer(name)})
    made = [text for text in made if ("/" in text or is_host(text)) and not any(text == domain or text.endswith("." + domain) for domain in official)]
    chance.shuffle(made)
    return [ascii_form(text) if "/" not in text and at % 2 else text for at, text in enumerate(made)]


def main():
    chance = random.Random(SEED)
    pairs = domains()
    official = [".".join(pair) for pair in pairs]
    queues = [(fuzzer, domain, variants(fuzzer, *pair, official, chance)) for pair, domain in zip(pairs, official) for fuzzer in (*OF_NAMES, *OF_DOMAINS)
              if len(pair[0]) >= SHORTEST or fuzzer in OF_SHORT_NAMES]
    seen, rows = set(), []
    while len(rows) < WANTED:
        before = len(rows)
        for fuzzer, domain, queue in queues:
            while queue and queue[-1] in seen:
                queue.pop()
            if queue and len(rows) < WANTED:
                seen.add(queue[-1])
                rows.append(f"{fuzzer.__name__}\t{domain}\t{queue.pop()}")
        if len(rows) == before:
            raise SystemExit(f"only {before} can be made")
    print("\n".join(sorted(rows)))


if __name__ == "__main__":
    main()
