package dev.evenkeel.server.people;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.Person;
import dev.evenkeel.estate.Stakeholder;
import dev.evenkeel.estate.times.Attendance;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.people.store.AnswerStore;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.Kept;
import dev.evenkeel.server.risk.RiskDesk;
import dev.evenkeel.server.risk.SheetBook;
import dev.evenkeel.server.schedule.timetable.AgreedPlan;
import dev.evenkeel.server.shared.Sha256;
import dev.evenkeel.server.tasks.ChartLines;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Gathers what is known of the people of an upgrade. */
@Service
public class TeamBook {
  private final UpgradeBook upgrades;
  private final SheetBook sheets;
  private final AnswerStore answers;
  private final Surroundings around;

  TeamBook(UpgradeBook upgrades, SheetBook sheets, AnswerStore answers, Surroundings around) {
    this.upgrades = upgrades;
    this.sheets = sheets;
    this.answers = answers;
    this.around = around;
  }

  /** What others know of an upgrade. */
  @Service
  static class Surroundings {
    private final EstateBook estate;
    private final RiskDesk risk;
    private final AgreedPlan agreed;
    private final ChartLines lines;

    Surroundings(EstateBook estate, RiskDesk risk, AgreedPlan agreed, ChartLines lines) {
      this.estate = estate;
      this.risk = risk;
      this.agreed = agreed;
      this.lines = lines;
    }
  }

  public <T> Kept<T> sheet(UpgradeId id, Part<T> part) {
    return sheets.get(id, part.kind());
  }

  public Team team(UpgradeId id) {
    return sheet(id, Part.TEAM).sheet();
  }

  /** The first day that is not over everywhere. */
  public LocalDate firstDay() {
    return upgrades.firstDay();
  }

  public KickOff kickOff(UpgradeId id) {
    return sheet(id, Part.KICK_OFF).sheet();
  }

  public Upgrade upgrade(UpgradeId id) {
    return upgrades.get(id);
  }

  /** Whether nobody kept a chart of duties with anything in it, and so one is proposed. */
  public boolean proposesDuties(UpgradeId id) {
    return sheet(id, Part.DUTIES).sheet().rows().isEmpty();
  }

  /** The chart that was kept, or the one that is proposed. */
  public Duties duties(UpgradeId id) {
    Duties kept = sheet(id, Part.DUTIES).sheet();
    return !kept.rows().isEmpty()
        ? kept
        : Chart.proposed(sheet(id, Part.TEAM).sheet(), around.lines.of(id.value()));
  }

  public List<String> people() {
    return List.copyOf(around.estate.estate().all(EntryKind.PERSON).keySet());
  }

  public Optional<Person> person(String name) {
    return person(around.estate.estate(), name);
  }

  private static Optional<Person> person(Estate estate, String name) {
    return estate
        .find(new Document.Key(EntryKind.PERSON, name))
        .map(document -> (Person) document.entry());
  }

  public TeamState of(UpgradeId id) {
    Upgrade upgrade = upgrades.get(id);
    Estate estate = around.estate.estate();
    Team team = sheet(id, Part.TEAM).sheet();
    Duties duties = duties(id);
    boolean proposed = proposesDuties(id);
    Escalation escalation = sheet(id, Part.ESCALATION).sheet();
    Window window =
        Window.of(
            around.agreed.of(id).map(place -> new Span(place.start(), place.end())),
            upgrade.terms().goLive());
    String chart = chart(team, duties);
    List<Answer> said = answers.of(id);
    List<Seat> seats =
        team.people().stream().map(name -> seat(name, team, estate, window, chart, said)).toList();
    Optional<Answer> givenOut =
        said.stream()
            .filter(one -> one.kind() == Answer.Kind.GIVEN_OUT && one.about().equals(chart))
            .reduce((first, last) -> last);
    Optional<String> decides = escalation.decides(team);
    List<TeamState.Gap> gaps = Gaps.of(team, duties, proposed, window, givenOut, seats, decides);
    return new TeamState(
        upgrade,
        stakeholders(upgrade),
        team,
        duties,
        proposed,
        chart,
        sheet(id, Part.KICK_OFF).sheet(),
        escalation,
        decides,
        window,
        givenOut,
        seats,
        gaps,
        warnings(team, escalation, decides, seats, estate));
  }

  /** Names the chart by all that stands in it. */
  static String chart(Team team, Duties duties) {
    StringBuilder text = new StringBuilder();
    team.members().stream()
        .sorted(java.util.Comparator.comparing(Team.Member::role))
        .forEach(one -> text.append(one.role()).append(one.both().toList()).append('\n'));
    duties.rows().forEach(row -> text.append(row.task()).append(row.ordered()).append('\n'));
    return Sha256.hexOf(text.toString()).substring(0, 16);
  }

  private static Seat seat(
      String name, Team team, Estate estate, Window window, String chart, List<Answer> said) {
    Optional<Person> person = person(estate, name);
    List<Answer> own = said.stream().filter(one -> one.person().equals(Optional.of(name))).toList();
    return new Seat(
        name,
        person.map(Person::shownAs).orElse(name),
        team.of(name),
        person.isPresent(),
        own.stream()
            .filter(one -> one.kind() == Answer.Kind.ACKNOWLEDGED && one.about().equals(chart))
            .reduce((first, last) -> last),
        own.stream()
            .filter(one -> one.kind().ofTheWindow() && one.about().equals(window.about()))
            .reduce((first, last) -> last),
        against(person, estate, window));
  }

  private static List<String> against(Optional<Person> person, Estate estate, Window window) {
    List<String> against = new ArrayList<>();
    if (person.isEmpty() || window.span().isEmpty()) {
      return against;
    }
    Span span = window.span().get();
    var first = span.from().atOffset(ZoneOffset.UTC).toLocalDate();
    var last = span.to().minusNanos(1).atOffset(ZoneOffset.UTC).toLocalDate();
    person.get().absences().stream()
        .filter(one -> one.meets(first, last))
        .forEach(one ->
            against.add("is away from %s to %s by the estate".formatted(one.from(), one.to())));
    person
        .get()
        .team()
        .ifPresent(team -> {
          List<Attendance.There> there = new Attendance(estate).of(team, span);
          boolean named = there.stream().anyMatch(one -> one.who().isPresent());
          boolean works =
              there.stream()
                  .anyMatch(one ->
                      one.who().equals(Optional.of(person.get().name())) && !one.spans().isEmpty());
          if (named && !works && against.isEmpty()) {
            against.add("stands in no shift of team %s then".formatted(team));
          }
        });
    return against;
  }

  private static List<String> warnings(
      Team team, Escalation escalation, Optional<String> decides, List<Seat> seats, Estate estate) {
    List<String> warnings = new ArrayList<>();
    decides.ifPresent(name -> {
      Optional<Person> person = person(estate, name);
      person
          .flatMap(Person::role)
          .filter(Escalation::isBeginner)
          .ifPresent(role ->
              warnings.add(
                  "%s decides on going back and is %s: name somebody who can answer for it."
                      .formatted(name, role)));
      if (person.isEmpty()) {
        warnings.add(
            "%s decides on going back, and the estate does not know how to reach them."
                .formatted(name));
      }
      if (escalation.authority().isPresent()
          && !team.in(TeamRole.BUSINESS_SPONSOR)
              .map(Team.Member::person)
              .equals(escalation.authority())) {
        warnings.add(
            "%s decides on going back, and not the sponsor%s"
                .formatted(name, escalation.why().map(": %s"::formatted).orElse(".")));
      }
    });
    seats.stream()
        .filter(seat -> seat.comes() && !seat.against().isEmpty())
        .forEach(seat ->
            warnings.add(
                "%s promised to be there, and %s."
                    .formatted(seat.title(), String.join("; ", seat.against()))));
    if (escalation.levels().isEmpty()) {
      warnings.add("Nobody has said who is called when something goes wrong.");
    }
    return warnings;
  }

  /** Those whom the estate knows, with what people added; then those that only people know. */
  private List<Stakeholding> stakeholders(Upgrade upgrade) {
    Map<String, Stakeholding> all = new LinkedHashMap<>();
    for (Stakeholder one : around.risk.stakeholders(upgrade)) {
      all.put(
          one.name(),
          new Stakeholding(
              one.name(),
              one.shownAs(),
              one.stakeholderClass(),
              one.contact().or(one::email),
              one.uses(),
              one.affected(),
              one.engagement(),
              Optional.of("/estate/stakeholders/" + one.name())));
    }
    Estate estate = around.estate.estate();
    for (String system : upgrade.terms().systems()) {
      estate
          .system(system)
          .ifPresent(known -> {
            known
                .owner()
                .ifPresent(owner ->
                    all.putIfAbsent(
                        owner,
                        proposed(
                            owner,
                            Stakeholder.StakeholderClass.SYSTEM_OWNERS,
                            "owns " + known.shownAs(),
                            Stakeholder.Engagement.INVOLVE,
                            estate)));
            known
                .team()
                .ifPresent(team ->
                    all.putIfAbsent(
                        team,
                        proposed(
                            team,
                            Stakeholder.StakeholderClass.ADMINISTRATORS,
                            "runs " + known.shownAs(),
                            Stakeholder.Engagement.INVOLVE,
                            estate)));
          });
    }
    estate
        .all(EntryKind.USER_GROUP)
        .values()
        .forEach(document -> {
          var group = (dev.evenkeel.estate.UserGroup) document.entry();
          if (group.dependsOn().stream()
              .anyMatch(need -> upgrade.terms().systems().contains(need.system()))) {
            all.putIfAbsent(
                group.name(),
                new Stakeholding(
                    group.name(),
                    group.shownAs(),
                    Stakeholder.StakeholderClass.END_USERS,
                    Optional.empty(),
                    group.users().map(users -> "%,d people work with it".formatted(users)),
                    Optional.empty(),
                    Stakeholder.Engagement.INFORM,
                    Optional.of("/estate/user-groups/" + group.name())));
          }
        });
    for (Stakes.Stake one : sheet(upgrade.id(), Part.STAKES).sheet().rows()) {
      Optional<Stakeholding> known = Optional.ofNullable(all.get(one.name()));
      all.put(
          one.name(),
          new Stakeholding(
              one.name(),
              known.map(Stakeholding::title).orElse(one.name()),
              one.who(),
              one.contact().or(() -> known.flatMap(Stakeholding::contact)),
              one.uses().or(() -> known.flatMap(Stakeholding::uses)),
              one.affected().or(() -> known.flatMap(Stakeholding::affected)),
              one.engagement(),
              known.flatMap(Stakeholding::path)));
    }
    return List.copyOf(all.values());
  }

  private static Stakeholding proposed(
      String name,
      Stakeholder.StakeholderClass who,
      String uses,
      Stakeholder.Engagement engagement,
      Estate estate) {
    boolean isPerson = person(estate, name).isPresent();
    return new Stakeholding(
        name,
        name,
        who,
        Optional.empty(),
        Optional.of(uses),
        Optional.empty(),
        engagement,
        Optional.of((isPerson ? "/estate/people/" : "/estate/teams/") + name));
  }
}
