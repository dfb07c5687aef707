# ./samling log: writes a service's log to a file, restores it from one, and looks for faults in it.

log() {
    local command=${1:-} service= file= demo= argument
    case $command in
        export | import | verify) shift ;;
        *) misuse "'./samling log' takes export, import or verify." ;;
    esac
    while [ $# -gt 0 ]; do
        argument=$1
        shift
        case $argument in
            --service) service=$(remembering "${1:-}") || exit $MISUSED ;;
            --file) file=${1:-} ;;
            --demo)
                use_demo
                continue
                ;;
            *) misuse "'./samling log $command' does not know '$argument'; it takes --service, --file and --demo." ;;
        esac
        [ $# -gt 0 ] && shift
    done
    [ -n "$service" ] || misuse "'./samling log $command' needs --service member or --service funding."
    [ "$command" != import ] || [ -r "${file:=$service.ndjson}" ] || misuse "The file $file cannot be read."
    heed_interrupts
    make_data_folder
    lock
    check_mode
    if [ "$command" = import ] && is_running "$service-service"; then
        fail "$service-service runs, and import needs its log to itself; './samling down' stops it."
    fi
    find_jdk
    build local-stack "$service-service"
    make_operator
    if needs_local_stack && ! is_running local-stack; then
        check_room
        check_ports_of local-stack
        start_stack >&2
    fi
    rm -f "$LOGS/$service-log.log"
    run_log_command "$command" "$service" "${file:-$service.ndjson}"
    argument=$?
    file=$(why_it_did_not_begin "$service")
    [ -z "$file" ] || complain "$service-service could not be started for it: $file"
    case $STARTED in *local-stack*) stop 30 local-stack ;; esac
    STARTED=
    return $argument
}

# The service's own process, which does that one thing and ends.
run_log_command() {
    SAMLING_DATA=$KEPT SAMLING_DEMO=false \
    SAMLING_MONGODB_URI=${SAMLING_MONGODB_URI:-$(stack_address mongodb)} \
    SAMLING_KAFKA_BOOTSTRAP=${SAMLING_KAFKA_BOOTSTRAP:-$(stack_address kafka)} \
        "$JDK/bin/java" -Xmx"${SAMLING_SERVICE_MEMORY:-256m}" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
        -Xlog:cds=off -Xlog:aot=off -XX:SharedArchiveFile="$CACHE/$2-service.jsa" "@$CACHE/$2-service/arguments" \
        "--samling.log-command=$1" "--samling.log-file=$3" "--samling.log-compare=$(reporting_address)" \
        --samling.event-store.clock-check=false --server.port=0 \
        --logging.file.name="$LOGS/$2-log.log" --logging.threshold.console=off </dev/null
}

# Where it could not even begin, it has said so to its log alone.
why_it_did_not_begin() {
    sed -n '/^Description:/,$ { /^Description:/d; /^ *$/d; p; }' "$LOGS/$1-log.log" 2>/dev/null | head -n 1
}

# Figures are compared with those of reporting-service, where it runs.
reporting_address() {
    is_running reporting-service && say "http://127.0.0.1:$(noted reporting-service ports)"
}
