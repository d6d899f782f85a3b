package dev.evenkeel.server.approval.web;

import dev.evenkeel.server.approval.ApprovalBook;
import dev.evenkeel.server.approval.Standing;
import dev.evenkeel.server.approval.binding.Difference;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeAspect;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the page of an upgrade says of its approval, and that it blocks it while there is none. */
@Component
@Order(12)
class ApprovalAspect implements UpgradeAspect {
  static final String PATH = "approval";

  private final ApprovalBook book;

  ApprovalAspect(ApprovalBook book) {
    this.book = book;
  }

  @Override
  public List<Tab> tabs() {
    return List.of(new Tab(PATH, "Approval", Phase.AGREE));
  }

  @Override
  public Look look(Upgrade upgrade) {
    Optional<Standing> current = book.current(upgrade);
    if (current.isEmpty()) {
      return new Look(
          List.of(new Answer("Approval", "Nobody has asked for it", "", "", PATH)),
          List.of(
              new Blocker(
                  "Nobody has agreed to it, so no run of it starts in production.",
                  "Rehearse its runbook, then ask for its approval.",
                  PATH)));
    }
    Standing standing = current.get();
    Answer answer =
        new Answer(
            "Approval",
            standing.state().words(),
            standing.missing().isEmpty() ? "" : "needs " + String.join(" and ", standing.missing()),
            standing.state().tone(),
            PATH);
    return new Look(
        List.of(answer),
        standing.state() == Standing.State.APPROVED ? List.of() : List.of(blocker(standing)));
  }

  private static Blocker blocker(Standing standing) {
    return switch (standing.state()) {
      case VOID ->
          new Blocker(
              "What was approved is not what there is: %s"
                  .formatted(
                      String.join(
                          " ", standing.material().stream().map(Difference::says).toList())),
              "Ask for its approval again.",
              PATH);
      case WAITING ->
          new Blocker(
              "Its approval waits for %s.".formatted(String.join(" and ", standing.missing())),
              "An approver who has no other duty in it decides.",
              PATH);
      default ->
          new Blocker(
              "Its approval: %s.".formatted(standing.state().words()),
              "Ask for its approval again.",
              PATH);
    };
  }
}
