# Sourced by run.sh and test.sh, from the repository root: what they share. Needs bash.

say() { printf '== %s\n' "$*" >&2; }

# missing_packages [full]: the packages of cmake/packages.txt that dpkg does not have, and that have not come another
# way: node from its makers has npm in it and conflicts with Debian's.
missing_packages() {
  local name when
  while read -r name when; do
    case "$name" in '' | '#'*) continue ;; esac
    [ -z "$when" ] || [ "$when" = "${1:-}" ] || continue
    case "$name" in node* | npm) ! command -v "$name" >/dev/null || continue ;; esac
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || printf '%s\n' "$name"
  done <cmake/packages.txt
}

# install_missing [full]: asks apt-get only for what is missing; as root or with sudo.
install_missing() {
  local missing as_root=()
  missing=$(missing_packages "${1:-}" | tr '\n' ' ')
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
      say "missing: $missing- install them as root: apt-get install $missing"
      return 1
    }
    as_root=(sudo)
  fi
  say "installing with apt-get: $missing"
  export DEBIAN_FRONTEND=noninteractive
  "${as_root[@]}" apt-get update -q >&2 </dev/null || say "apt-get update failed; going on with the lists at hand"
  # shellcheck disable=SC2086
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing >&2 </dev/null
}

# build PRESET [target...]: configures when needed and builds; all targets if none is named.
build() {
  local preset=$1 launcher=() targets=()
  shift
  command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
  [ $# -gt 0 ] && targets=(--target "$@")
  say "building preset $preset"
  cmake --preset "$preset" "${launcher[@]}" >&2 || return 1
  cmake --build --preset "$preset" --parallel "$(nproc)" "${targets[@]}" >&2
}
