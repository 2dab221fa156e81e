# SPDX-License-Identifier: GPL-3.0-or-later
# fish completion for unknot(1). The program itself knows what fits: `unknot __complete WORD…` prints a candidate a line, with its description behind a
# tab; a line that begins with the tab asks for files or folders.
function __unknot_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l program $words[1]
    for line in ($program __complete $words[2..-1] "$current" 2>/dev/null)
        switch $line
            case \tfiles
                __fish_complete_path (string replace -r '^--[a-z-]+=' '' -- $current)
            case \tfolders
                __fish_complete_directories (string replace -r '^--[a-z-]+=' '' -- $current)
            case '*'
                printf '%s\n' $line
        end
    end
end
complete -c unknot -f -a '(__unknot_complete)'
