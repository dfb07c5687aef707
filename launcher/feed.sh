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
    answer=$(ask_feed POST /api/feed/repair) || exit $FAILED
    subjects=$(feed_number subjectsLeft "$answer")
    records=$(feed_number recordsLeft "$answer")
    if [ "$subjects$records" = 00 ]; then
        say "Nothing is parked any more; the figures count all there is."
        return $OK
    fi
    complain "Still parked: $subjects subjects with facts that cannot be read, $records records that are no facts."
    exit $FAILED
}

feed_rebuild() {
    local keep=false answer id
    case $# in
        0) ;;
        1) [ "$1" = --keep-old ] || misuse "'./samling feed rebuild' does not know '$1'; it takes --keep-old."
            keep=true ;;
        *) misuse "'./samling feed rebuild' takes --keep-old or nothing." ;;
    esac
    answer=$(ask_feed POST "/api/feed/rebuilds?keepOld=$keep") || exit $FAILED
    id=$(feed_number id "$answer")
    begin_step "Rebuild the view"
    until feed_rebuilt "$answer"; do
        sleep 0.3
        answer=$(ask_feed GET "/api/feed/rebuilds/$id") || exit $FAILED
    done
    end_step "$(feed_progress "$answer"); the new view answers from now on"
    list_differences "$answer"
}

# Shows how far it is; true once it is done.
feed_rebuilt() {
    case $(feed_text state "$1") in
        READING) tick "$(feed_progress "$1")" ;;
        COMPARING) tick "comparing as known at $(feed_text compared "$1")" ;;
        SWITCHED) return 0 ;;
        *) fail "The rebuild failed, and the view is as it was: $(feed_text reason "$1")" ;;
    esac
    return 1
}

feed_progress() {
    say "$(feed_number read "$1") of $(feed_number of "$1") records, $(feed_number perSecond "$1") a second"
}

list_differences() {
    local listed
    say "Compared as known at $(feed_text compared "$1"): $(feed_number differing "$1") subjects differ."
    listed=$(printf '%s' "$1" | sed -n 's/.*"differences":\["\([^]]*\)"\].*/\1/p')
    [ -z "$listed" ] || printf '%s\n' "$listed" | sed 's/","/\
/g' | sed 's/^/  /'
}

# ask_feed METHOD PATH: the answer's body; where it is a refusal, that is said and the call fails.
ask_feed() {
    local answer
    is_running reporting-service || { end_step ""; complain "reporting-service does not run; './samling up' starts it."; return 1; }
    answer=$( (
        exec 3<>"/dev/tcp/127.0.0.1/$(noted reporting-service ports)" || exit 1
        printf '%s %s HTTP/1.0\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n' "$1" "$2" >&3
        cat <&3
    ) 2>/dev/null )
    case $answer in
        HTTP/1.?' 20'*) printf '%s\n' "$answer" | sed '1,/^.\{0,1\}$/d' ;;
        *)
            end_step ""
            complain "reporting-service: $(feed_text detail "$answer")"
            return 1
            ;;
    esac
}

feed_number() { printf '%s' "$2" | sed -n "s/.*\"$1\":\([0-9][0-9]*\).*/\1/p" | head -n 1; }

feed_text() {
    local found
    found=$(printf '%s' "$2" | sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" | head -n 1)
    say "${found:-it gives no reason}"
}
