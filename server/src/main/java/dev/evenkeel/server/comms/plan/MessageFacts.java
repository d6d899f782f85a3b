package dev.evenkeel.server.comms.plan;

import dev.evenkeel.server.comms.MessageState;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.plan.Fact;
import dev.evenkeel.server.plan.FactSource;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.tasks.Proof;
import dev.evenkeel.server.tasks.ProofKind;
import dev.evenkeel.server.tasks.Proofs;
import dev.evenkeel.server.tasks.Undertaking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** That people know: the plan was given to everybody, the crisis script is ready. */
@Component
class MessageFacts implements FactSource, Proofs {
  private final MessageDesk desk;
  private final UpgradeBook book;
  private final Outbox outbox;

  MessageFacts(MessageDesk desk, UpgradeBook book, Outbox outbox) {
    this.desk = desk;
    this.book = book;
    this.outbox = outbox;
  }

  @Override
  public Set<ProofKind> kinds() {
    return Set.of(ProofKind.MESSAGES_SENT);
  }

  @Override
  public Optional<Proof> of(Undertaking about, ProofKind kind) {
    MessagePlan plan = desk.of(book.get(new UpgradeId(about.id())));
    return plan.given()
        .filter(_ -> plan.isGiven() && plan.missing().isEmpty())
        .filter(_ -> noneFailed(about))
        .map(given ->
            new Proof(
                (desk.isPractice(plan.upgrade())
                        ? "In practice: the plan of %d messages is ready, and %s gave it to nobody."
                        : "The plan of %d messages was given to everybody by %s.")
                    .formatted(plan.messages().size(), given.by()),
                given.at(),
                about.path() + "/messages"));
  }

  private boolean noneFailed(Undertaking about) {
    return outbox.of(about.path()).stream()
        .filter(one -> one.message().key().startsWith("upgrade/%d/plan".formatted(about.id())))
        .noneMatch(one -> one.state() == MessageState.FAILED);
  }

  @Override
  public Stream<Fact> ofTheWay(Upgrade upgrade) {
    return Stream.empty();
  }

  @Override
  public Stream<Fact> of(Upgrade upgrade) {
    MessagePlan plan = desk.of(upgrade);
    String path = "/upgrades/%s/messages".formatted(upgrade.id());
    List<Fact> facts = new ArrayList<>();
    if (plan.hasCrisisScript()) {
      facts.add(
          new Fact(
              "crisis-script-ready",
              Optional.empty(),
              Optional.empty(),
              "What is said in a crisis is approved, and %s says it."
                  .formatted(plan.terms().speaker().orElse("somebody")),
              path,
              true));
    }
    for (Planned one : plan.messages()) {
      if (one.state() == Planned.State.SENT || one.state() == Planned.State.SKIPPED) {
        boolean sent = one.state() == Planned.State.SENT;
        facts.add(
            new Fact(
                sent ? "message-sent" : "message-skipped",
                one.at(),
                one.by(),
                "'%s' was %s%s"
                    .formatted(
                        one.occasion().label(),
                        sent ? "sent" : "left out",
                        one.reason().isEmpty() ? "." : ": " + one.reason()),
                path + "#m" + one.number(),
                sent));
      }
    }
    return facts.stream();
  }
}
