# ./samling up

READY_WITHIN=${SAMLING_READY_WITHIN:-90}

up() {
    local fresh= yes= argument name missing=
    for argument in "$@"; do
        case $argument in
            --fresh) fresh=yes ;;
            --yes) yes=yes ;;
            --demo) use_demo ;;
            *) misuse "'./samling up' does not know '$argument'; it takes --demo, --fresh and --yes." ;;
        esac
    done
    [ $MODE = register ] || check_demo
    [ -z "$fresh" ] || check_fresh "$yes"
    heed_interrupts
    make_data_folder
    lock
    [ -z "$fresh" ] || start_empty
    check_mode
    for name in $(all_processes); do
        is_running "$name" || missing="$missing $name"
    done
    [ -z "$missing" ] || bring_up $missing
    if [ $MODE = demo ] && [ ! -f "$KEPT/is-loaded" ]; then
        [ -n "$JDK" ] || find_jdk
        load_demo
    fi
    introduce "$missing"
    [ $MODE = register ] || introduce_demo
    say ""
    say "'./samling status' tells how it is, './samling down' stops it."
}

start_empty() {
    stop 60 $SERVICES
    stop 60 local-stack
    delete_data
    make_data_folder
}

bring_up() {
    local name
    find_jdk
    check_room
    for name in "$@"; do check_ports_of "$name"; done
    if [ $MODE = demo ]; then build "$@" demo; else build "$@"; fi
    make_operator
    case " $* " in *' local-stack '*) start_stack ;; esac
    local services=" $* "
    services=${services/ local-stack/}
    [ -z "${services// /}" ] || begin_step "Start the services"
    for name in $services; do start_service "$name"; done
    case " $* " in *' local-stack '*) await_file stack.ready ;; esac
    for name in $services; do await_ready "$name"; done
    end_step "${services# }"
}

# Small headers of objects save memory, most of all where the stand-in holds documents; so does a C
# library that keeps few pools of free memory instead of eight for each core.
export MALLOC_ARENA_MAX=${MALLOC_ARENA_MAX:-2}

# Classes are kept from one start to the next, which halves the work of the second. The archive is
# written when a process stops for the first time.
quick_start() { say "-XX:+UseSerialGC -XX:+UseCompactObjectHeaders $(compilers) -XX:+AutoCreateSharedArchive -Xlog:cds=off -Xlog:aot=off"; }

# While four processes start on two cores, the optimising compiler takes as long as all the rest. For
# a demo, which somebody waits for, it stays out. For a register, which runs for months, it comes in
# where something is called ten times as often as would usually do.
compilers() {
    if [ "$MODE" = demo ]; then
        say "-XX:TieredStopAtLevel=1"
    else
        say "-XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000"
    fi
}

# A service out of memory is of no use until it is started again, but would look alive.
service_java() { say "-Xmx${SAMLING_SERVICE_MEMORY:-256m} -XX:+ExitOnOutOfMemoryError $(quick_start)"; }

# The stand-in of MongoDB holds all documents in memory. What commands leave behind is much, and short
# lived: with less room for it than this, under load a tenth of the time went into collecting it.
stack_java() { say "-Xms96m -XX:NewSize=64m -Xmx${SAMLING_STACK_MEMORY:-2g} $(quick_start)"; }

start_stack() {
    local ports= servers=
    if needs_own_mongodb; then
        ports="MongoDB 127.0.0.1:$(port_of mongodb)"
        servers="--mongodb-port=$(port_of mongodb)"
    else
        servers=--no-mongodb
    fi
    if needs_own_kafka; then
        ports="${ports:+$ports, }Kafka 127.0.0.1:$(port_of kafka)"
        servers="$servers --kafka-port=$(port_of kafka)"
    else
        servers="$servers --no-kafka"
    fi
    begin_step "Start the local stack"
    rm -f "$KEPT/data/stack.ready" "$KEPT/data/stack.starting"
    start local-stack "$ports" $(stack_java) -XX:SharedArchiveFile="$CACHE/local-stack.jsa" \
        "@$CACHE/local-stack/arguments" \
        run "--data=$KEPT/data" $servers
    # services need MongoDB to start, and wait for Kafka by themselves
    needs_own_mongodb && await_file stack.starting
    end_step "$ports"
}

# Until the local stack has written it.
await_file() {
    local limit=$((SECONDS + READY_WITHIN))
    while ! [ -f "$KEPT/data/$1" ]; do still_starting local-stack $limit; done
}

# As the local stack itself tells it, where that depends on what it runs.
stack_address() {
    case $1 in
        mongodb) sed -n "s/^mongodb=//p" "$KEPT/data/stack.starting" ;;
        kafka) say "127.0.0.1:$(port_of kafka)" ;;
    esac
}

start_service() {
    local name=$1
    local demo=false
    [ $MODE = demo ] && demo=true
    SAMLING_DATA=$KEPT SAMLING_DEMO=$demo \
    SAMLING_MONGODB_URI=${SAMLING_MONGODB_URI:-$(stack_address mongodb)} \
    SAMLING_KAFKA_BOOTSTRAP=${SAMLING_KAFKA_BOOTSTRAP:-$(stack_address kafka)} \
        start "$name" "$(port_of "$name")" $(service_java) -XX:SharedArchiveFile="$CACHE/$name.jsa" \
        "@$CACHE/$name/arguments" \
        --server.address=127.0.0.1 --server.port="$(port_of "$name")" \
        --logging.file.name="$LOGS/$name.log" --logging.threshold.console=off \
        --logging.logback.rollingpolicy.max-file-size=5MB --logging.logback.rollingpolicy.max-history=3 \
        --logging.logback.rollingpolicy.total-size-cap=20MB
}

# A service that waits to be rebuilt goes on waiting until it is asked to.
UNBUILT=
await_ready() {
    local limit=$((SECONDS + READY_WITHIN))
    while ! is_ready "$(port_of "$1")"; do
        case $(readiness_of "$(port_of "$1")") in
            *rebuild*)
                UNBUILT="$UNBUILT $1"
                return
                ;;
        esac
        still_starting "$1" $limit
    done
}

# Passes some time; ends everything where the process has died or the limit is past.
still_starting() {
    is_running "$1" || {
        rm -f "$CACHE/$1.jsa" # made anew, should it be that
        fail "$1 died while starting: $(last_words "$1") (see ./samling logs $1)"
    }
    if [ $SECONDS -ge "$2" ]; then
        fail "$1 was not ready within $READY_WITHIN seconds: $(reason_in "$(readiness_of "$(port_of "$1")")") (see ./samling logs $1)"
    fi
    tick "$1"
    sleep 0.2
}

introduce() {
    local name
    [ -n "$1" ] && say "Samling runs:" || say "Samling runs already:"
    for name in $SERVICES; do
        say "  $name http://127.0.0.1:$(noted "$name" ports)"
    done
    for name in $UNBUILT; do
        complain "$name has another log now than what was made from it: './samling rebuild' makes it anew."
    done
}
