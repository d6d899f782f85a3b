package dev.evenkeel.server.people;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who is called when, and who decides on going back.
 *
 * @param authority who decides on going back; the business sponsor when left out
 * @param why it is somebody else than the sponsor
 */
public record Escalation(List<Level> levels, Optional<String> authority, Optional<String> why) {
  private static final Pattern BEGINNER =
      Pattern.compile("(?i)\\b(junior|intern|trainee|apprentice|working student)\\b");

  public static final Escalation EMPTY =
      new Escalation(List.of(), Optional.empty(), Optional.empty());

  public Escalation {
    levels = List.copyOf(levels);
  }

  /**
   * One who is called.
   *
   * @param after minutes without an answer, or without a way out, since the trouble began
   * @param reach a number, a channel
   */
  public record Level(String person, int after, Optional<String> reach) {}

  /** The sponsor, while nobody says otherwise. */
  public Optional<String> decides(Team team) {
    return authority.or(() -> team.in(TeamRole.BUSINESS_SPONSOR).map(Team.Member::person));
  }

  /** Whether what somebody does says that they have just begun: then they do not decide on it. */
  public static boolean isBeginner(String role) {
    return BEGINNER.matcher(role).find();
  }
}
