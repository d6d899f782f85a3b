package dev.evenkeel.server.approval.web;

import dev.evenkeel.server.approval.Asked;
import dev.evenkeel.server.approval.Request;
import dev.evenkeel.server.approval.StandingApproval;
import dev.evenkeel.server.approval.StandingDesk;
import dev.evenkeel.server.approval.Step;
import dev.evenkeel.server.approval.binding.Quorum;
import dev.evenkeel.server.plan.UpgradeClass;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Typed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what forms and programs send about approvals. */
final class Given {
  static final int TEXT = 2_000;
  private static final int LINE = 200;

  private Given() {}

  static Optional<Asked> asked(Typed typed) {
    Optional<Request.Kind> kind = choice(typed, "kind", Request.Kind.class, "normal");
    String why = typed.needed("why", TEXT, "Say what they shall agree to, and why now.");
    Optional<Instant> from = moment(typed, "from");
    Optional<Instant> until = moment(typed, "until");
    Optional<Quorum> quorum =
        typed
            .words("quorum", LINE)
            .flatMap(text -> {
              Optional<Quorum> read = Quorum.parse(text);
              if (read.isEmpty()) {
                typed.wrong(
                    "quorum",
                    "'%s' is no quorum. Write who must agree, such as: 2 of team:cab, 1 of role:security-lead, 1 of ann, or 2 of anyone."
                        .formatted(text));
              }
              return read;
            });
    Optional<String> waiver = typed.words("waiver", TEXT);
    typed.passes("zone");
    return typed.isWrong()
        ? Optional.empty()
        : Optional.of(new Asked(kind.orElseThrow(), why, from, until, quorum, waiver));
  }

  /** What is decided: {@code approve}, {@code reject}, {@code withdraw} or {@code comment}. */
  static Optional<Step.Verdict> verdict(Typed typed) {
    return switch (typed.text("decision").toLowerCase(Locale.ROOT)) {
      case "approve" -> Optional.of(Step.Verdict.APPROVED);
      case "reject" -> Optional.of(Step.Verdict.REJECTED);
      case "withdraw" -> Optional.of(Step.Verdict.WITHDRAWN);
      case "comment" -> Optional.of(Step.Verdict.COMMENTED);
      default -> {
        typed.wrong(
            "decision",
            "'%s' is no decision. Say approve, reject, withdraw or comment."
                .formatted(typed.text("decision")));
        yield Optional.empty();
      }
    };
  }

  /** To say no, or to say something, takes words. */
  static Optional<String> comment(Typed typed, Optional<Step.Verdict> verdict) {
    boolean needed =
        verdict
            .filter(one -> one == Step.Verdict.REJECTED || one == Step.Verdict.COMMENTED)
            .isPresent();
    return needed
        ? Optional.of(typed.needed("comment", TEXT, "Say why, so that they know what to change."))
            .filter(text -> !text.isEmpty())
        : typed.words("comment", TEXT);
  }

  /** A standing approval that shall be given, for a template by name. */
  record Standing(StandingApproval terms, String template, Optional<Long> renews) {
    void to(StandingDesk desk, Actor actor) {
      desk.give(terms, template, renews, actor);
    }
  }

  static Optional<Standing> standing(Typed typed) {
    Optional<Long> renews = typed.whole("renews", 1, Integer.MAX_VALUE).map(Integer::longValue);
    String template =
        typed.needed(
            "template", LINE, "Name the template of the process that is agreed to with it.");
    String title = typed.needed("title", LINE, "Name the change, such as: monthly patches.");
    String runbook =
        typed
            .needed("runbook", LINE, "Give the SHA-256 of its text; the page of a run shows it.")
            .toLowerCase(Locale.ROOT);
    List<String> systems =
        Arrays.stream(typed.text("systems").split("[\\s,;]+"))
            .filter(name -> !name.isEmpty())
            .toList();
    Optional<UpgradeClass> most = choice(typed, "mostClass", UpgradeClass.class, "patch");
    int risk = typed.whole("mostRisk", 0, 25).orElse(5);
    Optional<Instant> until = moment(typed, "until");
    if (until.isEmpty() && typed.says("until").isEmpty()) {
      typed.wrong("until", "This is missing. Say until when it holds.");
    }
    String why = typed.needed("why", TEXT, "Say why it needs no agreement each time.");
    typed.passes("zone");
    return typed.isWrong()
        ? Optional.empty()
        : Optional.of(
            new Standing(
                new StandingApproval(
                    0,
                    title,
                    Optional.empty(),
                    runbook,
                    systems,
                    most.orElseThrow(),
                    risk,
                    until.orElseThrow(),
                    why,
                    Actor.EVENKEEL,
                    Instant.EPOCH,
                    Optional.empty()),
                template,
                renews));
  }

  /** What one types to begin with when a standing approval is renewed. */
  static Typed renewing(StandingApproval one) {
    Map<String, String> there = new HashMap<>();
    there.put("renews", String.valueOf(one.id()));
    there.put("title", one.title());
    one.process().ifPresent(process -> there.put("template", process.template()));
    there.put("runbook", one.runbook());
    there.put("systems", String.join(" ", one.systems()));
    there.put("mostClass", one.mostClass().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    there.put("mostRisk", String.valueOf(one.mostRisk()));
    there.put("why", one.why());
    return Typed.of(there);
  }

  /**
   * A moment with its zone, or one by the clock of the zone that was sent along, or a day there.
   */
  static Optional<Instant> moment(Typed typed, String path) {
    String text = typed.text(path);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d$")) {
        return Optional.of(java.time.OffsetDateTime.parse(text).toInstant());
      }
      ZoneId zone = zone(typed);
      return Optional.of(
          text.contains("T")
              ? LocalDateTime.parse(text).atZone(zone).toInstant()
              : LocalDate.parse(text).atStartOfDay(zone).toInstant());
    } catch (DateTimeException none) {
      typed.wrong(
          path,
          "'%s' is no moment. Write it as 2026-11-28T22:00 or 2026-11-28T22:00Z.".formatted(text));
      return Optional.empty();
    }
  }

  private static ZoneId zone(Typed typed) {
    String zone = typed.text("zone");
    return zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
  }

  private static <E extends Enum<E>> Optional<E> choice(
      Typed typed, String path, Class<E> type, String usual) {
    String word = typed.text(path).isEmpty() ? usual : typed.text(path);
    Optional<E> found =
        Arrays.stream(type.getEnumConstants())
            .filter(one -> one.name().equalsIgnoreCase(word.replace('-', '_')))
            .findFirst();
    if (found.isEmpty()) {
      typed.wrong(
          path,
          "'%s' is none of %s."
              .formatted(
                  word,
                  Arrays.stream(type.getEnumConstants())
                      .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                      .collect(Collectors.joining(", "))));
    }
    return found;
  }
}
