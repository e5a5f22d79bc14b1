# Finds the JDK that Clade is built and run with; for `mvnw` and `clade` to source.

JDK_VERSION=25

# A JDK is a folder with a compiler whose `release` file names the wanted feature version.
is_jdk() {
    [ -x "$1/bin/javac" ] && grep -q "^JAVA_VERSION=\"$JDK_VERSION[.\"+-]" "$1/release" 2>/dev/null
}

# Prints the first one of JAVA_HOME, `java` on the PATH and the folders where systems keep their JDKs.
find_jdk() {
    path_java=$(command -v java || true)
    [ -z "$path_java" ] || path_java=$(dirname "$(dirname "$(readlink -f "$path_java")")")
    for candidate in "${JAVA_HOME:-}" "$path_java" /usr/lib/jvm/* /usr/lib64/jvm/* /opt/java/* /opt/jdk* \
        /usr/local/openjdk-* /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.sdkman/candidates/java/* \
        "$HOME"/.jdks/*; do
        if [ -n "$candidate" ] && is_jdk "$candidate"; then
            echo "$candidate"
            return
        fi
    done
}

# Prints the JDK; without one, says so in the name of the script given, and ends it.
require_jdk() {
    jdk=$(find_jdk)
    if [ -z "$jdk" ]; then
        echo "$1: no JDK $JDK_VERSION found in JAVA_HOME, on the PATH or in the system's JVM folders; install one or set JAVA_HOME" >&2
        return 1
    fi
    echo "$jdk"
}
