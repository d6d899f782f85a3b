package dev.evenkeel.server.health.source;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.server.health.store.TailStore.Place;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One kind of metric source. Adding one: its record in the language, one class here, and a test
 * that extends {@code MetricSourceContract}.
 *
 * <p>A look runs in a thread of its own and is interrupted when its time is over. It changes
 * nothing in what it looks at.
 *
 * @param <W> the source's words, from {@code dev.evenkeel.runbook.words}
 */
public interface MetricSource<W extends Record> {

  /**
   * The record its arguments are bound to; its name in runbooks is in {@code Catalogue.SOURCES}.
   */
  Class<W> words();

  /**
   * Looks once.
   *
   * <p>Never makes up a number: what was asked for and not found is {@link Fact.Missing}, with a
   * reason a person can act on. A source that talks to the target itself also says that the target
   * is not {@link Fact.Well} when it does not answer; one that asks somebody else about it, such as
   * a Prometheus server, does not.
   *
   * @param within how long it may take at most
   * @throws IOException when it cannot look at all; the message says what, where and why
   */
  List<Fact> look(W words, Duration within) throws IOException, InterruptedException;

  /**
   * What it would have said earlier, if it remembers: counters may start at any number. Sources
   * that know only the present say nothing.
   *
   * @param step from one reading to the next
   * @param within how long it may take at most
   * @throws IOException when it cannot look at all; the message says what, where and why
   */
  default List<Reading> past(W words, Stretch when, Duration step, Duration within)
      throws IOException, InterruptedException {
    return List.of();
  }

  /** From one instant to another. */
  record Stretch(Instant from, Instant to) {}

  /**
   * Looks once, for a watch. A source that says what came since its look before tells watches,
   * sources and targets apart by the place.
   */
  default List<Fact> look(Place place, W words, Duration within)
      throws IOException, InterruptedException {
    return look(words, within);
  }

  /**
   * How long a look may take when the watch looks that often. What takes longer is dropped. A
   * source that names its own limit is waited for that long: its readings come late, and count for
   * the time at which the look began.
   */
  default Duration patience(W words, Duration everyLook) {
    return everyLook;
  }
}
