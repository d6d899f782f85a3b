package dev.evenkeel.server.shared;

/**
 * Who did something: a person, a program with a token, or Evenkeel itself.
 *
 * @param name sign-in name of a person, name of a token, or {@code evenkeel}
 */
public record Actor(Kind kind, String name) {
  public static final Actor EVENKEEL = new Actor(Kind.SYSTEM, "evenkeel");

  public enum Kind {
    PERSON,
    TOKEN,
    SYSTEM
  }

  public static Actor person(String name) {
    return new Actor(Kind.PERSON, name);
  }

  public static Actor token(String name) {
    return new Actor(Kind.TOKEN, name);
  }
}
