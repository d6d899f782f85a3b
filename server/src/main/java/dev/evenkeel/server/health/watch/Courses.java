package dev.evenkeel.server.health.watch;

import dev.evenkeel.judge.sequential.Finding;
import dev.evenkeel.judge.sequential.Opinion.Moment;
import dev.evenkeel.server.health.Series;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Courses with no more moments than a chart can show. */
final class Courses {
  private Courses() {}

  static Finding thinned(Finding finding) {
    return new Finding(
        finding.kind(),
        finding.decided(),
        finding.says(),
        finding.opinions().stream()
            .map(opinion -> opinion.withCourse(thinned(opinion.course(), finding.decided())))
            .toList());
  }

  /** Every so many, the last one, and the one at which was decided. */
  private static List<Moment> thinned(List<Moment> course, Optional<Instant> decided) {
    int each = Math.ceilDiv(course.size(), Series.POINTS - 2);
    return each <= 1
        ? course
        : IntStream.range(0, course.size())
            .filter(i ->
                (course.size() - 1 - i) % each == 0
                    || decided.filter(course.get(i).at()::equals).isPresent())
            .mapToObj(course::get)
            .toList();
  }
}
