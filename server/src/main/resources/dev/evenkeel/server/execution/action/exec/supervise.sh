#!/bin/sh
# Carries out one attempt:  sh supervise.sh FOLDER PROGRAM ARGUMENT...
#
# Runs in a session of its own and so outlives the server that started it. Leaves in FOLDER
#   claim     who carries the attempt out: process id, birth of that process, boot of the machine
#   out, err  what the command printed
#   exit      the command's exit code
# Ends with 75 when the attempt was claimed before and with 74 when FOLDER cannot be written; the
# command is not started then.

folder=$1
shift
commands_path=$PATH
PATH=/usr/bin:/bin:$PATH

# Signals to the whole group are for the command; the supervisor stays to write down how it ended.
trap : HUP INT TERM

look_up_birth() {
  if read -r stat <"/proc/$$/stat"; then
    # After the name, which may hold anything: state, parent, group, session, ...; 20th the birth.
    set -- ${stat##*) }
    birth=${20}
    read -r boot </proc/sys/kernel/random/boot_id
  else
    birth=$(
      set -- $(LC_ALL=C ps -o lstart= -p $$)
      IFS=_
      echo "$*"
    )
    boot=-
  fi
} 2>/dev/null

look_up_birth
true >>"$folder/out" && true >>"$folder/err" || exit 74

# A hard link is made by one process only, and has its content from the first moment.
printf '%s %s %s\n' "$$" "$birth" "$boot" >"$folder/claim.$$" || {
  rm -f "$folder/claim.$$"
  exit 74
}
if ln "$folder/claim.$$" "$folder/claim"; then
  rm -f "$folder/claim.$$"
else
  rm -f "$folder/claim.$$"
  [ -e "$folder/claim" ] && exit 75
  exit 74
fi

(
  PATH=${commands_path:-/usr/bin:/bin}
  exec "$@"
) </dev/null >>"$folder/out" 2>>"$folder/err"
code=$?

# On a full disk it waits for room rather than losing the code.
until printf '%s\n' "$code" >"$folder/exit.draft" && mv -f "$folder/exit.draft" "$folder/exit"; do
  [ -d "$folder" ] || exit 74
  sleep 1
done
