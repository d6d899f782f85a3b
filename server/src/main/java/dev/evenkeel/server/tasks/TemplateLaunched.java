package dev.evenkeel.server.tasks;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.tasks.template.Automation;
import java.util.List;

/**
 * A template was launched into an upgrade; told within the transaction of the launch.
 *
 * @param automations that the template names
 */
public record TemplateLaunched(
    long upgrade, String template, List<Named> automations, Actor actor) {
  public TemplateLaunched {
    automations = List.copyOf(automations);
  }

  /** What a template lets be told by itself. */
  public enum When {
    WINDOW_SCHEDULED,
    ROLLBACK_MAY_BE_NEEDED
  }

  /**
   * An automation of a template.
   *
   * @param key within the template
   */
  public record Named(String key, When when, Owner tell) {
    static Named of(Automation automation) {
      return new Named(
          automation.key(),
          switch (automation.when()) {
            case WINDOW_SCHEDULED -> When.WINDOW_SCHEDULED;
            case ROLLBACK_MAY_BE_NEEDED -> When.ROLLBACK_MAY_BE_NEEDED;
          },
          automation.tell().owner());
    }
  }
}
