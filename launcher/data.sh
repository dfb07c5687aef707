# The folder .samling: everything that Samling keeps on this machine.

MARKER=made-by-samling
LOCKED=

make_data_folder() {
    if [ -L "$DATA" ]; then
        fail "$DATA is a symbolic link; Samling keeps its data in a folder of its own."
    fi
    if [ ! -d "$DATA" ]; then
        mkdir -p "$DATA" 2>/dev/null || fail "The folder $DATA cannot be made; is $(dirname "$DATA") writable?"
        say "Everything in this folder was made by ./samling, which may delete it again." >"$DATA/$MARKER"
    fi
    mkdir -p "$RUN" "$LOGS" "$CACHE" "$KEPT/data" 2>/dev/null || fail "The folder $DATA is not writable."
}

# One that works at a time: a file with our number, taken over only from one who is dead.
lock() {
    local mine="$$ $(birth_of $$)" theirs tries=0
    while ! (set -o noclobber && printf '%s\n' "$mine" >"$RUN/lock") 2>/dev/null; do
        theirs=$(cat "$RUN/lock" 2>/dev/null)
        if [ -n "$theirs" ] && [ "$(birth_of "${theirs%% *}")" = "${theirs#* }" ]; then
            complain "Another ./samling (process ${theirs%% *}) is at work here; wait until it is done."
            exit $FAILED
        fi
        tries=$((tries + 1))
        [ $tries -gt 20 ] && fail "The lock $RUN/lock cannot be taken; is $RUN writable?"
        discard_lock_of "$theirs"
    done
    LOCKED=yes
    trap unlock EXIT
}

# Two may find the same dead owner; what was moved away by mistake is put back.
discard_lock_of() {
    local aside=$RUN/lock.$$
    mv "$RUN/lock" "$aside" 2>/dev/null || return 0
    [ "$(cat "$aside")" = "$1" ] || ln "$aside" "$RUN/lock" 2>/dev/null
    rm -f "$aside"
}

unlock() {
    [ -n "$LOCKED" ] && rm -f "$RUN/lock"
    LOCKED=
}

# The one actor there is until people can sign in: a random id, made once.
make_operator() {
    [ -s "$KEPT/operator" ] && return
    (umask 077 && new_id >"$KEPT/operator.$$")
    ln "$KEPT/operator.$$" "$KEPT/operator" 2>/dev/null
    rm -f "$KEPT/operator.$$"
}

check_room() {
    local free wanted=300
    # what is unpacked at the first start
    [ -d "$CACHE/reporting-service" ] || wanted=900
    free=$(df -Pk "$DATA" | tail -1)
    free=$(printf '%s' "${free%\%*}" | tr -s ' ')
    set -- $free
    while [ $# -gt 2 ]; do shift; done
    if [ "$1" -lt ${wanted}000 ]; then
        fail "The disk that holds $DATA has only $(($1 / 1000)) MB left; Samling wants $wanted."
    fi
}

# May the folder be deleted? Only ours, only here, only after a yes.
check_fresh() {
    local answered=$1 answer
    if ! needs_own_mongodb || ! needs_own_kafka; then
        misuse "--fresh deletes only what is on this machine, and SAMLING_MONGODB_URI or SAMLING_KAFKA_BOOTSTRAP names servers elsewhere; unset them first."
    fi
    [ -L "$DATA" ] && misuse "$DATA is a symbolic link, and --fresh deletes only a folder that Samling made."
    [ -e "$DATA" ] || return 0
    if [ ! -d "$DATA" ] || [ ! -O "$DATA" ] || [ ! -f "$DATA/$MARKER" ] || [ "${DATA##*/}" != .samling ]; then
        misuse "$DATA was not made by ./samling, so --fresh does not delete it."
    fi
    [ -n "$answered" ] && return
    [ -t 0 ] || misuse "--fresh deletes everything in $KEPT; without a terminal to ask at it needs --yes."
    printf 'This deletes everything in %s. Type yes to go on: ' "$KEPT"
    read -r answer
    if [ "$answer" != yes ]; then
        say "Nothing was deleted."
        exit $OK
    fi
}

# Everything that was stored, or with --demo only the demo; never the lock that we hold. What was
# unpacked of the programs stays, or the next start would take twice as long.
delete_data() {
    if [ $MODE = demo ]; then
        rm -rf "$KEPT"
    else
        find "$DATA" -mindepth 1 -maxdepth 1 ! -name run ! -name cache ! -name "$MARKER" -exec rm -rf {} +
        find "$RUN" -mindepth 1 ! -name lock -exec rm -rf {} +
    fi
    say "  Deleted what was in $KEPT"
}
