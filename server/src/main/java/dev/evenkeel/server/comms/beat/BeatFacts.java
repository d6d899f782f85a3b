package dev.evenkeel.server.comms.beat;

import dev.evenkeel.server.plan.Fact;
import dev.evenkeel.server.plan.FactSource;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.shared.Actor;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The words that were said while runs of an upgrade were under way. */
@Component
class BeatFacts implements FactSource {
  private static final int LONGEST = 200;

  private final BeatStore store;

  BeatFacts(BeatStore store) {
    this.store = store;
  }

  @Override
  public Stream<Fact> ofTheWay(Upgrade upgrade) {
    return Stream.empty();
  }

  @Override
  public Stream<Fact> of(Upgrade upgrade) {
    String path = "/upgrades/%s/messages/live".formatted(upgrade.id());
    return store.of(upgrade.id()).stream()
        .map(beat ->
            new Fact(
                beat.kind() == Beat.Kind.ALARM ? "word-missing" : "word-said",
                Optional.of(beat.at()),
                Optional.of(beat.by()),
                says(beat),
                path,
                beat.isHeard()));
  }

  private static String says(Beat beat) {
    String line = beat.says().strip().replaceAll("\\s+", " ");
    String words = line.length() > LONGEST ? line.substring(0, LONGEST).strip() + "…" : line;
    return switch (beat.kind()) {
      case PERSON -> "Said while it ran: %s".formatted(words);
      case MACHINE ->
          "Nobody wrote in time, so %s said: %s".formatted(Actor.EVENKEEL.name(), words);
      case ALARM -> "Nothing was said while it ran: %s".formatted(words);
    };
  }
}
