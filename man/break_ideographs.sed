# SPDX-License-Identifier: GPL-3.0-or-later
# groff breaks no line between ideographs by itself: `\:` tells where it may. By bytes (LC_ALL=C): E3 to EF begin wide characters and their punctuation,
# E4 to E9 ideographs, before which a line may begin. Twice, because each match ends within the next character. No line ends with an opening bracket.
/^[^.]/ {
    s/([\xe3-\xef][\x80-\xbf][\x80-\xbf])([\xe4-\xe9])/\1\\:\2/g
    s/([\xe3-\xef][\x80-\xbf][\x80-\xbf])([\xe4-\xe9])/\1\\:\2/g
    s/（\\:/（/g
}
