package dev.evenkeel.server.comms.rule;

import dev.evenkeel.audit.Deed;
import dev.evenkeel.audit.Entry;
import dev.evenkeel.audit.Facts;
import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.execution.RunReports;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads rows of the trail as events: which upgrade they are about, and whether in production. */
@Component
class Readings {
  private static final Pattern UPGRADE = Pattern.compile("/upgrades/(\\d{1,18})(/.*)?");
  private static final Pattern RUN = Pattern.compile("/runs/([a-z0-9]+)(/.*)?");
  private static final Duration DAY = Duration.ofDays(1);

  private final RunReports reports;
  private final UpgradeBook book;

  Readings(RunReports reports, UpgradeBook book) {
    this.reports = reports;
    this.book = book;
  }

  /** Runs in production that rows after a moment may be about. */
  List<RunReport> runs(Instant since) {
    return reports.underWayOrEndedSince(since.minus(DAY));
  }

  Event read(Entry entry, List<RunReport> runs) {
    Deed deed = entry.deed();
    Optional<RunReport> run = run(deed.subject(), runs);
    Optional<Upgrade> upgrade = run.isPresent() ? of(run.get()) : upgrade(deed.subject());
    return new Event(
        entry.seq(),
        deed.at(),
        new Actor(kind(deed.actorKind()), deed.actor()),
        deed.what(),
        deed.subject(),
        facts(deed.facts()),
        upgrade.map(Upgrade::id),
        upgrade
            .map(one -> Set.copyOf(one.terms().systems()))
            .or(() -> run.map(RunReport::systems))
            .orElse(Set.of()),
        run.isPresent());
  }

  static Optional<RunReport> run(String subject, List<RunReport> runs) {
    Matcher found = RUN.matcher(subject);
    return found.matches()
        ? runs.stream().filter(one -> one.id().value().equals(found.group(1))).findFirst()
        : Optional.empty();
  }

  private Optional<Upgrade> of(RunReport run) {
    return run.upgrade()
        .map(book::get)
        .or(() -> book.open().stream().filter(one -> reports.carriesOut(run, one)).findFirst());
  }

  private Optional<Upgrade> upgrade(String subject) {
    Matcher found = UPGRADE.matcher(subject);
    if (!found.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(book.get(UpgradeId.of(found.group(1))));
    } catch (Refused gone) {
      return Optional.empty();
    }
  }

  private static Actor.Kind kind(String word) {
    for (Actor.Kind kind : Actor.Kind.values()) {
      if (kind.name().equals(word)) {
        return kind;
      }
    }
    return Actor.Kind.SYSTEM;
  }

  /** Somebody may have spoilt them. */
  private static Map<String, String> facts(String text) {
    try {
      return Facts.read(text);
    } catch (IllegalArgumentException spoilt) {
      return Map.of();
    }
  }
}
