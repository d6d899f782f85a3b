package dev.evenkeel.server.schedule.web.conflict;

import dev.evenkeel.calendar.OpenTimes;
import dev.evenkeel.calendar.Reason;
import dev.evenkeel.calendar.Span;
import dev.evenkeel.calendar.Spans;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.Person;
import dev.evenkeel.estate.Roster;
import dev.evenkeel.estate.times.Attendance;
import dev.evenkeel.server.schedule.web.conflict.Conflict.Kind;
import dev.evenkeel.server.schedule.web.year.DayWords;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Holds what is planned against the estate as it is.
 *
 * <ol>
 *   <li>Some time of its day, or its time itself, is open to all of its systems.
 *   <li>What comes first is over when it begins.
 *   <li>No other work has one of its systems, or one that stands in for one of them, at the time.
 *   <li>Of each team with a roster somebody is there; its owner is not away.
 *   <li>Support has not ended by then.
 *   <li>Its plan leaves as much time for the way back as a rehearsal took.
 * </ol>
 */
public final class Conflicts {
  private static final ZoneId UTC = ZoneId.of("UTC");

  private final Estate estate;
  private final BiFunction<Collection<String>, Span, OpenTimes> open;
  private final Function<EstateSystem, Optional<LocalDate>> supportEnd;
  private final Function<Work, List<String>> warnings;
  private final List<Conflict> found = new ArrayList<>();

  /**
   * @param open when all of some systems may be changed in a range
   * @param supportEnd the last day of support of a system
   * @param warnings what a work's plan promises that nobody has seen
   */
  public Conflicts(
      Estate estate,
      BiFunction<Collection<String>, Span, OpenTimes> open,
      Function<EstateSystem, Optional<LocalDate>> supportEnd,
      Function<Work, List<String>> warnings) {
    this.estate = estate;
    this.open = open;
    this.supportEnd = supportEnd;
    this.warnings = warnings;
  }

  /** All there is, by time. */
  public List<Conflict> of(List<Work> all) {
    Map<Long, Work> byUpgrade = new TreeMap<>();
    all.forEach(work -> work.upgrade().ifPresent(id -> byUpgrade.put(id, work)));
    for (Work work : all) {
      times(work);
      work.after().stream()
          .map(byUpgrade::get)
          .filter(before -> before != null && isTooLate(before, work))
          .forEach(before -> order(before, work));
      people(work);
      support(work);
      wayBack(work);
    }
    together(all);
    found.sort(Conflict.BY_TIME);
    return List.copyOf(found);
  }

  private void times(Work work) {
    OpenTimes times = open.apply(work.systems(), work.when());
    if (times.open().stream().anyMatch(span -> span.length().compareTo(work.length()) >= 0)) {
      return;
    }
    ZoneId zone = zone(work);
    Set<String> told = new LinkedHashSet<>();
    for (Reason reason : times.closed()) {
      boolean isFrozen = reason instanceof Reason.Frozen;
      String says =
          switch (reason) {
            case Reason.Frozen frozen -> "%s".formatted(frozen.freeze());
            case Reason.Closed closed ->
                "No window of calendar %s is long enough open.".formatted(closed.calendar());
            default -> reason.words();
          };
      if (told.add(says)) {
        String path =
            reason instanceof Reason.Frozen frozen
                ? "/estate/freezes/" + frozen.freeze().id()
                : reason instanceof Reason.Closed closed
                    ? "/estate/calendars/" + closed.calendar()
                    : work.path();
        add(
            isFrozen ? Kind.FREEZE : Kind.WINDOW,
            work,
            isFrozen
                ? "It meets the %s, %s.".formatted(says, DayWords.span(reason.when(), zone))
                : says,
            isFrozen
                ? "Move the work, or ask the owner of the freeze."
                : "Move the work into a window, or open one.",
            path);
      }
    }
  }

  private ZoneId zone(Work work) {
    return work.systems().stream()
        .flatMap(name -> estate.system(name).stream())
        .flatMap(system -> system.timeZone().stream())
        .findFirst()
        .orElse(UTC);
  }

  private static boolean isTooLate(Work before, Work after) {
    return before.isExact() && after.isExact()
        ? before.when().to().isAfter(after.when().from())
        : before.when().from().isAfter(after.when().from());
  }

  private void order(Work before, Work work) {
    add(
        Kind.ORDER,
        work,
        "%s comes first and is planned later, %s."
            .formatted(before.what(), DayWords.span(before.when(), zone(before))),
        "Move one of them, or say that the order does not matter.",
        before.path());
  }

  private void together(List<Work> all) {
    List<Work> exact =
        all.stream()
            .filter(Work::isExact)
            .sorted(Comparator.comparing(work -> work.when().from()))
            .toList();
    for (int i = 0; i < exact.size(); i++) {
      Work one = exact.get(i);
      for (int j = i + 1;
          j < exact.size() && exact.get(j).when().from().isBefore(one.when().to());
          j++) {
        Work other = exact.get(j);
        if (!one.path().equals(other.path())
            && !one.isCarriedOutBy(other)
            && !other.isCarriedOutBy(one)) {
          shared(one, other)
              .ifPresent(says -> add(Kind.TOGETHER, other, says, "Move one of them.", one.path()));
        }
      }
    }
  }

  private Optional<String> shared(Work one, Work other) {
    Optional<String> same = other.systems().stream().filter(one.systems()::contains).findFirst();
    if (same.isPresent()) {
      return Optional.of("%s changes %s at the same time.".formatted(one.what(), same.get()));
    }
    Set<String> groups = groups(one).collect(Collectors.toSet());
    return groups(other)
        .filter(groups::contains)
        .findFirst()
        .map(group ->
            "%s is at work on the group %s at the same time: nothing may be left to stand in."
                .formatted(one.what(), group));
  }

  private java.util.stream.Stream<String> groups(Work work) {
    return work.systems().stream()
        .flatMap(name -> estate.system(name).stream())
        .flatMap(system -> system.group().stream());
  }

  private void people(Work work) {
    Set<String> teams =
        work.systems().stream()
            .flatMap(name -> estate.system(name).stream())
            .flatMap(system -> system.team().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (String team : teams) {
      Optional<Roster> roster =
          estate.all(EntryKind.ROSTER).values().stream()
              .map(document -> (Roster) document.entry())
              .filter(one -> one.team().equals(team))
              .findFirst();
      if (roster.isPresent()) {
        List<Span> there =
            Spans.merged(
                new Attendance(estate)
                    .of(team, work.when()).stream().flatMap(one -> one.spans().stream()).toList());
        boolean isEnough =
            there.stream().anyMatch(span -> span.length().compareTo(work.length()) >= 0);
        if (!isEnough) {
          add(
              Kind.PEOPLE,
              work,
              there.isEmpty()
                  ? "Nobody of team %s is at work or on call then.".formatted(team)
                  : "Nobody of team %s is at work or on call for all of it.".formatted(team),
              "Move the work, or complete the roster.",
              "/estate/rosters/" + roster.get().name());
        }
      }
    }
    work.owner()
        .flatMap(name -> estate.find(new Document.Key(EntryKind.PERSON, name)))
        .map(document -> (Person) document.entry())
        .ifPresent(person -> away(work, person));
  }

  private void away(Work work, Person person) {
    ZoneId zone = person.timeZone().orElseGet(() -> zone(work));
    LocalDate first = work.when().from().atZone(zone).toLocalDate();
    LocalDate last =
        work.isExact() ? work.when().to().minusSeconds(1).atZone(zone).toLocalDate() : first;
    person.absences().stream()
        .filter(absence -> absence.meets(first, last))
        .findFirst()
        .ifPresent(absence ->
            add(
                Kind.ABSENT,
                work,
                "%s, who answers for it, is away from %s to %s."
                    .formatted(person.shownAs(), absence.from(), absence.to()),
                "Move the work, or name somebody else.",
                work.path()));
  }

  private void support(Work work) {
    for (String name : work.systems()) {
      Optional<EstateSystem> system = estate.system(name);
      LocalDate day = work.when().from().atZone(zone(work)).toLocalDate();
      system
          .flatMap(supportEnd)
          .filter(end -> end.isBefore(day))
          .ifPresent(end ->
              add(
                  Kind.SUPPORT,
                  work,
                  "Support of %s ends on %s, before that.".formatted(name, end),
                  "Move it before that day, or accept the risk.",
                  "/estate/systems/" + name));
    }
  }

  private void wayBack(Work work) {
    warnings
        .apply(work)
        .forEach(says ->
            add(
                Kind.WAY_BACK,
                work,
                says,
                "Plan more time for the way back, or rehearse a quicker one.",
                work.path() + "/schedule"));
  }

  private void add(Kind kind, Work work, String says, String wayOut, String path) {
    found.add(new Conflict(kind, work, says, wayOut, path));
  }
}
