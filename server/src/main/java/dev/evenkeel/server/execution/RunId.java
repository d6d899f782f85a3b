package dev.evenkeel.server.execution;

import dev.evenkeel.server.shared.Refused;
import java.util.random.RandomGenerator;

/** Names a run: eight letters and digits that are not easily mistaken for each other. */
public record RunId(String value) {
  private static final String ALPHABET = "abcdefghjkmnpqrstvwxyz23456789";

  public RunId {
    if (!value.matches("[a-z0-9]{1,40}")) {
      throw new Refused(Refused.Kind.NOT_FOUND, "'%s' is not the id of a run.".formatted(value));
    }
  }

  /** Reads an id from an address or a command line. */
  public static RunId of(String value) {
    return new RunId(value);
  }

  /** A new id; the table refuses one that is taken. */
  public static RunId random(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new RunId(text.toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
