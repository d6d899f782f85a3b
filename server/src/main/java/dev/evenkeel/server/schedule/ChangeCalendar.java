package dev.evenkeel.server.schedule;

import dev.evenkeel.calendar.OpenTimes;
import dev.evenkeel.calendar.Reason;
import dev.evenkeel.calendar.Slot;
import dev.evenkeel.calendar.SlotFinder;
import dev.evenkeel.calendar.Span;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateFreeze;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.map.Blast;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.estate.times.ChangeTimes;
import dev.evenkeel.estate.times.Load;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.Snapshot;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** When systems may be changed, and what that costs; by the documents of the estate as they are. */
@Service
public class ChangeCalendar {
  /** How far it looks ahead; what opens later is not known. */
  public static final Duration AHEAD = Duration.ofDays(366);

  private static final Duration AROUND = Duration.ofDays(35);
  private static final Duration LONGEST = Duration.ofDays(28);
  private static final Duration STEP = Duration.ofMinutes(15);
  private static final int MOST_SLOTS = 100;

  private final EstateBook book;

  ChangeCalendar(EstateBook book) {
    this.book = book;
  }

  /** When one system may be changed in a range, and why not at other times. */
  public OpenTimes openTimes(String system, Span range) {
    return times(book.snapshot()).of(system, range);
  }

  /** When all of some systems may be changed in a range. */
  public OpenTimes openTimes(Collection<String> systems, Span range) {
    return times(book.snapshot()).ofAll(systems, range);
  }

  /** The same for whoever asks many times, by the documents at this moment. */
  public BiFunction<Collection<String>, Span, OpenTimes> openTimesNow() {
    return times(book.snapshot())::ofAll;
  }

  /** All there is against a time, system by system; empty exactly if they may all be changed. */
  public List<Objection> objections(Collection<String> systems, Span wanted) {
    Snapshot snapshot = book.snapshot();
    ChangeTimes times = times(snapshot);
    return systems.stream()
        .distinct()
        .flatMap(system ->
            whyNot(times, system, wanted).stream()
                .map(reason ->
                    new Objection(system, reason, mayOverride(reason, snapshot.estate()))))
        .toList();
  }

  /**
   * Looked at wider than is asked, and wider still where a reason goes on, so that it says until
   * when it holds.
   */
  private static List<Reason> whyNot(ChangeTimes times, String system, Span wanted) {
    Instant from = wanted.from().minus(Duration.ofDays(1));
    Span near = new Span(from, wanted.to().plus(AROUND));
    List<Reason> reasons = times.of(system, near).whyNot(wanted);
    return reasons.stream().anyMatch(reason -> reason.when().to().equals(near.to()))
        ? times.of(system, new Span(from, wanted.to().plus(AHEAD))).whyNot(wanted)
        : reasons;
  }

  /**
   * When the time ends that is open to all of some systems. What is open for longer than {@link
   * #AHEAD} ends there.
   *
   * @return empty when it is not open
   */
  public Optional<Instant> openUntil(Collection<String> systems, Instant at) {
    return times(book.snapshot()).ofAll(systems, new Span(at, at.plus(AHEAD))).open().stream()
        .filter(span -> span.from().equals(at))
        .map(Span::to)
        .findFirst();
  }

  /**
   * The next openings that a change fits into, one slot in each, at its cheapest place.
   *
   * @param most how many
   * @throws Refused when the length is none, or longer than four weeks
   */
  public List<FreeSlot> slots(Collection<String> systems, Duration length, Instant from, int most) {
    return slots(systems, length, new Span(from, from.plus(AHEAD)), most);
  }

  /** The same within a time only, such as the day that people were told of. */
  public List<FreeSlot> slots(Collection<String> systems, Duration length, Span within, int most) {
    Snapshot snapshot = book.snapshot();
    Load load = load(systems, snapshot.map());
    Instant from = within.from();
    double usual = load.within(new Span(from, from.plus(Duration.ofDays(7)))) / 168;
    return finder(snapshot, systems, length, within)
        .slots(
            from,
            Math.clamp(most, 1, MOST_SLOTS),
            STEP,
            span -> Math.round(load.within(span) * 1_000))
        .stream()
        .map(slot -> free(slot, load, usual))
        .toList();
  }

  /** When a change fits next, and why not before; looks ahead as far as {@link #AHEAD}. */
  public SlotFinder.Next next(Collection<String> systems, Duration length, Instant from) {
    return finder(book.snapshot(), systems, length, new Span(from, from.plus(AHEAD))).next(from);
  }

  private static SlotFinder finder(
      Snapshot snapshot, Collection<String> systems, Duration length, Span within) {
    if (!length.isPositive() || length.compareTo(LONGEST) > 0) {
      throw new Refused(
          Refused.Kind.INVALID,
          "A change takes from some seconds to 28 days; %s is no such length.".formatted(length));
    }
    return new SlotFinder(times(snapshot).ofAll(systems, within), length);
  }

  private static FreeSlot free(Slot slot, Load load, double usual) {
    double hours = load.within(slot.span());
    return new FreeSlot(
        slot.opening(),
        slot.span(),
        new SlotCost(hours, load.isInPeople(), usual > 0 ? hours / usual : 0));
  }

  private static ChangeTimes times(Snapshot snapshot) {
    return new ChangeTimes(snapshot.estate(), snapshot::map);
  }

  private static Right mayOverride(Reason reason, Estate estate) {
    boolean whoeverRunsIt =
        reason instanceof Reason.Frozen frozen
            && estate
                .find(new Document.Key(EntryKind.FREEZE, frozen.freeze().id()))
                .map(document -> ((EstateFreeze) document.entry()).overriddenBy())
                .filter(EstateFreeze.Overrider.OPERATOR::equals)
                .isPresent();
    return whoeverRunsIt ? Right.RUN : Right.OVERRIDE;
  }

  /** Of the systems that are away, and of all that are hit meanwhile. */
  private static Load load(Collection<String> names, EstateMap map) {
    int[] away =
        names.stream()
            .distinct()
            .flatMap(name -> map.find(new Document.Key(EntryKind.SYSTEM, name)).stream())
            .mapToInt(Integer::intValue)
            .toArray();
    Map<String, EstateSystem> systems = new LinkedHashMap<>();
    Stream.concat(
            Arrays.stream(away).mapToObj(map::node),
            Blast.of(map, away).hits().stream().filter(Blast.Hit::isHit).map(Blast.Hit::node))
        .flatMap(node -> node.system().stream())
        .forEach(system -> systems.put(system.name(), system));
    return Load.of(systems.values());
  }
}
