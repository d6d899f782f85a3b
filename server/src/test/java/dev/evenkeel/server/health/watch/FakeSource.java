package dev.evenkeel.server.health.watch;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.server.health.source.MetricSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A source that says what a test tells it to, when the test lets it. */
final class FakeSource implements MetricSource<FakeSource.Words> {

  /**
   * @param patience how long it asks to be waited for
   */
  record Words(String name, Duration patience) {
    static Words of(String name) {
      return new Words(name, Duration.ZERO);
    }
  }

  private final Map<String, List<Fact>> facts = new ConcurrentHashMap<>();
  private final Set<String> remembers = ConcurrentHashMap.newKeySet();
  private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();

  void says(String name, Fact... said) {
    facts.put(name, List.of(said));
  }

  CountDownLatch hangs(String name) {
    var gate = new CountDownLatch(1);
    gates.put(name, gate);
    return gate;
  }

  @Override
  public Class<Words> words() {
    return Words.class;
  }

  @Override
  public List<Fact> look(Words words, Duration within) throws InterruptedException {
    if (gates.containsKey(words.name())) {
      gates.get(words.name()).await();
    }
    if (!facts.containsKey(words.name())) {
      throw new IllegalStateException("nothing to say of " + words.name());
    }
    return facts.get(words.name());
  }

  /** It counts one request a second, for ever. */
  void remembers(String name) {
    remembers.add(name);
  }

  @Override
  public List<Reading> past(Words words, Stretch when, Duration step, Duration within) {
    var readings = new ArrayList<Reading>();
    if (remembers.contains(words.name())) {
      for (var at = when.from(); !at.isAfter(when.to()); at = at.plus(step)) {
        readings.add(Reading.of(at, new Fact.Counted(at.getEpochSecond(), 0)));
      }
    }
    return readings;
  }

  @Override
  public Duration patience(Words words, Duration everyLook) {
    return words.patience();
  }
}
