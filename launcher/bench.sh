# ./samling bench: measures on servers of its own, beside whatever runs here.

BENCH=

bench() {
    local what=${1:-all}
    case $what in
        stack) run_stack_tool bench "${@:2}" ;;
        log | loading | relay | rebuild | view | http | whole | all) ;;
        *) misuse "'./samling bench' measures stack, log, loading, relay, rebuild, view, http, whole or all, not '$what'." ;;
    esac
    [ $# -le 1 ] || misuse "'./samling bench $what' takes nothing more."
    make_data_folder
    find_jdk
    build local-stack $SERVICES benchmarks
    BENCH=$(mktemp -d "$DATA/bench.XXXXXX") || fail "The folder $DATA is not writable."
    trap 'rm -rf "$BENCH"' EXIT
    "$JDK/bin/java" $(service_java) -XX:SharedArchiveFile="$CACHE/benchmarks.jsa" "@$CACHE/benchmarks/arguments" \
        "$what" --programs="$CACHE" --data="$BENCH" --json="$DATA/bench.json" \
        --java-options="$(service_java)" --stack-java-options="$(stack_java)"
}
