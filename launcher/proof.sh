# ./samling faults log and relay: what tests try briefly, for as long as one likes.

prove_log() {
    local seconds=${1:-60}
    require_seconds log "$seconds"
    say "Each proof goes on for $seconds s; SAMLING_MONGODB_URI names a real server to try, SAMLING_REPLICA_SET_URI several to step down and SAMLING_REPLICA_SET_KILL what kills one."
    prove platform/event-store \
        'AppenderPropertiesTest,SeveralWritersTest,OutageTest,SharesTest,StepdownTest' "$seconds"
}

prove_relay() {
    local seconds=${1:-300}
    require_seconds relay "$seconds"
    say "The broker stays away for $seconds s while events are remembered."
    prove platform/event-relay RelayOutageTest "$seconds"
}

# require_seconds KIND SECONDS
require_seconds() {
    case $2 in
        '' | *[!0-9]*) misuse "'./samling faults $1' takes a number of seconds." ;;
    esac
}

# prove MODULE TESTS SECONDS
prove() {
    find_jdk
    command -v mvn >/dev/null 2>&1 || fail "The proofs run in Maven, and there is no 'mvn' on the PATH: install Maven 3.8 or newer."
    cd "$ROOT" || fail "There is no folder $ROOT."
    set -o pipefail
    JAVA_HOME=$JDK mvn -B -ntp -q -pl "$1" -am test \
        "-Dtest=$2" -Dsurefire.failIfNoSpecifiedTests=false -Dspotless.check.skip=true \
        "-Dsamling.proof.seconds=$3" ${SAMLING_PROOF_SEED:+"-Dsamling.proof.seed=$SAMLING_PROOF_SEED"} \
        | grep --line-buffered -E 'proof:|Tests run on|\[ERROR\]|expected|actual' && return "$OK"
    return "$FAILED"
}
