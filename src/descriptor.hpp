// SPDX-License-Identifier: GPL-3.0-or-later
// An open file or folder, closed at the end of its scope.
#pragma once

#include <unistd.h>

#include <utility>

namespace unknot {

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {} // as open() returned it
    ~Descriptor()
    {
        if (number_ >= 0) {
            ::close(number_);
        }
    }
    Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}
    Descriptor& operator=(Descriptor&&) = delete;

    bool is_open() const { return number_ >= 0; }
    int number() const { return number_; } // -1 when it is not open, in which nothing is found or read
    int release() { return std::exchange(number_, -1); } // it is the caller's to close

private:
    int number_;
};

} // namespace unknot
