package dev.evenkeel.server.tasks;

import dev.evenkeel.server.shared.Refused;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whose duty something is.
 *
 * @param name of the person, the team or the role
 */
public record Owner(Kind kind, String name) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9._+~-]{0,198}[a-z0-9+])?");

  private static final int NAMED = 20;

  /** What may have duties. */
  public enum Kind {
    PERSON,
    TEAM,
    ROLE
  }

  /** Reads {@code team:it-operations}; a name alone is a person. Empty when it is neither. */
  public static Optional<Owner> parse(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    int colon = plain.indexOf(':');
    String name = plain.substring(colon + 1).strip();
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    return switch (colon < 0 ? "person" : plain.substring(0, colon).strip()) {
      case "person" -> Optional.of(new Owner(Kind.PERSON, name));
      case "team" -> Optional.of(new Owner(Kind.TEAM, name));
      case "role" -> Optional.of(new Owner(Kind.ROLE, name));
      default -> Optional.empty();
    };
  }

  /**
   * Refuses a team that is not there: nobody is in it. Where there is no team at all, it may come.
   *
   * @param what is given to it, as the start of a sentence
   */
  public void requireThere(Collection<String> teams, String what) {
    if (isMissing(teams) && !teams.isEmpty()) {
      throw new Refused(
          Refused.Kind.INVALID,
          "%s team:%s, and there is no such team in the estate. Teams are %s."
              .formatted(
                  what,
                  name,
                  teams.stream().sorted().limit(NAMED).collect(Collectors.joining(", "))
                      + (teams.size() > NAMED
                          ? " and %d more".formatted(teams.size() - NAMED)
                          : "")));
    }
  }

  /** Whether it is a team that is not there. */
  public boolean isMissing(Collection<String> teams) {
    return kind == Kind.TEAM && !teams.contains(name);
  }

  /** As it is typed: {@code team:it-operations}. */
  public String typed() {
    return kind == Kind.PERSON ? name : kind.name().toLowerCase(Locale.ROOT) + ":" + name;
  }

  /** For people: the lead engineer, the team it-operations, ann. */
  public String words() {
    return switch (kind) {
      case PERSON -> name;
      case TEAM -> "team " + name;
      case ROLE -> name.replace('-', ' ');
    };
  }
}
