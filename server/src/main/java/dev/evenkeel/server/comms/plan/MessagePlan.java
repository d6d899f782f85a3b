package dev.evenkeel.server.comms.plan;

import dev.evenkeel.server.comms.draft.AudienceClass;
import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.draft.Occasion;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The plan of messages of an upgrade.
 *
 * @param version 0 for one that is proposed and that nobody has touched
 * @param given when it was last given to everybody
 */
public record MessagePlan(
    UpgradeId upgrade,
    PlanTerms terms,
    List<Planned> messages,
    Optional<Given> given,
    long version) {

  /**
   * That it was handed out.
   *
   * @param digest of what was handed out
   */
  public record Given(Instant at, String by, String digest) {}

  /** A channel as far as a proposal must know it. */
  public record Way(String name, String audience, String language) {}

  public MessagePlan {
    messages =
        messages.stream()
            .sorted(
                Comparator.comparing((Planned one) -> one.occasion().phase())
                    .thenComparing(one -> one.basis().isTime() ? 0 : 1)
                    .thenComparing(Planned::offset)
                    .thenComparing(Planned::number))
            .toList();
  }

  /**
   * The messages every upgrade should have. A channel whose audience is that of a message gets it.
   */
  public static MessagePlan proposed(UpgradeId upgrade, String owner, List<Way> ways) {
    Language[] language = {Language.EN};
    ways.stream().findFirst().ifPresent(way -> language[0] = Language.of(way.language()));
    class Numbered {
      private int next;

      private Planned of(Occasion occasion, Basis basis, int days, AudienceClass detail) {
        Optional<Way> way = way(ways, detail);
        return Planned.draft(
            ++next,
            occasion,
            basis,
            Duration.ofDays(days),
            detail,
            way.map(Way::name),
            way.map(one -> Language.of(one.language())).orElse(language[0]),
            owner);
      }
    }
    Numbered one = new Numbered();
    List<Planned> all =
        new ArrayList<>(
            List.of(
                one.of(Occasion.ADVANCE_NOTICE, Basis.WINDOW_START, -8, AudienceClass.USERS),
                one.of(Occasion.PILOT_BRIEFING, Basis.WINDOW_START, -2, AudienceClass.USERS),
                one.of(Occasion.REMINDER, Basis.WINDOW_START, -1, AudienceClass.USERS),
                one.of(Occasion.START, Basis.RUN_STARTED, 0, AudienceClass.USERS),
                one.of(Occasion.WARNING, Basis.RUN_WAITS, 0, AudienceClass.TECHNICAL),
                one.of(Occasion.ROLLBACK_BEGUN, Basis.RUN_GOES_BACK, 0, AudienceClass.SUPPORT),
                one.of(Occasion.CRISIS, Basis.BY_HAND, 0, AudienceClass.USERS),
                one.of(Occasion.ROLLED_BACK, Basis.RUN_WENT_BACK, 0, AudienceClass.USERS),
                one.of(Occasion.COMPLETION, Basis.RUN_ENDED_WELL, 0, AudienceClass.USERS),
                one.of(
                    Occasion.REVIEW_INVITATION, Basis.WINDOW_END, 13, AudienceClass.MANAGEMENT)));
    // Whoever reads what users read is not told the same three times.
    for (AudienceClass detail : List.of(AudienceClass.TECHNICAL, AudienceClass.MANAGEMENT)) {
      Optional<Way> its = way(ways, detail);
      if (its.isEmpty() || !its.equals(way(ways, AudienceClass.USERS))) {
        all.add(one.of(Occasion.ROLLED_BACK, Basis.RUN_WENT_BACK, 0, detail));
      }
    }
    return new MessagePlan(upgrade, PlanTerms.usual(), all, Optional.empty(), 0);
  }

  private static Optional<Way> way(List<Way> ways, AudienceClass detail) {
    return ways.stream()
        .filter(way -> way.audience().equalsIgnoreCase(detail.word()))
        .findFirst()
        .or(() -> ways.size() == 1 ? Optional.of(ways.getFirst()) : Optional.empty());
  }

  /**
   * The same with a way for what is undecided and has none, where its audience has exactly one
   * channel.
   */
  MessagePlan addressed(List<Way> ways) {
    return new MessagePlan(
        upgrade,
        terms,
        messages.stream()
            .map(one -> one.isDecided() || one.channel().isPresent() ? one : addressed(one, ways))
            .toList(),
        given,
        version);
  }

  private static Planned addressed(Planned one, List<Way> ways) {
    List<Way> its =
        ways.stream().filter(way -> way.audience().equalsIgnoreCase(one.detail().word())).toList();
    return its.size() == 1 ? one.on(its.getFirst()) : one;
  }

  public Planned message(int number) {
    return messages.stream()
        .filter(one -> one.number() == number)
        .findFirst()
        .orElseThrow(() ->
            new Refused(
                Refused.Kind.NOT_FOUND,
                "The plan of messages of upgrade %s has no message %d."
                    .formatted(upgrade, number)));
  }

  /** The advance notice can no longer be sent a week ahead, and was not. */
  public Optional<Planned> lateNotice(Optional<Window> window, Instant now) {
    return messages.stream()
        .filter(one -> one.occasion() == Occasion.ADVANCE_NOTICE && one.isLate(window, now))
        .findFirst();
  }

  /** Notice was given ahead, or somebody said why not. */
  Optional<Instant> answeredForNotice() {
    return messages.stream()
        .filter(one -> one.occasion() == Occasion.ADVANCE_NOTICE)
        .filter(one ->
            one.state() == Planned.State.SENT
                || (one.state() == Planned.State.SKIPPED && !one.isOvertaken()))
        .flatMap(one -> one.at().stream())
        .max(Comparator.naturalOrder());
  }

  /** Somebody has approved what is said in a crisis, and it is known who says it. */
  public boolean hasCrisisScript() {
    return terms.speaker().isPresent()
        && messages.stream()
            .anyMatch(one ->
                one.occasion() == Occasion.CRISIS
                    && (one.state() == Planned.State.APPROVED
                        || one.state() == Planned.State.SENT));
  }

  /** What is in the way of its being complete; empty when nothing is. */
  public Optional<String> missing() {
    for (Occasion.Phase phase : Occasion.Phase.values()) {
      if (messages.stream().noneMatch(one -> one.occasion().phase() == phase)) {
        return Optional.of(
            "It has no message for the time %s the upgrade."
                .formatted(phase.name().toLowerCase(java.util.Locale.ROOT)));
      }
    }
    long drafts = messages.stream().filter(one -> !one.isDecided()).count();
    if (drafts > 0) {
      return Optional.of(
          "%d of its %d messages %s neither approved nor skipped."
              .formatted(drafts, messages.size(), drafts == 1 ? "is" : "are"));
    }
    return hasCrisisScript()
        ? Optional.empty()
        : Optional.of(
            terms.speaker().isEmpty()
                ? "Nobody is named who speaks to customers in a crisis."
                : "It has no approved crisis script.");
  }

  /** Changes with whatever people would want to be told anew. */
  public String digest() {
    return PlanDigest.of(terms, messages);
  }

  public boolean isGiven() {
    return given.filter(one -> one.digest().equals(digest())).isPresent();
  }
}
