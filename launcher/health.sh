# Asks the services how they are, with nothing but bash.

# The answer's status line and body.
http_get() {
    http_ask "$1" "GET $2 HTTP/1.0" "" 5
}

http_post() {
    http_ask "$1" "POST $2 HTTP/1.0" "$3" 120
}

http_ask() {
    (
        exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
        printf '%s\r\nHost: 127.0.0.1:%s\r\n' "$2" "$1" >&3
        [ -z "$3" ] || printf 'Content-Type: application/json\r\nContent-Length: %s\r\n' ${#3} >&3
        printf '\r\n%s' "$3" >&3
        local line in_body=
        IFS= read -r -t $4 line <&3 || exit 1
        say "${line%$'\r'}"
        while IFS= read -r -t $4 line <&3 || [ -n "$line" ]; do
            [ -n "$in_body" ] && say "$line"
            [ "$line" = $'\r' ] && in_body=yes
        done
    ) 2>/dev/null
}

readiness_of() { http_get "$1" /actuator/health/readiness; }

is_ready() {
    case $(readiness_of "$1") in
        HTTP/1.?' 200'*) return 0 ;;
    esac
    return 1
}

# The sentences of those parts that are not well, each once.
reason_in() {
    local reasons
    reasons=$(printf '%s' "$1" | grep -o '"\(reason\|error\)":"[^"]*"' | sed 's/^"[a-z]*":"\(.*\)"$/\1/' | awk '!told[$0]++ { printf "%s%s", separator, $0; separator = "; " }')
    say "${reasons:-it gives no reason}"
}

# How far a log, a relay, a view or a feed has come, one a line, as its service tells it.
positions_in() {
    printf '%s' "$1" | grep -oE '"[a-z-]+":\{("details":\{)?"(state|log|position|known)":[^}]*' \
        | sed -e 's/"details":{//' -e 's/"//g' -e 's/^\([a-z-]*\):{/\1: /' -e 's/,\([a-zA-Z]*\):/, \1 /g' -e 's/: \([a-zA-Z]*\):/: \1 /' -e 's/^/                     /'
}
