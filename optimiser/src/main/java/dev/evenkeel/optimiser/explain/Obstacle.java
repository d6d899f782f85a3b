package dev.evenkeel.optimiser.explain;

import java.util.List;
import java.util.Optional;

/**
 * Something that keeps an upgrade from a place, and how much of it would have to give. Slots are
 * those of the problem; a stretch of them ends before its last.
 */
public sealed interface Obstacle {

  /** What a timetable keeps to. */
  enum Kind {
    RELEASE,
    WINDOW,
    FREEZE,
    RESOURCE,
    GROUP,
    SYSTEM,
    BUDGET,
    BEFORE,
    AFTER
  }

  Kind kind();

  /** Of what it is: a calendar, a freeze, a resource, a group, a budget, another upgrade. */
  String name();

  /** What stands in the way, as part of a sentence. */
  String says(Telling telling);

  /** What would clear it away, as words behind "would need". */
  String wants(Telling telling);

  /** What stands in the way, in slots. */
  default String says() {
    return says(Telling.SLOTS);
  }

  /**
   * It is not ready.
   *
   * @param name the upgrade itself
   * @param start where it would start
   * @param first where it can start at the earliest
   */
  record NotReady(String name, int start, int first) implements Obstacle {
    @Override
    public Kind kind() {
      return Kind.RELEASE;
    }

    public int slotsEarlier() {
      return first - start;
    }

    @Override
    public String says(Telling telling) {
      return "it cannot start before %s, %s later"
          .formatted(telling.at(first), telling.lasting(slotsEarlier()));
    }

    @Override
    public String wants(Telling telling) {
      return "to be ready %s earlier, at %s"
          .formatted(telling.lasting(slotsEarlier()), telling.at(start));
    }
  }

  /**
   * There is no window, or it is too short.
   *
   * @param name of the calendar
   * @param from the first slot that is closed
   * @param to the slot after the last that is closed
   */
  record Closed(String name, int from, int to) implements Obstacle {
    @Override
    public Kind kind() {
      return Kind.WINDOW;
    }

    @Override
    public String says(Telling telling) {
      return "%s is closed %s".formatted(name, telling.span(from, to));
    }

    @Override
    public String wants(Telling telling) {
      return "%s to be open %s".formatted(name, telling.span(from, to));
    }
  }

  /**
   * It must be left alone.
   *
   * @param name id of the freeze
   * @param label what people call it
   * @param from its first slot
   * @param to the slot after its last
   * @param start where the upgrade would start
   * @param end where it would end
   */
  record Frozen(String name, String label, int from, int to, int start, int end)
      implements Obstacle {
    @Override
    public Kind kind() {
      return Kind.FREEZE;
    }

    /** By how much it would have to end earlier. */
    public int slotsEarlier() {
      return to - start;
    }

    /** By how much it would have to begin later, instead. */
    public int slotsLater() {
      return end - from;
    }

    public boolean wantsEarlierEnd() {
      return slotsEarlier() <= slotsLater();
    }

    @Override
    public String says(Telling telling) {
      return "the freeze %s holds %s".formatted(label, telling.span(from, to));
    }

    @Override
    public String wants(Telling telling) {
      return wantsEarlierEnd()
          ? "the freeze %s to end %s earlier, at %s"
              .formatted(label, telling.lasting(slotsEarlier()), telling.at(start))
          : "the freeze %s to begin %s later, at %s"
              .formatted(label, telling.lasting(slotsLater()), telling.at(end));
    }
  }

  /**
   * There are too few people.
   *
   * @param name of the resource
   * @param from the first slot with too few
   * @param to the slot after the last with too few
   * @param missing how many more are needed, in the worst of them
   */
  record Short(String name, int from, int to, long missing) implements Obstacle {
    @Override
    public Kind kind() {
      return Kind.RESOURCE;
    }

    @Override
    public String says(Telling telling) {
      return "%d more of %s would be needed %s".formatted(missing, name, telling.span(from, to));
    }

    @Override
    public String wants(Telling telling) {
      return "%d more of %s %s".formatted(missing, name, telling.span(from, to));
    }
  }

  /**
   * Others are at work on what must not be worked on at the same time.
   *
   * @param kind {@link Kind#SYSTEM} or {@link Kind#GROUP}
   * @param name of the system or the group
   * @param from the first slot with too many
   * @param to the slot after the last with too many
   * @param upgrades who they are
   */
  record Crowded(Kind kind, String name, int from, int to, List<String> upgrades)
      implements Obstacle {
    public Crowded {
      upgrades = List.copyOf(upgrades);
    }

    @Override
    public String says(Telling telling) {
      return "%s of %s would be at work at the same time, or too shortly before or after"
          .formatted(String.join(", ", upgrades), name);
    }

    @Override
    public String wants(Telling telling) {
      return "%s%s of %s to be elsewhere than %s"
          .formatted(
              upgrades.size() > 1 ? "one of " : "",
              String.join(", ", upgrades),
              name,
              telling.span(from, to));
    }
  }

  /**
   * There is too little money.
   *
   * @param name of the budget
   * @param start where the upgrade would start
   * @param period of the budget; empty when it has none then
   * @param missing how much more is needed
   */
  record Unpaid(String name, int start, Optional<Period> period, long missing) implements Obstacle {

    /** A stretch of a budget. */
    public record Period(int from, int to) {}

    @Override
    public Kind kind() {
      return Kind.BUDGET;
    }

    @Override
    public String says(Telling telling) {
      return period
          .map(one ->
              "%s has %,d too little in the period %s"
                  .formatted(name, missing, telling.span(one.from(), one.to())))
          .orElseGet(() -> "%s has no period at %s".formatted(name, telling.at(start)));
    }

    @Override
    public String wants(Telling telling) {
      return period
          .map(one ->
              "%,d more in %s %s".formatted(missing, name, telling.span(one.from(), one.to())))
          .orElseGet(
              () -> "a period of %s at %s with %,d".formatted(name, telling.at(start), missing));
    }
  }

  /**
   * Another upgrade must have ended before.
   *
   * @param name of the other upgrade
   * @param start where this one would start
   * @param end where the other one ends; empty when it has no place
   * @param first where this one can start at the earliest; meaningless when it has no place
   */
  record Awaits(String name, int start, Optional<Integer> end, int first) implements Obstacle {
    @Override
    public Kind kind() {
      return Kind.BEFORE;
    }

    public int slotsEarlier() {
      return first - start;
    }

    @Override
    public String says(Telling telling) {
      return end.map(ends ->
              "%s must be done before: it ends at %s, so that %s is the first"
                  .formatted(name, telling.at(ends), telling.at(first)))
          .orElseGet(() -> "%s must be done before, and has no place".formatted(name));
    }

    @Override
    public String wants(Telling telling) {
      return end.map(ends ->
              "%s to end %s earlier, at %s"
                  .formatted(
                      name, telling.lasting(slotsEarlier()), telling.at(ends - slotsEarlier())))
          .orElseGet(() -> "a place for %s before it".formatted(name));
    }
  }

  /**
   * What must come before a pin cannot, whatever else gave way.
   *
   * @param name of the other upgrade
   * @param last by when it would have to end
   * @param earliest where it could end at the earliest; empty when there is no place
   */
  record TooLate(String name, int last, Optional<Integer> earliest) implements Obstacle {
    @Override
    public Kind kind() {
      return Kind.BEFORE;
    }

    @Override
    public String says(Telling telling) {
      return earliest
          .map(end ->
              "%s must be done before, by %s, and cannot end before %s"
                  .formatted(name, telling.at(last), telling.at(end)))
          .orElseGet(() ->
              "%s must be done before, and finds no place that ends by %s"
                  .formatted(name, telling.at(last)));
    }

    @Override
    public String wants(Telling telling) {
      return "%s to end by %s".formatted(name, telling.at(last));
    }
  }

  /**
   * Another upgrade comes after it, and starts too early.
   *
   * @param name of the other upgrade
   * @param end where this one would end
   * @param start where the other one starts
   * @param last by when this one must end
   */
  record Precedes(String name, int end, int start, int last) implements Obstacle {
    @Override
    public Kind kind() {
      return Kind.AFTER;
    }

    public int slotsLater() {
      return end - last;
    }

    @Override
    public String says(Telling telling) {
      return "%s comes after it and starts at %s, so that it must end by %s"
          .formatted(name, telling.at(start), telling.at(last));
    }

    @Override
    public String wants(Telling telling) {
      return "%s to start %s later, at %s"
          .formatted(name, telling.lasting(slotsLater()), telling.at(start + slotsLater()));
    }
  }
}
