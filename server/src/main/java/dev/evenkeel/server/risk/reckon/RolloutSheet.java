package dev.evenkeel.server.risk.reckon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an upgrade is rolled out.
 *
 * @param supplier what the supplier says of it
 * @param developed what is newly developed for it
 * @param resources machines, licences, rooms it needs
 */
public record RolloutSheet(
    Optional<String> supplier,
    Optional<String> developed,
    Optional<String> resources,
    Tiers tiers,
    Data data,
    Parallel parallel,
    List<Phase> phases,
    List<ThirdParty> thirdParties,
    WayBack wayBack) {
  /** Days that old and new run side by side: of a core system at least, and at most; of others. */
  public static final int CORE_LEAST = 14;

  public static final int CORE_MOST = 28;
  public static final int OTHERS = 7;

  public static final RolloutSheet EMPTY =
      new RolloutSheet(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new Tiers(Optional.empty(), Optional.empty(), List.of()),
          new Data(Optional.empty(), Optional.empty(), Optional.empty()),
          new Parallel(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
          List.of(),
          List.of(),
          new WayBack(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));

  public RolloutSheet {
    phases = List.copyOf(phases);
    thirdParties = List.copyOf(thirdParties);
  }

  /** Application and database. */
  public enum Together {
    AT_ONCE,
    DATABASE_FIRST,
    APPLICATION_FIRST
  }

  /** What becomes of data that are there. */
  public enum Scope {
    CARRIED_FORWARD,
    ARCHIVED_BEFORE,
    NO_DATA
  }

  /**
   * In which order tiers and components go.
   *
   * @param why by what the supplier recommends and own tests show
   * @param order of components, the first first: middleware before what stands on it
   */
  public record Tiers(Optional<Together> together, Optional<String> why, List<String> order) {
    public Tiers {
      order = List.copyOf(order);
    }
  }

  /**
   * What becomes of data, and how they move.
   *
   * @param region into which they move, when they move into another one
   */
  public record Data(Optional<Scope> scope, Optional<String> method, Optional<String> region) {}

  /**
   * Old and new side by side.
   *
   * @param days 0 when they do not run side by side
   * @param cycle the business cycle that is in it, such as the close of a month
   * @param reconciled how data are held against each other every day
   * @param hosting what running both costs
   */
  public record Parallel(
      Optional<Integer> days,
      Optional<String> cycle,
      Optional<String> reconciled,
      Optional<Stated> hosting) {}

  /**
   * Who gets it together.
   *
   * @param percent of the users that have it by then
   * @param hours it is watched before the next
   */
  public record Phase(String name, int percent, Optional<String> who, Optional<Integer> hours) {}

  /**
   * A system of others.
   *
   * @param away what to do while it is away
   * @param after what to do when it has to be set up again after the upgrade
   */
  public record ThirdParty(String name, Optional<String> away, Optional<String> after) {}

  /**
   * What a way back consists of beside a backup.
   *
   * @param minutes within which everything is as before
   */
  public record WayBack(
      Optional<Integer> minutes,
      Optional<String> data,
      Optional<String> integrations,
      Optional<String> users) {}

  /** The phases that are kept, or those that are usual: nothing goes out without phases. */
  public List<Phase> plannedPhases() {
    return phases.isEmpty()
        ? List.of(
            new Phase("Pilot", 5, Optional.empty(), Optional.of(48)),
            new Phase("A quarter", 25, Optional.empty(), Optional.of(24)),
            new Phase("Half", 50, Optional.empty(), Optional.of(24)),
            new Phase("Everybody", 100, Optional.empty(), Optional.of(48)))
        : phases;
  }

  /** Whether it is said what becomes of data that are there, and how they move if they do. */
  public boolean movesDecided() {
    return data.scope()
        .filter(one -> one == Scope.NO_DATA || data.method().isPresent())
        .isPresent();
  }

  /** Of which it is not said what to do while they are away. */
  public List<ThirdParty> withoutFallback() {
    return thirdParties.stream().filter(one -> one.away().isEmpty()).toList();
  }

  /**
   * What is still to be said.
   *
   * @param core whether one of the systems is red
   * @param holdsData whether one of them holds data
   * @param sideBySide whether it was decided to run old and new side by side
   */
  public List<String> open(boolean core, boolean holdsData, boolean sideBySide) {
    List<String> open = new ArrayList<>();
    Stream.of(
            tiers.together().isEmpty() ? "whether tiers go at once or one after the other" : "",
            tiers.together().isPresent() && tiers.why().isEmpty()
                ? "why the tiers go in this order"
                : "",
            holdsData && data.scope().isEmpty() ? "what becomes of data that are there" : "",
            data.scope().isPresent() && !movesDecided() ? "how data move" : "",
            phases.isEmpty() ? "the phases: those shown are only proposed" : "",
            wayBack.minutes().isEmpty() ? "within how many minutes everything is as before" : "",
            wayBack.data().isEmpty() ? "how data are restored on the way back" : "",
            wayBack.integrations().isEmpty() ? "how integrations are set up on the way back" : "",
            wayBack.users().isEmpty() ? "how users are told of the way back" : "")
        .filter(text -> !text.isEmpty())
        .forEach(open::add);
    withoutFallback().forEach(one -> open.add("what to do while %s is away".formatted(one.name())));
    if (sideBySide) {
      parallelOpen(core, open);
    }
    return open;
  }

  private void parallelOpen(boolean core, List<String> open) {
    int least = core ? CORE_LEAST : OTHERS;
    parallel
        .days()
        .ifPresentOrElse(
            days -> {
              if (days < least) {
                open.add(
                    "a longer parallel run: %d days are planned, %s asks for %d"
                        .formatted(days, core ? "a core system" : "it", least));
              }
            },
            () ->
                open.add(
                    "how long old and new run side by side: %s"
                        .formatted(core ? "14 to 28 days" : "7 days")));
    if (parallel.cycle().isEmpty()) {
      open.add("which business cycle is within the parallel run, such as the close of a month");
    }
    if (parallel.reconciled().isEmpty()) {
      open.add("how data of old and new are held against each other every day");
    }
  }

  /** Words for people. */
  public static String words(Enum<?> word) {
    return Arrays.stream(word.name().toLowerCase(java.util.Locale.ROOT).split("_"))
        .reduce((one, other) -> one + " " + other)
        .orElseThrow();
  }
}
