package dev.evenkeel.server.comms.plan.web;

import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.Posted;
import dev.evenkeel.server.comms.draft.Draft;
import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.draft.Occasion;
import dev.evenkeel.server.comms.plan.MessageDesk;
import dev.evenkeel.server.comms.plan.MessagePlan;
import dev.evenkeel.server.comms.plan.PlanText;
import dev.evenkeel.server.comms.plan.Planned;
import dev.evenkeel.server.comms.plan.UpgradeWindows;
import dev.evenkeel.server.comms.plan.Window;
import dev.evenkeel.server.comms.plan.WordingShelf;
import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.execution.RunReports;
import dev.evenkeel.server.plan.Upgrade;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What pages and programs are shown of plans of messages. */
@Component
class MessageViews {
  private static final Duration RECENT = Duration.ofDays(30);

  private final MessageDesk desk;
  private final WordingShelf wordings;
  private final UpgradeWindows windows;
  private final RunReports reports;
  private final Outbox outbox;
  private final Clock clock;

  MessageViews(
      MessageDesk desk,
      WordingShelf wordings,
      UpgradeWindows windows,
      RunReports reports,
      Outbox outbox,
      Clock clock) {
    this.desk = desk;
    this.wordings = wordings;
    this.windows = windows;
    this.reports = reports;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * A message of the plan.
   *
   * @param wording with which the form is filled
   * @param preview what it would say now
   * @param passedOver when there was something to tell that nobody was told
   */
  public record Row(
      Planned message,
      String when,
      Optional<Instant> due,
      boolean late,
      String wording,
      Draft preview,
      Map<String, String> fields,
      List<Posted> posted,
      Optional<Instant> passedOver) {
    public String tone() {
      return late
          ? "bad"
          : switch (message.state()) {
            case SENT -> "good";
            case APPROVED -> "busy";
            case SKIPPED -> "";
            case DRAFT -> "warn";
          };
    }

    public String stands() {
      return late
          ? "late"
          : message.isOvertaken()
              ? "overtaken"
              : message.state().name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** The messages of one phase. */
  public record Section(String title, List<Row> rows) {}

  /** All of it. */
  public record Sheet(
      MessagePlan plan,
      Optional<Window> window,
      Optional<RunReport> run,
      List<Section> sections,
      Optional<String> missing,
      List<Posted> others) {}

  Sheet of(Upgrade upgrade) {
    Instant now = clock.instant();
    MessagePlan plan = desk.of(upgrade);
    Optional<Window> window = windows.of(upgrade);
    Optional<RunReport> run = run(upgrade, now);
    List<Posted> posted = outbox.of("/upgrades/" + upgrade.id());
    List<Section> sections =
        Arrays.stream(Occasion.Phase.values())
            .map(phase ->
                new Section(
                    switch (phase) {
                      case BEFORE -> "Before";
                      case DURING -> "While it runs";
                      case AFTER -> "After";
                    },
                    plan.messages().stream()
                        .filter(one -> one.occasion().phase() == phase)
                        .map(one -> row(upgrade, plan, one, window, run, posted, now))
                        .toList()))
            .toList();
    return new Sheet(
        plan,
        window,
        run,
        sections,
        plan.missing(),
        posted.stream()
            .filter(one -> plan.messages().stream().noneMatch(message -> isOf(one, plan, message)))
            .toList());
  }

  /** The newest run that carries it out. */
  Optional<RunReport> run(Upgrade upgrade, Instant now) {
    return reports.underWayOrEndedSince(now.minus(RECENT)).stream()
        .filter(run -> reports.carriesOut(run, upgrade))
        .findFirst();
  }

  Optional<RunReport> run(Upgrade upgrade) {
    return run(upgrade, clock.instant());
  }

  private Row row(
      Upgrade upgrade,
      MessagePlan plan,
      Planned one,
      Optional<Window> window,
      Optional<RunReport> run,
      List<Posted> posted,
      Instant now) {
    return new Row(
        one,
        PlanText.when(one, Language.EN),
        one.due(window),
        one.isLate(window, now),
        one.wording().orElseGet(() -> wordings.get(one.occasion(), one.language()).text()),
        desk.draft(upgrade, plan, one, run, now),
        PlanForms.filled(one),
        posted.stream().filter(message -> isOf(message, plan, one)).toList(),
        desk.passedOver(plan, one, run, now));
  }

  private static boolean isOf(Posted posted, MessagePlan plan, Planned one) {
    String key = "upgrade/%s/plan/%d".formatted(plan.upgrade(), one.number());
    return posted.message().key().equals(key) || posted.message().key().startsWith(key + "/");
  }
}
