package dev.evenkeel.server.risk;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.reckon.Probe;
import dev.evenkeel.server.risk.reckon.Severity;
import dev.evenkeel.server.risk.store.FindingStore;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of risks, one for all upgrades. */
@Service
public class RiskRegister {
  private final FindingStore store;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RiskRegister(FindingStore store, ApplicationEventPublisher events, Clock clock) {
    this.store = store;
    this.events = events;
    this.clock = clock;
  }

  /** The worst that is open first. */
  public List<Finding> of(UpgradeId upgrade) {
    return store.of(upgrade);
  }

  /**
   * A page of all upgrades' risks, the worst that is open first.
   *
   * @param settled whether those that are not open are among them
   */
  public List<Finding> all(boolean settled, int from, int limit) {
    return store.all(settled, from, limit);
  }

  public Amounts amounts() {
    return store.amounts();
  }

  /** How the open ones of all upgrades spread over likelihood and impact. */
  public List<Spread> spread() {
    return store.spread();
  }

  /** How many high ones are open, of each upgrade that has any. */
  Map<UpgradeId, Integer> high() {
    return store.high();
  }

  static int high(List<Finding> findings) {
    return (int)
        findings.stream()
            .filter(finding -> finding.isOpen() && finding.severity() == Severity.HIGH)
            .count();
  }

  /** How many risks there are of all upgrades. */
  public record Amounts(int open, int settled) {}

  /**
   * Open risks of one likelihood and impact.
   *
   * @param titles of the first of them
   */
  public record Spread(int likelihood, int impact, int amount, List<String> titles) {
    /** More titles than one reads at a glance are not told. */
    public static final int TITLES = 20;

    public Spread {
      titles = List.copyOf(titles);
    }
  }

  public Finding get(long id) {
    return store
        .find(id)
        .orElseThrow(
            () -> new Refused(Refused.Kind.NOT_FOUND, "There is no risk %d.".formatted(id)));
  }

  public List<FindingNote> history(long id) {
    return store.history(id);
  }

  @Transactional
  public Finding add(UpgradeId upgrade, FindingTerms terms, Actor actor) {
    Instant now = clock.instant();
    long id = store.add(upgrade, terms, acceptedBy(terms, Optional.empty(), actor), actor, now);
    store.log(
        id, new FindingNote(now, actor, "added", Optional.empty(), Optional.of(terms.title())));
    events.publishEvent(new FindingChanged(upgrade));
    events.publishEvent(
        Auditable.by(actor, "risk added", path(upgrade, id))
            .with("title", terms.title())
            .with("state", terms.state()));
    return get(id);
  }

  /**
   * @param seen the version the edit began with
   * @throws Refused when it is another by now
   */
  @Transactional
  public Finding edit(long id, FindingTerms terms, long seen, Actor actor) {
    Finding before = get(id);
    if (!store.edit(id, terms, acceptedBy(terms, Optional.of(before), actor), seen)) {
      throw new Refused(
          Refused.Kind.STALE,
          "Risk %d was changed by somebody else meanwhile. Load it again and edit that."
              .formatted(id));
    }
    Finding after = get(id);
    note(before, after, actor);
    events.publishEvent(new FindingChanged(after.upgrade()));
    return after;
  }

  private static Optional<String> acceptedBy(
      FindingTerms terms, Optional<Finding> before, Actor actor) {
    if (terms.state() != FindingState.ACCEPTED) {
      return Optional.empty();
    }
    return before.flatMap(Finding::acceptedBy).or(() -> Optional.of(actor.name()));
  }

  private void note(Finding before, Finding after, Actor actor) {
    List<FindingNote> notes = new ArrayList<>();
    Instant now = clock.instant();
    Map<String, Function<Finding, String>> fields =
        Map.of(
            "title", Finding::title,
            "detail", Finding::detail,
            "likelihood", finding -> Integer.toString(finding.likelihood()),
            "impact", finding -> Integer.toString(finding.impact()),
            "owner", finding -> finding.owner().orElse(""),
            "mitigation", finding -> finding.mitigation().orElse(""),
            "state", finding -> finding.state().name().toLowerCase(java.util.Locale.ROOT));
    fields.forEach((field, of) -> {
      String was = of.apply(before);
      String is = of.apply(after);
      if (!was.equals(is)) {
        notes.add(
            new FindingNote(
                now,
                actor,
                field,
                Optional.of(was).filter(text -> !text.isEmpty()),
                Optional.of(is).filter(text -> !text.isEmpty())));
      }
    });
    notes.stream()
        .sorted(java.util.Comparator.comparing(FindingNote::field))
        .forEach(note -> store.log(after.id(), note));
    Auditable told =
        Auditable.by(actor, "risk changed", path(after.upgrade(), after.id()))
            .with("title", after.title())
            .with("version", after.version())
            .with("accepted by", after.acceptedBy());
    for (FindingNote note : notes) {
      told =
          told.with(
              note.field(),
              "%s → %s".formatted(note.before().orElse("–"), note.after().orElse("–")));
    }
    events.publishEvent(told);
  }

  private static String path(UpgradeId upgrade, long id) {
    return "/upgrades/%s/risks/%d".formatted(upgrade, id);
  }

  /**
   * Brings what is computed up to date: adds what is new, renews the words of what is known, says
   * of the rest since when it is not found any more. What people said stays.
   */
  @Transactional
  public void refresh(UpgradeId upgrade, List<Probe> probes) {
    store.lock(upgrade);
    Instant now = clock.instant();
    Map<String, Finding> known =
        store.of(upgrade).stream()
            .filter(Finding::computed)
            .collect(Collectors.toMap(finding -> finding.key().orElseThrow(), finding -> finding));
    for (Probe probe : probes) {
      if (!known.containsKey(probe.key())) {
        events.publishEvent(
            Auditable.by(Actor.EVENKEEL, "risk found", "/upgrades/%s/risks".formatted(upgrade))
                .with("title", probe.title()));
      }
      store.refresh(upgrade, probe, now);
      Optional.ofNullable(known.remove(probe.key()))
          .filter(finding -> finding.goneAt().isPresent())
          .ifPresent(finding -> {
            store.gone(finding.id(), Optional.empty());
            store.log(finding.id(), seen(now, "found again"));
            events.publishEvent(bySelf("risk found again", finding));
          });
    }
    known.values().stream()
        .filter(finding -> finding.goneAt().isEmpty())
        .forEach(finding -> {
          store.gone(finding.id(), Optional.of(now));
          store.log(finding.id(), seen(now, "not found any more"));
          events.publishEvent(bySelf("risk not found any more", finding));
        });
  }

  private static Auditable bySelf(String what, Finding finding) {
    return Auditable.by(Actor.EVENKEEL, what, path(finding.upgrade(), finding.id()))
        .with("title", finding.title());
  }

  private static FindingNote seen(Instant now, String what) {
    return new FindingNote(now, Actor.EVENKEEL, what, Optional.empty(), Optional.empty());
  }
}
