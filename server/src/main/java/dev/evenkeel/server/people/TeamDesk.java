package dev.evenkeel.server.people;

import dev.evenkeel.server.people.Answer.Kind;
import dev.evenkeel.server.people.store.AnswerStore;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeChanged;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.SheetBook;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.PeopleBehind;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what is written down of the people of an upgrade, and what they say. */
@Service
public class TeamDesk {
  private final TeamBook book;
  private final SheetBook sheets;
  private final AnswerStore answers;
  private final PeopleBehind behind;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TeamDesk(
      TeamBook book,
      SheetBook sheets,
      AnswerStore answers,
      PeopleBehind behind,
      ApplicationEventPublisher events,
      Clock clock) {
    this.book = book;
    this.sheets = sheets;
    this.answers = answers;
    this.behind = behind;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @param seen the version the edit began with
   * @throws Refused when it is another by now, or the upgrade is over
   */
  @Transactional
  public <T> void keep(UpgradeId id, Part<T> part, T sheet, long seen, Actor actor) {
    Upgrade upgrade = open(id);
    sheets.keep(id, part.kind(), sheet, seen, actor);
    events.publishEvent(new UpgradeChanged(upgrade));
  }

  /**
   * Gives the chart of duties to everybody in the team.
   *
   * @param seen the chart that was looked at
   * @throws Refused when it is another by now, nobody kept it, or a line has not exactly one who
   *     answers for it
   */
  @Transactional
  public void giveOut(UpgradeId id, String seen, Actor actor) {
    Upgrade upgrade = open(id);
    TeamState state = book.of(id);
    same(seen, state.chart(), "chart of duties", id);
    if (state.proposed()) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "Nobody has saved the chart of duties yet; what is shown is a proposal. Look at it, save it, then give it out.");
    }
    state.duties().rows().stream()
        .flatMap(row -> row.fault().stream())
        .findFirst()
        .ifPresent(fault -> {
          throw new Refused(Refused.Kind.NOT_NOW, fault);
        });
    if (state.team().members().isEmpty()) {
      throw new Refused(
          Refused.Kind.NOT_NOW, "There is nobody in the team. Name its members first.");
    }
    add(upgrade, Kind.GIVEN_OUT, Optional.empty(), state.chart(), Optional.empty(), actor);
  }

  /**
   * Writes down what somebody of the team says: himself, or somebody who plans the upgrade and was
   * told so.
   *
   * @param mayTell whether the actor may write down what others said
   * @param seen the chart or the window it is said of
   */
  @Transactional
  public void answer(
      UpgradeId id,
      String person,
      Kind kind,
      String seen,
      Optional<String> note,
      boolean mayTell,
      Actor actor) {
    Upgrade upgrade = open(id);
    TeamState state = book.of(id);
    if (state.seat(person).isEmpty()) {
      throw new Refused(
          Refused.Kind.INVALID,
          "'%s' is not in the team of upgrade %s. It has %s."
              .formatted(person, id, String.join(", ", state.team().people())));
    }
    boolean own = behind.of(actor).equals(Set.of(person));
    if (!own && !mayTell) {
      throw new Refused(
          Refused.Kind.FORBIDDEN,
          "Only %s says that, or somebody who plans the upgrade and was told so."
              .formatted(person));
    }
    if (!own && note.isEmpty()) {
      throw new Refused(
          Refused.Kind.INVALID,
          "You write down what %s said: say when and how you were told.".formatted(person));
    }
    if (kind == Kind.ACKNOWLEDGED && state.givenOut().isEmpty()) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "The chart of duties was not given out as it is now, so there is nothing to have seen.");
    }
    if (kind.ofTheWindow() && state.window().span().isEmpty()) {
      throw new Refused(
          Refused.Kind.NOT_NOW, "Nobody has said when the upgrade happens. Give it its day first.");
    }
    String about = kind == Kind.ACKNOWLEDGED ? state.chart() : state.window().about();
    same(seen, about, kind == Kind.ACKNOWLEDGED ? "chart of duties" : "window", id);
    add(upgrade, kind, Optional.of(person), about, note, actor);
  }

  private Upgrade open(UpgradeId id) {
    Upgrade upgrade = book.upgrade(id);
    if (upgrade.isOver()) {
      throw upgrade.refused();
    }
    return upgrade;
  }

  private static void same(String seen, String now, String what, UpgradeId id) {
    if (!seen.equals(now)) {
      throw new Refused(
          Refused.Kind.STALE,
          "The %s of upgrade %s is another by now. Load it again and look at that."
              .formatted(what, id));
    }
  }

  private void add(
      Upgrade upgrade,
      Kind kind,
      Optional<String> person,
      String about,
      Optional<String> note,
      Actor actor) {
    answers.add(new Answer(upgrade.id(), kind, person, about, note, actor, clock.instant()));
    events.publishEvent(new UpgradeChanged(upgrade));
    events.publishEvent(
        Auditable.by(
                actor,
                "team " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                "/upgrades/%s/people".formatted(upgrade.id()))
            .with("person", person)
            .with("about", about)
            .with("note", note));
  }
}
