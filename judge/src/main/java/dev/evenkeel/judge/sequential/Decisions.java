package dev.evenkeel.judge.sequential;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.judge.sequential.Opinion.Moment;
import java.util.ArrayList;
import java.util.List;

/** Puts opinions together. */
final class Decisions {
  private Decisions() {}

  static Opinion as(Opinion opinion, Verdict.Kind kind, String says) {
    return new Opinion(
        opinion.pair(),
        opinion.metric(),
        kind,
        opinion.control(),
        opinion.candidate(),
        opinion.effect(),
        opinion.low(),
        opinion.high(),
        opinion.margin(),
        opinion.strength(),
        opinion.samples(),
        says,
        opinion.course());
  }

  /** The course of one comparison with the strength of the evidence of another. */
  static List<Moment> withStrength(List<Moment> course, List<Moment> evidence) {
    if (course == evidence || course.equals(evidence)) {
      return course;
    }
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
