package dev.evenkeel.server.tasks.template;

import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.Spelled.Names;

/** Who is told what, when something happens. */
@Says("who is told what, when something happens")
public record Automation(
    @Says("identifies it within the template") @Spelled(Names.ID) String key,
    @Says("what happens") Event when,
    @Says("who is told") OwnerText tell,
    @Says("what they are told") String message) {

  /** What may happen. */
  public enum Event {
    WINDOW_SCHEDULED,
    ROLLBACK_MAY_BE_NEEDED;

    public String words() {
      return switch (this) {
        case WINDOW_SCHEDULED -> "A maintenance window is scheduled";
        case ROLLBACK_MAY_BE_NEEDED -> "A rollback may be needed while the upgrade runs";
      };
    }
  }
}
