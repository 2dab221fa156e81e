// SPDX-License-Identifier: GPL-3.0-or-later
// From the right to the left: the best cut of the rest of the word from each place on is made of one known part and the best cut from where that
// part ends. Places are few, so a table by place and number of parts is not needed: fewer parts are always better, and of equally many parts
// the longest shortest one is best for the whole when it is best for the rest.
#include "unknot/compound.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace unknot {

namespace {

constexpr std::array<std::string_view, 7> links = {"", "s", "es", "n", "en", "er", "e"};

struct Cut {
    std::vector<std::string> parts; // right to left; none: there is no cut
    std::size_t shortest = 0;
};

bool is_better(const Cut& cut, const Cut& than)
{
    return than.parts.empty() || cut.parts.size() < than.parts.size() || (cut.parts.size() == than.parts.size() && cut.shortest > than.shortest);
}

class Cutter {
public:
    Cutter(std::string_view word, const std::function<bool(const std::string&)>& knows) : word_(word), knows_(knows), from_(word.size() + 1) {}

    std::vector<std::string> cut()
    {
        for (std::size_t begin = word_.size(); begin-- > 0;) {
            from_[begin] = best_from(begin);
        }
        std::vector<std::string> parts = std::move(from_.front().parts);
        std::reverse(parts.begin(), parts.end());
        return parts.size() > 1 && parts.size() <= compound_most_parts ? parts : std::vector<std::string>();
    }

private:
    Cut best_from(std::size_t begin)
    {
        Cut best;
        for (std::size_t end = begin + compound_shortest_part; end <= word_.size(); ++end) {
            const bool is_whole = begin == 0 && end == word_.size();
            const std::string part = is_whole ? std::string() : known_part(begin, end);
            if (!part.empty()) {
                take(best, part, end);
            }
        }
        return best;
    }

    // The part itself; inside the word also with the end that it lost.
    std::string known_part(std::size_t begin, std::size_t end)
    {
        const std::string part(word_.substr(begin, end - begin));
        if (is_known(part)) {
            return part;
        }
        return end < word_.size() && is_known(part + 'e') ? part + 'e' : std::string();
    }

    void take(Cut& best, const std::string& part, std::size_t end)
    {
        if (end == word_.size()) {
            replace(best, {{part}, part.size()});
            return;
        }
        for (const std::string_view link : links) {
            const std::size_t next = end + link.size();
            if (next < word_.size() && word_.substr(end, link.size()) == link && !from_[next].parts.empty()) {
                Cut cut = from_[next];
                cut.parts.push_back(part);
                cut.shortest = std::min(cut.shortest, part.size());
                replace(best, cut);
            }
        }
    }

    static void replace(Cut& best, const Cut& cut)
    {
        if (is_better(cut, best)) {
            best = cut;
        }
    }

    bool is_known(const std::string& part)
    {
        const auto [found, is_new] = asked_.try_emplace(part, false);
        if (is_new) {
            found->second = knows_(part);
        }
        return found->second;
    }

    std::string_view word_;
    const std::function<bool(const std::string&)>& knows_;
    std::vector<Cut> from_; // the best cut of the rest, by where it begins
    std::map<std::string, bool> asked_;
};

} // namespace

std::vector<std::string> compound_parts(std::string_view word, const std::function<bool(const std::string&)>& knows)
{
    if (word.size() < compound_shortest || word.size() > compound_longest) {
        return {};
    }
    return Cutter(word, knows).cut();
}

} // namespace unknot
