// SPDX-License-Identifier: GPL-3.0-or-later
// What a bare Xapian program needs for the same pages: the yardstick that `unknot index update` and `unknot search` are held against in search.py.
//
//   peer index DB DIR...       makes the index anew
//   peer update DB DIR...      brings it up to date, by size and time of every file
//   peer walk DIR...           only looks at every file: what any update pays at least
//   peer query DB LANG TEXT    prints the ten best pages with a snippet
//
// It reads no YAML and no Markdown: a page is its title line and its text. Chinese is indexed as terms of two characters, without positions. The
// dictionary for corrections is made once, from the finished list of terms, since adding a word at a time costs more than the index itself.
#include <dirent.h>
#include <sys/stat.h>
#include <xapian.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using Lines = std::set<std::string>;
using Visit = std::function<void(const std::string& path, const struct stat& status)>;

enum class Start { anew, as_it_was };

constexpr std::size_t snippet_length = 160;

// Calls `visit` for each page in the folder.
void walk(const std::string& folder, const Visit& visit)
{
    DIR* open = opendir(folder.c_str());
    while (const dirent* entry = open == nullptr ? nullptr : readdir(open)) {
        const std::string_view name = entry->d_name;
        struct stat status {};
        if (entry->d_type == DT_DIR && !name.starts_with('.')) {
            walk(folder + "/" + entry->d_name, visit);
        } else if ((name.ends_with(".md") || name.ends_with(".yaml")) && fstatat(dirfd(open), entry->d_name, &status, 0) == 0) {
            visit(folder + "/" + entry->d_name, status);
        }
    }
    if (open != nullptr) {
        closedir(open);
    }
}

// One line a page: its path, its time, its size.
std::string listing(const std::vector<std::string>& folders)
{
    std::string lines;
    for (const std::string& folder : folders) {
        walk(folder, [&](const std::string& path, const struct stat& status) {
            lines.append(path).append("\t").append(std::to_string(status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec));
            lines.append(" ").append(std::to_string(status.st_size)).append("\n");
        });
    }
    return lines;
}

Lines cut(const std::string& listing)
{
    std::istringstream in(listing);
    Lines lines;
    for (std::string line; std::getline(in, line);) {
        lines.insert(line);
    }
    return lines;
}

std::string contents(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// NAME.LANG.md and NAME.LANG.yaml; without a language: English.
std::string language(const std::string& path)
{
    const std::string stem = path.substr(0, path.rfind('.'));
    return stem.ends_with(".de") ? "de" : stem.ends_with(".zh") ? "zh" : "en";
}

Xapian::Stem stemmer(const std::string& code)
{
    return code == "en" ? Xapian::Stem("english") : code == "de" ? Xapian::Stem("german") : Xapian::Stem();
}

// A text with its Chinese taken out: what is left for Xapian's own tokenizer, and every two Chinese characters that are neighbours; of a character
// that stands alone, itself.
struct Split {
    std::string rest;
    std::vector<std::string> pieces;
};

Split split(std::string_view text)
{
    Split result;
    std::string before;
    const auto is_chinese = [](unsigned code) { return (code >= 0x3400 && code <= 0x9fff) || (code >= 0x20000 && code <= 0x3ffff); };
    for (Xapian::Utf8Iterator at(text.data(), text.size()); at != Xapian::Utf8Iterator(); ++at) {
        std::string character;
        Xapian::Unicode::append_utf8(character, *at);
        if (!is_chinese(*at)) {
            result.rest += character;
            character.clear();
        } else if (before.empty()) {
            result.rest += ' ';
            result.pieces.push_back(character);
        } else if (result.pieces.back() == before) {
            result.pieces.back() += character;
        } else {
            result.pieces.push_back(before + character);
        }
        before.swap(character);
    }
    return result;
}

// The title line, and the text below the front matter.
std::pair<std::string, std::string> title_and_body(const std::string& text)
{
    const std::size_t head = text.starts_with("---\n") ? text.find("\n---\n") : std::string::npos;
    const std::size_t at = text.find("\ntitle: ");
    std::string title = at == std::string::npos ? "" : text.substr(at + 8, text.find('\n', at + 8) - at - 8);
    return {title, head == std::string::npos ? text : text.substr(head + 5)};
}

void add(Xapian::Document& document, Xapian::TermGenerator& generator, const std::string& text, Xapian::termcount weight)
{
    const Split parts = split(text);
    generator.index_text(parts.rest, weight);
    generator.increase_termpos();
    for (const std::string& piece : parts.pieces) {
        document.add_term(piece, weight);
    }
}

Xapian::Document document(const std::string& path)
{
    const std::string code = language(path);
    const auto [title, body] = title_and_body(contents(path));
    Xapian::Document result;
    Xapian::TermGenerator generator;
    generator.set_stemmer(stemmer(code));
    generator.set_document(result);
    add(result, generator, title, 5);
    add(result, generator, body, 1);
    result.add_boolean_term("L" + code);
    result.add_boolean_term("Q" + path);
    result.set_data(path + "\n" + title + "\n" + body);
    return result;
}

// Of the words as they were written: no stem, language or path; nothing too short to correct, and no Chinese.
void add_dictionary(Xapian::WritableDatabase& database)
{
    database.commit();
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
        const std::string word = *term;
        const auto first = static_cast<unsigned char>(word.front());
        if (word.size() > 2 && first < 0xe0 && (first < 'A' || first > 'Z')) {
            database.add_spelling(word, term.get_termfreq());
        }
    }
}

// Makes the index anew, or brings it up to date from what it was made of.
void index(const std::string& name, const std::string& files, Start start)
{
    const std::string before = start == Start::anew ? "" : contents(name + ".files");
    if (before == files) {
        return;
    }
    const Lines old = cut(before);
    const Lines now = cut(files);
    const int fast = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;
    Xapian::WritableDatabase database(name, start == Start::anew ? fast : Xapian::DB_OPEN);
    for (const std::string& line : old) {
        if (!now.contains(line)) {
            database.delete_document(std::string("Q").append(line, 0, line.find('\t')));
        }
    }
    for (const std::string& line : now) {
        if (!old.contains(line)) {
            database.add_document(document(line.substr(0, line.find('\t'))));
        }
    }
    if (start == Start::anew) {
        add_dictionary(database);
    }
    database.commit();
    std::ofstream(name + ".files") << files;
}

Xapian::Query query(Xapian::QueryParser& parser, const std::string& text, unsigned flags)
{
    Split parts = split(text);
    if (!parts.pieces.empty()) {
        std::erase(parts.rest, '"');
    }
    Xapian::Query all = parser.parse_query(parts.rest, parser.FLAG_DEFAULT | parser.FLAG_WILDCARD | flags);
    for (const std::string& piece : parts.pieces) {
        const bool single = piece.size() <= 4; // found by its beginning
        all |= single ? Xapian::Query(Xapian::Query::OP_WILDCARD, piece, 100, Xapian::Query::WILDCARD_LIMIT_MOST_FREQUENT) : Xapian::Query(piece);
    }
    return all;
}

// What to look for in the text of a page: words, and stems without their last letter, which may be another one there.
std::vector<std::string> needles(const Xapian::Query& wanted)
{
    std::vector<std::string> result;
    for (auto term = wanted.get_unique_terms_begin(); term != wanted.get_terms_end(); ++term) {
        const std::string found = *term;
        if (found.front() == 'Z' && found.size() > 4) {
            result.push_back(found.substr(1, found.size() - 2));
        } else if (found.front() < 'A' || found.front() > 'Z') {
            result.push_back(found);
        }
    }
    return result;
}

// The text around the first place where anything that was looked for stands, in one line.
std::string snippet(std::string_view body, const std::vector<std::string>& wanted)
{
    std::string lower(body.substr(0, 1 << 16));
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    std::size_t best = std::string::npos;
    for (const std::string& needle : wanted) {
        best = std::min(best, lower.find(needle));
    }
    const std::size_t from = best == std::string::npos || best < snippet_length / 3 ? 0 : best - snippet_length / 3;
    std::string line(body.substr(from, snippet_length));
    line.erase(line.begin(), std::find_if_not(line.begin(), line.end(), [](char c) { return (c & 0xc0) == 0x80; })); // the rest of a character
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

void search(const std::string& name, const std::string& code, const std::string& text)
{
    const Xapian::Database database(name);
    Xapian::QueryParser parser;
    parser.set_database(database);
    parser.set_stemmer(stemmer(code));
    parser.set_stemming_strategy(parser.STEM_SOME);
    Xapian::Enquire enquire(database);
    const auto matches = [&](const Xapian::Query& wanted) {
        enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, wanted, Xapian::Query("L" + code)));
        return enquire.get_mset(0, 10);
    };
    Xapian::MSet found = matches(query(parser, text, 0));
    if (found.empty()) {
        query(parser, text, parser.FLAG_SPELLING_CORRECTION);
        const std::string better = parser.get_corrected_query_string();
        found = better.empty() ? found : matches(query(parser, better, 0));
    }
    const std::vector<std::string> wanted = needles(enquire.get_query());
    for (auto match = found.begin(); match != found.end(); ++match) {
        const std::string data = match.get_document().get_data();
        const std::size_t body = data.find('\n', data.find('\n') + 1) + 1;
        std::cout << data.substr(0, body) << "    " << snippet(std::string_view(data).substr(body), wanted) << '\n';
    }
}

void run(const std::string& command, const std::vector<std::string>& words)
{
    const std::vector<std::string> folders(words.begin() + (command == "walk" ? 0 : 1), words.end());
    if (command == "index" || command == "update") {
        index(words[0], listing(folders), command == "index" ? Start::anew : Start::as_it_was);
    } else if (command == "query" && words.size() == 3) {
        search(words[0], words[1], words[2]);
    } else {
        std::for_each(folders.begin(), folders.end(), [](const std::string& folder) { walk(folder, [](const std::string&, const struct stat&) {}); });
    }
}

} // namespace

int main(int count, char** values)
try {
    if (count > 2) {
        run(values[1], {values + 2, values + count});
        return 0;
    }
    std::cerr << "usage: peer index|update DB DIR... | walk DIR... | query DB LANG TEXT\n";
    return 2;
} catch (const Xapian::Error& error) {
    std::cerr << error.get_description() << '\n';
    return 1;
}
