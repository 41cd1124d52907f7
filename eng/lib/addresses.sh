# Finds e-mail addresses and telephone numbers that might be somebody's. Examples use the domains reserved for examples
# and the telephone numbers that the regulator keeps free for drama; elsewhere in the world 555-0100 to 555-0199.

nobody_real_is_named() {
    local found
    found=$(real_mail_addresses; real_telephone_numbers)
    echo "$found"
    [[ -z $found ]]
}

texts() { files '*.cs' '*.razor' '*.js' '*.yaml' '*.yml' '*.json' '*.ics' '*.md' '*.html' ':!*packages.lock.json' | xargs -0 grep -noE "$1"; }

# A list of top-level domains, since C# and Razor have an @ in places that are no address.
real_mail_addresses() {
    local domains='com|net|org|info|biz|edu|gov|mil|io|dev|app|co|uk|je|gg|im|ie|eu|de|fr|nl|be|ch|at|es|it|se|no|dk|fi|us|ca|au|nz'
    texts "[A-Za-z0-9._%+-]+@([a-z0-9-]+\.)+($domains)\b" | grep -vE '@([a-z0-9-]+\.)*example\.(com|net|org)$' |
        sed 's/$/ is no example address/'
}

# Numbers as they are written in Britain (0…, ten or eleven digits) and internationally (+…).
real_telephone_numbers() {
    texts '(^|[^0-9A-Za-z.,:_+-])(\+[1-9][0-9 ()-]{8,16}[0-9]|\(?0[1-9][0-9 ()-]{7,12}[0-9])\b' | awk '
        {
            place = substr($0, 1, match($0, /:[0-9]+:/) + RLENGTH - 1)
            written = substr($0, length(place) + 1)
            number = written; sub(/\+44[ ]*(\(0\))?/, "0", number); gsub(/[^0-9+]/, "", number)
        }
        number ~ /^0/ && (length(number) < 10 || length(number) > 11) { next }
        number == "0123456789" { next }
        number ~ /^(01632960|0808157[01]|02079460|07700900|03069990|01[1-6][0-9]4960|01914980|02920180|02896496)/ { next }
        number ~ /^\+1[0-9]+55501[0-9][0-9]$/ { next }
        { print place " " written " is no number for drama" }'
}
