package dev.evenkeel.server.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which rows of the trail somebody looks for.
 *
 * @param subject a path; what is below it is meant too; empty for all
 * @param actor the whole name; empty for all
 * @param what a part of it; empty for all
 * @param before only rows with a smaller number
 */
public record AuditQuery(
    String subject,
    String actor,
    String what,
    Optional<Instant> from,
    Optional<Instant> to,
    long before) {
  public static final AuditQuery ALL =
      new AuditQuery("", "", "", Optional.empty(), Optional.empty(), Long.MAX_VALUE);

  /** Only rows with a smaller number. */
  public AuditQuery before(long seq) {
    return new AuditQuery(subject, actor, what, from, to, seq);
  }

  public static AuditQuery about(String subject) {
    return new AuditQuery(subject, "", "", Optional.empty(), Optional.empty(), Long.MAX_VALUE);
  }
}
