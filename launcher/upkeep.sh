# ./samling relay rewind, ./samling rebuild and ./samling view rebuild: what whoever runs Samling may ask of a service.

relay() {
    [ "${1:-}" = rewind ] || misuse "'./samling relay' takes: rewind --to <position> [--service member|funding]."
    shift
    local to= services= service failed=
    while [ $# -gt 0 ]; do
        case $1 in
            --to) to=${2:-};;
            --service) services=$(remembering "${2:-}") || exit $MISUSED;;
            *) misuse "'./samling relay rewind' does not know '$1'; it takes --to and --service.";;
        esac
        shift $(($# > 1 ? 2 : 1))
    done
    case $to in
        '' | *[!0-9]*) misuse "'./samling relay rewind' needs --to and a position, such as --to 0.";;
    esac
    for service in ${services:-member funding}; do
        ask_upkeep "$service-service" /api/relay/rewind "{\"to\": $to}" || { failed=yes; continue; }
        say "$service-service tells positions $to to $(field until "$ANSWER") again; those who read its facts do not notice."
    done
    [ -z "$failed" ] || exit $FAILED
}

# After a log was imported: the service's views, its facts on Kafka and the figures begin anew.
rebuild() {
    local services= service limit
    while [ $# -gt 0 ]; do
        case $1 in
            --service) services=$(remembering "${2:-}") || exit $MISUSED;;
            *) misuse "'./samling rebuild' does not know '$1'; it takes --service.";;
        esac
        shift $(($# > 1 ? 2 : 1))
    done
    for service in ${services:-member funding}; do
        begin_step "Rebuild what $service-service shows"
        ask_upkeep "$service-service" /api/rebuild '{}' || exit $FAILED
        await_rebuilt "$service-service"
        end_step ""
        begin_step "Rebuild its figures"
        ask_upkeep reporting-service "/api/feed/$service/rebuild" '{}' || exit $FAILED
        await_rebuilt reporting-service
        end_step ""
    done
}

# Makes what a service shows of its log again, beside the running view, compares both and switches.
view() {
    [ "${1:-}" = rebuild ] || misuse "'./samling view' takes: rebuild [member|funding]."
    [ $# -le 2 ] || misuse "'./samling view rebuild' takes member, funding or nothing."
    local services=${2:-member funding} service
    for service in $services; do
        case $service in
            member) rebuild_beside member-service /api/views/membership-roll/rebuilds "" events rows ;;
            funding) rebuild_beside funding-service /api/views/portfolio/rebuilds "" events rows ;;
            *) misuse "'./samling view rebuild' takes member, funding or nothing, not '$service'." ;;
        esac
    done
}

await_rebuilt() {
    local limit=$((SECONDS + READY_WITHIN))
    while ! is_ready "$(noted "$1" ports)"; do
        is_running "$1" || fail "$1 died while it was rebuilt: $(last_words "$1")"
        [ $SECONDS -lt $limit ] || fail "$1 was not ready within $READY_WITHIN seconds: $(reason_in "$(readiness_of "$(noted "$1" ports)")")"
        tick "$1"
        sleep 0.2
    done
}

remembering() {
    case $1 in
        member | funding) say "$1";;
        *) complain "--service is member or funding."; return 1;;
    esac
}

# The body of the answer is in ANSWER; where it is a refusal, that is said and the call fails.
ask_upkeep() {
    ANSWER=
    is_running "$1" || { end_step ""; complain "$1 does not run; './samling up' starts it."; return 1; }
    ANSWER=$(http_post "$(noted "$1" ports)" "$2" "$3")
    case $ANSWER in
        HTTP/1.?' 200'*);;
        *)
            end_step ""
            complain "$1: $(field detail "$ANSWER")"
            return 1
           ;;
    esac
}

# The value of a field of a flat JSON object.
field() {
    local value
    value=$(printf '%s' "$2" | sed -n "s/.*\"$1\":\(\"\([^\"]*\)\"\|\([-0-9][0-9]*\)\).*/\2\3/p" | head -n 1)
    say "${value:-it gives no reason}"
}
