package dev.evenkeel.server.plan;

import dev.evenkeel.server.plan.store.StatedStore;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What was stated of an upgrade that was under way; each says who states it. */
@Component
class StatedFacts implements FactSource {
  /** Below that of the upgrade. */
  static final String PATH = "/adoption";

  private final StatedStore store;

  StatedFacts(StatedStore store) {
    this.store = store;
  }

  @Override
  public Stream<Fact> of(Upgrade upgrade) {
    String path = "/upgrades/%s%s".formatted(upgrade.id(), PATH);
    return store.of(upgrade.id()).stream()
        .map(one ->
            new Fact(
                kind(one.kind()),
                Optional.of(one.when()),
                Optional.of(one.who()),
                "%s: %s (as %s states)".formatted(one.kind().says(), one.says(), one.by().name()),
                path,
                one.kind() != Stated.Kind.ROLLED_BACK && one.kind() != Stated.Kind.PAUSED));
  }

  private static String kind(Stated.Kind kind) {
    return switch (kind) {
      case STARTED -> Fact.RUN_STARTED;
      case PAUSED -> Fact.RUN_PAUSED;
      case RESUMED -> Fact.RUN_RESUMED;
      case FINISHED -> Fact.RUN_FINISHED;
      case ROLLED_BACK -> Fact.RUN_ROLLED_BACK;
      case DONE -> "stated-" + kind.name().toLowerCase(Locale.ROOT);
    };
  }
}
