package dev.evenkeel.server.execution;

import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Sha256;
import java.util.UUID;

/**
 * What tells a request that comes again, because its answer was lost or somebody pressed twice,
 * from a new one that asks for the same. Chosen by who asks, for each request anew.
 *
 * @param value up to 100 characters
 */
public record RequestKey(String value) {
  private static final int LONGEST = 100;

  public RequestKey {
    if (value.isBlank() || value.length() > LONGEST) {
      throw new Refused(
          Refused.Kind.INVALID,
          "The key of a request has 1 to %d characters; this one has %d. Use a UUID."
              .formatted(LONGEST, value.length()));
    }
  }

  /** The key of the same request with other times to start: it asks for something else. */
  RequestKey about(StartTimes times) {
    return new RequestKey(Sha256.hexOf(value + " " + times.at() + " " + times.latest()));
  }

  /** A key that was never used. */
  public static RequestKey unique() {
    return new RequestKey(UUID.randomUUID().toString());
  }
}
