# Sourced by the commands beside it: finds the project, a JDK 25, and builds when sources are newer.
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
APP=$ROOT/target/app

# Says it in the person's language: say "français" "English".
say() { case "${LC_ALL:-${LC_MESSAGES:-${LANG:-fr}}}" in en*) echo "$2" ;; *) echo "$1" ;; esac; }

is_jdk25() { [ -x "$1/bin/javac" ] && "$1/bin/javac" -version 2>&1 | grep -qE '^javac (2[5-9]|[3-9][0-9])'; }

find_jdk() {
  local home
  for home in "${JAVA_HOME:-}" "$(readlink -f "$(command -v javac 2>/dev/null)" 2>/dev/null | sed 's|/bin/javac$||')" \
      /usr/lib/jvm/* /opt/java/* /opt/jdk* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/*; do
    if [ -n "$home" ] && is_jdk25 "$home"; then JAVA_HOME=$home; export JAVA_HOME; return 0; fi
  done
  return 1
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

may_install() {
  command -v apt-get >/dev/null 2>&1 || return 1
  [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; }
}

apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@" >/dev/null 2>&1
}

# debian PACKAGE…: installs them where this is a Debian and we may; fails otherwise.
debian() {
  may_install || return 1
  say "Installation de $*…" "Installing $*…" >&2
  # A fresh Debian does not know its packages yet.
  apt_install "$@" || { as_root apt-get -qq update >/dev/null 2>&1 && apt_install "$@"; }
}

need_jdk() {
  find_jdk && return 0
  debian openjdk-25-jdk-headless && find_jdk && return 0
  say "Palabre a besoin d’un JDK 25, et rien n’a été démarré. Sur Debian 13 : sudo apt-get install openjdk-25-jdk-headless maven. Ailleurs : installez-en un (par exemple Temurin 25), puis indiquez son dossier dans JAVA_HOME." \
      "Palabre needs a JDK 25, and nothing was started. On Debian 13: sudo apt-get install openjdk-25-jdk-headless maven. Elsewhere: install one (Temurin 25 for instance), then give its folder in JAVA_HOME." >&2
  exit 1
}

need_maven() {
  command -v mvn >/dev/null 2>&1 && return 0
  debian maven && command -v mvn >/dev/null 2>&1 && return 0
  say "Palabre se construit avec Maven, et rien n’a été démarré. Installez-le (sur Debian : sudo apt-get install maven), puis recommencez." \
      "Palabre is built with Maven, and nothing was started. Install it (on Debian: sudo apt-get install maven), then try again." >&2
  exit 1
}

is_stale() {
  [ -f "$APP/palabre.jar" ] || return 0
  [ -n "$(find "$ROOT/src/main" "$ROOT/pom.xml" -newer "$APP/palabre.jar" -print -quit)" ]
}

# The flags of the small machine, chosen by measurement (bench/RESULTS.md); PALABRE_JAVA_OPTS adds to them.
java_flags() {
  printf '%s\n' -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:TrimNativeHeapInterval=10000 -Xms32m -Xmx256m \
    -XX:-ShrinkHeapInSteps -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=30 -Xss512k -XX:ReservedCodeCacheSize=64m -XX:MaxDirectMemorySize=48m -Djava.awt.headless=true -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
    --enable-native-access=ALL-UNNAMED -Dspring.aot.enabled=true
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
    if grep -qE 'Could not transfer|Unknown host|Non-resolvable' "$log"; then
      grep -oE '(Could not transfer|Unknown host|Non-resolvable).{0,300}' "$log" | tail -1 >&2
      say "Maven n’a pas pu télécharger ce dont Palabre est faite : vérifiez que cette machine atteint https://repo.maven.apache.org, puis recommencez. Rien n’a été démarré." \
          "Maven could not fetch what Palabre is made of: check that this machine reaches https://repo.maven.apache.org, then try again. Nothing was started." >&2
    else
      tail -40 "$log" >&2
      say "La construction a échoué ; rien n’a été démarré." "The build failed; nothing was started." >&2
    fi
    rm -f "$log"
    exit 1
  fi
  rm -f "$log"
  rm -rf "$APP.new"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$ROOT/target/palabre.jar" extract --destination "$APP.new" >/dev/null
  rm -rf "$APP"; mv "$APP.new" "$APP"
  train
  exec 8>&-
}

# The ahead-of-time cache: one run that starts, shows its first pages, and stops. Whatever is set for
# the real house, its database above all, is none of its business.
train() {
  local data; data=$(mktemp -d)
  mapfile -t flags < <(java_flags)
  local -a unset=(); local name
  while read -r name; do unset+=(-u "$name"); done < <(compgen -e PALABRE_ || true)
  # Without the profiles of the second compiler, which would set it to work at each start.
  (cd "$APP" && env "${unset[@]}" "$JAVA_HOME/bin/java" "${flags[@]}" -XX:TieredStopAtLevel=1 -XX:AOTCacheOutput="$APP/palabre.aot" \
     -jar "$APP/palabre.jar" rehearse "--palabre.data=$data" >"$APP/rehearsal.log" 2>&1) || {
    rm -f "$APP/palabre.aot"
    say "La répétition n’a pas abouti (target/app/rehearsal.log) : Palabre démarrera moins vite." \
        "The rehearsal did not succeed (target/app/rehearsal.log): Palabre will start more slowly." >&2
  }
  rm -rf "$data" "$APP/palabre.aot.config"
}
