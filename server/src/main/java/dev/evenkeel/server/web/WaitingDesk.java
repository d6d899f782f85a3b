package dev.evenkeel.server.web;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.PeopleBehind;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.Wait;
import dev.evenkeel.server.shared.Waiting;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What waits for somebody. No page waits for the count at its top: it is what was found last, and
 * is found anew beside the pages, once a minute for whoever looks at them and after what they
 * change.
 */
@Component
class WaitingDesk {
  private static final Logger LOG = LoggerFactory.getLogger(WaitingDesk.class);
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final ObjectProvider<Waiting> sources;
  private final PeopleBehind behind;
  private final Clock clock;
  private final Map<String, Counted> counts = new ConcurrentHashMap<>();
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private final ExecutorService beside =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("waiting-count").factory());

  WaitingDesk(ObjectProvider<Waiting> sources, PeopleBehind behind, Clock clock) {
    this.sources = sources;
    this.behind = behind;
    this.clock = clock;
  }

  private record Counted(int amount, Instant at) {}

  /** For whom it waits: behind a token whoever issued it, as far as the token may do it. */
  Optional<String> behind(Actor actor) {
    return behind.of(actor).stream().min(Comparator.naturalOrder());
  }

  /** The most urgent first. */
  List<Wait> of(String person, Rights rights) {
    return sources
        .orderedStream()
        .flatMap(source -> source.of(person, rights).stream())
        .sorted(Wait.URGENT)
        .toList();
  }

  /** The same for somebody who looks at pages: the count at their top is this one from now on. */
  List<Wait> shown(String person, Rights rights) {
    List<Wait> all = of(person, rights);
    counts.put(person, new Counted(all.size(), clock.instant()));
    return all;
  }

  /** As it was found last; 0 while nobody has looked. */
  int count(String person, Rights rights) {
    Counted last = counts.get(person);
    if (last == null || last.at().plus(FRESH).isBefore(clock.instant())) {
      look(person, rights);
    }
    return last == null ? 0 : last.amount();
  }

  /** Counts anew, beside whoever asks. */
  void look(String person, Rights rights) {
    if (!beside.isShutdown() && underWay.add(person)) {
      beside.execute(() -> {
        // Whoever changes something from here on is looked at again.
        underWay.remove(person);
        try {
          shown(person, rights);
        } catch (RuntimeException failed) {
          LOG.atWarn().setCause(failed).log("what waits for {} was not counted", person);
        }
      });
    }
  }

  @PreDestroy
  void stop() {
    beside.shutdownNow();
  }
}
