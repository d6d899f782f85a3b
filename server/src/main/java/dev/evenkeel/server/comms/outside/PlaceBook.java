package dev.evenkeel.server.comms.outside;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The places that hear of runs. */
@Service
public class PlaceBook {
  private final PlaceStore store;
  private final SignStore signs;
  private final Tellers tellers;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  PlaceBook(
      PlaceStore store,
      SignStore signs,
      Tellers tellers,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.signs = signs;
    this.tellers = tellers;
    this.events = events;
    this.clock = clock;
  }

  /** By name. */
  public List<Place> all() {
    return store.all();
  }

  /** By name, as they are shown. */
  public List<PlaceView> views() {
    return store.all().stream().map(PlaceView::of).toList();
  }

  public Place get(String name) {
    return store
        .named(name)
        .orElseThrow(() ->
            new Refused(
                Refused.Kind.NOT_FOUND,
                "There is no Alertmanager or Grafana '%s'.".formatted(name)));
  }

  /** What it was told, the newest first. */
  public List<Sign> signs(String name) {
    return signs.newest(name);
  }

  @Transactional
  public void add(PlaceTerms terms, Actor actor) {
    if (!store.add(terms, actor, clock.instant())) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "There is one called '%s' already. Give this one another name.".formatted(terms.name()));
    }
    events.publishEvent(told(actor, "place made", terms));
  }

  @Transactional
  public void edit(PlaceTerms terms, long seen, Actor actor) {
    keep(terms.name(), store.edit(terms, seen, actor, clock.instant()));
    events.publishEvent(told(actor, "place changed", terms));
  }

  /** What is open there is told nothing more: silences end by themselves, annotations stay. */
  @Transactional
  public void remove(String name, long seen, Actor actor) {
    Place place = get(name);
    int open =
        signs.abandon(
            place.id(),
            "%s removed the place; a silence ends there by itself, an annotation stays."
                .formatted(actor.name()),
            clock.instant());
    keep(name, store.remove(name, seen));
    events.publishEvent(Auditable.by(actor, "place removed", path(name)).with("open", open));
  }

  /** How it went. */
  public record Tried(boolean answers, String says) {}

  /** Asks it for something that changes nothing there. */
  public Tried greet(String name, Actor actor) {
    PlaceTerms terms = get(name).terms();
    Tried tried;
    try {
      tried = new Tried(true, tellers.of(terms.kind()).greet(tellers.call(terms)));
    } catch (NotTold none) {
      tried = new Tried(false, none.says());
    }
    events.publishEvent(Auditable.by(actor, "place tried", path(name)).with("says", tried.says()));
    return tried;
  }

  private static String path(String name) {
    return "/places/" + name;
  }

  private static Auditable told(Actor actor, String what, PlaceTerms terms) {
    return Auditable.by(actor, what, path(terms.name()))
        .with("kind", terms.kind().word())
        .with("address", terms.address())
        .with("secret", terms.secret())
        .with("labels", terms.labels())
        .with("minutes", terms.minutes());
  }

  private static void keep(String name, boolean kept) {
    if (!kept) {
      throw new Refused(
          Refused.Kind.STALE,
          "'%s' has changed since you opened it. Look at it again, then change it."
              .formatted(name));
    }
  }
}
