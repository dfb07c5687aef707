# Finds the JDK that runs Samling: 25 or newer, wherever it was put.

JDK=

java_homes() {
    [ -n "${JAVA_HOME:-}" ] && say "$JAVA_HOME"
    local folder home
    local IFS=:
    for folder in ${SAMLING_JVM_FOLDERS:-/usr/lib/jvm:/Library/Java/JavaVirtualMachines:$HOME/Library/Java/JavaVirtualMachines:$HOME/.sdkman/candidates/java:$HOME/.jdks:/opt}; do
        for home in "$folder"/*; do
            if [ -x "$home/Contents/Home/bin/java" ]; then say "$home/Contents/Home"; else say "$home"; fi
        done
    done
    home=$(command -v java 2>/dev/null) && dirname "$(dirname "$(real_path "$home")")"
}

real_path() { (readlink -f "$1" 2>/dev/null || say "$1"); }

# The number before the first dot; nothing where there is no JDK.
version_of() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
    local line version=
    if [ -r "$1/release" ]; then
        while IFS= read -r line; do
            case $line in JAVA_VERSION=*) version=${line#*\"} ;; esac
        done <"$1/release"
    fi
    [ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p')
    printf '%s' "$version" | sed 's/^\([0-9]*\).*/\1/'
}

is_recent() {
    local version
    version=$(version_of "$1")
    [ -n "$version" ] && [ "$version" -ge 25 ]
}

find_jdk() {
    local home
    if [ -n "${SAMLING_JAVA_HOME:-}" ]; then
        is_recent "$SAMLING_JAVA_HOME" || fail "SAMLING_JAVA_HOME is $SAMLING_JAVA_HOME, which is no JDK 25 or newer."
        JDK=$SAMLING_JAVA_HOME
        return
    fi
    while IFS= read -r home; do
        if is_recent "$home"; then
            JDK=$home
            return
        fi
    done <<HOMES
$(java_homes)
HOMES
    fail "Samling needs a JDK 25 or newer and found none: install one, such as Temurin 25 from https://adoptium.net, or set SAMLING_JAVA_HOME."
}
