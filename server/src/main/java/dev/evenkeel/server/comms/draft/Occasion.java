package dev.evenkeel.server.comms.draft;

import dev.evenkeel.runbook.grammar.Grammars;
import java.util.Arrays;
import java.util.Optional;

/** What a message is about; its word is stored, so it never changes. */
public enum Occasion {
  KICK_OFF("Kick-off", Phase.BEFORE),
  WINDOW_SCHEDULED("The window is set", Phase.BEFORE),
  ADVANCE_NOTICE("Advance notice", Phase.BEFORE),
  PILOT_BRIEFING("Briefing of the pilot group", Phase.BEFORE),
  REMINDER("Reminder", Phase.BEFORE),
  START("It begins", Phase.DURING),
  HEARTBEAT("How it stands", Phase.DURING),
  WARNING("It waits", Phase.DURING),
  ROLLBACK_MAY_BE_NEEDED("A rollback may be needed", Phase.DURING),
  ROLLBACK_BEGUN("It goes back", Phase.DURING),
  CRISIS("Crisis script", Phase.DURING),
  ROLLED_BACK("It is back", Phase.AFTER),
  COMPLETION("It is done", Phase.AFTER),
  REVIEW_INVITATION("Invitation to the review", Phase.AFTER);

  /** Of an upgrade, as seen from its window. */
  public enum Phase {
    BEFORE,
    DURING,
    AFTER
  }

  private final String label;
  private final Phase phase;

  Occasion(String label, Phase phase) {
    this.label = label;
    this.phase = phase;
  }

  public String label() {
    return label;
  }

  /** Whether it loses nothing by being told some hours later, together with other things. */
  public boolean canWait() {
    return this == KICK_OFF || this == WINDOW_SCHEDULED || this == REVIEW_INVITATION;
  }

  public Phase phase() {
    return phase;
  }

  /** Such as {@code advance-notice}. */
  public String word() {
    return Grammars.written(this);
  }

  public static Optional<Occasion> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
