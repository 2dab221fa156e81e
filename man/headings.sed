# SPDX-License-Identifier: GPL-3.0-or-later
# By its English heading groff knows the first section, NAME, below which a page gets its head and foot, and in section 1 of the manual the second,
# SYNOPSIS, where each form of a command begins a line. It has to be told the first words of their translations; mandoc cannot be told, hence `.br`.
/^\.Dt /h
/^\.Sh / {
    H
    G
    s/^(\.Sh ([^ \n]*)[^\n]*)\n\.Dt [^\n]*\n\.Sh [^\n]*$/.ds doc-section-name \2\n\1/
    s/^(\.Sh ([^ \n]*)[^\n]*)\n\.Dt [^\n]* 1\n\.Sh [^\n]*\n\.Sh [^\n]*$/.ds doc-section-synopsis \2\n\1/
    s/\n\.Dt .*//
}
/^\.Nm/ {
    G
    s/^(\.Nm[^\n]*)\n\.Dt [^\n]* 1\n\.Sh [^\n]*\n\.Sh [^\n]*$/.br\n\1/
    s/\n\.Dt .*//
}
