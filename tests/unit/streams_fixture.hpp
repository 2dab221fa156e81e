// SPDX-License-Identifier: GPL-3.0-or-later
// What goes through the standard streams, for tests of the program's own input and output.
#pragma once

#include <cstdio>
#include <functional>
#include <string>
#include <unistd.h>

namespace unknot {

// Puts another file in the place of a standard stream until it goes.
class Redirected {
public:
    Redirected(int stream, int replacement) : stream_(stream), before_(::dup(stream))
    {
        std::fflush(nullptr);
        ::dup2(replacement, stream);
    }
    ~Redirected()
    {
        std::fflush(nullptr);
        ::dup2(before_, stream_);
        ::close(before_);
    }
    Redirected(const Redirected&) = delete;
    Redirected& operator=(const Redirected&) = delete;

private:
    int stream_;
    int before_;
};

// What goes to a standard stream meanwhile.
inline std::string printed(const std::function<void()>& print, int stream = STDOUT_FILENO)
{
    std::FILE* file = std::tmpfile();
    {
        const Redirected output(stream, ::fileno(file));
        print();
    }
    std::rewind(file);
    std::string text(65536, '\0');
    text.resize(std::fread(text.data(), 1, text.size(), file));
    std::fclose(file);
    return text;
}

} // namespace unknot
