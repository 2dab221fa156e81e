// SPDX-License-Identifier: GPL-3.0-or-later
// The helper for what speaks TLS by itself.
#include "serving.hpp"

int main()
{
    using namespace unknot;
    constexpr ServedKind kinds[] = {{"tls", probe_tls}};
    return serve(kinds);
}
