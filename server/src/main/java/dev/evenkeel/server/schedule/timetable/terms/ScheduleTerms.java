package dev.evenkeel.server.schedule.timetable.terms;

import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.Spelled.Names;
import dev.evenkeel.server.risk.reckon.Strategy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What people say of when and how an upgrade is done; what they leave out is proposed. */
@Says("what is planned of an upgrade; all that is left out is proposed")
public record ScheduleTerms(
    @Says("the first day on which it may happen") Optional<LocalDate> earliest,
    @Says("the last day on which it should be done; the first end of support when left out")
        Optional<LocalDate> deadline,
    @Says("the budget it is paid from") @Spelled(Names.ENTRY) Optional<String> budget,
    @Says(value = "working days of the audit", atLeast = "2", atMost = "5")
        Optional<Integer> auditDays,
    @Says(value = "working days of preparation, before tests", atLeast = "0", atMost = "250")
        Optional<Integer> preparationDays,
    @Says(value = "working days of testing, at least 30 % of all", atLeast = "0", atMost = "250")
        Optional<Integer> testingDays,
    @Says(
            value = "what a second set of machines costs for a day",
            atLeast = "0",
            atMost = "1000000000")
        Optional<Long> hostingPerDay,
    @Says(value = "what it would cost not to do it at all", atLeast = "0", atMost = "1000000000000")
        Optional<Long> leftOut,
    @Says("ways in which it may be done") List<Way> ways,
    @Says("what must be done before") List<After> after,
    @Says("the plan of its rollout, wave by wave") List<Wave> rollout,
    @Says("when the phases of its costs happen; at its start when left out") List<Phase> phases) {
  public static final ScheduleTerms NONE =
      new ScheduleTerms(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  public ScheduleTerms {
    ways = List.copyOf(ways);
    after = List.copyOf(after);
    rollout = List.copyOf(rollout);
    phases = List.copyOf(phases);
  }

  /** A way to do it. */
  @Says("a way to do it; what is left out is proposed")
  public record Way(
      @Says("big-bang, phased, parallel or hybrid") Strategy strategy,
      @Says(value = "the work itself", atLeast = "1m") Optional<Duration> work,
      @Says(value = "for what takes longer", atLeast = "0s") Optional<Duration> buffer,
      @Says(value = "for the way back", atLeast = "0s") Optional<Duration> wayBack,
      @Says("when how much of it is away") List<Away> away,
      @Says("people who are needed meanwhile") List<Need> people,
      @Says("what it costs") List<Cost> costs,
      @Says(value = "days on which old and new run side by side", atLeast = "0", atMost = "120")
          Optional<Integer> sideBySide) {
    public Way {
      away = List.copyOf(away);
      people = List.copyOf(people);
      costs = List.copyOf(costs);
    }
  }

  /** A stretch in which it is away. */
  @Says("a stretch in which it is away")
  public record Away(
      @Says(value = "how long after the start", fallback = "0s", atLeast = "0s") Duration after,
      @Says(value = "for how long", atLeast = "1m") Duration lasts,
      @Says(value = "how much of it, in percent", fallback = "100", atLeast = "1", atMost = "100")
          int percent) {}

  /** People of a team. */
  @Says("people of a team who are needed")
  public record Need(
      @Says("the team") @Spelled(Names.ENTRY) String team,
      @Says(value = "how many", fallback = "1", atLeast = "1", atMost = "1000") int people,
      @Says("a skill that each of them has; anybody of the team when left out")
          @Spelled(Names.ENTRY)
          Optional<String> skill) {
    public Need(String team, int people) {
      this(team, people, Optional.empty());
    }

    /** Such as {@code 2 of platform with dba}. */
    public String says() {
      return "%d of %s%s".formatted(people, team, skill.map(" with "::concat).orElse(""));
    }
  }

  /** Money for something. */
  @Says("money for something")
  public record Cost(
      @Says("licences, hardware, hosting, labour or training") CostKind kind,
      @Says(value = "how much", atLeast = "0", atMost = "1000000000000") long amount,
      @Says(value = "the phase in which it is spent", fallback = "1", atLeast = "1", atMost = "12")
          int phase,
      @Says("what for") Optional<String> what) {}

  /** What money is spent on. */
  public enum CostKind {
    LICENCES,
    HARDWARE,
    HOSTING,
    LABOUR,
    TRAINING
  }

  /**
   * When a phase of the costs happens.
   *
   * @param days how long it takes before the start, or after the end
   * @param from its first day, wherever the upgrade stands
   * @param to its last day; one day when left out
   */
  @Says("when a phase of the costs happens")
  public record Phase(
      @Says(value = "its number", atLeast = "1", atMost = "12") int phase,
      @Says("what people call it") Optional<String> title,
      @Says("before, start or after the upgrade; start when left out") Optional<PhaseWhen> when,
      @Says(
              value = "days it takes before the start or after the end",
              atLeast = "1",
              atMost = "1100")
          Optional<Integer> days,
      @Says("its first day, when it is the same wherever the upgrade stands")
          Optional<LocalDate> from,
      @Says("its last day") Optional<LocalDate> to) {}

  /** Where a phase lies, seen from the work. */
  public enum PhaseWhen {
    BEFORE,
    START,
    AFTER
  }

  /** Another upgrade that comes first. */
  @Says("another upgrade that must be done before")
  public record After(
      @Says(value = "its number", atLeast = "1") long upgrade,
      @Says(value = "how long must lie between", fallback = "0s", atLeast = "0s", atMost = "730d")
          Duration lag,
      @Says("why") Optional<String> why) {}

  /** Who gets it together. */
  @Says("who gets it together")
  public record Wave(
      @Says("what it is called") String name,
      @Says(
              value = "how many of its users have it by then, in percent",
              atLeast = "1",
              atMost = "100")
          int share,
      @Says("which teams or groups of users have it by then") List<String> who,
      @Says(value = "how long it is watched before the next", fallback = "0s", atLeast = "0s")
          Duration soak) {
    public Wave {
      who = List.copyOf(who);
    }
  }
}
