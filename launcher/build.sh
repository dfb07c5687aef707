# Builds what is missing or older than its sources, and lays it out so that it starts quickly.

jar_of() { say "$ROOT/$1/target/$1-$VERSION-exec.jar"; }

sources_of() {
    say "$ROOT/pom.xml"
    say "$ROOT/$1/pom.xml"
    say "$ROOT/$1/src/main"
    case $1 in
        local-stack | demo) return ;;
        benchmarks) say "$ROOT/member-service/src/main" ;;
    esac
    for module in "$ROOT"/contracts "$ROOT"/platform/*; do
        [ "${module##*/}" = testing ] || say "$module/src/main"
    done
}

# A folder is newer too when a file has gone from it.
is_stale() {
    local jar source
    jar=$(jar_of "$1")
    [ -f "$jar" ] && [ ! -f "$CACHE/build-unfinished" ] || return 0
    while IFS= read -r source; do
        [ -z "$(find "$source" -newer "$jar" 2>/dev/null | head -n 1)" ] || return 0
    done <<SOURCES
$(sources_of "$1")
SOURCES
    return 1
}

build() {
    local stale= name
    for name in "$@"; do
        if [ "${SAMLING_BUILD:-yes}" = no ]; then
            [ -f "$(jar_of "$name")" ] || fail "$name is not built, and SAMLING_BUILD is 'no'."
        elif is_stale "$name"; then
            stale="$stale,$name"
        fi
    done
    if [ -n "$stale" ]; then
        command -v mvn >/dev/null 2>&1 || fail "Samling is built with Maven, and there is no 'mvn' on the PATH: install Maven 3.8 or newer."
        run_maven "${stale#,}"
    fi
    for name in "$@"; do unpack "$name"; done
}

MAVEN=
run_maven() {
    local began=$CACHE/build-began unfinished=$CACHE/build-unfinished log=$LOGS/build.log module again=
    # what an interrupted compiler left may look complete
    [ ! -f "$unfinished" ] || again=clean
    : >"$began"
    : >"$unfinished"
    begin_step "Build"
    set -m # Maven has children, and they are to end with it
    (cd "$ROOT" && JAVA_HOME=$JDK exec mvn -B -ntp -T 2 -pl "$1" -am -DskipTests -Dsamling.only-main=true -Dspotless.check.skip=true $again package) >"$log" 2>&1 </dev/null &
    MAVEN=$!
    set +m
    while kill -0 $MAVEN 2>/dev/null; do
        module=$(sed -n 's/^\[INFO\] Building Samling: \(.*\) [0-9.]* *\(\[.*\]\)$/\1 \2/p' "$log" | tail -n 1)
        tick "$module"
        sleep 0.5
    done
    local ended=0
    wait $MAVEN || ended=$?
    MAVEN=
    rm -f "$unfinished"
    if [ $ended -ne 0 ]; then
        fail "The build failed: $(sed -n 's/^\[ERROR\] *//p' "$log" | grep -v '^COMPILATION ERROR' | head -n 1) (all of it is in $log)"
    fi
    local name IFS=,
    for name in $1; do touch -r "$began" "$(jar_of "$name")"; done
    end_step "$1"
}

stop_maven() {
    [ -n "$MAVEN" ] || return 0
    kill -- "-$MAVEN" 2>/dev/null
    wait "$MAVEN" 2>/dev/null
    MAVEN=
}

# A running service must not lose the jar it runs from to the next build, and starts quicker from
# plain jars than from a jar of jars; only plain jars can share classes between starts.
unpack() {
    local jar target=$CACHE/$1
    jar=$(jar_of "$1")
    if [ -f "$target/from" ] && [ "$(cat "$target/from")" = "$jar" ] && ! [ "$jar" -nt "$target/from" ] && ! [ "$jar" -ot "$target/from" ]; then
        return
    fi
    is_running "$1" && return
    rm -rf "$target" "$target.jsa" "$target.new"
    mkdir -p "$target.new"
    (
        cd "$target.new" \
            && "$JDK/bin/jar" -xf "$jar" META-INF/MANIFEST.MF BOOT-INF \
            && "$JDK/bin/jar" -cf application.jar -C BOOT-INF/classes . \
            && mv BOOT-INF/lib lib \
            && java_arguments "$target" >arguments \
            && rm -rf META-INF BOOT-INF
    ) >>"$LOGS/build.log" 2>&1 || fail "The jar $jar could not be unpacked (see $LOGS/build.log)."
    say "$jar" >"$target.new/from"
    touch -r "$jar" "$target.new/from"
    mv "$target.new" "$target"
}

# The class path, in the order in which the jar was packed, and the class to start.
java_arguments() {
    local line class_path=$1/application.jar
    while IFS= read -r line; do
        line=${line#*/lib/}
        class_path=$class_path:$1/lib/${line%\"}
    done <BOOT-INF/classpath.idx
    # what libraries do, and a user can do nothing about
    printf -- '--enable-native-access=ALL-UNNAMED\n--sun-misc-unsafe-memory-access=allow\n'
    printf -- '-cp\n"%s"\n' "$class_path"
    sed -n 's/^Start-Class: \([A-Za-z0-9_.]*\).*/\1/p' META-INF/MANIFEST.MF
}
