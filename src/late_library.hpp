// SPDX-License-Identifier: GPL-3.0-or-later
// A shared library that is loaded when a function of it is first wanted. Linked, each start of the program would look up all of the library's symbols,
// which takes longer than most of what a start does, for what few commands use.
#pragma once

#include <dlfcn.h>

namespace unknot {

class LateLibrary {
public:
    // `name` as the dynamic linker knows it: "libmd4c.so.0". Once loaded it stays as long as the program.
    explicit LateLibrary(const char* name) : handle_(::dlopen(name, RTLD_NOW | RTLD_LOCAL)) {}

    // Null when there is no such library, or no such function in it.
    template <class Function>
    Function* find(const char* name) const
    {
        return handle_ == nullptr ? nullptr : reinterpret_cast<Function*>(::dlsym(handle_, name));
    }

private:
    void* handle_;
};

} // namespace unknot
