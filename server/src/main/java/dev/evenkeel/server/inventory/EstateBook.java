package dev.evenkeel.server.inventory;

import dev.evenkeel.estate.Change;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.Headway;
import dev.evenkeel.server.inventory.store.RevisionStore;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.StoredText;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The book of the estate: what is in it now, what changed, and back. */
@Service
public class EstateBook {
  private static final int NAMED = 5;
  private static final int LONGEST_ORIGIN = 200;

  /** So many documents are read before anybody notices. */
  private static final int SMALL = 2_000;

  private final RevisionStore revisions;
  private final Snapshots snapshots;
  private final HeldEntries still;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final ReentrantLock turn = new ReentrantLock(true);

  EstateBook(
      RevisionStore revisions,
      Snapshots snapshots,
      HeldEntries still,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.revisions = revisions;
    this.snapshots = snapshots;
    this.still = still;
    this.events = events;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** The estate as it is now. */
  public Estate estate() {
    return snapshots.now().estate();
  }

  /** What a person is called: by the estate, else as was written. */
  public String called(String person) {
    return estate()
        .find(new Document.Key(EntryKind.PERSON, person))
        .map(found -> found.entry().shownAs())
        .orElse(person);
  }

  /** The same, with the last change it contains. */
  public Snapshot snapshot() {
    return snapshots.now();
  }

  /** Whether something was changed, here or by another server, that is not in memory yet. */
  public boolean isBehind() {
    return snapshots.isBehind();
  }

  /**
   * Whether a large estate is being read for the first time since the start: for seconds, whoever
   * asks for it waits.
   */
  public boolean isBeingRead() {
    return snapshots.isAwaited(SMALL);
  }

  /** How many documents were changed after a change. */
  public long changedSince(long change) {
    return revisions.documentsSince(change);
  }

  /**
   * The newest note after another that is about no document, but about what is said beside them.
   *
   * @return 0 when there is none
   */
  public long newestBeside(long after) {
    return revisions.newestBeside(after);
  }

  /** The newest change of all; 0 when there is none. */
  public long newest() {
    return revisions.newest();
  }

  /**
   * Changes something beside the documents, and notes it among the changes of the estate: one
   * sequence tells what came after what, and who did it and when.
   *
   * @param origin what is done, in words
   */
  public <T> T beside(String origin, Actor actor, Supplier<T> write) {
    turn.lock();
    try {
      return Objects.requireNonNull(
          transaction.execute(status -> {
            revisions.lock();
            T written = write.get();
            ChangeNote note =
                revisions.write(
                    List.of(), shortened(origin), Optional.empty(), actor, clock.instant());
            tell(note);
            return written;
          }));
    } finally {
      turn.unlock();
    }
  }

  /** What putting these documents into the estate would change. */
  public List<Change> preview(Collection<Document> wanted) {
    return estate().changesBy(wanted);
  }

  /**
   * Puts documents into the estate, each whole in the place of the one of its name.
   *
   * @param origin where they come from, in words
   * @return what was changed; empty when they said nothing new
   */
  public Optional<ChangeNote> put(Collection<Document> wanted, String origin, Actor actor) {
    return writing(estate -> write(estate.changesBy(wanted), origin, actor));
  }

  /** Documents that are made of the estate as it is then. */
  public interface Wanted {
    /**
     * Is asked when nobody else can change the estate until the end of the transaction.
     *
     * @param put takes one document after the other; a large number of them need never be whole
     */
    void of(Estate estate, Consumer<Document> put);
  }

  /** The same, of documents that are made of the estate as it is then. */
  public Optional<ChangeNote> putEach(Wanted wanted, String origin, Actor actor) {
    return writing(estate -> {
      RevisionStore.Pen pen = revisions.pen(shortened(origin), actor, clock.instant());
      Map<String, String> held = still.now();
      wanted.of(
          estate,
          document ->
              estate
                  .changeBy(document)
                  .ifPresent(change -> {
                    HeldEntries.require(held, change.key());
                    pen.write(change);
                  }));
      return told(pen.finished());
    });
  }

  private Optional<ChangeNote> told(Optional<ChangeNote> note) {
    note.ifPresent(this::tell);
    return note;
  }

  private void tell(ChangeNote note) {
    events.publishEvent(new EstateChanged(note));
    events.publishEvent(
        EstateWords.of(
            note,
            note.documents() <= EstateWords.NAMED
                ? revisions.changesOf(note.id(), EstateWords.NAMED)
                : List.of()));
  }

  /**
   * Puts one document into the estate that was edited from another.
   *
   * @param seen the document the edit began with; empty for a new one
   * @throws Refused when it is another by now
   */
  public Optional<ChangeNote> edit(
      Document wanted, Optional<String> seen, String origin, Actor actor) {
    return writing(estate -> {
      Optional<String> now = estate.find(wanted.key()).map(Editions::of);
      if (!now.equals(seen)) {
        throw stale(wanted.key(), now.isPresent(), seen.isPresent());
      }
      return write(estate.changesBy(List.of(wanted)), origin, actor);
    });
  }

  /**
   * Takes documents out of the estate.
   *
   * @throws Refused when one of them is not there
   */
  public Optional<ChangeNote> remove(
      Collection<Document.Key> unwanted, String origin, Actor actor) {
    return writing(estate -> {
      List<Change> changes =
          unwanted.stream()
              .distinct()
              .map(key -> Change.removal(estate.find(key).orElseThrow(() -> unknown(key))))
              .toList();
      return write(changes, origin, actor);
    });
  }

  /**
   * Takes one document out of the estate.
   *
   * @param seen the document that was looked at; empty for whatever is there
   * @throws Refused when it is another by now, or none
   */
  public Optional<ChangeNote> remove(
      Document.Key key, Optional<String> seen, String origin, Actor actor) {
    return writing(estate -> {
      Document there = estate.find(key).orElseThrow(() -> unknown(key));
      if (seen.filter(edition -> !edition.equals(Editions.of(there))).isPresent()) {
        throw stale(key, true, true);
      }
      return write(List.of(Change.removal(there)), origin, actor);
    });
  }

  /**
   * Takes a change back: every document becomes what it was before.
   *
   * @throws Refused when a document was changed again since
   */
  public Optional<ChangeNote> revert(long id, Actor actor) {
    return writing(estate -> {
      ChangeNote note = note(id);
      if (note.documents() == 0) {
        throw new Refused(
            Refused.Kind.NOT_NOW,
            "Change %d changed no document, so there is none to take back. Change it again where it was made."
                .formatted(id));
      }
      refuseWhenChangedSince(note);
      RevisionStore.Pen pen =
          revisions.pen("change %d taken back".formatted(id), id, actor, clock.instant());
      Headway.begin(Headway.Stage.WRITING);
      Headway.count(note.documents());
      Map<String, String> held = still.now();
      revisions.eachOf(
          id,
          change -> {
            HeldEntries.require(held, change.key());
            pen.write(change.reversed());
            Headway.step();
          });
      return told(pen.finished());
    });
  }

  private void refuseWhenChangedSince(ChangeNote note) {
    List<Document.Key> since = revisions.changedSince(note.id(), NAMED);
    if (!since.isEmpty()) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "Change %d cannot be taken back: %s changed again since. Take back the later change first, or edit the documents themselves."
              .formatted(
                  note.id(),
                  since.stream().map(Object::toString).collect(Collectors.joining(", "))));
    }
  }

  /** All that a document ever was, the newest first. */
  public List<Revision> history(Document.Key key) {
    return revisions.of(key);
  }

  public ChangeNote note(long id) {
    return revisions
        .note(id)
        .orElseThrow(() ->
            new Refused(
                Refused.Kind.NOT_FOUND, "There is no change %d of the estate.".formatted(id)));
  }

  /** The newest first. */
  public List<ChangeNote> notes(long before, int limit) {
    return revisions.notes(before, limit);
  }

  /** What a change did, by kind and name. */
  public List<Change> changesOf(long id, int limit) {
    return revisions.changesOf(note(id).id(), limit);
  }

  /** The document of that name. */
  public Document get(Document.Key key) {
    return estate().find(key).orElseThrow(() -> unknown(key));
  }

  /**
   * Decides by the estate as nobody else can change it meanwhile. Who waits here for others of this
   * server holds no connection: a crowd of writers must not starve runs and sign-in.
   */
  private Optional<ChangeNote> writing(Function<Estate, Optional<ChangeNote>> decide) {
    Headway.await(turn);
    try {
      snapshots.now(); // read outside of the transaction, where what is read is kept
      return Objects.requireNonNull(
          transaction.execute(status -> {
            revisions.lock();
            return decide.apply(estate());
          }));
    } finally {
      turn.unlock();
    }
  }

  private Optional<ChangeNote> write(List<Change> changes, String origin, Actor actor) {
    Map<String, String> held = still.now();
    changes.forEach(change -> HeldEntries.require(held, change.key()));
    return changes.isEmpty()
        ? Optional.empty()
        : told(
            Optional.of(
                revisions.write(
                    changes, shortened(origin), Optional.empty(), actor, clock.instant())));
  }

  private static String shortened(String origin) {
    String plain = StoredText.of(origin).replaceAll("\\p{Cntrl}", " ").strip();
    return plain.length() <= LONGEST_ORIGIN ? plain : plain.substring(0, LONGEST_ORIGIN - 1) + "…";
  }

  private static Refused unknown(Document.Key key) {
    return new Refused(Refused.Kind.NOT_FOUND, "There is no %s in the estate.".formatted(key));
  }

  private static Refused stale(Document.Key key, boolean isThere, boolean wasThere) {
    String says =
        isThere
            ? wasThere
                ? "%s was changed by somebody else meanwhile. Load it again and edit that."
                : "There is a %s already. Give another name, or edit that one."
            : "%s was removed meanwhile. Save it as a new one if it should be there.";
    return new Refused(Refused.Kind.STALE, says.formatted(key));
  }
}
