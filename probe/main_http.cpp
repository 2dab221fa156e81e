// SPDX-License-Identifier: GPL-3.0-or-later
// The helper for what asks by HTTP.
#include "serving.hpp"

int main()
{
    using namespace unknot;
    constexpr ServedKind kinds[] = {{"clock", probe_clock}, {"http", probe_http}};
    return serve(kinds);
}
