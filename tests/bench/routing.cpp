// SPDX-License-Identifier: GPL-3.0-or-later
// How well `ask` finds the right tree, by cross-validation: the weights and thresholds are found on all folds but one and measured on that one.
//
//     routing PACK FOLDS QUERIES.LANG.tsv…
//
// A line of a query file is a text, a tab, the acceptable trees with commas between (`none` when no tree should claim it). The language is the
// part of the file's name before `.tsv`, after its last `-` or `.`. Prints the figures of the folds together, of the weights that the program has,
// and the weights that all queries together would choose.
#include "routing/choice.hpp"
#include "routing/judging.hpp"
#include "routing/reading.hpp"
#include "unknot/pack.hpp"
#include "unknot/pack_index.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace unknot;

struct Reading {
    PersonsText text;
    std::vector<Evidence> evidence;
};

struct Question {
    std::string language;
    std::vector<std::string> trees; // none: out of scope
    std::vector<Reading> readings;  // in the order of languages
};

struct Score {
    std::size_t asked = 0;
    std::size_t first = 0;
    std::size_t among_three = 0;
    std::size_t outside = 0;
    std::size_t refused = 0;
    std::size_t falsely_refused = 0;
};

std::vector<std::string> split(const std::string& text, char separator)
{
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

std::vector<Question> read_questions(const SearchIndex& index, const std::string& file)
{
    const EvidenceIndex evidence(index);
    const std::string stem = std::filesystem::path(file).stem().string();
    const std::string language = stem.substr(stem.find_last_of("-.") + 1);
    std::vector<Question> questions;
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);) {
        const std::vector<std::string> columns = split(line, '\t');
        if (columns.size() < 2 || line.front() == '#') {
            continue;
        }
        Question question{language, split(columns[1], ','), {}};
        if (columns[1] == "none") {
            question.trees.clear();
        }
        for (const std::string& one : languages_for(columns[0], {language}, index.languages())) {
            PersonsText text = read_text(evidence, columns[0], one);
            std::vector<Evidence> found = evidence.of(text.words);
            question.readings.push_back({std::move(text), std::move(found)});
        }
        questions.push_back(std::move(question));
    }
    return questions;
}

std::vector<std::string> answer(const Question& question, const RoutingWeights& weights)
{
    std::vector<Judgement> best;
    for (const Reading& reading : question.readings) {
        const std::vector<Judgement> judged = judge(reading.text, reading.evidence, weights);
        if (elsewhere(judged, weights) != nullptr) {
            return {};
        }
        std::vector<Judgement> told = worth_telling(judged, 5, weights);
        if (!told.empty() && (best.empty() || told.front().score > best.front().score)) {
            best = std::move(told);
        }
        if (match_of(best, weights) == Match::strong) {
            break;
        }
    }
    std::vector<std::string> ids;
    std::transform(best.begin(), best.end(), std::back_inserter(ids), [](const Judgement& one) { return one.id; });
    return ids;
}

void add(Score& score, const Question& question, const RoutingWeights& weights)
{
    const std::vector<std::string> ids = answer(question, weights);
    if (question.trees.empty()) {
        ++score.outside;
        score.refused += ids.empty() ? 1U : 0U;
        return;
    }
    const auto right = [&](const std::string& id) { return std::count(question.trees.begin(), question.trees.end(), id) > 0; };
    ++score.asked;
    score.first += !ids.empty() && right(ids.front()) ? 1U : 0U;
    score.among_three += std::any_of(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(3, ids.size())), right) ? 1U : 0U;
    score.falsely_refused += ids.empty() ? 1U : 0U;
}

double share(std::size_t part, std::size_t of)
{
    return of == 0 ? 0 : static_cast<double>(part) / static_cast<double>(of);
}

// How far a score is above a bar, as a share that goes smoothly from 0 to 1: counting alone would choose weights by a hair's breadth.
double above(double score, double bar)
{
    constexpr double softness = 0.03;
    return 1 / (1 + std::exp((bar - score) / softness));
}

struct Soft {
    double first = 0;
    double among_three = 0;
    double refused = 0;
};

// The judged trees of the language that speaks, and the best thing that no tree solves.
struct Spoken {
    std::vector<Judgement> trees;
    double elsewhere = 0;
};

Spoken spoken_for(const Question& question, const RoutingWeights& weights)
{
    Spoken best;
    for (const Reading& reading : question.readings) {
        Spoken spoken;
        for (Judgement& one : judge(reading.text, reading.evidence, weights)) {
            if (one.kind == DocumentKind::tree) {
                spoken.trees.push_back(std::move(one));
            } else {
                spoken.elsewhere = std::max(spoken.elsewhere, one.score);
            }
        }
        if (!spoken.trees.empty() && (best.trees.empty() || spoken.trees.front().score > best.trees.front().score)) {
            best = std::move(spoken);
        }
        if (!best.trees.empty() && best.trees.front().score >= weights.strong) {
            break;
        }
    }
    return best;
}

Soft soft_score(const Question& question, const RoutingWeights& weights)
{
    const Spoken spoken = spoken_for(question, weights);
    const double best = spoken.trees.empty() ? 0 : spoken.trees.front().score;
    if (question.trees.empty()) {
        return {0, 0, 1 - above(best, std::max(weights.weak, spoken.elsewhere))};
    }
    double right = 0;
    std::vector<double> wrong = {0, 0, 0};
    for (const Judgement& one : spoken.trees) {
        const bool is_right = std::count(question.trees.begin(), question.trees.end(), one.id) > 0;
        if (is_right) {
            right = std::max(right, one.score);
        } else {
            wrong.push_back(one.score);
        }
    }
    std::sort(wrong.begin(), wrong.end(), std::greater<>());
    const double told = above(best, std::max(weights.weak, spoken.elsewhere));
    return {told * above(right, wrong[0]), told * above(right, std::max(wrong[2], best * weights.worth_showing)), 0};
}

// What the weights are chosen by: three shares against what is hoped for; the worst one counts most.
double quality(const std::vector<const Question*>& questions, const RoutingWeights& weights)
{
    Soft sum;
    double asked = 0;
    double outside = 0;
    for (const Question* question : questions) {
        const Soft soft = soft_score(*question, weights);
        sum.first += soft.first;
        sum.among_three += soft.among_three;
        sum.refused += soft.refused;
        (question->trees.empty() ? outside : asked) += 1;
    }
    const double first = sum.first / asked / 0.85;
    const double three = sum.among_three / asked / 0.95;
    const double refused = outside > 0 ? sum.refused / outside / 0.9 : 1;
    return first + three + refused + 2 * std::min({first, three, refused});
}

Score score_of(const std::vector<const Question*>& questions, const RoutingWeights& weights)
{
    Score score;
    for (const Question* question : questions) {
        add(score, *question, weights);
    }
    return score;
}

struct Dial {
    const char* name;
    std::function<double&(RoutingWeights&)> of;
    std::vector<double> values;
};

const std::vector<Dial>& dials()
{
    static const std::vector<Dial> all = {
        {"nearest", [](RoutingWeights& w) -> double& { return w.nearest; }, {0.2, 0.3, 0.4, 0.5, 0.6, 0.7}},
        {"further", [](RoutingWeights& w) -> double& { return w.further; }, {0, 0.1, 0.2, 0.3}},
        {"doubt", [](RoutingWeights& w) -> double& { return w.doubt; }, {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 1}},
        {"elsewhere", [](RoutingWeights& w) -> double& { return w.elsewhere; }, {0.9, 1.0, 1.1}},
        {"weak", [](RoutingWeights& w) -> double& { return w.weak; }, {0.14, 0.16, 0.18, 0.2, 0.22, 0.24, 0.26, 0.28, 0.3, 0.32, 0.34, 0.36, 0.38, 0.4}},
    };
    return all;
}

// One dial after the other, until none makes it better.
RoutingWeights turned(RoutingWeights best, const std::vector<const Question*>& questions)
{
    double reached = quality(questions, best);
    for (bool better = true; better;) {
        better = false;
        for (const Dial& dial : dials()) {
            for (const double value : dial.values) {
                RoutingWeights other = best;
                dial.of(other) = value;
                const double quality_now = other.nearest + other.further > 1 ? 0 : quality(questions, other);
                if (quality_now > reached + 1e-6) {
                    reached = quality_now;
                    best = other;
                    better = true;
                }
            }
        }
    }
    return best;
}

// From several starting points, because one may lead to a hill that is not the highest.
RoutingWeights found_on(const std::vector<const Question*>& questions)
{
    constexpr int starts = 4;
    std::mt19937 random(1);
    RoutingWeights best;
    double reached = -1;
    for (int start = 0; start < starts; ++start) {
        RoutingWeights weights;
        for (const Dial& dial : dials()) {
            dial.of(weights) = dial.values[random() % dial.values.size()];
        }
        weights.further = std::min(weights.further, 1 - weights.nearest);
        weights = turned(weights, questions);
        const double quality_now = quality(questions, weights);
        if (quality_now > reached) {
            reached = quality_now;
            best = weights;
        }
    }
    return best;
}

void print(const char* what, const Score& score)
{
    std::printf("%-34s first %5.1f %%  among three %5.1f %%  of %zu;  out of scope refused %5.1f %% of %zu;  falsely refused %zu\n", what,
        100 * share(score.first, score.asked), 100 * share(score.among_three, score.asked), score.asked, 100 * share(score.refused, score.outside),
        score.outside, score.falsely_refused);
}

int measure(const std::string& folder, std::size_t folds, const std::vector<std::string>& files)
{
    Problems problems;
    const Pack pack = Pack::open(folder, folder, Freshness::every_file, problems);
    std::vector<PackIndex> indexes;
    const std::filesystem::path cache = std::filesystem::temp_directory_path() / "unknot-bench-routing";
    indexes.push_back(index_for_pack(pack, cache, problems));
    const SearchIndex index(indexes);
    std::vector<Question> questions;
    for (const std::string& file : files) {
        std::vector<Question> more = read_questions(index, file);
        std::move(more.begin(), more.end(), std::back_inserter(questions));
    }
    std::vector<const Question*> all;
    std::map<std::string, std::vector<const Question*>> by_language;
    for (const Question& question : questions) {
        all.push_back(&question);
        by_language[question.language].push_back(&question);
    }
    for (const auto& [language, some] : by_language) {
        print(("weights of the program, " + language).c_str(), score_of(some, RoutingWeights()));
    }
    print("weights of the program", score_of(all, RoutingWeights()));
    RoutingWeights open;
    open.weak = 0;
    open.worth_showing = 0;
    open.strong = 2;
    print("order alone, nothing refused", score_of(all, open));
    Score together;
    for (std::size_t fold = 0; fold < folds; ++fold) {
        std::vector<const Question*> training;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (i % folds != fold) {
                training.push_back(all[i]);
            }
        }
        const RoutingWeights weights = found_on(training);
        for (std::size_t i = fold; i < all.size(); i += folds) {
            add(together, *all[i], weights);
        }
    }
    print("cross-validated", together);
    RoutingWeights chosen = found_on(all);
    print("weights found on all", score_of(all, chosen));
    for (const Dial& dial : dials()) {
        std::printf("  %s %g\n", dial.name, dial.of(chosen));
    }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 4) {
        std::fputs("usage: routing PACK FOLDS QUERIES.tsv...\n", stderr);
        return 2;
    }
    return measure(argv[1], std::strtoul(argv[2], nullptr, 10), {argv + 3, argv + argc});
}
