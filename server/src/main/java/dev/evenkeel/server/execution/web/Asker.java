package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.HoursOverride;
import dev.evenkeel.server.shared.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the sender of a request may override. */
final class Asker {
  private Asker() {}

  /**
   * @param reason why; nothing is overridden without one
   */
  static Optional<HoursOverride> override(@Nullable String reason, HttpServletRequest request) {
    return Optional.ofNullable(reason)
        .map(String::strip)
        .filter(why -> !why.isEmpty())
        .map(why -> new HoursOverride(why, role(request)));
  }

  private static Role role(HttpServletRequest request) {
    return Arrays.stream(Role.values())
        .filter(role -> request.isUserInRole(role.name()))
        .max(Comparator.naturalOrder())
        .orElse(Role.VIEWER);
  }
}
