package dev.evenkeel.server.schedule.timetable.web;

import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Typed;
import java.util.Optional;

/** Why a timetable is agreed on although costs of it are not approved. */
final class Despite {
  private static final int LONGEST = 400;

  private Despite() {}

  /**
   * @return nothing when nothing was said
   * @throws Refused when it is too long
   */
  static Optional<String> of(Typed typed) {
    Optional<String> why = typed.words("despite", LONGEST);
    typed.refuseIfWrong();
    return why;
  }
}
