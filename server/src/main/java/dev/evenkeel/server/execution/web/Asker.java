package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.HoursOverride;
import dev.evenkeel.server.shared.Rights;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the sender of a request may override. */
final class Asker {
  private Asker() {}

  /**
   * @param reason why; nothing is overridden without one
   */
  static Optional<HoursOverride> override(@Nullable String reason, Rights rights) {
    return Optional.ofNullable(reason)
        .map(String::strip)
        .filter(why -> !why.isEmpty())
        .map(why -> new HoursOverride(why, rights));
  }
}
