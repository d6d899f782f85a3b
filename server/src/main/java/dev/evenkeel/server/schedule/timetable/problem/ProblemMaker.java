package dev.evenkeel.server.schedule.timetable.problem;

import dev.evenkeel.optimiser.problem.PlannedSystem;
import dev.evenkeel.optimiser.problem.Precedence;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.optimiser.problem.Weights;
import dev.evenkeel.server.plan.UpgradeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a problem for the optimiser.
 *
 * <ol>
 *   <li>Each upgrade becomes one system of the problem, whatever number of systems of the estate it
 *       has: open when all of them are, frozen when one of them is.
 *   <li>Upgrades of the same system, and of peers, are kept apart by groups; so are those that
 *       block the same core workflow.
 *   <li>An hour of downtime costs what the risk's reckoning says, by the hour of the day.
 *   <li>Slots are as short as is bearable for the search: 15 minutes when windows are few.
 *   <li>What cannot be planned is left out, and named with the reason. What comes after something
 *       left out is left out as well.
 * </ol>
 */
public final class ProblemMaker {
  private static final List<Integer> SLOT_MINUTES = List.of(15, 30, 60, 120);
  private static final long MOST_PLACES = 3_000_000;
  private static final int MINUTES_OF_A_DAY = 1440;

  private final SlotGrid grid;
  private final List<Candidate> candidates;
  private final Surroundings around;
  private final Openings openings;
  private final Findings findings = new Findings();

  /**
   * What came of it.
   *
   * @param findings in the order of the upgrades
   */
  public record Made(Problem problem, List<PlanningFinding> findings) {
    public Made {
      findings = List.copyOf(findings);
    }
  }

  private ProblemMaker(SlotGrid grid, List<Candidate> candidates, Surroundings around) {
    this.grid = grid;
    this.candidates = candidates;
    this.around = around;
    this.openings = new Openings(grid, candidates, around);
  }

  /**
   * @param start on a full hour
   * @param days how far is planned
   */
  public static Made make(
      String name, Instant start, int days, List<Candidate> candidates, Surroundings around) {
    return SLOT_MINUTES.stream()
        .map(minutes -> new SlotGrid(start, minutes, days * MINUTES_OF_A_DAY / minutes))
        .map(grid -> new ProblemMaker(grid, candidates, around))
        .filter(ProblemMaker::isBearable)
        .findFirst()
        .orElseThrow()
        .made(name);
  }

  /** Whether there are few enough places to look through; the longest slots always are. */
  private boolean isBearable() {
    return grid.minutes() == SLOT_MINUTES.getLast()
        || candidates.stream()
                .mapToLong(one -> openings.of(one).size() * Math.max(1, one.plan().ways().size()))
                .sum()
            <= MOST_PLACES;
  }

  private Made made(String name) {
    LeadSlots lead = new LeadSlots(grid, around.begun());
    List<Candidate> planned = planned(lead);
    Crews crews = Crews.of(planned, around.skills());
    WaysInSlots ways = new WaysInSlots(grid, lead, crews);
    ProblemMoney money = new ProblemMoney(grid, around.budgets());
    List<PlannedSystem> systems = new ArrayList<>();
    List<Upgrade> upgrades = new ArrayList<>();
    for (Candidate one : planned) {
      systems.add(
          new PlannedSystem(
              one.key(), one.title(), openings.calendar(one), money.profile(one), 1, List.of()));
      upgrades.add(ways.upgrade(one));
    }
    Problem problem =
        new Problem(
            Problem.FORMAT,
            name,
            grid.start(),
            grid.minutes(),
            grid.slots(),
            new Weights(1, 1, 1),
            openings.calendars(),
            openings.freezes(planned),
            money.profiles(),
            systems,
            new ProblemTeams(grid, around, crews, findings).of(planned),
            money.budgets(planned),
            new KeptApart(around, findings).of(planned),
            upgrades,
            precedences(planned));
    return new Made(problem, findings.all());
  }

  private List<Candidate> planned(LeadSlots lead) {
    Admission admission = new Admission(grid, openings, lead, around.budgets(), findings);
    List<Candidate> planned = new ArrayList<>(candidates);
    planned.removeIf(one -> !admission.admits(one));
    Order order = Order.of(planned, candidates, around.begun().keySet());
    order.leftOut().forEach(one -> findings.leftOut(one.candidate(), "%s", one.says()));
    order.leftOut().forEach(one -> planned.remove(one.candidate()));
    return planned;
  }

  /** What comes after something that has begun is not held by it: it waits by its release. */
  private List<Precedence> precedences(List<Candidate> planned) {
    return planned.stream()
        .flatMap(one ->
            one.plan().after().stream()
                .filter(after -> !around.begun().containsKey(after.upgrade()))
                .map(after ->
                    new Precedence(
                        Candidate.key(new UpgradeId(after.upgrade())),
                        one.key(),
                        grid.length(after.lag()),
                        after.why().orElse("order"))))
        .toList();
  }
}
