package dev.evenkeel.server.comms.rule;

import dev.evenkeel.server.plan.Fact;
import dev.evenkeel.server.plan.FactSource;
import dev.evenkeel.server.plan.Upgrade;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What automations did about an upgrade. */
@Component
class FiringFacts implements FactSource {
  private static final int MOST = 500;

  private final AutomationStore store;

  FiringFacts(AutomationStore store) {
    this.store = store;
  }

  @Override
  public Stream<Fact> ofTheWay(Upgrade upgrade) {
    return Stream.empty();
  }

  @Override
  public Stream<Fact> of(Upgrade upgrade) {
    String path = "/upgrades/%s/automations".formatted(upgrade.id());
    return store.ofUpgrade(upgrade.id(), MOST).stream()
        .map(firing ->
            new Fact(
                "automation-" + firing.outcome().name().toLowerCase(Locale.ROOT),
                Optional.of(firing.at()),
                Optional.of(firing.ruleName()),
                "'%s', %s: %s".formatted(firing.ruleName(), firing.outcome().word(), firing.says()),
                "%s#f%d-%d".formatted(path, firing.rule(), firing.seq()),
                firing.outcome() == Firing.Outcome.DONE
                    || firing.outcome() == Firing.Outcome.QUIET));
  }
}
