package dev.evenkeel.server.plan;

import dev.evenkeel.server.shared.Refused;

/** Names an upgrade: a number that grows. */
public record UpgradeId(long value) {

  /** Reads an id from an address or a command line. */
  public static UpgradeId of(String text) {
    if (!text.matches("\\d{1,18}")) {
      throw new Refused(
          Refused.Kind.NOT_FOUND, "'%s' is not the id of an upgrade.".formatted(text));
    }
    return new UpgradeId(Long.parseLong(text));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
