package dev.evenkeel.server.approval;

import dev.evenkeel.server.approval.binding.Content;
import dev.evenkeel.server.approval.binding.Quorum;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * That somebody asks others to agree to exactly this.
 *
 * @param people who asked, by sign-in name: behind a token stands who issued it
 * @param content what is agreed to, with the window in which it may begin
 * @param standing the standing approval it is agreed to by; of a standard change only
 * @param waiver why one person may have several duties; of an emergency only
 * @param waivedBy who answers for that
 */
public record Request(
    long id,
    UpgradeId upgrade,
    Kind kind,
    String why,
    Quorum quorum,
    Content content,
    Instant from,
    Instant until,
    Optional<Long> standing,
    Optional<String> waiver,
    Optional<Actor> waivedBy,
    Actor by,
    java.util.Set<String> people,
    Instant at) {

  /** What kind of change it is. */
  public enum Kind {
    /** Agreed to beforehand, by a standing approval of its runbook. */
    STANDARD,
    NORMAL,
    /** Fewer agree now; it is reviewed afterwards. */
    EMERGENCY;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public String path() {
    return "/upgrades/%s/approval".formatted(upgrade);
  }
}
