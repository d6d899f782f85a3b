package dev.evenkeel.server.comms.status;

import dev.evenkeel.server.comms.plan.OpenMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The public status page: only what plans of messages mark as public. */
record PublicStatus(Instant at, List<Item> items) {

  /**
   * An upgrade.
   *
   * @param title the name it has there
   * @param stands where it stands, in words
   * @param day in words, when no more than the day is known
   */
  public record Item(
      String title,
      String stands,
      String tone,
      Optional<Instant> start,
      Optional<Instant> end,
      Optional<String> day,
      List<OpenMessage> messages) {}

  PublicStatus {
    items = List.copyOf(items);
  }
}
