package dev.evenkeel.optimiser.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.search.Plan;
import dev.evenkeel.optimiser.search.Planner;
import dev.evenkeel.optimiser.timetable.Check;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Projects drawn after the published parameters of PSPLIB, and timetables of small ones (C31). */
@Tag("C31")
class ProjectTest {

  static Stream<Shape> shapes() {
    return Stream.of(30, 60).flatMap(jobs -> Shape.all(jobs).stream());
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void a_project_has_the_shape_that_was_asked_for(Shape shape) {
    Project project = Project.of(shape, 1);
    int arcs = project.before().stream().mapToInt(List::size).sum();
    double nodes = shape.jobs() + 2;
    assertThat((arcs + 2 * shape.ends()) / nodes)
        .isCloseTo(shape.complexity(), within(0.5 / nodes + 1e-9));
    assertThat(project.last()).hasSize(shape.ends());
    assertThat(project.before().stream().filter(List::isEmpty)).hasSize(shape.ends());
    assertThat(IntStream.of(project.length())).allMatch(length -> 1 <= length && length <= 10);
    assertThat(Arrays.stream(project.need()))
        .allMatch(job -> Arrays.stream(job).sum() > 0)
        .allMatch(job -> Arrays.stream(job).allMatch(amount -> 0 <= amount && amount <= 10));
    long needed =
        Arrays.stream(project.need()).flatMapToInt(Arrays::stream).filter(one -> one > 0).count();
    double pairs = shape.jobs() * shape.resources();
    assertThat(needed / pairs).isCloseTo(shape.factor(), within(0.5 / pairs + 1e-9));
    for (int r = 0; r < shape.resources(); r++) {
      assertThat(project.capacity()[r] - least(project, r))
          .isEqualTo((int) Math.round(shape.strength() * (enough(project, r) - least(project, r))));
    }
  }

  private static int least(Project project, int resource) {
    return Arrays.stream(project.need()).mapToInt(job -> job[resource]).max().orElseThrow();
  }

  /** The most that is needed at once when all start as early as they can. */
  private static int enough(Project project, int resource) {
    int[] start = project.earliest();
    return IntStream.range(0, project.longest())
        .map(slot ->
            project
                .jobs()
                .filter(job -> start[job] <= slot && slot < start[job] + project.length()[job])
                .map(job -> project.need()[job][resource])
                .sum())
        .max()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void no_precedence_goes_in_a_circle_or_follows_from_others(Shape shape) {
    List<List<Integer>> before = Project.of(shape, 2).before();
    BitSet[] earlier = new BitSet[shape.jobs()];
    for (int job = 0; job < shape.jobs(); job++) {
      int one = job;
      earlier[job] = new BitSet();
      assertThat(before.get(job)).doesNotHaveDuplicates().allMatch(other -> other < one);
      before.get(job).forEach(other -> earlier[one].or(earlier[other]));
      assertThat(before.get(job)).noneMatch(earlier[job]::get);
      before.get(job).forEach(earlier[one]::set);
    }
  }

  @Test
  void the_same_seed_makes_the_same_project_and_another_seed_another() {
    Shape shape = new Shape(30, 4, 1.8, 0.5, 0.7);
    Problem problem = ProjectProblem.of(Project.of(shape, 7));
    assertThat(ProjectProblem.of(Project.of(shape, 7))).isEqualTo(problem);
    assertThat(ProjectProblem.of(Project.of(shape, 8)).precedences())
        .isNotEqualTo(problem.precedences());
  }

  @Test
  void a_project_with_plenty_of_everything_is_as_long_as_its_longest_chain() {
    Project project = Project.of(new Shape(30, 4, 2.1, 0.5, 1.0), 1);
    int[] start = project.earliest();
    int chain = project.jobs().map(job -> start[job] + project.length()[job]).max().orElseThrow();
    assertThat(length(project)).isEqualTo(chain);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_small_project_is_planned_as_short_as_it_can_be(long seed) {
    Project project = Project.of(new Shape(7, 2, 1.5, 0.75, 0.2), seed);
    assertThat(length(project)).isEqualTo(Shortest.of(project));
  }

  /** How long a project takes as it is planned. */
  private static long length(Project project) {
    Problem problem = ProjectProblem.of(project);
    AtomicLong clock = new AtomicLong();
    Plan plan =
        new Planner(
                problem, Duration.ofSeconds(5), () -> clock.addAndGet(1_000_000), progress -> {})
            .run(1);
    Check.Checked checked = Check.of(problem, plan.timetable());
    assertThat(checked.violations()).isEmpty();
    assertThat(checked.score().deferred()).isZero();
    return ProjectProblem.length(checked.score().total(problem.weights()));
  }
}
