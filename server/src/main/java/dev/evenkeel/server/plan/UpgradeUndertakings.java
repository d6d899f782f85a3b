package dev.evenkeel.server.plan;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.Person;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.tasks.Owner;
import dev.evenkeel.server.tasks.TaskDesk;
import dev.evenkeel.server.tasks.Undertaking;
import dev.evenkeel.server.tasks.Undertakings;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Tells the tasks what they must know of upgrades and of people. */
@Component
class UpgradeUndertakings implements Undertakings {
  private final UpgradeBook book;
  private final UpgradeFrame frame;
  private final EstateBook estate;
  private final TaskDesk tasks;
  private final UpgradeZones zones;

  UpgradeUndertakings(
      UpgradeBook book, UpgradeFrame frame, EstateBook estate, TaskDesk tasks, UpgradeZones zones) {
    this.book = book;
    this.frame = frame;
    this.estate = estate;
    this.tasks = tasks;
    this.zones = zones;
  }

  @Override
  public Undertaking get(long id) {
    return of(book.get(new UpgradeId(id)));
  }

  @Override
  public Map<Long, String> titles(Collection<Long> ids) {
    Map<Long, String> titles = new HashMap<>();
    book.titles(ids.stream().map(UpgradeId::new).toList())
        .forEach((id, title) -> titles.put(id.value(), title));
    return titles;
  }

  @Override
  public List<Undertaking> list(int limit) {
    return book.open().stream().limit(limit).map(UpgradeUndertakings::of).toList();
  }

  @Override
  public Optional<ZoneId> zone(long id) {
    return zones.said(book.get(new UpgradeId(id)));
  }

  @Override
  public void around(long id, Model model) {
    frame.around(book.get(new UpgradeId(id)), "tasks", model);
  }

  @Override
  public Set<Owner> hats(String person) {
    Set<Owner> hats = new HashSet<>();
    Estate now = estate.estate();
    now.find(new dev.evenkeel.estate.Document.Key(EntryKind.PERSON, person))
        .map(document -> (Person) document.entry())
        .ifPresent(one -> {
          one.team().ifPresent(team -> hats.add(new Owner(Owner.Kind.TEAM, team)));
          one.role().flatMap(UpgradeUndertakings::role).ifPresent(hats::add);
        });
    return hats;
  }

  @Override
  public Set<Owner> staffed() {
    Set<Owner> staffed = new HashSet<>();
    Estate now = estate.estate();
    now.all(EntryKind.TEAM).keySet().forEach(team -> staffed.add(new Owner(Owner.Kind.TEAM, team)));
    now.all(EntryKind.PERSON)
        .keySet()
        .forEach(person ->
            hats(person).stream()
                .filter(hat -> hat.kind() == Owner.Kind.ROLE)
                .forEach(staffed::add));
    return staffed;
  }

  /** A role as the estate words it, as templates name it: Lead engineer is lead-engineer. */
  private static Optional<Owner> role(String words) {
    return Owner.parse("role:" + words.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-"));
  }

  @Override
  public Choices choices() {
    Estate now = estate.estate();
    return new Choices(now.all(EntryKind.PERSON).keySet(), now.all(EntryKind.TEAM).keySet());
  }

  /**
   * Deadlines that count from go-live move with it; what was cancelled asks nobody for anything.
   */
  @EventListener
  void moved(UpgradeChanged changed) {
    long id = changed.upgrade().id().value();
    tasks.recompute(id);
    tasks.drop(id, changed.upgrade().state() == UpgradeState.CANCELLED);
  }

  static Undertaking of(Upgrade upgrade) {
    return new Undertaking(
        upgrade.id().value(),
        upgrade.terms().title(),
        upgrade.terms().systems(),
        upgrade.terms().to(),
        upgrade.terms().owner(),
        upgrade.terms().goLive(),
        upgrade.madeAt(),
        upgrade.isOver());
  }
}
