package dev.evenkeel.server.health.source;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.runbook.words.HaproxySource;
import dev.evenkeel.server.shared.HaproxyRuntime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Reads HAProxy's counters of one server.
 *
 * <p>HAProxy counts no error at all when a server closes a reused connection without an answer: it
 * closes the client's connection as well and leaves it to the client to try again. So failures are
 * counted from the other end: a request given to the server ({@code stot}) that has been neither
 * answered ({@code req_tot}) nor is under way ({@code scur}) has failed, whether the connection was
 * refused, broke, or went to another server instead. To these come the answers with 5xx. Its
 * average times are not read: they are over the last 1,024 requests, which may be days.
 *
 * <p>While an answer is being transferred it counts as answered and as under way. So the number of
 * failures may seem to fall; the highest seen is the one that is right.
 */
@Component
class HaproxyReader implements MetricSource<HaproxySource> {
  private static final int REMEMBERED = 10_000;

  /** The most failures seen since the counters started. */
  private record Highest(double requests, double failed) {}

  private final Map<HaproxySource, Highest> highest =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<HaproxySource, Highest> eldest) {
          return size() > REMEMBERED;
        }
      };

  @Override
  public Class<HaproxySource> words() {
    return HaproxySource.class;
  }

  @Override
  public List<Fact> look(HaproxySource words, Duration within) throws IOException {
    var stat = new HaproxyRuntime(words.address()).stat(words.server(), within);
    var facts = new ArrayList<Fact>();
    facts.add(counted(words, stat));
    var status = stat.getOrDefault("status", "");
    if (status.startsWith("UP")) {
      facts.add(new Fact.Well(true, ""));
    } else if (status.startsWith("DOWN")) {
      facts.add(
          new Fact.Well(
              false,
              "HAProxy's check of %s says %s"
                  .formatted(words.server(), stat.getOrDefault("check_status", status))));
    }
    return facts;
  }

  private Fact counted(HaproxySource words, Map<String, String> stat) {
    double requests = number(stat, "stot");
    double failed =
        "tcp".equals(stat.get("mode"))
            ? number(stat, "econ") + number(stat, "eresp")
            : requests - number(stat, "req_tot") - number(stat, "scur") + number(stat, "hrsp_5xx");
    synchronized (highest) {
      var now =
          highest.merge(
              words,
              new Highest(requests, Math.max(0, failed)),
              (earlier, later) ->
                  later.requests() < earlier.requests() // HAProxy was started again
                      ? later
                      : new Highest(later.requests(), Math.max(earlier.failed(), later.failed())));
      return new Fact.Counted(now.requests(), now.failed());
    }
  }

  private static double number(Map<String, String> stat, String column) {
    var text = stat.getOrDefault(column, "");
    return text.isEmpty() ? 0 : Double.parseDouble(text);
  }
}
