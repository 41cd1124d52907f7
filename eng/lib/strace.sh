source eng/lib/packages.sh

# Finds strace for the test that ends the product at system calls, or installs it; without it that test is skipped and says so.
find_strace() {
    if command -v strace >/dev/null; then return; fi
    if ! can_install; then
        echo "One server test wants strace. Install it (Debian, Ubuntu: apt install strace)."
        return
    fi
    install_packages strace
}
