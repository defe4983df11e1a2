# Sourced by the commands beside it: finds the project, a JDK 25, and builds when sources are newer.
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
APP=$ROOT/target/app

# Says it in the person's language: say "français" "English".
say() { case "${LC_ALL:-${LC_MESSAGES:-${LANG:-fr}}}" in en*) echo "$2" ;; *) echo "$1" ;; esac; }

is_jdk25() { [ -x "$1/bin/javac" ] && "$1/bin/javac" -version 2>&1 | grep -qE '^javac (2[5-9]|[3-9][0-9])'; }

find_jdk() {
  local home
  for home in "${JAVA_HOME:-}" "$(readlink -f "$(command -v javac 2>/dev/null)" 2>/dev/null | sed 's|/bin/javac$||')" \
      /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    if [ -n "$home" ] && is_jdk25 "$home"; then JAVA_HOME=$home; export JAVA_HOME; return 0; fi
  done
  return 1
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

# debian PACKAGE…: installs them where this is a Debian and we may; fails otherwise.
debian() {
  command -v apt-get >/dev/null 2>&1 || return 1
  as_root apt-get -qq update >/dev/null 2>&1 || true
  DEBIAN_FRONTEND=noninteractive as_root apt-get -qq install -y --no-install-recommends "$@" >/dev/null 2>&1
}

need_jdk() {
  find_jdk && return 0
  debian openjdk-25-jdk-headless && find_jdk && return 0
  say "Palabre a besoin d’un JDK 25 : installez-en un (par exemple Temurin 25), puis indiquez son dossier dans JAVA_HOME." \
      "Palabre needs a JDK 25: install one (Temurin 25 for instance), then give its folder in JAVA_HOME." >&2
  exit 1
}

need_maven() {
  command -v mvn >/dev/null 2>&1 && return 0
  debian maven && return 0
  say "Palabre se construit avec Maven : installez-le (paquet maven), puis recommencez." \
      "Palabre is built with Maven: install it (package maven), then try again." >&2
  exit 1
}

is_stale() {
  [ -f "$APP/palabre.jar" ] || return 0
  [ -n "$(find "$ROOT/src/main" "$ROOT/pom.xml" -newer "$APP/palabre.jar" -print -quit)" ]
}

# The flags of the small machine, chosen by measurement (bench/RESULTS.md); PALABRE_JAVA_OPTS adds to them.
java_flags() {
  printf '%s\n' -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:TieredStopAtLevel=1 -Xms32m -Xmx256m \
    -XX:-ShrinkHeapInSteps -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=30 -Xss512k -XX:ReservedCodeCacheSize=64m -XX:MaxDirectMemorySize=48m -Djava.awt.headless=true -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
    --enable-native-access=ALL-UNNAMED
}

build() {
  need_jdk; need_maven
  mkdir -p "$ROOT/target"
  # Two starts at once build once.
  exec 8>"$ROOT/target/.build.lock"; flock 8
  is_stale || { exec 8>&-; return 0; }
  say "Construction de Palabre (une à deux minutes la première fois)…" "Building Palabre (one or two minutes the first time)…"
  local log; log=$(mktemp)
  if ! (cd "$ROOT" && mvn -q -B -Pquick package -DskipTests >"$log" 2>&1); then
    tail -40 "$log" >&2; rm -f "$log"
    say "La construction a échoué ; rien n’a été démarré." "The build failed; nothing was started." >&2
    exit 1
  fi
  rm -f "$log"
  rm -rf "$APP.new"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$ROOT/target/palabre.jar" extract --destination "$APP.new" >/dev/null
  rm -rf "$APP"; mv "$APP.new" "$APP"
  train
  exec 8>&-
}

# The ahead-of-time cache: one run that starts, shows its first pages, and stops.
train() {
  local data; data=$(mktemp -d)
  mapfile -t flags < <(java_flags)
  (cd "$APP" && "$JAVA_HOME/bin/java" "${flags[@]}" -XX:AOTCacheOutput="$APP/palabre.aot" \
     -jar "$APP/palabre.jar" rehearse "--palabre.data=$data" >"$APP/rehearsal.log" 2>&1) || rm -f "$APP/palabre.aot"
  rm -rf "$data" "$APP/palabre.aot.config"
}
