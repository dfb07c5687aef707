# ./samling feed repair and ./samling feed rebuild: the view that reporting-service answers from.

feed() {
    local what=${1:-}
    [ $# -gt 0 ] && shift
    case $what in
        repair) feed_repair "$@" ;;
        rebuild) feed_rebuild "$@" ;;
        *) misuse "'./samling feed' takes: repair, or rebuild [--keep-old]." ;;
    esac
}

feed_repair() {
    [ $# -eq 0 ] || misuse "'./samling feed repair' takes no arguments."
    local answer subjects records
    answer=$(ask_json reporting-service POST /api/feed/repair) || exit $FAILED
    subjects=$(json_number subjectsLeft "$answer")
    records=$(json_number recordsLeft "$answer")
    if [ "$subjects$records" = 00 ]; then
        say "Nothing is parked any more; the figures count all there is."
        return $OK
    fi
    complain "Still parked: $subjects subjects with facts that cannot be read, $records records that are no facts."
    exit $FAILED
}

feed_rebuild() {
    local keep=false
    case $# in
        0) ;;
        1) [ "$1" = --keep-old ] || misuse "'./samling feed rebuild' does not know '$1'; it takes --keep-old."
            keep=true ;;
        *) misuse "'./samling feed rebuild' takes --keep-old or nothing." ;;
    esac
    rebuild_beside reporting-service /api/feed/rebuilds "?keepOld=$keep" records subjects
}
