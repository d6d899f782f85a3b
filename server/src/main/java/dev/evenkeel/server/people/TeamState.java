package dev.evenkeel.server.people;

import dev.evenkeel.server.plan.Upgrade;
import java.util.List;
import java.util.Optional;

/**
 * The people of an upgrade as they stand.
 *
 * @param proposed whether nobody has kept a chart yet: what is shown is a proposal
 * @param chart names the chart as it is: who has seen another one is asked again
 * @param decides who decides on going back
 * @param gaps what is missing before the team is ready, the most urgent first
 * @param warnings what is doubtful, though it holds nothing up
 */
public record TeamState(
    Upgrade upgrade,
    List<Stakeholding> stakeholders,
    Team team,
    Duties duties,
    boolean proposed,
    String chart,
    KickOff kickOff,
    Escalation escalation,
    Optional<String> decides,
    Window window,
    Optional<Answer> givenOut,
    List<Seat> seats,
    List<Gap> gaps,
    List<String> warnings) {
  public TeamState {
    stakeholders = List.copyOf(stakeholders);
    seats = List.copyOf(seats);
    gaps = List.copyOf(gaps);
    warnings = List.copyOf(warnings);
  }

  /**
   * Something that is missing.
   *
   * @param part of the page where it is entered
   */
  public record Gap(String says, String wayOut, String part) {}

  public boolean ready() {
    return gaps.isEmpty();
  }

  public Optional<Seat> seat(String person) {
    return seats.stream().filter(one -> one.person().equals(person)).findFirst();
  }

  /** How many of those who are asked promised to be there. */
  public long promised() {
    return seats.stream().filter(Seat::comes).count();
  }
}
