package dev.evenkeel.server.approval;

import dev.evenkeel.server.approval.store.ApprovalStore;
import dev.evenkeel.server.approval.store.BoardStore;
import dev.evenkeel.server.approval.store.DutyStore;
import dev.evenkeel.server.approval.store.LapseStore;
import dev.evenkeel.server.plan.Fact;
import dev.evenkeel.server.plan.FactSource;
import dev.evenkeel.server.plan.Upgrade;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who asked for agreement, who gave it and who did not. */
@Component
class ApprovalFacts implements FactSource {
  private final ApprovalStore store;
  private final LapseStore lapses;
  private final DutyStore duties;
  private final BoardStore board;

  ApprovalFacts(ApprovalStore store, LapseStore lapses, DutyStore duties, BoardStore board) {
    this.store = store;
    this.lapses = lapses;
    this.duties = duties;
    this.board = board;
  }

  @Override
  public Stream<Fact> of(Upgrade upgrade) {
    List<Request> all = store.of(upgrade.id());
    var steps = store.steps(all.stream().map(Request::id).toList());
    return Stream.concat(ofTheWay(upgrade), asked(all, steps));
  }

  @Override
  public Stream<Fact> ofTheWay(Upgrade upgrade) {
    return duties.began(upgrade.id()).stream()
        .map(one ->
            new Fact(
                Fact.RUN_AGREED,
                Optional.of(one.at()),
                Optional.empty(),
                "Run %s began on the agreement of %s."
                    .formatted(one.run(), String.join(", ", one.approvers())),
                "/upgrades/%s/approval".formatted(upgrade.id()),
                true));
  }

  private Stream<Fact> asked(List<Request> all, Map<Long, List<Step>> steps) {
    return all.stream()
        .flatMap(request ->
            Stream.concat(
                Stream.concat(
                    Stream.of(asked(request)),
                    Stream.concat(
                        board.of(request.id()).stream().map(ApprovalFacts::fact),
                        lapses.of(request.id()).stream().map(lapse -> fact(lapse, request)))),
                steps.getOrDefault(request.id(), List.of()).stream()
                    .map(step -> fact(step, request))));
  }

  private static Fact asked(Request request) {
    return new Fact(
        "approval-requested",
        Optional.of(request.at()),
        Optional.of(request.by().name()),
        "Approval was asked for as a %s change%s."
            .formatted(
                request.kind().word(),
                request.standing().isPresent() ? ", which a standing approval lets through" : ""),
        request.path(),
        true);
  }

  private static Fact fact(Meeting meeting) {
    return new Fact(
        "approval-before-board",
        meeting.opened(),
        Optional.empty(),
        "It was before the board: %s.".formatted(meeting.terms().title()),
        meeting.path(),
        true);
  }

  private static Fact fact(Lapse lapse, Request request) {
    return new Fact(
        lapse.lapsed() ? "approval-lapsed" : "approval-holds-again",
        Optional.of(lapse.at()),
        lapse.by(),
        lapse.lapsed()
            ? "What was agreed to became something else. %s"
                .formatted(String.join(" ", lapse.differences()))
            : "It is what was agreed to again.",
        request.path(),
        !lapse.lapsed());
  }

  private static Fact fact(Step step, Request request) {
    return new Fact(
        "approval-" + step.verdict().name().toLowerCase(Locale.ROOT),
        Optional.of(step.at()),
        Optional.of(step.by().name()),
        "%s %s%s%s"
            .formatted(
                step.person(),
                step.verdict().words(),
                step.insteadOf().map(of -> " in the place of " + of).orElse(""),
                step.comment().map(": %s"::formatted).orElse(".")),
        request.path(),
        step.verdict() == Step.Verdict.APPROVED || step.verdict() == Step.Verdict.COMMENTED);
  }
}
