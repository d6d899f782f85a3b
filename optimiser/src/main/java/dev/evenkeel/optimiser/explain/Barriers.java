package dev.evenkeel.optimiser.explain;

import dev.evenkeel.optimiser.explain.Obstacle.Awaits;
import dev.evenkeel.optimiser.explain.Obstacle.Closed;
import dev.evenkeel.optimiser.explain.Obstacle.Crowded;
import dev.evenkeel.optimiser.explain.Obstacle.Frozen;
import dev.evenkeel.optimiser.explain.Obstacle.Kind;
import dev.evenkeel.optimiser.explain.Obstacle.NotReady;
import dev.evenkeel.optimiser.explain.Obstacle.Precedes;
import dev.evenkeel.optimiser.explain.Obstacle.Short;
import dev.evenkeel.optimiser.explain.Obstacle.Unpaid;
import dev.evenkeel.optimiser.explain.Obstacle.Unpaid.Period;
import dev.evenkeel.optimiser.explain.Others.Placed;
import dev.evenkeel.optimiser.problem.Amount;
import dev.evenkeel.optimiser.problem.Calendar;
import dev.evenkeel.optimiser.problem.Freeze;
import dev.evenkeel.optimiser.problem.Interval;
import dev.evenkeel.optimiser.problem.Mode;
import dev.evenkeel.optimiser.problem.Precedence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;

/**
 * Every rule that one mode of an upgrade can meet, with what the others leave of what is shared.
 */
final class Barriers {
  private static final int MINUTES_OF_AN_HOUR = 60;

  private final Surroundings around;
  private final Mode mode;
  private final int horizon;
  private final List<Barrier> barriers = new ArrayList<>();

  private Barriers(Surroundings around, Mode mode) {
    this.around = around;
    this.mode = mode;
    horizon = around.problem().horizonSlots();
  }

  /**
   * @param mode one that fits into the horizon
   */
  static List<Barrier> of(Surroundings around, Mode mode) {
    Barriers made = new Barriers(around, mode);
    made.release();
    made.window();
    around.freezes().forEach(made::freeze);
    made.resources();
    around.crowds().forEach(made::crowd);
    made.budget();
    around.before().forEach(made::before);
    around.after().forEach(made::after);
    return made.barriers;
  }

  private void add(
      Kind kind, String name, BitSet stops, IntToLongFunction minutes, IntFunction<Obstacle> at) {
    barriers.add(new Barrier(around.number(kind, name), stops, minutes, at));
  }

  private long minutes(long slots) {
    return slots * around.problem().slotMinutes();
  }

  /** As far as they lie in the horizon. */
  private BitSet slots(long from, long to) {
    BitSet slots = new BitSet();
    int first = Math.clamp(from, 0, horizon);
    slots.set(first, Math.clamp(to, first, horizon));
    return slots;
  }

  private void release() {
    String upgrade = around.upgrade().id();
    int first = Math.max(around.upgrade().release(), mode.release());
    add(
        Kind.RELEASE,
        upgrade,
        slots(0, first),
        start -> minutes(first - start),
        start -> new NotReady(upgrade, start, first));
  }

  private void window() {
    Calendar calendar = around.calendar(mode);
    long[] closed = new long[horizon];
    Arrays.fill(closed, 1);
    for (Interval open : calendar.open()) {
      Arrays.fill(closed, open.from(), open.to(), 0);
    }
    Shortage shut = new Shortage(closed, mode.length());
    add(
        Kind.WINDOW,
        calendar.id(),
        shut.starts(),
        start -> minutes(shut.area(start)),
        start -> new Closed(calendar.id(), shut.first(start), shut.last(start)));
  }

  private void freeze(Freeze freeze) {
    int length = mode.length();
    add(
        Kind.FREEZE,
        freeze.id(),
        slots(freeze.from() - length + 1L, freeze.to()),
        start -> minutes(Math.min(freeze.to() - start, start + length - freeze.from())),
        start ->
            new Frozen(
                freeze.id(),
                freeze.label().orElse(freeze.id()),
                freeze.from(),
                freeze.to(),
                start,
                start + length));
  }

  private void resources() {
    Map<String, Long> needs = new LinkedHashMap<>();
    mode.needs().forEach(need -> needs.merge(need.resource(), (long) need.amount(), Long::sum));
    needs.forEach((name, amount) -> {
      long[] lacking = around.left(name).clone();
      Arrays.setAll(lacking, slot -> amount - lacking[slot]);
      Shortage few = new Shortage(lacking, mode.length());
      add(
          Kind.RESOURCE,
          name,
          few.starts(),
          start -> minutes(few.area(start)),
          start -> new Short(name, few.first(start), few.last(start), few.most(start)));
    });
  }

  private void crowd(Surroundings.Crowd crowd) {
    int gap = crowd.gap();
    int taken = mode.length() + gap;
    Shortage full = new Shortage(crowd.many(), taken);
    add(
        crowd.kind(),
        crowd.name(),
        full.starts(),
        start -> minutes(full.area(start)),
        start ->
            new Crowded(
                crowd.kind(),
                crowd.name(),
                full.first(start),
                full.last(start),
                around.others().of(crowd.systems(), start - gap, start + taken).stream()
                    .map(one -> one.upgrade().id())
                    .toList()));
  }

  private void budget() {
    String name = around.upgrade().budget();
    long[] lacking = new long[horizon];
    Arrays.fill(lacking, Math.max(1, mode.cost()));
    for (Amount left : around.money()) {
      Arrays.fill(lacking, left.from(), left.to(), mode.cost() - left.amount());
    }
    Shortage unpaid = new Shortage(lacking, 1);
    add(
        Kind.BUDGET,
        name,
        unpaid.starts(),
        start ->
            period(start).isEmpty()
                ? Barrier.NEVER
                : Math.ceilDiv(lacking[start] * MINUTES_OF_AN_HOUR, Concession.MONEY_OF_AN_HOUR),
        start -> new Unpaid(name, start, period(start), lacking[start]));
  }

  private Optional<Period> period(int start) {
    return around.money().stream()
        .filter(period -> period.isAt(start))
        .findFirst()
        .map(period -> new Period(period.from(), period.to()));
  }

  private void before(Precedence rule) {
    String name = rule.before();
    Optional<Integer> end = around.others().find(name).map(Placed::end);
    int first = end.map(ends -> ends + rule.minLag()).orElse(Integer.MAX_VALUE);
    add(
        Kind.BEFORE,
        name,
        slots(0, first),
        start -> end.isEmpty() ? Barrier.NEVER : minutes((long) first - start),
        start -> new Awaits(name, start, end, first));
  }

  private void after(Precedence rule) {
    around
        .others()
        .find(rule.after())
        .ifPresent(next -> {
          int length = mode.length();
          int last = next.start() - rule.minLag();
          add(
              Kind.AFTER,
              rule.after(),
              slots((long) last - length + 1, horizon),
              start -> minutes((long) start + length - last),
              start -> new Precedes(rule.after(), start + length, next.start(), last));
        });
  }
}
