package dev.evenkeel.server.health;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.judge.sequential.Kind;
import dev.evenkeel.runbook.Compared;
import dev.evenkeel.runbook.Comparison;
import dev.evenkeel.runbook.Watch;
import dev.evenkeel.runbook.WatchRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Reads metric sources for a watch and judges its rules. A watch is known by a name of its owner's,
 * such as a run id.
 */
public interface Watchtower {

  /**
   * One source to read, its arguments resolved.
   *
   * @param target the target it speaks about; empty when it speaks about the whole
   * @param words the record of the source's kind, from {@code dev.evenkeel.runbook.words}
   * @param hiding replaces the secrets the words hold, in whatever the source says
   */
  record Lookout(
      String source, Optional<String> target, Record words, UnaryOperator<String> hiding) {

    /** One whose words hold no secret. */
    public Lookout(String source, Optional<String> target, Record words) {
      this(source, target, words, UnaryOperator.identity());
    }

    /** One that cannot be read for a reason of the watch's own, such as a secret that is gone. */
    public static Lookout unready(String source, Optional<String> target, String why) {
      return new Lookout(source, target, new Unready(why));
    }
  }

  /** Stands where the words of a source could not be made: its reading is missing, and says why. */
  record Unready(String why) {}

  /**
   * Which targets are on which version, and since when.
   *
   * @param upgraded since when each upgraded target carries the new version; readings before that
   *     are not held against it
   * @param waiting targets still on the old version and untouched
   * @param changeBegan when the first change was made; what was read before is the frozen baseline;
   *     empty before it
   */
  record Arms(Map<String, Instant> upgraded, Set<String> waiting, Optional<Instant> changeBegan) {
    public Arms {
      upgraded = Map.copyOf(upgraded);
      waiting = Set.copyOf(waiting);
    }
  }

  /** What the judge calls a metric of a runbook. */
  static Kind kind(Compared.Metric metric) {
    return switch (metric) {
      case ERROR_RATE -> Kind.ERRORS;
      case LATENCY -> Kind.LATENCY;
      case RATE -> Kind.RATE;
      case LEVEL -> Kind.LEVEL;
      case GROWTH -> Kind.GROWTH;
    };
  }

  /**
   * Reads every lookout once, side by side, and keeps the readings. A source that does not answer
   * is a reading too; it never throws. Returns when all have answered, at the latest when the time
   * is over: what comes later is dropped, and the reading says so.
   *
   * @param within the time for all of it; the time from one look of the watch to the next is a good
   *     choice
   */
  void look(String watch, List<Lookout> lookouts, Instant now, Duration within);

  /**
   * Begins to read what the sources said at the same hours of earlier days, when a comparison wants
   * that and it has not begun yet. Comes back at once.
   *
   * @param length how far into the future of those days it is read
   */
  void remember(
      String watch, Comparison comparison, List<Lookout> lookouts, Duration length, Instant now);

  /**
   * One verdict a rule, in the order of the rules, from the readings kept. Sources about the whole
   * are judged against their own baseline.
   */
  List<Verdict> judge(String watch, List<WatchRule> rules, Arms arms, Instant now);

  /**
   * One verdict a metric compared, in their order: the upgraded targets against those on the old
   * version, over all that was read since the first change. May be asked as often as one likes.
   */
  List<Verdict> compare(String watch, Comparison comparison, Arms arms, Instant now);

  /**
   * Which of the sources that are judged have said nothing to go by in their newest look, and why:
   * a sentence each. What cannot be read before the first change cannot be compared after it.
   */
  List<String> silent(String watch, Watch judged, Instant now);

  /**
   * How the metric of each rule went, for charts; also long after the watch has ended. Empty lines
   * when nothing was read.
   */
  List<Series> series(String watch, List<WatchRule> rules);

  /**
   * How the comparison went, for charts, as it was found at the time; also long after the watch has
   * ended. Only metrics that were compared yet.
   */
  List<Trend> trends(String watch, Comparison comparison);
}
