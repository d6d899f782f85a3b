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
import java.util.ArrayList;
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

  /**
   * Why a standing approval does not reach so far; empty when it does.
   *
   * @param follows the processes that the upgrade follows
   */
  static List<String> beyond(
      StandingApproval standing,
      Upgrade upgrade,
      Content content,
      Collection<ProcessEdition> follows,
      Instant now) {
    if (!standing.isOpen(now)) {
      return List.of("it has ended");
    }
    if (standing.process().isEmpty()) {
      return List.of(
          "it was given before standing approvals named their template, and covers nothing until somebody renews it");
    }
    List<String> why = new ArrayList<>();
    otherProcess(standing.process().get(), follows).ifPresent(why::add);
    if (!content.get(Field.RUNBOOK_DIGEST).equals(Optional.of(standing.runbook()))) {
      why.add("the runbook is another text");
    }
    List<String> others =
        standing.systems().isEmpty()
            ? List.of()
            : upgrade.terms().systems().stream()
                .filter(name -> !standing.systems().contains(name))
                .toList();
    if (!others.isEmpty()) {
      why.add("it is not for " + String.join(", ", others));
    }
    if (upgrade.terms().upgradeClass().compareTo(standing.mostClass()) > 0) {
      why.add(
          "it reaches up to %s, and this is %s"
              .formatted(word(standing.mostClass()), word(upgrade.terms().upgradeClass())));
    }
    int risk = content.get(Field.RISK_WORST).map(Integer::parseInt).orElse(0);
    if (risk > standing.mostRisk()) {
      why.add("its risk is %d of 25, and %d is the most".formatted(risk, standing.mostRisk()));
    }
    if (content.get(Field.TRIES).isPresent()) {
      why.add("a run of it in production did not end well, so that people decide on one more");
    }
    return why;
  }

  private static Optional<String> otherProcess(
      ProcessEdition approved, Collection<ProcessEdition> follows) {
    if (follows.contains(approved)) {
      return Optional.empty();
    }
    return Optional.of(
        follows.stream()
            .filter(one -> one.template().equals(approved.template()))
            .map(one ->
                "the upgrade follows template %s in %s, approved was %s"
                    .formatted(one.template(), one.words(), approved.words()))
            .findFirst()
            .orElse(
                "the upgrade does not follow template %s, which was approved in %s"
                    .formatted(approved.template(), approved.words())));
  }

  private static String word(UpgradeClass of) {
    return Arrays.asList(of.name().toLowerCase(java.util.Locale.ROOT).split("_")).stream()
        .reduce((one, other) -> one + " " + other)
        .orElse("");
  }
}
