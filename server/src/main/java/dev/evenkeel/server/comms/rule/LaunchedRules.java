package dev.evenkeel.server.comms.rule;

import dev.evenkeel.server.comms.rule.RuleTerms.Kind;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.tasks.TemplateLaunched;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Launching a template brings its automations into force for that upgrade. */
@Component
class LaunchedRules {
  private static final int QUIET_MINUTES = 15;

  private final AutomationDesk desk;

  LaunchedRules(AutomationDesk desk) {
    this.desk = desk;
  }

  /** Within the transaction of the launch. */
  @EventListener
  void launched(TemplateLaunched launched) {
    for (TemplateLaunched.Named one : launched.automations()) {
      desk.begin(
          terms(one, new UpgradeId(launched.upgrade())),
          launched.template() + "/" + one.key(),
          launched.actor());
    }
  }

  static RuleTerms terms(TemplateLaunched.Named one, UpgradeId upgrade) {
    boolean rollback = one.when() == TemplateLaunched.When.ROLLBACK_MAY_BE_NEEDED;
    RuleEvent event = rollback ? RuleEvent.ROLLBACK_MAY_BE_NEEDED : RuleEvent.WINDOW_SCHEDULED;
    String to = one.tell().typed();
    return new RuleTerms(
        "%s: %s".formatted(event.title(), Recipients.words(to)),
        event,
        Optional.of(upgrade),
        Optional.empty(),
        rollback ? Kind.ALERT : Kind.MESSAGE,
        to,
        event.usual(),
        Optional.empty(),
        rollback ? QUIET_MINUTES : 0,
        RuleTerms.USUAL_MOST);
  }
}
