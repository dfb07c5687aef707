# What ./samling feed rebuild and ./samling view rebuild have in common: a view is made again beside
# the running one.

# rebuild_beside SERVICE PATH QUERY READ COMPARED: begins one, shows how far it is until it is done, and
# lists what differed. READ and COMPARED name what it reads and what it compares.
rebuild_beside() {
    local service=$1 path=$2 read=$4 compared=$5 answer id
    answer=$(ask_json "$service" POST "$path$3") || exit $FAILED
    id=$(json_number id "$answer")
    begin_step "Rebuild the view of $service"
    until is_rebuilt "$answer" "$read"; do
        sleep 0.3
        answer=$(ask_json "$service" GET "$path/$id") || exit $FAILED
    done
    end_step "$(rebuild_progress "$answer" "$read"); the new view answers from now on"
    list_differences "$answer" "$compared"
}

# Shows how far it is; true once it is done.
is_rebuilt() {
    case $(json_text state "$1") in
        READING) tick "$(rebuild_progress "$1" "$2")" ;;
        COMPARING) tick "comparing as known at $(json_text compared "$1")" ;;
        SWITCHED) return 0 ;;
        *) fail "The rebuild failed, and the view is as it was: $(json_text reason "$1")" ;;
    esac
    return 1
}

rebuild_progress() {
    say "$(json_number read "$1") of $(json_number of "$1") $2, $(json_number perSecond "$1") a second"
}

list_differences() {
    local listed
    say "Compared as known at $(json_text compared "$1"): $(json_number differing "$1") $2 differ."
    listed=$(printf '%s' "$1" | sed -n 's/.*"differences":\["\([^]]*\)"\].*/\1/p')
    [ -z "$listed" ] || printf '%s\n' "$listed" | sed 's/","/\
/g' | sed 's/^/  /'
}

# ask_json SERVICE METHOD PATH: the answer's body; where it is a refusal, that is said and the call
# fails.
ask_json() {
    local answer
    is_running "$1" || { end_step ""; complain "$1 does not run; './samling up' starts it."; return 1; }
    answer=$( (
        exec 3<>"/dev/tcp/127.0.0.1/$(noted "$1" ports)" || exit 1
        printf '%s %s HTTP/1.0\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n' "$2" "$3" >&3
        cat <&3
    ) 2>/dev/null )
    case $answer in
        HTTP/1.?' 20'*) printf '%s\n' "$answer" | sed '1,/^.\{0,1\}$/d' ;;
        *)
            end_step ""
            complain "$1: $(json_text detail "$answer")"
            return 1
            ;;
    esac
}

json_number() { printf '%s' "$2" | sed -n "s/.*\"$1\":\([0-9][0-9]*\).*/\1/p" | head -n 1; }

json_text() {
    local found
    found=$(printf '%s' "$2" | sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" | head -n 1)
    say "${found:-it gives no reason}"
}
