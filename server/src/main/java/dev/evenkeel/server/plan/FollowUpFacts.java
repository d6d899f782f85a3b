package dev.evenkeel.server.plan;

import dev.evenkeel.server.plan.store.FollowUpStore;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What followed from an upgrade, on its timeline. */
@Component
class FollowUpFacts implements FactSource {
  private final FollowUpStore store;

  FollowUpFacts(FollowUpStore store) {
    this.store = store;
  }

  @Override
  public Stream<Fact> ofTheWay(Upgrade upgrade) {
    return Stream.empty();
  }

  @Override
  public Stream<Fact> of(Upgrade upgrade) {
    return store.of(upgrade.id()).stream()
        .map(one ->
            new Fact(
                "follow-up-" + one.kind().name().toLowerCase(Locale.ROOT),
                Optional.of(one.at()),
                Optional.of(one.by().name()),
                one.says(),
                one.path(),
                true));
  }
}
