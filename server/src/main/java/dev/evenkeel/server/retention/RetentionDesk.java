package dev.evenkeel.server.retention;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.retention.store.RetentionStore;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Artefacts;
import dev.evenkeel.server.shared.Artefacts.Batch;
import dev.evenkeel.server.shared.Artefacts.Tally;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How long things are kept.
 *
 * <ol>
 *   <li>Without a policy a kind is kept for ever.
 *   <li>What belongs to an upgrade that is held is kept whatever the policy says. While any upgrade
 *       is held, what belongs to no upgrade that is known is kept too: it may belong to that one.
 *   <li>Every deletion is told to the audit trail in its transaction, page by page. The trail
 *       itself is never cut.
 * </ol>
 */
@Service
public class RetentionDesk {
  /** So many pages are cleared in one transaction. */
  private static final int AT_ONCE = 200;

  private static final int CHOICES = 2_000;
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,18})( .*)?");

  private final List<Artefacts> artefacts;
  private final RetentionStore store;
  private final UpgradeBook upgrades;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RetentionDesk(
      ObjectProvider<Artefacts> artefacts,
      RetentionStore store,
      UpgradeBook upgrades,
      ApplicationEventPublisher events,
      Clock clock) {
    this.artefacts = artefacts.orderedStream().toList();
    this.store = store;
    this.upgrades = upgrades;
    this.events = events;
    this.clock = clock;
  }

  /**
   * A kind with what its policy says, and what would be deleted now.
   *
   * @param due what is deleted next, the oldest first; there may be more
   * @param total all that is due
   * @param held how many pages would be due too, and are held
   */
  public record Outlook(
      String kind,
      String title,
      String says,
      Policy policy,
      List<Batch> due,
      Tally total,
      long held) {
    public Outlook {
      due = List.copyOf(due);
    }

    /** How many pages are due beside those that are named. */
    public long further() {
      return total.pages() - due.size();
    }
  }

  /** What would be deleted if it were done now. Nothing is. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<Outlook> outlook() {
    Set<Long> held = held();
    return artefacts.stream().map(one -> outlook(one, held)).toList();
  }

  private Set<Long> held() {
    return store.holds().stream().map(hold -> hold.upgrade().value()).collect(Collectors.toSet());
  }

  private Outlook outlook(Artefacts kind, Set<Long> held) {
    Policy policy = policy(kind.kind());
    Optional<Instant> moment = policy.days().map(this::before);
    List<Batch> due = moment.map(one -> kind.olderThan(one, held, AT_ONCE)).orElse(List.of());
    Tally total = moment.map(one -> kind.tally(one, held)).orElse(new Tally(0, 0, 0));
    long all = moment.map(one -> kind.tally(one, Set.of()).pages()).orElse(0L);
    return new Outlook(
        kind.kind(), kind.title(), kind.says(), policy, due, total, all - total.pages());
  }

  private Instant before(int days) {
    return clock.instant().minus(Duration.ofDays(days));
  }

  private Policy policy(String kind) {
    return store.policies().stream()
        .filter(one -> one.kind().equals(kind))
        .findFirst()
        .orElse(new Policy(kind, Optional.empty(), 0, ""));
  }

  public List<Hold> holds() {
    return store.holds();
  }

  public Optional<Hold> hold(UpgradeId upgrade) {
    return store.holds().stream().filter(one -> one.upgrade().equals(upgrade)).findFirst();
  }

  /** To choose from: the newest first. */
  public List<Upgrade> upgrades() {
    return upgrades.list(CHOICES);
  }

  /** Titles of those that are held. */
  public Map<UpgradeId, String> titles() {
    return upgrades.titles(holds().stream().map(Hold::upgrade).toList());
  }

  /** By its number, which may have its name behind it, or by a name that no other has. */
  public Optional<UpgradeId> named(String text) {
    Matcher number = NUMBER.matcher(text);
    if (number.matches()) {
      UpgradeId id = UpgradeId.of(number.group(1));
      return upgrades.titles(List.of(id)).containsKey(id) ? Optional.of(id) : Optional.empty();
    }
    List<UpgradeId> same =
        upgrades().stream()
            .filter(one -> one.terms().title().equalsIgnoreCase(text))
            .map(Upgrade::id)
            .toList();
    return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
  }

  /**
   * Says how long a kind is kept.
   *
   * @param days for ever when it is empty
   * @param seen the version that was looked at
   */
  @Transactional
  public void keep(String kind, Optional<Integer> days, long seen, Actor actor) {
    if (artefacts.stream().noneMatch(one -> one.kind().equals(kind))) {
      throw new Refused(
          Refused.Kind.NOT_FOUND,
          "There is no kind '%s'. There are %s."
              .formatted(
                  kind, String.join(", ", artefacts.stream().map(Artefacts::kind).toList())));
    }
    if (!store.keep(kind, days, seen, actor, clock.instant())) {
      throw new Refused(
          Refused.Kind.STALE,
          "Somebody else changed how long %s is kept. Load it again.".formatted(kind));
    }
    events.publishEvent(
        Auditable.by(actor, "retention changed", "/settings/retention")
            .with("kind", kind)
            .with("days", days.map(String::valueOf).orElse("for ever")));
  }

  /** Holds an upgrade, or holds it no longer. */
  @Transactional
  public void hold(UpgradeId upgrade, boolean held, String why, Actor actor) {
    upgrades.get(upgrade);
    store.lockHolds();
    if (hold(upgrade).isPresent() == held) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          held
              ? "Upgrade %s is held already.".formatted(upgrade)
              : "Upgrade %s is not held.".formatted(upgrade));
    }
    store.add(new Hold(upgrade, held, why, actor, clock.instant()));
    events.publishEvent(
        Auditable.by(
                actor, held ? "legal hold placed" : "legal hold released", "/upgrades/" + upgrade)
            .with("why", why));
  }

  /**
   * Deletes what is due, of each kind so much at once.
   *
   * @return how many pages were cleared
   */
  @Transactional
  public int clear() {
    // A hold that is placed meanwhile waits, and one that is placed before is seen.
    store.lockHolds();
    Set<Long> held = held();
    int cleared = 0;
    for (Artefacts kind : artefacts) {
      Policy policy = policy(kind.kind());
      if (policy.days().isEmpty()) {
        continue;
      }
      int days = policy.days().get();
      Instant moment = before(days);
      List<Batch> due = kind.olderThan(moment, held, AT_ONCE);
      kind.delete(moment, due.stream().map(Batch::path).collect(Collectors.toSet()));
      for (Batch one : due) {
        events.publishEvent(
            Auditable.by(Actor.EVENKEEL, "artefacts deleted", one.path())
                .with("kind", kind.kind())
                .with("pieces", one.pieces())
                .with("characters", one.characters())
                .with("kept for days", days)
                .with(Auditable.FOR, policy.by()));
        cleared++;
      }
    }
    return cleared;
  }
}
