// SPDX-License-Identifier: GPL-3.0-or-later
// A file of netstrings (https://cr.yp.to/proto/netstrings.txt): each text with its size before it, each list with the number of its elements.
#include "pack/head.hpp"

#include "unknot/cache_file.hpp"
#include "unknot/hash.hpp"

#include <fmt/format.h>

#include <sys/stat.h>

#include <charconv>
#include <iterator>

namespace unknot {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view format_name = "unknot pack head 1";
constexpr std::size_t longest = 1024 * 1024; // of a file that is looked at: more than any pack.yaml says

class Writer {
public:
    void put(std::string_view text) { fmt::format_to(std::back_inserter(bytes), "{}:{},", text.size(), text); }
    void put(int number) { put(std::to_string(number)); }
    void put(std::size_t number) { put(std::to_string(number)); }

    void put(const Place& place)
    {
        put(place.file);
        put(place.line);
        put(place.column);
    }

    void put(const Text& text)
    {
        put(text.source());
        put(text.place());
        put(text.translations().size());
        for (const auto& [language, translation] : text.translations()) {
            put(language);
            put(translation);
            put(text.place_in(language));
        }
    }

    void put(const std::vector<std::string>& list)
    {
        put(list.size());
        for (const std::string& text : list) {
            put(text);
        }
    }

    std::string bytes;
};

// After the first fault everything is empty and `fits()` is false.
class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    bool fits() const { return fits_; }
    bool is_at_end() const { return fits_ && rest_.empty(); }

    std::string text()
    {
        std::size_t size = 0;
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), size);
        const auto start = static_cast<std::size_t>(end - rest_.data()) + 1;
        fits_ = fits_ && error == std::errc() && start < rest_.size() && rest_[start - 1] == ':' && size < rest_.size() - start && rest_[start + size] == ',';
        if (!fits_) {
            return {};
        }
        std::string taken(rest_.substr(start, size));
        rest_.remove_prefix(start + size + 1);
        return taken;
    }

    template <class Number>
    Number number()
    {
        const std::string digits = text();
        Number value = 0;
        fits_ = fits_ && std::from_chars(digits.data(), digits.data() + digits.size(), value).ec == std::errc();
        return fits_ ? value : 0;
    }

    Place place()
    {
        Place place;
        place.file = text();
        place.line = number<int>();
        place.column = number<int>();
        return place;
    }

    Text translated()
    {
        std::string source = text();
        Text read(std::move(source), place());
        for (std::size_t left = number<std::size_t>(); left > 0 && fits_; --left) {
            std::string language = text();
            std::string translation = text();
            read.translate(std::move(language), std::move(translation), place());
        }
        return read;
    }

    std::vector<std::string> list()
    {
        std::vector<std::string> texts;
        for (std::size_t left = number<std::size_t>(); left > 0 && fits_; --left) {
            texts.push_back(text());
        }
        return texts;
    }

private:
    std::string_view rest_;
    bool fits_ = true;
};

std::string bytes_of(const PackInfo& info)
{
    Writer out;
    for (const std::string* text : {&info.id, &info.version, &info.source_language, &info.license, &info.homepage, &info.reviewed, &info.expires}) {
        out.put(*text);
    }
    out.put(info.title);
    out.put(info.topics.size());
    for (const auto& [id, name] : info.topics) {
        out.put(id);
        out.put(name);
    }
    for (const auto* list : {&info.languages, &info.needs.network, &info.needs.files, &info.needs.commands}) {
        out.put(*list);
    }
    return std::move(out.bytes);
}

PackInfo info_from(Reader& in)
{
    PackInfo info;
    for (std::string* text : {&info.id, &info.version, &info.source_language, &info.license, &info.homepage, &info.reviewed, &info.expires}) {
        *text = in.text();
    }
    info.title = in.translated();
    for (auto left = in.number<std::size_t>(); left > 0 && in.fits(); --left) {
        std::string id = in.text();
        info.topics.insert_or_assign(std::move(id), in.translated());
    }
    for (auto* list : {&info.languages, &info.needs.network, &info.needs.files, &info.needs.commands}) {
        *list = in.list();
    }
    return info;
}

// Empty when there is no such file.
std::string state_of(const fs::path& file)
{
    struct stat status = {};
    if (::stat(file.c_str(), &status) != 0) {
        return {};
    }
    return fmt::format("{} {} {} {}.{:09} {}.{:09}", status.st_dev, status.st_ino, status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
        status.st_ctim.tv_sec, status.st_ctim.tv_nsec);
}

} // namespace

KeptHead::KeptHead(const fs::path& folder, const fs::path& cache)
{
    if (!cache.empty()) {
        const std::string whole = fs::absolute(folder).lexically_normal().string();
        file_ = cache / fmt::format("{:012x}.head", quick_hash(whole));
        state_ = state_of(folder / "pack.yaml");
        state_ += state_.empty() ? "" : " " + whole;
    }
}

std::optional<PackInfo> KeptHead::read() const
{
    if (state_.empty()) {
        return std::nullopt;
    }
    const std::optional<std::string> bytes = read_beginning(file_, longest);
    if (!bytes) {
        return std::nullopt;
    }
    Reader in(*bytes);
    if (in.text() != format_name || in.text() != state_) {
        return std::nullopt;
    }
    PackInfo info = info_from(in);
    return in.is_at_end() ? std::optional(std::move(info)) : std::nullopt;
}

void KeptHead::write(const PackInfo& info) const
{
    if (state_.empty()) {
        return;
    }
    Writer head;
    head.put(format_name);
    head.put(state_);
    make_cache(file_.parent_path());
    [[maybe_unused]] const bool kept = replace_file(file_, {head.bytes, bytes_of(info)});
}

} // namespace unknot
