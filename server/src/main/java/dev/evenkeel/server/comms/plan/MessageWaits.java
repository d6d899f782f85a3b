package dev.evenkeel.server.comms.plan;

import dev.evenkeel.server.plan.NearUpgrades;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.TeamGate;
import dev.evenkeel.server.shared.Wait;
import dev.evenkeel.server.shared.Waiting;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Messages that wait for who speaks: a notice that is late, and drafts of upgrades that begin soon.
 * They wait for the communicator the plan names, and for all who may do it while it names nobody.
 */
@Component
public class MessageWaits implements Waiting {
  private final NearUpgrades near;
  private final MessageDesk desk;
  private final UpgradeWindows windows;
  private final TeamGate teams;
  private final Clock clock;

  MessageWaits(
      NearUpgrades near, MessageDesk desk, UpgradeWindows windows, TeamGate teams, Clock clock) {
    this.near = near;
    this.desk = desk;
    this.windows = windows;
    this.teams = teams;
    this.clock = clock;
  }

  @Override
  public List<Wait> of(String person, Rights rights) {
    List<Wait> all = new ArrayList<>();
    if (rights.maySomewhere(Right.COMMUNICATE)) {
      for (NearUpgrades.Near one : near.all()) {
        MessagePlan plan = desk.of(one.upgrade());
        if (speaks(one.upgrade(), plan, person, rights)) {
          add(one, plan, all);
        }
      }
    }
    return all;
  }

  /** Whether what is to be said of an upgrade waits for somebody. */
  public boolean speaks(Upgrade upgrade, MessagePlan plan, String person, Rights rights) {
    return plan.terms().communicator().map(person::equals).orElse(true)
        && teams.against(rights, Right.COMMUNICATE, upgrade.terms().systems()).isEmpty();
  }

  private void add(NearUpgrades.Near one, MessagePlan plan, List<Wait> all) {
    Optional<Window> window = windows.of(one.upgrade());
    Instant now = clock.instant();
    plan.lateNotice(window, now)
        .ifPresent(_ ->
            all.add(wait(Wait.Kind.NOTICE, one.upgrade(), "", one.start().minus(Planned.NOTICE))));
    List<Planned> drafts =
        plan.messages().stream()
            .filter(message -> !message.isDecided() && !message.isLate(window, now))
            .toList();
    if (!drafts.isEmpty()) {
      Instant by =
          drafts.stream()
              .flatMap(message -> message.due(window).stream())
              .min(Comparator.naturalOrder())
              .filter(due -> due.isBefore(one.start()))
              .orElse(one.start());
      all.add(wait(Wait.Kind.MESSAGES, one.upgrade(), String.valueOf(drafts.size()), by));
    }
  }

  private static Wait wait(Wait.Kind kind, Upgrade upgrade, String detail, Instant by) {
    return new Wait(
        kind,
        "%s/%s".formatted(kind.name().toLowerCase(Locale.ROOT), upgrade.id()),
        upgrade.terms().title(),
        detail,
        Optional.of(by),
        "/upgrades/%s/%s".formatted(upgrade.id(), MessagesAspect.PATH));
  }
}
