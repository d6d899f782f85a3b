package dev.evenkeel.server.health.source;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.novelty.Digest;
import dev.evenkeel.runbook.words.LogSource;
import dev.evenkeel.server.health.store.TailStore.Place;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Reads what was added to a log. Entries stand for requests, those of level error for failed ones.
 */
@Component
class LogReader implements MetricSource<LogSource> {
  /** Many lines at once are the past; what comes again later in it came on another occasion. */
  private static final int STRETCH = 500;

  private final LogLines logs;

  LogReader(LogLines logs) {
    this.logs = logs;
  }

  @Override
  public Class<LogSource> words() {
    return LogSource.class;
  }

  @Override
  public List<Fact> look(LogSource words, Duration within) {
    return List.of(new Fact.Missing("a log is read while it is watched, and gives no number"));
  }

  @Override
  public List<Fact> look(Place place, LogSource words, Duration within) throws IOException {
    var digest = digest(logs.since(place, words.path(), words.command(), words.env()));
    return List.of(
        new Fact.Logged(digest), new Fact.Tried(digest.entries(), digest.errors(), List.of()));
  }

  private static Digest digest(List<String> lines) {
    var digests = new ArrayList<Digest>();
    for (int i = 0; i < lines.size(); i += STRETCH) {
      digests.add(Digest.of(lines.subList(i, Math.min(lines.size(), i + STRETCH))));
    }
    return Digest.sum(digests);
  }
}
