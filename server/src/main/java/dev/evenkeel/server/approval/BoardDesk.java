package dev.evenkeel.server.approval;

import dev.evenkeel.server.approval.store.ApprovalStore;
import dev.evenkeel.server.approval.store.BoardStore;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Meetings of the board: when it meets, what it has before it, and the minutes of what became of
 * that. It decides by the same rules as everybody; a meeting adds no way to agree.
 */
@Service
public class BoardDesk {
  private static final Duration STILL_AHEAD = Duration.ofHours(4);

  private final BoardStore store;
  private final ApprovalStore approvals;
  private final ApprovalBook book;
  private final Agenda agenda;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  BoardDesk(
      BoardStore store,
      ApprovalStore approvals,
      ApprovalBook book,
      Agenda agenda,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.approvals = approvals;
    this.book = book;
    this.agenda = agenda;
    this.events = events;
    this.clock = clock;
  }

  /** The next first. */
  public List<Meeting> ahead() {
    return store.ahead(clock.instant().minus(STILL_AHEAD));
  }

  /** The last first. */
  public List<Meeting> before() {
    return store.before(clock.instant().minus(STILL_AHEAD));
  }

  public Meeting get(long id) {
    return store
        .find(id)
        .orElseThrow(() ->
            new Refused(
                Refused.Kind.NOT_FOUND, "There is no meeting %d of the board.".formatted(id)));
  }

  /**
   * What a meeting has before it.
   *
   * @param steps what people did about it while the meeting was under way
   */
  public record Minute(AgendaItem item, List<Step> steps) {
    public Minute {
      steps = List.copyOf(steps);
    }
  }

  /** As it was written down when it was opened; before that, what waits now. */
  public List<Minute> minutes(Meeting meeting) {
    if (meeting.opened().isEmpty()) {
      return meeting.state() == Meeting.State.OFF
          ? List.of()
          : agenda.now().stream().map(item -> new Minute(item, List.of())).toList();
    }
    List<AgendaItem> items = store.agenda(meeting.id());
    var steps = approvals.steps(items.stream().map(AgendaItem::request).toList());
    return items.stream()
        .map(item ->
            new Minute(
                item,
                steps.getOrDefault(item.request(), List.of()).stream()
                    .filter(step -> within(meeting, step.at()))
                    .toList()))
        .toList();
  }

  private static boolean within(Meeting meeting, Instant at) {
    return meeting.opened().filter(opened -> !at.isBefore(opened)).isPresent()
        && meeting.closed().filter(closed -> at.isAfter(closed)).isEmpty();
  }

  @Transactional
  public Meeting set(MeetingTerms terms, Actor actor) {
    Instant now = clock.instant();
    requireAhead(terms, now);
    long id = store.add(terms, actor, now);
    tell("board meeting set", id, terms, actor);
    return get(id);
  }

  private static void requireAhead(MeetingTerms terms, Instant now) {
    if (!terms.at().isAfter(now)) {
      throw new Refused(
          Refused.Kind.INVALID, "%s is over. Give a later time.".formatted(terms.when()));
    }
  }

  @Transactional
  public Meeting change(long id, MeetingTerms terms, long seen, Actor actor) {
    Meeting before = inState(id, seen, Meeting.State.SET);
    requireAhead(terms, clock.instant());
    save(with(before, terms, Meeting.State.SET));
    tell("board meeting changed", id, terms, actor);
    return get(id);
  }

  @Transactional
  public Meeting callOff(long id, long seen, Actor actor) {
    Meeting before = inState(id, seen, Meeting.State.SET);
    save(with(before, before.terms(), Meeting.State.OFF));
    events.publishEvent(Auditable.by(actor, "board meeting called off", before.path()));
    return get(id);
  }

  /** Writes down what it has before it; what is asked for later is for the next one. */
  @Transactional
  public Meeting open(long id, long seen, Actor actor) {
    Meeting before = inState(id, seen, Meeting.State.SET);
    List<AgendaItem> items = agenda.now();
    save(
        new Meeting(
            id,
            before.terms(),
            Meeting.State.OPEN,
            Optional.of(clock.instant()),
            Optional.empty(),
            List.of(),
            "",
            before.version()));
    store.add(id, items);
    events.publishEvent(
        Auditable.by(actor, "board meeting opened", before.path())
            .with("requests", words(items.stream().map(AgendaItem::request).toList())));
    return get(id);
  }

  /**
   * Ends it, writes down what became of each request, and sets the next one where it comes again.
   *
   * @param present who was there
   */
  @Transactional
  public Meeting close(long id, List<String> present, String notes, long seen, Actor actor) {
    Meeting before = inState(id, seen, Meeting.State.OPEN);
    Instant now = clock.instant();
    save(
        new Meeting(
            id,
            before.terms(),
            Meeting.State.CLOSED,
            before.opened(),
            Optional.of(now),
            present,
            notes,
            before.version()));
    List<String> outcomes = new ArrayList<>();
    for (AgendaItem item : store.agenda(id)) {
      Standing.State state = book.get(item.request()).state();
      store.ended(id, item, state);
      outcomes.add("%d %s".formatted(item.request(), state.words()));
    }
    events.publishEvent(
        Auditable.by(actor, "board meeting closed", before.path())
            .with("present", String.join(", ", present))
            .with("outcomes", String.join(", ", outcomes))
            .with("notes", notes));
    before.terms().next(now).ifPresent(next -> set(next, actor));
    return get(id);
  }

  private Meeting inState(long id, long seen, Meeting.State state) {
    Meeting meeting = get(id);
    if (meeting.version() != seen) {
      throw changed();
    }
    if (meeting.state() != state) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "The meeting of %s is %s; this is for one that is %s."
              .formatted(meeting.terms().when(), meeting.state().words(), state.words()));
    }
    return meeting;
  }

  private void save(Meeting next) {
    if (!store.save(next)) {
      throw changed();
    }
  }

  private static Refused changed() {
    return new Refused(
        Refused.Kind.STALE, "Somebody changed this meeting meanwhile. Load it again.");
  }

  private static Meeting with(Meeting before, MeetingTerms terms, Meeting.State state) {
    return new Meeting(
        before.id(),
        terms,
        state,
        before.opened(),
        before.closed(),
        before.present(),
        before.notes(),
        before.version());
  }

  private void tell(String what, long id, MeetingTerms terms, Actor actor) {
    events.publishEvent(
        Auditable.by(actor, what, "/approvals/meetings/" + id)
            .with("at", terms.at())
            .with("zone", terms.zone())
            .with("title", terms.title())
            .with("members", String.join(", ", terms.members()))
            .with("every weeks", terms.everyWeeks()));
  }

  private static String words(List<Long> numbers) {
    return String.join(", ", numbers.stream().map(String::valueOf).toList());
  }
}
