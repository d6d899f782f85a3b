package dev.evenkeel.server.comms.plan;

import dev.evenkeel.server.comms.draft.AudienceClass;
import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.plan.Stated;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What follows from what people do to a plan of messages: the message as it is kept from then on,
 * or a refusal. No clock and no database: the same plan and the same act give the same.
 */
final class Ruling {
  static final int MOST = 100;

  private Ruling() {}

  /**
   * What becomes of a message that is sent by hand.
   *
   * @param told what people are told of, which they are told of once; empty when it tells of no run
   * @param kept as it is kept; empty when it stays as it was, for what comes
   */
  record Sending(Optional<String> told, String key, Optional<Planned> kept) {}

  /** One that is added to the plan, or put in the place of another; it is a draft from then on. */
  static Planned planned(MessagePlan plan, Planned one) {
    one.wording().ifPresent(WordingShelf::require);
    if (one.number() == 0 && plan.messages().size() >= MOST) {
      throw new Refused(
          Refused.Kind.TOO_LARGE,
          "The plan has %d messages already. Tell people less, not more.".formatted(MOST));
    }
    if (one.number() != 0 && plan.message(one.number()).state() == Planned.State.SENT) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "Message %d was sent and cannot be changed any more. Add another one."
              .formatted(one.number()));
    }
    return one.number() == 0
        ? one.numbered(1 + plan.messages().stream().mapToInt(Planned::number).max().orElse(0))
        : one;
  }

  static Planned approved(Planned one, Optional<Window> window, Actor actor, Instant now) {
    requireOpen(one);
    requireWay(one);
    if (one.isLate(window, now)) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "It is too late for '%s' to be sent in time. Send it now and say why it is late, or skip it with a reason."
              .formatted(one.occasion().label()));
    }
    return one.decided(Planned.State.APPROVED, "", actor.name(), now);
  }

  /**
   * All that nobody has decided on, but those of which it is refused: the page names them. When
   * there are no others, it is refused.
   */
  static List<Planned> allApproved(
      MessagePlan plan, Optional<Window> window, Actor actor, Instant now) {
    List<Planned> drafts =
        plan.messages().stream().filter(one -> one.state() == Planned.State.DRAFT).toList();
    if (drafts.isEmpty()) {
      throw new Refused(Refused.Kind.NOT_NOW, "There is no message left to approve.");
    }
    List<Planned> approved = new ArrayList<>();
    Set<String> not = new LinkedHashSet<>();
    List<Planned> homeless = drafts.stream().filter(one -> one.channel().isEmpty()).toList();
    if (!homeless.isEmpty()) {
      not.add(
          homeless.size() == 1
              ? nowhere(homeless.getFirst())
              : "%d of them go nowhere yet: %s. Choose a channel for each, or make one for its audience, first."
                  .formatted(
                      homeless.size(),
                      homeless.stream()
                          .map(one -> "'%s'".formatted(one.occasion().label()))
                          .collect(Collectors.joining(", "))));
    }
    for (Planned one : drafts) {
      if (homeless.contains(one)) {
        continue;
      }
      try {
        approved.add(approved(one, window, actor, now));
      } catch (Refused refused) {
        not.add(String.valueOf(refused.getMessage()));
      }
    }
    if (approved.isEmpty()) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "None of them can be approved. %s".formatted(String.join(" ", not)));
    }
    return approved;
  }

  static Planned skipped(Planned one, String reason, Actor actor, Instant now) {
    requireOpen(one);
    return one.decided(Planned.State.SKIPPED, reason, actor.name(), now);
  }

  /**
   * One that is sent now, whenever it is due. What tells of a run needs one that stands so; if it
   * was approved it stays so for what comes.
   *
   * @param reason needed when it is late; may be empty else
   * @param stated what was stated last of an upgrade that was taken over: that may be told, too
   */
  static Sending sent(
      MessagePlan plan,
      Planned one,
      String reason,
      Optional<Window> window,
      Optional<RunReport> run,
      Optional<Stated> stated,
      Actor actor,
      Instant now) {
    requireOpen(one);
    requireWay(one);
    Optional<String> told =
        one.basis().isRun()
            ? stated
                .filter(last -> run.isEmpty() && one.basis().isStated(last.kind()))
                .map(last -> "%s/stated/%s".formatted(Due.key(plan, one), last.when()))
                .or(() -> Optional.of(Due.key(plan, one, requireRun(plan, one, run))))
            : Optional.empty();
    if (reason.isEmpty() && one.isLate(window, now)) {
      throw new Refused(
          Refused.Kind.INVALID,
          "'%s' is late: it should go out at least %d days ahead. Say why it is sent late."
              .formatted(one.occasion().label(), Planned.NOTICE.toDays()));
    }
    boolean stays = one.basis().isRun() && one.state() == Planned.State.APPROVED;
    return new Sending(
        told,
        "%s/by-hand/%d".formatted(Due.key(plan, one), plan.version()),
        stays
            ? Optional.empty()
            : Optional.of(one.decided(Planned.State.SENT, reason, actor.name(), now)));
  }

  /**
   * The messages by whose channels a plan is given to everybody: each channel once, as users read
   * it wherever users read.
   */
  static List<Planned> givenBy(MessagePlan plan) {
    plan.missing()
        .ifPresent(missing -> {
          throw new Refused(
              Refused.Kind.NOT_NOW,
              missing + " Approve or skip every message first; then the plan can be given out.");
        });
    List<Planned> one = new ArrayList<>();
    plan.messages().stream()
        .filter(message -> message.state() != Planned.State.SKIPPED)
        .filter(message -> message.channel().isPresent())
        .sorted(Comparator.comparing(message -> message.detail() != AudienceClass.USERS))
        .filter(
            message -> one.stream().noneMatch(other -> other.channel().equals(message.channel())))
        .forEach(one::add);
    return one;
  }

  /** People were told of a run with this message before. */
  static Refused told(Planned one) {
    return new Refused(
        Refused.Kind.NOT_NOW,
        "People were told of this with '%s'. Add another message if there is more to say."
            .formatted(one.occasion().label()));
  }

  private static void requireOpen(Planned one) {
    if (one.state() == Planned.State.SENT) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "Message %d was sent already. Add another one to the plan.".formatted(one.number()));
    }
  }

  private static RunReport requireRun(MessagePlan plan, Planned one, Optional<RunReport> run) {
    return run.filter(one.basis()::isNow)
        .orElseThrow(() ->
            new Refused(
                Refused.Kind.NOT_NOW,
                "'%s' tells that %s. No run of upgrade %s stands so now, and people would hear of what did not happen. If it happened elsewhere, edit it to wait for somebody who sends it, then send it."
                    .formatted(one.occasion().label(), one.basis().says(), plan.upgrade())));
  }

  private static String nowhere(Planned one) {
    return "'%s' goes nowhere yet. Choose its channel first.".formatted(one.occasion().label());
  }

  private static void requireWay(Planned one) {
    if (one.channel().isEmpty()) {
      throw new Refused(Refused.Kind.NOT_NOW, nowhere(one));
    }
    if (one.open() && one.detail() != AudienceClass.USERS) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "'%s' would stand on the public status page with details that are not for everybody. Make it one for users, or take it off the page."
              .formatted(one.occasion().label()));
    }
  }
}
