package dev.evenkeel.server.health.source;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Fact.Missing;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.server.health.Watchtower.Unready;
import dev.evenkeel.server.health.store.TailStore.Place;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All kinds of sources, found by the record of their words. */
@Component
public class Sources {
  private final Map<Class<?>, MetricSource<?>> byWords;

  public Sources(List<MetricSource<?>> kinds) {
    byWords = kinds.stream().collect(Collectors.toMap(MetricSource::words, Function.identity()));
  }

  private interface Look {
    List<Fact> of() throws IOException, InterruptedException;
  }

  /** Looks once, for nobody in particular. Whatever goes wrong is a reading too. */
  public List<Fact> look(Record words, Duration within) throws InterruptedException {
    return look(words, () -> lookWith(kind(words), words, within));
  }

  /** Looks once, for a watch. */
  public List<Fact> look(Place place, Record words, Duration within) throws InterruptedException {
    return look(words, () -> lookWith(place, kind(words), words, within));
  }

  private static List<Fact> look(Record words, Look look) throws InterruptedException {
    if (words instanceof Unready(var why)) {
      return List.of(new Missing(why));
    }
    try {
      return look.of();
    } catch (ClosedByInterruptException e) {
      throw new InterruptedException(e.getMessage());
    } catch (IOException | RuntimeException e) {
      return List.of(new Missing(Reason.of(e)));
    }
  }

  /**
   * What it would have said earlier; nothing where it does not remember.
   *
   * @throws IOException with a reason for people
   */
  public List<Reading> past(Record words, MetricSource.Stretch when, Duration step, Duration within)
      throws IOException, InterruptedException {
    return words instanceof Unready ? List.of() : pastOf(kind(words), words, when, step, within);
  }

  private static <W extends Record> List<Reading> pastOf(
      MetricSource<W> kind, Record words, MetricSource.Stretch when, Duration step, Duration within)
      throws IOException, InterruptedException {
    return kind.past(kind.words().cast(words), when, step, within);
  }

  public Duration patience(Record words, Duration everyLook) {
    return words instanceof Unready ? everyLook : patienceOf(kind(words), words, everyLook);
  }

  private MetricSource<?> kind(Record words) {
    var kind = byWords.get(words.getClass());
    if (kind == null) {
      throw new IllegalStateException("No source reads " + words.getClass().getName());
    }
    return kind;
  }

  private static <W extends Record> List<Fact> lookWith(
      MetricSource<W> kind, Record words, Duration within)
      throws IOException, InterruptedException {
    return kind.look(kind.words().cast(words), within);
  }

  private static <W extends Record> List<Fact> lookWith(
      Place place, MetricSource<W> kind, Record words, Duration within)
      throws IOException, InterruptedException {
    return kind.look(place, kind.words().cast(words), within);
  }

  private static <W extends Record> Duration patienceOf(
      MetricSource<W> kind, Record words, Duration everyLook) {
    return kind.patience(kind.words().cast(words), everyLook);
  }
}
