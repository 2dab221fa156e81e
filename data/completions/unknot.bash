# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion for unknot(1). The program itself knows what fits: `unknot __complete WORD…` prints a candidate a line, with its description behind a
# tab; a line that begins with the tab asks for files or folders.
_unknot()
{
    local rest=${COMP_LINE:0:COMP_POINT} word words=() line text fixed shell=
    local -i i
    # bash divides words at `=` and `:` as well: what no blank divides belongs together.
    for ((i = 0; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if ((i == 0)) || [[ $rest == [[:blank:]]* || -z $rest ]] && [[ ! (-z $rest && $word == "" && ${words[-1]} == *[=:]) ]]; then
            words+=('')
        fi
        rest=${rest#"${rest%%[![:blank:]]*}"}
        ((i < COMP_CWORD)) || word=$rest
        words[-1]+=$word
        rest=${rest#"$word"}
    done
    fixed=${words[-1]}
    case $COMP_WORDBREAKS in
        *=*:* | *:*=*) fixed=${fixed%"${fixed##*[=:]}"} ;;
        *=*) fixed=${fixed%"${fixed##*=}"} ;;
        *:*) fixed=${fixed%"${fixed##*:}"} ;;
        *) fixed= ;;
    esac
    COMPREPLY=()
    while IFS= read -r line; do
        text=${line%%$'\t'*}
        if [[ -n $text ]]; then
            COMPREPLY+=("${text#"$fixed"}")
        else
            shell=${line#$'\t'}
        fi
    done < <("$1" __complete "${words[@]:1}" 2> /dev/null)
    text=${words[-1]#"$fixed"}
    case $shell in
        files) mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$text") ;;
        folders) mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -d -- "$text") ;;
    esac
    [[ -z $shell ]] || compopt -o filenames 2> /dev/null
    [[ ${COMPREPLY[*]} != *[=:/] ]] || compopt -o nospace 2> /dev/null
}
complete -F _unknot unknot
