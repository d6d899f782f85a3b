package dev.evenkeel.server.people;

import java.util.List;
import java.util.Optional;

/**
 * Somebody of the team, and what is known of them.
 *
 * @param known whether the estate knows the person
 * @param seen that they have seen the chart as it is
 * @param there what they said of this window
 * @param against what speaks against their being there: absences, rosters
 */
public record Seat(
    String person,
    String title,
    List<Team.Member> parts,
    boolean known,
    Optional<Answer> seen,
    Optional<Answer> there,
    List<String> against) {
  public Seat {
    parts = List.copyOf(parts);
    against = List.copyOf(against);
  }

  public boolean comes() {
    return there.filter(one -> one.kind() == Answer.Kind.AVAILABLE).isPresent();
  }

  /** For people: what the person is in the team. */
  public String words() {
    return String.join(
        ", ",
        parts.stream()
            .map(one ->
                one.person().equals(person)
                    ? one.role().title()
                    : "stands in for " + one.person() + " (" + one.role().title() + ")")
            .toList());
  }
}
