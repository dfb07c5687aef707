# Starts processes and ends them: only those that we started, known by number, time of birth and a
# token in their command line, so that a number used again by somebody else does no harm.

STARTED=
HELD=

# When a process was born; nothing for one that is gone or only waits to be collected.
birth_of() {
    local stat
    if [ -r /proc/self/stat ]; then
        { read -r stat <"/proc/$1/stat"; } 2>/dev/null || return 0
        set -- ${stat##*) }
        [ "$1" = Z ] || say "${20}"
    else
        LC_ALL=C ps -o lstart= -p "$1" 2>/dev/null
    fi
}

command_of() {
    if [ -r /proc/self/cmdline ]; then
        tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null
    else
        ps -ww -o command= -p "$1" 2>/dev/null
    fi
}

# What was noted of a process when it was started: pid, birth, token, ports.
noted() {
    local key value
    [ -f "$RUN/$1" ] || return 0
    while IFS='=' read -r key value; do
        [ "$key" = "$2" ] && say "$value"
    done <"$RUN/$1"
}

is_running() {
    local pid birth token
    pid=$(noted "$1" pid)
    [ -n "$pid" ] || return 1
    birth=$(noted "$1" birth)
    [ "$(birth_of "$pid")" = "$birth" ] || return 1
    token=$(noted "$1" token)
    case $(command_of "$pid") in
        *"-Dsamling.process=$token"*) return 0 ;;
    esac
    return 1
}

# start NAME PORTS JAVA-ARGUMENTS...: in the background, deaf to Ctrl-C and to a closed terminal.
start() {
    local name=$1 ports=$2 token logged
    shift 2
    logged=$(size_of "$LOGS/$name.log")
    token=$(new_id)
    [ ! -f "$LOGS/$name.out" ] || mv -f "$LOGS/$name.out" "$LOGS/$name.out.1"
    HELD=
    trap 'HELD=yes' INT TERM HUP
    nohup "$JDK/bin/java" "-Dsamling.process=$token" "-XX:ErrorFile=$LOGS/$name.crash" "$@" </dev/null >"$LOGS/$name.out" 2>&1 &
    {
        printf 'pid=%s\ntoken=%s\nports=%s\nlogged=%s\nbirth=' $! "$token" "$ports" "$logged"
        birth_of $!
    } >"$RUN/$name"
    disown $! # how it ends is not for bash to say
    STARTED="$name $STARTED"
    heed_interrupts
    [ -z "$HELD" ] || interrupted
}

signal() { is_running "$1" && kill "-$2" "$(noted "$1" pid)" 2>/dev/null; }

# stop LIMIT NAMES...: asks all at once and waits for each; past the limit it insists.
stop() {
    local limit=$(($1 + SECONDS)) name
    shift
    for name in "$@"; do signal "$name" TERM; done
    for name in "$@"; do
        while is_running "$name" && [ $SECONDS -lt $limit ]; do
            tick "$name"
            sleep 0.1
        done
        if is_running "$name"; then
            complain "$name did not stop when asked and was ended."
            signal "$name" KILL
            while is_running "$name"; do sleep 0.1; done
        fi
        rm -f "$RUN/$name"
    done
}

stop_what_we_started() {
    trap '' INT TERM HUP
    stop_maven
    [ -z "${TELLER:-}" ] || kill "$TELLER" 2>/dev/null
    [ -n "$STARTED" ] || return 0
    local services=${STARTED//local-stack/} name
    # one that is not ready has nothing to put in order, and would keep its classes half loaded
    for name in $services; do is_ready "$(port_of "$name")" || signal "$name" KILL; done
    stop 20 $services
    case $STARTED in *local-stack*) stop 30 local-stack ;; esac
    complain "What had been started was stopped again."
    STARTED=
}

# In the middle of a command substitution bash 5.2 takes a trap for a part of it and misses its end,
# which is the second line; elsewhere that line is not come to.
heed_interrupts() { trap $'interrupted\n)' INT TERM HUP; }

interrupted() {
    end_step "interrupted"
    stop_what_we_started
    exit 130
}

size_of() { if [ -f "$1" ]; then wc -c <"$1" | tr -d ' '; else say 0; fi; }

# Why a process died, in its own words since it was started.
last_words() {
    local words written
    written=$(cat "$LOGS/$1.out" 2>/dev/null; tail -c "+$(($(noted "$1" logged) + 1))" "$LOGS/$1.log" 2>/dev/null)
    words=$(printf '%s\n' "$written" | sed -n '/^Description:/,$ { /^Description:/d; /^ *$/d; p; }' | head -n 1)
    [ -n "$words" ] || words=$(printf '%s\n' "$written" | sed -n 's/^Caused by: [A-Za-z0-9_.$]*: //p' | tail -n 1)
    [ -n "$words" ] || words=$(printf '%s\n' "$written" | grep -E 'ERROR|Exception|^Error' | tail -n 1)
    [ -n "$words" ] || words=$(printf '%s\n' "$written" | tail -n 1)
    say "${words:-it said nothing}"
}
