package dev.evenkeel.server.health.watch;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.server.health.Watchtower.Lookout;
import dev.evenkeel.server.health.source.Sources;
import dev.evenkeel.server.health.store.ReadingStore.Entry;
import dev.evenkeel.server.health.store.TailStore.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Looks through many lookouts side by side, each in a thread of its own.
 *
 * <ol>
 *   <li>Whatever has answered when the time is over is handed back.
 *   <li>What has not, and may not take longer, is interrupted: it has said nothing.
 *   <li>What may take longer, because its own limit is longer, goes on and is handed over when it
 *       comes; it counts for the time at which its look began.
 *   <li>A lookout that is still looked through is not looked through a second time meanwhile.
 *   <li>What a source says passes the lookout's hiding first.
 * </ol>
 */
@Component
class Round {
  private final Sources sources;
  private final Map<Place, Instant> busy = new ConcurrentHashMap<>();

  Round(Sources sources) {
    this.sources = sources;
  }

  private record Pending(
      Lookout lookout, Thread thread, CompletableFuture<List<Fact>> facts, Duration patience) {}

  /**
   * @param late takes what comes after the time
   */
  List<Entry> look(
      String watch, List<Lookout> lookouts, Instant now, Duration within, Consumer<Entry> late)
      throws InterruptedException {
    long until = System.nanoTime() + within.toNanos();
    var pending = lookouts.stream().flatMap(l -> begin(watch, l, now, within).stream()).toList();
    var entries = new ArrayList<Entry>();
    for (var one : pending) {
      waitFor(one, until);
      if (one.facts().isDone()) {
        entries.add(entry(one, now));
      } else if (one.patience().compareTo(within) <= 0) {
        giveUp(one, within);
        entries.add(entry(one, now));
      } else {
        goOn(one, within);
        one.facts().thenRun(() -> late.accept(entry(one, now)));
      }
    }
    return entries;
  }

  private Optional<Pending> begin(String watch, Lookout lookout, Instant now, Duration within) {
    var place = new Place(watch, lookout.source(), lookout.target().orElse(""));
    if (busy.putIfAbsent(place, now) != null) {
      return Optional.empty();
    }
    var patience = sources.patience(lookout.words(), within);
    var longest = patience.compareTo(within) > 0 ? patience : within;
    var facts = new CompletableFuture<List<Fact>>();
    var thread =
        Thread.ofVirtual()
            .name("look-" + lookout.source())
            .start(() -> {
              try {
                facts.complete(sources.look(place, lookout.words(), longest));
              } catch (InterruptedException | RuntimeException | Error e) {
                facts.complete(List.of(new Fact.Missing("the look broke off: " + e)));
              } finally {
                busy.remove(place);
              }
            });
    return Optional.of(new Pending(lookout, thread, facts, longest));
  }

  private static void waitFor(Pending one, long until) throws InterruptedException {
    try {
      one.facts().get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (java.util.concurrent.TimeoutException e) {
      // The caller sees that it is not done.
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException("A look never fails", e);
    }
  }

  private static void goOn(Pending one, Duration within) {
    var rest = one.patience().minus(within);
    CompletableFuture.delayedExecutor(rest.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> giveUp(one, one.patience()));
  }

  private static void giveUp(Pending one, Duration after) {
    var says = "no answer within %d ms; what comes later is dropped".formatted(after.toMillis());
    one.facts().complete(List.of(new Fact.Missing(says)));
    one.thread().interrupt();
  }

  private static Entry entry(Pending one, Instant now) {
    return new Entry(
        one.lookout().source(),
        one.lookout().target().orElse(""),
        new Reading(
            now,
            one.facts().join().stream()
                .map(fact -> Hidden.of(fact, one.lookout().hiding()))
                .toList()));
  }
}
