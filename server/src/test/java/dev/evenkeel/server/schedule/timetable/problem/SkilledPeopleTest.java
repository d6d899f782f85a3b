package dev.evenkeel.server.schedule.timetable.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.calendar.OpenTimes;
import dev.evenkeel.calendar.Reason;
import dev.evenkeel.calendar.Span;
import dev.evenkeel.calendar.Spans;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.optimiser.explain.Explainer;
import dev.evenkeel.optimiser.problem.Amount;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Resource;
import dev.evenkeel.optimiser.search.Planner;
import dev.evenkeel.optimiser.search.Wishes;
import dev.evenkeel.optimiser.timetable.Assignment;
import dev.evenkeel.optimiser.timetable.Timetable;
import dev.evenkeel.server.schedule.timetable.ObstacleWords;
import dev.evenkeel.server.schedule.timetable.terms.ScheduleTerms.Need;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Teams with skills and shifts: who can do what is asked for one thing at a time (C28). */
class SkilledPeopleTest {
  private static final Instant START = Instant.parse("2027-01-04T00:00:00Z");
  private static final int DAYS = 30;
  private static final Span RANGE = new Span(START, START.plus(Duration.ofDays(DAYS)));
  private static final List<Span> SATURDAYS =
      List.of(saturday("2027-01-09"), saturday("2027-01-16"));

  private static final String TEAM =
      """
      {apiVersion: evenkeel/v1, kind: Team, name: platform}
      ---
      {apiVersion: evenkeel/v1, kind: Person, name: finn, team: platform, skills: [dba]}
      ---
      {apiVersion: evenkeel/v1, kind: Person, name: carl, team: platform}
      """;

  private static final String SHIFTS =
      """
      ---
      {apiVersion: evenkeel/v1, kind: Roster, name: shifts, team: platform, timeZone: UTC,
       shifts: [%s]}
      """;

  private static final String NIGHT = "start: 2027-01-01T18:00, end: '06:00', rule: FREQ=DAILY";

  private static Span saturday(String day) {
    Instant evening = Instant.parse(day + "T20:00:00Z");
    return new Span(evening, evening.plus(Duration.ofHours(6)));
  }

  private static Candidate upgrade(long id, Need... people) {
    return ProblemMakerTest.candidate(id, "system-" + id, 1, List.of(people));
  }

  private static Need one(String skill) {
    return new Need("platform", 1, Optional.of(skill));
  }

  private static ProblemMaker.Made make(String documents, long more, Candidate... candidates) {
    EstateReader.Reading read = EstateReader.read("it", documents);
    assertThat(read.isWell()).as(read.findings().toString()).isTrue();
    TeamTimes times = new TeamTimes(Estate.of(read.documents()), RANGE);
    OpenTimes open =
        new OpenTimes(
            RANGE,
            SATURDAYS,
            Spans.without(List.of(RANGE), SATURDAYS).stream()
                .<Reason>map(span -> new Reason.Closed("saturdays", span))
                .toList());
    return ProblemMaker.make(
        "test",
        START,
        DAYS,
        List.of(candidates),
        new Surroundings(
            system -> open,
            Map.of("platform", times.of("platform", more, List.of()).orElseThrow()),
            Map.of("platform", times.skills("platform")),
            Map.of(),
            Map.of(),
            Map.of(),
            1));
  }

  /** Where each is placed when there is time enough to find the best. */
  private static Map<String, Span> placed(Problem problem) {
    Map<String, Span> placed = new TreeMap<>();
    Timetable best =
        new Planner(problem, Wishes.NONE, Duration.ofSeconds(1), System::nanoTime, _ -> {})
            .run(7)
            .timetable();
    for (Assignment one : best.assignments()) {
      int length = problem.upgrades().getFirst().modes().getFirst().length();
      placed.put(
          one.upgrade(), new Span(problem.at(one.start()), problem.at(one.start() + length)));
    }
    return placed;
  }

  /** What keeps the second from where the first stands, in words. */
  private static List<String> besideTheFirst(Problem problem) {
    int start = problem.calendars().getFirst().open().getFirst().from();
    ObstacleWords words = new ObstacleWords(problem);
    return Explainer.obstacles(
            problem,
            new Timetable(List.of(new Assignment("u1", "big-bang", start))),
            new Assignment("u2", "big-bang", start))
        .stream()
        .map(words::says)
        .toList();
  }

  private static List<String> findings(ProblemMaker.Made made) {
    return made.findings().stream().map(PlanningFinding::says).toList();
  }

  private static long most(Problem problem, String resource) {
    return problem.resources().stream()
        .filter(one -> one.id().equals(resource))
        .flatMap(one -> one.capacity().stream())
        .mapToLong(Amount::amount)
        .max()
        .orElse(0);
  }

  @Test
  void two_that_need_the_only_one_with_a_skill_are_never_at_work_at_once() {
    Problem problem = make(TEAM, 0, upgrade(1, one("dba")), upgrade(2, one("dba"))).problem();
    assertThat(problem.resources())
        .extracting(Resource::id)
        .containsExactly("platform", "platform with dba");
    assertThat(besideTheFirst(problem))
        .containsExactly(
            "1 more of platform with dba would be needed from 2027-01-09 20:00 to 22:30 UTC");
    Map<String, Span> placed = placed(problem);
    assertThat(placed).hasSize(2);
    assertThat(placed.get("u1").meets(placed.get("u2"))).isFalse();
    Problem anybody =
        make(TEAM, 0, upgrade(1, one("dba")), upgrade(2, new Need("platform", 1))).problem();
    assertThat(besideTheFirst(anybody)).as("carl does what needs no skill").isEmpty();
  }

  @Test
  void what_needs_a_skill_waits_for_who_is_away_and_the_rest_does_not() {
    String away = TEAM.replace("[dba]}", "[dba], absences: [{from: 2027-01-08, to: 2027-01-11}]}");
    Map<String, Span> placed =
        placed(
            make(away, 0, upgrade(1, one("dba")), upgrade(2, new Need("platform", 1))).problem());
    assertThat(SATURDAYS.get(1).holds(placed.get("u1"))).as(placed.toString()).isTrue();
    assertThat(SATURDAYS.get(0).holds(placed.get("u2"))).as(placed.toString()).isTrue();
  }

  @Test
  void somebody_with_two_skills_is_asked_for_one_of_them_at_a_time() {
    String both = TEAM.replace("[dba]", "[dba, network]");
    Problem problem = make(both, 0, upgrade(1, one("dba")), upgrade(2, one("network"))).problem();
    assertThat(besideTheFirst(problem))
        .singleElement()
        .asString()
        .contains("1 more of platform with dba or network would be needed");
    String each = both.replace("carl, team: platform", "carl, team: platform, skills: [network]");
    assertThat(
            besideTheFirst(
                make(each, 0, upgrade(1, one("dba")), upgrade(2, one("network"))).problem()))
        .isEmpty();
  }

  @Test
  void who_is_needed_with_a_skill_and_who_is_needed_besides_are_different_people() {
    ProblemMaker.Made made = make(TEAM, 0, upgrade(1, one("dba"), new Need("platform", 2)));
    assertThat(findings(made))
        .singleElement()
        .asString()
        .contains("needs 3 of platform the way big-bang; there are never more than 2");
    assertThat(findings(make(TEAM, 0, upgrade(1, new Need("platform", 2, Optional.of("dba"))))))
        .singleElement()
        .asString()
        .contains("needs 2 of platform with dba", "never more than 1", "have the skill");
  }

  @Test
  void of_a_shift_that_says_only_how_many_nobody_counts_for_a_skill_and_that_is_told() {
    String shifts =
        SHIFTS.formatted("{%s, people: [finn]}, {%s, count: 5}".formatted(NIGHT, NIGHT));
    ProblemMaker.Made made = make(TEAM + shifts, 0, upgrade(1, one("dba")));
    assertThat(most(made.problem(), "platform")).isEqualTo(6);
    assertThat(most(made.problem(), "platform with dba")).isEqualTo(1);
    assertThat(findings(made))
        .containsExactly(
            "A shift of platform says how many are there and not who, so none of them counts as somebody with dba. Name the people of that shift.");
  }

  @Test
  void who_stands_in_two_shifts_at_once_is_one_person() {
    String shifts =
        SHIFTS.formatted(
            "{%s, people: [finn]}, {%s, people: [finn, carl], onCall: true}"
                .formatted(NIGHT, NIGHT));
    Problem problem = make(TEAM + shifts, 0, upgrade(1, one("dba"))).problem();
    assertThat(most(problem, "platform")).isEqualTo(2);
    assertThat(most(problem, "platform with dba")).isEqualTo(1);
  }

  @Test
  void more_people_of_a_team_for_what_would_be_if_have_no_skills() {
    Problem problem = make(TEAM, 3, upgrade(1, one("dba"))).problem();
    assertThat(most(problem, "platform")).isEqualTo(5);
    assertThat(most(problem, "platform with dba")).isEqualTo(1);
  }
}
