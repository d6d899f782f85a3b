package dev.evenkeel.judge.sequential;

import dev.evenkeel.judge.sequential.Opinion.Moment;
import java.util.ArrayList;
import java.util.List;

/** Courses of two comparisons of one pair put together. */
final class Courses {
  private Courses() {}

  /** The course of one comparison with the strength of the evidence of another. */
  static List<Moment> withStrength(List<Moment> course, List<Moment> evidence) {
    var moments = new ArrayList<Moment>();
    for (var moment : course) {
      double strength = 0;
      for (var other : evidence) {
        strength = other.at().isAfter(moment.at()) ? strength : other.strength();
      }
      moments.add(
          new Moment(
              moment.at(),
              moment.control(),
              moment.candidate(),
              moment.low(),
              moment.high(),
              strength));
    }
    return moments;
  }
}
