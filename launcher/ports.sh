# Who listens where.

answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# "java (process 123)", as far as this system tells.
listener_on() {
    local found=
    if command -v lsof >/dev/null 2>&1; then
        found=$(lsof -nP -iTCP:"$1" -sTCP:LISTEN 2>/dev/null | sed -n '2s/^\([^ ]*\) *\([0-9]*\).*/\1 (process \2)/p')
    elif command -v ss >/dev/null 2>&1; then
        found=$(ss -ltnpH "sport = :$1" 2>/dev/null | sed -n '1s/.*(("\([^"]*\)",pid=\([0-9]*\).*/\1 (process \2)/p')
    fi
    say "${found:-another program}"
}

# check_port PORT WHAT VARIABLE
check_port() {
    case $1 in
        '' | *[!0-9]*) fail "$3 is '$1', which is no port number." ;;
    esac
    if answers "$1"; then
        fail "Port $1, which $2 needs, is taken by $(listener_on "$1"); end that or set $3 to another port."
    fi
}

check_ports_of() {
    case $1 in
        local-stack)
            needs_own_mongodb && check_port "$(port_of mongodb)" MongoDB SAMLING_MONGODB_PORT
            needs_own_kafka && check_port "$(port_of kafka)" Kafka SAMLING_KAFKA_PORT
            ;;
        member-service) check_port "$(port_of $1)" $1 SAMLING_MEMBER_PORT ;;
        funding-service) check_port "$(port_of $1)" $1 SAMLING_FUNDING_PORT ;;
        reporting-service) check_port "$(port_of $1)" $1 SAMLING_REPORTING_PORT ;;
    esac
    return 0
}
