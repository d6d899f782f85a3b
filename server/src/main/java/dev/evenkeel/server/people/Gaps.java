package dev.evenkeel.server.people;

import dev.evenkeel.server.people.TeamState.Gap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is missing before a team is ready. It is when
 *
 * <ol>
 *   <li>every part that no team goes without has its person,
 *   <li>the chart of duties is kept, each line with exactly one who answers for it, was given out,
 *       and everybody has seen it as it is,
 *   <li>each part has somebody who promised to be there for the window: the person, or who stands
 *       in,
 *   <li>somebody decides on going back, who is no beginner.
 * </ol>
 */
final class Gaps {
  private Gaps() {}

  static List<Gap> of(
      Team team,
      Duties duties,
      boolean proposed,
      Window window,
      Optional<Answer> givenOut,
      List<Seat> seats,
      Optional<String> decides) {
    List<Gap> gaps = new ArrayList<>();
    Arrays.stream(TeamRole.values())
        .filter(role -> role.needed() && team.in(role).isEmpty())
        .forEach(role ->
            gaps.add(
                new Gap(
                    "Nobody is %s: who %s.".formatted(role.title(), role.duties()),
                    "Name the person.",
                    "team")));
    if (decides.isEmpty()) {
      gaps.add(
          new Gap(
              "Nobody decides on going back.",
              "Name the sponsor, or say who decides instead.",
              "escalation"));
    }
    chart(duties, proposed, givenOut, seats, gaps);
    promises(team, window, seats, gaps);
    return gaps;
  }

  private static void chart(
      Duties duties,
      boolean proposed,
      Optional<Answer> givenOut,
      List<Seat> seats,
      List<Gap> gaps) {
    if (proposed) {
      gaps.add(
          new Gap(
              "Nobody has looked at the chart of duties.",
              "Change it where needed, and save it.",
              "duties"));
      return;
    }
    duties.rows().stream()
        .flatMap(row -> row.fault().stream())
        .forEach(fault -> gaps.add(new Gap(fault, "", "duties")));
    if (givenOut.isEmpty()) {
      gaps.add(
          new Gap("The chart of duties was not given out as it is now.", "Give it out.", "duties"));
    }
    List<String> unseen =
        seats.stream().filter(seat -> seat.seen().isEmpty()).map(Seat::title).toList();
    if (givenOut.isPresent() && !unseen.isEmpty()) {
      gaps.add(
          new Gap(
              "%s %s not said to have seen the chart of duties."
                  .formatted(String.join(", ", unseen), unseen.size() == 1 ? "has" : "have"),
              "Each says so here, or somebody writes down that they did.",
              "answers"));
    }
  }

  private static void promises(Team team, Window window, List<Seat> seats, List<Gap> gaps) {
    if (window.span().isEmpty()) {
      gaps.add(
          new Gap(
              "Nobody can promise to be there: nobody has said when it happens.",
              "Give the upgrade its day, or its place in the timetable.",
              "answers"));
      return;
    }
    for (Team.Member member : team.members()) {
      List<Seat> both =
          seats.stream().filter(seat -> member.both().anyMatch(seat.person()::equals)).toList();
      if (both.stream().anyMatch(Seat::comes)) {
        continue;
      }
      boolean refused = both.stream().anyMatch(seat -> seat.there().isPresent());
      gaps.add(
          new Gap(
              "%s, %s, %s to be there for the window."
                  .formatted(
                      both.isEmpty() ? member.person() : both.getFirst().title(),
                      member.role().title(),
                      refused ? "has said no, and nobody else promised," : "has not promised"),
              refused ? "Name somebody who stands in, or move the window." : "Ask them.",
              "answers"));
    }
  }
}
