package dev.evenkeel.server.plan;

import dev.evenkeel.server.plan.store.UpgradeStore;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.TeamGate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The book of upgrades. */
@Service
public class UpgradeBook {
  private final UpgradeStore store;
  private final ApplicationEventPublisher events;
  private final TeamGate teams;
  private final Clock clock;

  UpgradeBook(UpgradeStore store, ApplicationEventPublisher events, TeamGate teams, Clock clock) {
    this.store = store;
    this.events = events;
    this.teams = teams;
    this.clock = clock;
  }

  public Upgrade get(UpgradeId id) {
    return store
        .find(id)
        .orElseThrow(
            () -> new Refused(Refused.Kind.NOT_FOUND, "There is no upgrade %s.".formatted(id)));
  }

  /** The first day that is not over everywhere on Earth: people plan by their own calendar. */
  public LocalDate firstDay() {
    return LocalDate.now(clock.withZone(ZoneOffset.ofHours(-12)));
  }

  public Map<UpgradeId, String> titles(Collection<UpgradeId> ids) {
    return store.titles(ids);
  }

  /** Those that are next first; those without a day last. */
  public List<Upgrade> list(int limit) {
    return store.list(limit);
  }

  /** Those that are next first; those without a day last. */
  public List<Upgrade> list(UpgradeFilter filter, int limit) {
    return store.list(filter, limit);
  }

  /** All that are not over. */
  public List<Upgrade> open() {
    return store.open();
  }

  /** Of these, those whose day of go-live is one of the days, both included, or that are named. */
  public List<Upgrade> openAbout(LocalDate first, LocalDate last, Collection<UpgradeId> named) {
    return store.openAbout(first, last, named);
  }

  @Transactional
  public Upgrade add(Terms terms, Actor actor) {
    teams.keep(Right.REQUEST, terms.systems());
    Upgrade upgrade = get(store.add(terms, actor, clock.instant()));
    events.publishEvent(new UpgradeChanged(upgrade));
    events.publishEvent(
        Auditable.by(actor, "upgrade added", path(upgrade.id()))
            .with(TermsWords.of(upgrade.terms())));
    return upgrade;
  }

  private static String path(UpgradeId id) {
    return "/upgrades/" + id;
  }

  /**
   * What upgrades are called in files. Whoever asks within a transaction has the names for itself
   * until its end, so that nothing is made twice.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, UpgradeId> names() {
    return store.names();
  }

  /** Calls an upgrade by a name that no other has. */
  @Transactional
  public void name(UpgradeId id, String name) {
    store.name(id, name);
    events.publishEvent(Auditable.now("upgrade named", path(id)).with("name", name));
  }

  /**
   * @param seen the version the edit began with
   * @throws Refused when it is another by now
   */
  @Transactional
  public Upgrade edit(UpgradeId id, Terms terms, long seen, Actor actor) {
    return edit(id, terms, seen, Map.of(), actor);
  }

  /**
   * @param because what else the trail is to say of it
   */
  @Transactional
  public Upgrade edit(
      UpgradeId id, Terms terms, long seen, Map<String, String> because, Actor actor) {
    Upgrade was = get(id);
    if (was.isOver()) {
      throw was.refused();
    }
    Terms before = was.terms();
    if (!before.systems().equals(terms.systems())) {
      teams.keep(Right.REQUEST, terms.systems());
    }
    if (!store.edit(id, terms, seen, actor, clock.instant())) {
      throw new Refused(
          Refused.Kind.STALE,
          "Upgrade %s was changed by somebody else meanwhile. Load it again and edit that."
              .formatted(id));
    }
    Upgrade upgrade = get(id);
    events.publishEvent(new UpgradeChanged(upgrade));
    events.publishEvent(
        Auditable.by(actor, "upgrade changed", path(id))
            .with("version", upgrade.version())
            .with(because)
            .with(TermsWords.changed(before, upgrade.terms())));
    return upgrade;
  }
}
