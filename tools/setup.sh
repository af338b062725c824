# SPDX-FileCopyrightText: 2026 The Shotlab developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Shared by ./run and ./test: installs what is missing and builds. Sourced, not executed.

set -euo pipefail

build_packages=(
    g++ cmake ninja-build pkg-config ccache
    libtorch-dev libopenblas0
    qt6-base-dev qt6-charts-dev libqt6opengl6-dev qt6-svg-dev
    qt6-l10n-tools # compiles the translations
    libexpected-dev nlohmann-json3-dev libcli11-dev libzip-dev libboost-dev libicu-dev
)
runtime_packages=(
    libqt6sql6-sqlite libqt6svg6 qt6-image-formats-plugins
    qt6-translations-l10n # the words of Qt's own file dialogs
    fonts-wqy-microhei # Chinese names must not come out as boxes
)

say() { printf '\n== %s\n' "$*" >&2; }

# install_missing PACKAGE...: installs what is not there yet; never touches anything else.
install_missing() {
    local missing=() package
    for package in "$@"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0

    local line="apt-get install --no-install-recommends ${missing[*]}"
    if [ "$(id -u)" -eq 0 ]; then
        say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
        apt-get update -qq >&2
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
    elif [ -t 0 ] && command -v sudo >/dev/null; then
        printf '\nShotlab needs %d Debian packages that are not installed:\n  %s\n' "${#missing[@]}" "${missing[*]}" >&2
        printf 'Install them now with sudo? [Y/n] ' >&2
        local answer
        read -r answer
        case "$answer" in
        "" | y | Y | yes)
            sudo apt-get update -qq >&2
            sudo apt-get install -y --no-install-recommends "${missing[@]}" >&2
            ;;
        *)
            printf 'Nothing was installed. To do it yourself:\n  sudo %s\n' "$line" >&2
            exit 1
            ;;
        esac
    else
        printf 'Some Debian packages are missing. Please install them, then run this again:\n  sudo %s\n' "$line" >&2
        exit 1
    fi
}

# build TARGET...: configures once and builds what changed, in build/release.
build() {
    local folder=$root/build/release log steps
    mkdir -p "$folder"
    log=$folder/setup.log
    if [ ! -f "$folder/build.ninja" ] || [ -n "${SHOTLAB_CMAKE_FLAGS:-}" ]; then
        say "Configuring (log: $log)"
        # shellcheck disable=SC2086 # several flags are meant to be split
        cmake -S "$root" --preset release ${SHOTLAB_CMAKE_FLAGS:-} >"$log" 2>&1 || { tail -n 30 "$log" >&2; exit 1; }
    fi
    # A dry run always lists the check of the source folders, whether there is something to do or not.
    steps=$(ninja -C "$folder" -n "$@" | grep -E '^\[[0-9]+/[0-9]+\]' | grep -cv 'Re-checking globbed' || true)
    if [ "$steps" -gt 0 ]; then
        say "Building (the first time takes some minutes)"
    fi
    # Ninja shows its progress on a terminal; elsewhere only what went wrong is worth reading.
    if [ -t 2 ]; then
        ninja -C "$folder" "$@" >&2
    else
        ninja -C "$folder" "$@" >"$log" 2>&1 || { tail -n 60 "$log" >&2; exit 1; }
    fi
}
