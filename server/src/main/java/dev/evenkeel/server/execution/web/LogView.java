package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.store.RunLog;
import dev.evenkeel.server.execution.store.RunLog.Line;
import java.util.List;
import java.util.Optional;

/**
 * A page of a log, newest line first.
 *
 * @param about only lines about steps whose key holds this; empty shows all
 * @param before the page begins before this line; empty on the newest page
 * @param older where the next page begins; empty on the last
 */
public record LogView(List<Line> lines, String about, Optional<Long> before, Optional<Long> older) {

  static LogView of(RunLog log, RunId run, LogQuery query, int size) {
    List<Line> found =
        log.before(run, query.before().orElse(Long.MAX_VALUE), query.step(), size + 1);
    List<Line> shown = found.subList(0, Math.min(size, found.size()));
    return new LogView(
        List.copyOf(shown),
        query.step(),
        query.before(),
        found.size() > size ? Optional.of(shown.getLast().seq()) : Optional.empty());
  }
}
