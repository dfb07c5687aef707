# ./samling down, status and logs.

down() {
    [ $# -eq 0 ] || misuse "'./samling down' takes no arguments."
    local name found= services=
    [ -d "$RUN" ] || { say "Nothing of Samling runs here."; return $OK; }
    lock
    for name in $SERVICES; do
        is_running "$name" && services="$services $name"
    done
    is_running local-stack && found=yes
    if [ -z "$services$found" ]; then
        say "Nothing of Samling runs here."
        return $OK
    fi
    if [ -n "$services" ]; then
        begin_step "Stop the services"
        stop 60 $services
        end_step "${services# }"
    fi
    if [ -n "$found" ]; then
        begin_step "Stop the local stack"
        stop 60 local-stack
        end_step ""
    fi
    say "Stopped. What was stored is kept in $DATA; './samling up' goes on from there."
}

status() {
    [ $# -eq 0 ] || misuse "'./samling status' takes no arguments."
    local name all_ready=yes any= port answer
    for name in $(all_processes); do
        if ! is_running "$name"; then
            all_ready=
            if [ -f "$RUN/$name" ]; then
                printf '%-18s has died: %s\n' "$name" "$(last_words "$name")"
            else
                printf '%-18s does not run\n' "$name"
            fi
            continue
        fi
        any=yes
        if [ "$name" = local-stack ]; then
            printf '%-18s runs      %s (process %s)\n' "$name" "$(noted "$name" ports)" "$(noted "$name" pid)"
            continue
        fi
        port=$(noted "$name" ports)
        answer=$(readiness_of "$port")
        case $answer in
            HTTP/1.?' 200'*) printf '%-18s is ready  http://127.0.0.1:%s (process %s)\n' "$name" "$port" "$(noted "$name" pid)" ;;
            *)
                all_ready=
                printf '%-18s NOT ready http://127.0.0.1:%s (process %s): %s\n' "$name" "$port" "$(noted "$name" pid)" "$(reason_in "$answer")"
                ;;
        esac
        positions_in "$answer"
    done
    [ -n "$all_ready" ] && return $OK
    [ -n "$any" ] && return $FAILED
    return $NOT_RUNNING
}

logs() {
    local name=${1:-} follow=${2:-}
    case " local-stack $SERVICES " in
        *" ${name:-none} "*) ;;
        *) misuse "'./samling logs' takes one of local-stack, ${SERVICES// /, }." ;;
    esac
    local log=$LOGS/$name.log
    [ -s "$log" ] || log=$LOGS/$name.out
    [ -f "$log" ] || { complain "$name has not written a log yet."; exit $NOT_RUNNING; }
    case $follow in
        '') tail -n 200 "$log" ;;
        -f) exec tail -n 200 -F "$log" ;;
        *) misuse "'./samling logs $name' takes -f, to follow, or nothing." ;;
    esac
}

run_stack_tool() {
    case "$1 ${2:-}" in
        'faults log') prove_log "${@:3}"; return ;;
        'faults relay') prove_relay "${@:3}"; return ;;
    esac
    make_data_folder
    find_jdk
    build local-stack
    exec "$JDK/bin/java" -Xmx256m -XX:+UseSerialGC "@$CACHE/local-stack/arguments" "$@"
}
