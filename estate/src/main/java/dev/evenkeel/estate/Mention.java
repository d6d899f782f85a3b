package dev.evenkeel.estate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One document naming another.
 *
 * @param as what for, such as {@code owner}
 * @param what which is named; need not be there
 */
public record Mention(String as, Document.Key what) {

  /** All that a document names, in the order of its keys. */
  public static List<Mention> in(Entry entry) {
    return switch (entry) {
      case EstateSystem system ->
          Stream.of(
                  person("owner", system.owner()),
                  team(system.team()),
                  calendar(system.calendar()),
                  system.experts().stream()
                      .flatMap(expert -> person("expert", Optional.of(expert))),
                  systems(system.dependsOn()))
              .flatMap(mentions -> mentions)
              .toList();
      case UserGroup group -> systems(group.dependsOn()).toList();
      case Workflow workflow ->
          Stream.concat(person("owner", workflow.owner()), systems(workflow.dependsOn())).toList();
      case Team team ->
          Stream.of(
                  person("lead", team.lead()), calendar(team.calendar()), holidays(team.holidays()))
              .flatMap(mentions -> mentions)
              .toList();
      case Person person -> team(person.team()).toList();
      case Stakeholder stakeholder ->
          Stream.concat(
                  person("contact", stakeholder.contact()),
                  stakeholder.systems().stream()
                      .map(system -> new Mention("systems", key(EntryKind.SYSTEM, system))))
              .toList();
      case EstateCalendar calendar ->
          Stream.concat(person("owner", calendar.owner()), holidays(calendar.holidays())).toList();
      case EstateFreeze freeze ->
          Stream.of(
                  person("owner", Optional.of(freeze.owner())),
                  freeze.scope().systems().stream()
                      .map(system -> new Mention("scope", key(EntryKind.SYSTEM, system))),
                  freeze.scope().teams().stream()
                      .map(team -> new Mention("scope", key(EntryKind.TEAM, team))))
              .flatMap(mentions -> mentions)
              .toList();
      case Holidays _ -> List.of();
      case Roster roster ->
          Stream.concat(
                  team(Optional.of(roster.team())),
                  roster.shifts().stream()
                      .flatMap(shift -> shift.people().stream())
                      .distinct()
                      .flatMap(name -> person("shift", Optional.of(name))))
              .toList();
      case Budget budget -> person("owner", budget.owner()).toList();
    };
  }

  private static Stream<Mention> calendar(Optional<String> name) {
    return name.stream()
        .map(calendar -> new Mention("calendar", key(EntryKind.CALENDAR, calendar)));
  }

  private static Stream<Mention> holidays(Optional<String> name) {
    return name.stream().map(days -> new Mention("holidays", key(EntryKind.HOLIDAYS, days)));
  }

  private static Stream<Mention> systems(List<Dependency> dependsOn) {
    return dependsOn.stream()
        .map(need -> new Mention("dependsOn", key(EntryKind.SYSTEM, need.system())));
  }

  private static Stream<Mention> person(String as, Optional<String> name) {
    return name.stream().map(person -> new Mention(as, key(EntryKind.PERSON, person)));
  }

  private static Stream<Mention> team(Optional<String> name) {
    return name.stream().map(team -> new Mention("team", key(EntryKind.TEAM, team)));
  }

  private static Document.Key key(EntryKind kind, String name) {
    return new Document.Key(kind, name);
  }
}
