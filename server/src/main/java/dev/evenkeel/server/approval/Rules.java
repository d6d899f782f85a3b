package dev.evenkeel.server.approval;

import dev.evenkeel.server.approval.binding.Content;
import dev.evenkeel.server.approval.binding.Field;
import dev.evenkeel.server.approval.binding.Quorum;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeClass;
import dev.evenkeel.server.tasks.Owner;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How many must agree, and for which time, when nobody says; pure. */
final class Rules {
  static final String BOARD = "cab";
  private static final int MOST_OF_HIGH = 2;
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);
  private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

  private Rules() {}

  /** What hits many, or hard: a large step, or a high risk that is open. */
  static boolean highImpact(Upgrade upgrade, Content content) {
    UpgradeClass large = upgrade.terms().upgradeClass();
    return large == UpgradeClass.MAJOR
        || large == UpgradeClass.PLATFORM_SWAP
        || content.get(Field.RISK_HIGH).filter(high -> !high.equals("0")).isPresent();
  }

  /** At least so many agree. */
  static int least(Request.Kind kind, boolean highImpact) {
    return kind == Request.Kind.NORMAL && highImpact ? MOST_OF_HIGH : 1;
  }

  /**
   * Two of the board for what has a high impact, one approver for the rest and for emergencies.
   *
   * @param teams that there are
   */
  static Quorum quorum(Request.Kind kind, boolean highImpact, Collection<String> teams) {
    int least = least(kind, highImpact);
    return kind == Request.Kind.NORMAL && highImpact && teams.contains(BOARD)
        ? new Quorum(
            List.of(new Quorum.Need(least, Optional.of(new Owner(Owner.Kind.TEAM, BOARD)))))
        : Quorum.anyone(least);
  }

  /** When it may begin. */
  record Window(Instant from, Instant until) {}

  /**
   * From when it is planned for a day; of a day all moments that are that day somewhere. An
   * emergency from now on for a day.
   */
  static Optional<Window> window(Request.Kind kind, Content content, Instant now) {
    if (kind == Request.Kind.EMERGENCY) {
      return Optional.of(new Window(now, now.plus(A_DAY)));
    }
    return content
        .get(Field.WINDOW_PLANNED)
        .map(planned -> {
          try {
            LocalDate day = LocalDate.parse(planned);
            return new Window(
                day.atStartOfDay(FIRST).toInstant(),
                day.plusDays(1).atStartOfDay(LAST).toInstant());
          } catch (DateTimeException moment) {
            Instant at = Instant.parse(planned);
            return new Window(at, at.plus(A_DAY));
          }
        });
  }

  /** Why a standing approval does not reach so far; empty when it does. */
  static Optional<String> beyond(
      StandingApproval standing, Upgrade upgrade, Content content, Instant now) {
    if (!standing.holds(now)) {
      return Optional.of("it has ended");
    }
    if (!content.get(Field.RUNBOOK_DIGEST).equals(Optional.of(standing.runbook()))) {
      return Optional.of("the runbook is another text");
    }
    List<String> others =
        standing.systems().isEmpty()
            ? List.of()
            : upgrade.terms().systems().stream()
                .filter(name -> !standing.systems().contains(name))
                .toList();
    if (!others.isEmpty()) {
      return Optional.of("it is not for " + String.join(", ", others));
    }
    if (upgrade.terms().upgradeClass().compareTo(standing.mostClass()) > 0) {
      return Optional.of(
          "it reaches up to %s, and this is %s"
              .formatted(word(standing.mostClass()), word(upgrade.terms().upgradeClass())));
    }
    int risk = content.get(Field.RISK_WORST).map(Integer::parseInt).orElse(0);
    return risk > standing.mostRisk()
        ? Optional.of(
            "its risk is %d of 25, and %d is the most".formatted(risk, standing.mostRisk()))
        : Optional.empty();
  }

  private static String word(UpgradeClass of) {
    return Arrays.asList(of.name().toLowerCase(java.util.Locale.ROOT).split("_")).stream()
        .reduce((one, other) -> one + " " + other)
        .orElse("");
  }
}
