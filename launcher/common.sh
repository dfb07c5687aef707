# Words to the user, and names that every part uses.

OK=0
FAILED=1
MISUSED=2
NOT_RUNNING=3

SERVICES="member-service funding-service reporting-service"
VERSION=0.1.0

DATA=${SAMLING_DATA:-$ROOT/.samling}
case $DATA in
    /*) ;;
    *) DATA=$PWD/$DATA ;;
esac
KEPT=$DATA # the demo has a folder of its own inside
MODE=register
RUN=$DATA/run
LOGS=$DATA/logs
CACHE=$DATA/cache

say() { printf '%s\n' "$*"; }

complain() { printf 'samling: %s\n' "$*" >&2; }

# One sentence about what is wrong, and the end; whatever this call has started is stopped.
fail() {
    end_step ""
    complain "$*"
    stop_what_we_started
    exit $FAILED
}

misuse() {
    complain "$*"
    exit $MISUSED
}

# A step is one line: what is done and, when it is done, how long it took.
STEP=
begin_step() {
    STEP=$1
    STEP_BEGAN=$SECONDS
    [ -t 1 ] && printf '  %s' "$STEP"
    return 0
}

# Shows the seconds pass, where somebody is looking.
tick() {
    if [ -n "$STEP" ] && [ -t 1 ]; then
        printf '\r  %-34s %3d s  %s\033[K' "$STEP" $((SECONDS - STEP_BEGAN)) "${1:-}"
    fi
}

end_step() {
    [ -n "$STEP" ] || return 0
    [ -t 1 ] && printf '\r\033[K'
    printf '  %-34s %3d s  %s\n' "$STEP" $((SECONDS - STEP_BEGAN)) "$1"
    STEP=
}

port_of() {
    case $1 in
        mongodb) say "${SAMLING_MONGODB_PORT:-27117}" ;;
        kafka) say "${SAMLING_KAFKA_PORT:-9192}" ;;
        member-service) say "${SAMLING_MEMBER_PORT:-8081}" ;;
        funding-service) say "${SAMLING_FUNDING_PORT:-8082}" ;;
        reporting-service) say "${SAMLING_REPORTING_PORT:-8083}" ;;
    esac
}

# Where MongoDB and Kafka are somebody else's, the local stack does not start its own.
needs_own_mongodb() { [ -z "${SAMLING_MONGODB_URI:-}" ]; }
needs_own_kafka() { [ -z "${SAMLING_KAFKA_BOOTSTRAP:-}" ]; }
needs_local_stack() { needs_own_mongodb || needs_own_kafka; }

# What runs here, in the order in which it starts.
all_processes() {
    needs_local_stack && say local-stack
    for service in $SERVICES; do say "$service"; done
}

use_demo() {
    MODE=demo
    KEPT=$DATA/demo
}

new_id() {
    if [ -r /proc/sys/kernel/random/uuid ]; then
        cat /proc/sys/kernel/random/uuid
    elif command -v uuidgen >/dev/null 2>&1; then
        uuidgen | tr 'A-F' 'a-f'
    else
        local hex
        hex=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
        say "${hex:0:8}-${hex:8:4}-4${hex:13:3}-a${hex:17:3}-${hex:20:12}"
    fi
}
