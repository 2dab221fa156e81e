# SPDX-License-Identifier: GPL-3.0-or-later
# Chinese punctuation brings its own space: none belongs between it and what a macro prints. For `sed -z`, a page at once, because what is joined stands
# on two lines, and after break_ideographs.sed. By bytes (LC_ALL=C): E3 80 and EF BC begin wide punctuation, EF BC 88 is the opening bracket.

# Behind a macro that encloses the rest of its line nothing can be joined: it gets an explicit end.
s/\n\.(Ql|Sq) ([^\n]*)(\n(\xe3\x80|\xef\xbc))/\n.So \2 Sc\3/g
s/\n\.Pq ([^\n]*)(\n(\xe3\x80|\xef\xbc))/\n.Po \1 Pc\2/g

# Quotation marks in a sentence are punctuation as well.
s/(\n[^.\n][^\n]*)\n\.Dq ([^\n]*)\n([^.\n])/\1\\:“\2”\\:\3/g

# Punctuation behind a macro comes onto the macro's line, with all up to a space.
:behind
s/(\n\.(Ar|Cm|Ev|Fl|Fn|Ic|Nm|Pa|Po|So|Xr)[^\n]*)\n((\xe3\x80|\xef\xbc)[^ \n]*)( ([^.'\n])|\n)/\1 Ns \3\n\6/
t behind

# Punctuation before a macro: of two macros the lines are joined, a line of text tells that it goes on. `\:` is where it may be broken all the same.
:between
s/(\n\.[^\n]* Ns [^ \n]*(\xe3\x80[\x81\x82]|\xef\xbc[\x81\x89-\x9f]))\n\.((Ar|Cm|Ev|Fl|Fn|Ic|Nm|Pa|Po|Pq|Ql|So|Sq|Xr)[ \n])/\1\\: Ns \3/
t between
s/(\n\.[^\n]* Ns [^ \n]*\xef\xbc\x88)\n\.((Ar|Cm|Ev|Fl|Fn|Ic|Nm|Pa|Po|Pq|Ql|So|Sq|Xr)[ \n])/\1 Ns \2/g
s/(\n[^.\n][^\n]*(\xe3\x80[\x81\x82]|\xef\xbc[\x81\x89-\x9f]))(\n\.(Ar|Cm|Ev|Fl|Fn|Ic|Nm|Pa|Po|Pq|Ql|So|Sq|Xr)[ \n])/\1\\:\\c\3/g
s/(\n[^.\n][^\n]*\xef\xbc\x88)(\n\.(Ar|Cm|Ev|Fl|Fn|Ic|Nm|Pa|Po|Pq|Ql|So|Sq|Xr)[ \n])/\1\\c\2/g
