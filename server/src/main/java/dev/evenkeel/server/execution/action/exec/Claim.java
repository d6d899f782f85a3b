package dev.evenkeel.server.execution.action.exec;

import java.util.Optional;

/**
 * Who carries an attempt out. A process id alone would be mistaken for whoever gets it next.
 *
 * @param pid process id of the supervisor, also the id of its session; 0 when nobody ever will
 * @param birth when that process began, see {@link Birth}
 * @param boot which start of the machine it began in
 */
record Claim(long pid, String birth, String boot) {

  /** Made to keep an attempt from ever beginning. */
  static final Claim NOBODY = new Claim(0, "-", "-");

  static Optional<Claim> parse(String line) {
    String[] words = line.strip().split(" ");
    return words.length == 3 && words[0].matches("\\d{1,18}")
        ? Optional.of(new Claim(Long.parseLong(words[0]), words[1], words[2]))
        : Optional.empty();
  }

  boolean ofNobody() {
    return pid == 0;
  }

  /** Whether the supervisor itself is there still. */
  boolean lives() {
    return !ofNobody() && Birth.of(pid).equals(Optional.of(new Birth(birth, boot)));
  }

  /** Whether the process id belongs to somebody else by now, or to another start of the machine. */
  boolean outlived() {
    return !boot.equals(Birth.thisBoot())
        || Birth.of(pid).filter(now -> !now.time().equals(birth)).isPresent();
  }

  @Override
  public String toString() {
    return pid + " " + birth + " " + boot;
  }
}
