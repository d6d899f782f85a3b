package dev.evenkeel.server.people.web;

import dev.evenkeel.server.people.Answer;
import dev.evenkeel.server.people.TeamDesk;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Typed;
import java.util.Optional;

/** Reads what somebody of the team says. */
final class AnswerForm {
  private static final int LONGEST = 500;

  private AnswerForm() {}

  private enum Said {
    ACKNOWLEDGED,
    AVAILABLE,
    NOT_AVAILABLE
  }

  /** What to do once nothing is wrong. */
  static Runnable of(Typed typed, TeamDesk desk, UpgradeId id, boolean mayTell, Actor actor) {
    Optional<Said> said = typed.choice("answer", Said.class);
    if (said.isEmpty() && typed.says("answer").isEmpty()) {
      typed.wrong("answer", "This is missing. Write acknowledged, available or not-available.");
    }
    String person = typed.needed("person", LONGEST, "Say who says it.");
    String seen = typed.needed("seen", LONGEST, "Say which chart, or which window, it is said of.");
    Optional<String> note = typed.words("note", LONGEST);
    return () ->
        desk.answer(
            id, person, Answer.Kind.valueOf(said.orElseThrow().name()), seen, note, mayTell, actor);
  }
}
