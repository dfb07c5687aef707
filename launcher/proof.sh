# ./samling faults log: what the tests of the log try briefly, for as long as one likes.

prove_log() {
    local seconds=${1:-60}
    case $seconds in
        '' | *[!0-9]*) misuse "'./samling faults log' takes a number of seconds." ;;
    esac
    find_jdk
    command -v mvn >/dev/null 2>&1 || fail "The proofs run in Maven, and there is no 'mvn' on the PATH: install Maven 3.8 or newer."
    say "Each proof goes on for $seconds s; SAMLING_MONGODB_URI names a real server to try, SAMLING_REPLICA_SET_URI several to step down and SAMLING_REPLICA_SET_KILL what kills one."
    cd "$ROOT" || fail "There is no folder $ROOT."
    set -o pipefail
    JAVA_HOME=$JDK mvn -B -ntp -q -pl platform/event-store -am test \
        -Dtest='AppenderPropertiesTest,SeveralWritersTest,OutageTest,SharesTest,StepdownTest' \
        -Dsurefire.failIfNoSpecifiedTests=false -Dspotless.check.skip=true \
        "-Dsamling.proof.seconds=$seconds" ${SAMLING_PROOF_SEED:+"-Dsamling.proof.seed=$SAMLING_PROOF_SEED"} \
        | grep --line-buffered -E 'proof:|Tests run on|\[ERROR\]|expected|actual'
}
