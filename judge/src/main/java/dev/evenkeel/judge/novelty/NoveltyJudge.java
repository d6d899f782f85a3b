package dev.evenkeel.judge.novelty;

import dev.evenkeel.judge.Evidence;
import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.Verdict;
import dev.evenkeel.judge.Verdict.Kind;
import dev.evenkeel.judge.literal.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Judges failures of a kind the old version never logged.
 *
 * <ol>
 *   <li>A pattern is new when it is in none of the entries of the old version: those before the
 *       first change, and those of the targets still untouched.
 *   <li>It counts when that says something: the old version by itself would bring such a novelty in
 *       less than one of {@value #WARNINGS} watches, for a breach in less than one of {@value
 *       #BREACHES}. {@link Known} has the formula and its sources. It holds over the whole watch,
 *       however often one looks.
 *   <li>Repetitions count by occasion, so that one request that logs a hundred lines is one.
 *   <li>More than the limit of such occasions is a warning, of errors a breach.
 * </ol>
 *
 * <p>Entries of both versions are taken to be alike but for the upgrade. What comes by the clock,
 * such as a job at midnight, is new to a baseline taken before midnight; untouched targets at the
 * same time show it.
 *
 * <p>A pure function of the set of readings that are not newer than {@code now}. Whatever they are,
 * there is a finding and no exception.
 */
public final class NoveltyJudge {
  static final int WARNINGS = 100;
  static final int BREACHES = 1000;

  private final NoveltyRule rule;
  private final List<Track> upgraded;
  private final Instant now;
  private final Known known;
  private final long logged;
  private final List<New> found;

  private NoveltyJudge(NoveltyRule rule, Evidence evidence, Instant now) {
    this.rule = rule;
    this.now = now;
    this.upgraded = upTo(evidence.upgraded(), now);
    this.known = Known.of(upTo(evidence.before(), now), upTo(evidence.waiting(), now));
    var newcomers = Newcomers.of(upgraded, known);
    this.logged = newcomers.entries();
    this.found = newcomers.all();
  }

  public static Finding judge(NoveltyRule rule, Evidence evidence, Instant now) {
    return new NoveltyJudge(rule, evidence, now).finding();
  }

  private Finding finding() {
    if (rule.warning().isEmpty() && rule.breach().isEmpty()) {
      return unsure("The metric novelty needs a threshold above, such as 0.");
    }
    if (upgraded.isEmpty()) {
      return unsure("Nothing is upgraded yet.");
    }
    var broken = sure(BREACHES).stream().filter(one -> one.level() == Level.ERROR).toList();
    if (isAbove(broken, rule.breach())) {
      return finding(Kind.BREACH, broken, rule.breach());
    }
    var warned = sure(WARNINGS);
    if (isAbove(warned, rule.warning())) {
      return finding(Kind.WARNING, warned, rule.warning());
    }
    return undecidedOrHealthy(warned);
  }

  private List<New> sure(int watches) {
    return found.stream().filter(one -> one.chance() < 1.0 / watches).toList();
  }

  private static boolean isAbove(List<New> found, OptionalDouble limit) {
    return limit.isPresent() && !found.isEmpty() && occasions(found) > limit.getAsDouble();
  }

  private static long occasions(List<New> found) {
    return found.stream().mapToLong(New::occasions).sum();
  }

  private Finding finding(Kind kind, List<New> sure, OptionalDouble limit) {
    var first = sure.getFirst();
    var others = found.size() - 1;
    var says =
        "Never seen before: %s%s Came %s%s since %s; not once in %s of the old version.%s The limit is %s."
            .formatted(
                ended(first.sample()),
                thrown(first),
                times(first.count()),
                places(first.targets()),
                Says.time(first.since()),
                Says.entries(known.entries()),
                others == 0 ? "" : " " + Numbers.count(others, "other new pattern") + ".",
                Numbers.value(limit.orElse(0)));
    return finding(kind, OptionalDouble.of(occasions(sure)), says);
  }

  private Finding undecidedOrHealthy(List<New> sure) {
    var silent = upgraded.stream().filter(this::isSilent).findFirst();
    if (silent.isPresent()) {
      return unsure(Says.silent(silent.get(), now));
    }
    if (known.entries() < rule.evidence() || logged < rule.evidence()) {
      return unsure(
          "%s of the old version and %s of the new one are too few; %s of each are wanted. A longer watch.baseline helps.%s"
              .formatted(
                  Says.entries(known.entries()),
                  Numbers.count(logged),
                  Numbers.count(rule.evidence()),
                  firstNew()));
    }
    double expected = known.unseen() * logged;
    var occasions = OptionalDouble.of(occasions(sure));
    if (occasions(found) > Math.max(expected, occasions(sure))) {
      return finding(
          Kind.NOT_ENOUGH_EVIDENCE,
          occasions,
          "New, but that can be chance: %s; the old version would bring about %s in as many.%s"
              .formatted(
                  Numbers.count(occasions(found), "entry").replace("entrys", "entries")
                      + " of "
                      + Numbers.count(found.size(), "pattern"),
                  Numbers.value(expected),
                  firstNew()));
    }
    return finding(
        Kind.HEALTHY,
        occasions,
        "No new kind of failure in %s, beside %s of the old version.%s"
            .formatted(
                Says.entries(logged),
                Numbers.count(known.entries()),
                found.isEmpty() ? "" : " Not more than chance brings: " + firstNew().strip()));
  }

  private String firstNew() {
    return found.isEmpty() ? "" : " First: " + ended(found.getFirst().sample());
  }

  /** The exception, when it is not on the line that is shown. */
  private static String thrown(New found) {
    boolean shown = Mask.of(found.sample()).startsWith(found.pattern());
    return shown || !found.pattern().contains(" at ") ? "" : " " + ended(found.pattern());
  }

  private static String ended(String sample) {
    return sample.endsWith(".") ? sample : sample + ".";
  }

  private static String times(long count) {
    return count == 1 ? "once" : Numbers.count(count, "time");
  }

  private static String places(List<String> targets) {
    var named = targets.stream().filter(target -> !target.isEmpty()).toList();
    return named.isEmpty() ? "" : " on " + String.join(", ", named);
  }

  private boolean isSilent(Track track) {
    return track
        .newest()
        .filter(reading -> Duration.between(reading.at(), now).compareTo(rule.window()) <= 0)
        .flatMap(reading -> reading.find(Fact.Logged.class))
        .isEmpty();
  }

  private Finding unsure(String says) {
    return finding(Kind.NOT_ENOUGH_EVIDENCE, OptionalDouble.empty(), says);
  }

  private Finding finding(Kind kind, OptionalDouble observed, String says) {
    var limit = rule.breach().isPresent() ? rule.breach() : rule.warning();
    return new Finding(
        new Verdict(
            rule.name(),
            kind,
            observed,
            known.entries() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(known.unseen() * logged),
            kind == Kind.WARNING ? rule.warning() : limit,
            logged,
            says),
        found,
        known.unseen());
  }

  private static List<Track> upTo(List<Track> tracks, Instant now) {
    return tracks.stream().map(track -> track.between(Instant.MIN, now)).toList();
  }
}
