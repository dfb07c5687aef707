# The demo: ten years of a cluster organisation, told to services that have a folder of their own.

check_demo() {
    if ! needs_own_mongodb || ! needs_own_kafka; then
        misuse "The demo has servers of its own, and SAMLING_MONGODB_URI or SAMLING_KAFKA_BOOTSTRAP names others; unset them first."
    fi
}

# What runs is either the register or the demo.
check_mode() {
    local name running
    running=$(cat "$RUN/mode" 2>/dev/null)
    for name in $(all_processes); do
        if is_running "$name" && [ "${running:-register}" != $MODE ]; then
            fail "What runs here is the ${running:-register}, not the $MODE; './samling down' stops it."
        fi
    done
    say $MODE >"$RUN/mode"
}

load_demo() {
    local teller
    [ $MODE = demo ] && [ ! -f "$KEPT/is-loaded" ] || return 0
    begin_step "Load the demo"
    "$JDK/bin/java" -Xmx128m $(quick_start) -XX:SharedArchiveFile="$CACHE/demo.jsa" "@$CACHE/demo/arguments" \
        "--data=$KEPT" "--member=$(address_of member-service)" "--funding=$(address_of funding-service)" \
        "--reporting=$(address_of reporting-service)" >"$LOGS/demo.out" 2>&1 </dev/null &
    teller=$!
    TELLER=$teller
    while kill -0 $teller 2>/dev/null; do
        [ ! -t 1 ] || tick "$(figure members) members"
        sleep 0.3
    done
    TELLER=
    wait $teller || fail "The demo could not be loaded: $(tail -n 1 "$LOGS/demo.out")"
    : >"$KEPT/is-loaded"
    end_step "$(tail -n 1 "$LOGS/demo.out")"
}

address_of() { say "http://127.0.0.1:$(port_of "$1")"; }

# The value of a figure now; nothing where it is not known yet.
figure() {
    http_get "$(port_of reporting-service)" "/api/figures/$1" | sed -n 's/.*"value":\([0-9]*\).*/\1/p'
}

introduce_demo() {
    local port
    port=$(noted reporting-service ports)
    say ""
    say "The demo holds $(figure members) members with $(figure employees) employees. Try next:"
    say "  http://127.0.0.1:$port"
    say "      all of it on a page, on any day, as it was known at any moment"
    say "  http://127.0.0.1:$port/api/figures/members?asOf=2018-12-31"
    say "      how many there were then"
    say "  http://127.0.0.1:$port/api/figures/employees?asOf=2018-12-31&knownAt=2019-01-15T12:00:00Z"
    say "      how many worked at them, as it was known in January 2019"
}
