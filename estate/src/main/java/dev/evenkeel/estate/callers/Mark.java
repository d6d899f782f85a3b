package dev.evenkeel.estate.callers;

import java.util.Locale;
import java.util.Optional;

/** One thing by which a log knows a party of a call. */
public record Mark(Kind kind, String value) implements Comparable<Mark> {
  private static final int LONGEST = 200;

  /** The surest first. */
  public enum Kind {
    /** Name of a system, said by a person. */
    SYSTEM,
    /** Name of a service in traces. */
    SERVICE,
    /** Backend of HAProxy. */
    BACKEND,
    HOST,
    ADDRESS,
    /** First word of a user agent, without its version. */
    AGENT;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Mark {
    String plain = value.strip();
    value = plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
  }

  /** What {@link #toString} wrote. */
  public static Optional<Mark> read(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    try {
      Kind kind = Kind.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT));
      return Optional.of(new Mark(kind, text.substring(colon + 1)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(Mark other) {
    int byKind = kind.compareTo(other.kind);
    return byKind == 0 ? value.compareTo(other.value) : byKind;
  }

  /** Such as {@code address:10.0.3.7}. */
  @Override
  public String toString() {
    return kind.word() + ":" + value;
  }
}
