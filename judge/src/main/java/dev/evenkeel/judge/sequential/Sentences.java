package dev.evenkeel.judge.sequential;

import dev.evenkeel.judge.Verdict;
import java.util.Optional;
import java.util.OptionalDouble;

/** What is said of a pair: one sentence with the numbers. */
final class Sentences {
  private Sentences() {}

  /** "Errors: 2.6 %, the old version 0.5 %: 2.1 points more, at least 1.4 and at most 2.9." */
  static String numbers(Kind kind, String what, Compared compared) {
    return "%s: %s, on the old version %s; %s%s"
        .formatted(
            what,
            level(kind, compared.candidate()),
            level(kind, compared.control()),
            effect(kind, compared.effect()),
            between(kind, compared.low(), compared.high()));
  }

  static String breach(Kind kind, String what, Compared compared, double margin) {
    return "Worse. "
        + numbers(kind, what, compared)
        + ". "
        + Words.effect(kind, margin)
        + " would matter.";
  }

  static String worse(Kind kind, String what, Compared compared, double margin) {
    boolean surely = compared.low().orElse(0) > margin;
    return (surely
            ? "Worse by what matters, but not beyond how much such rates and hosts differ. "
            : "Worse, but not surely by what matters. ")
        + numbers(kind, what, compared)
        + "; "
        + Words.effect(kind, margin)
        + " would matter.";
  }

  static String healthy(Kind kind, String what, Compared compared, double margin) {
    return "Not worse by "
        + Words.effect(kind, margin)
        + ". "
        + numbers(kind, what, compared)
        + ".";
  }

  static String unsure(Kind kind, String what, Compared compared, double margin) {
    if (compared.effect().isEmpty()) {
      return "Too little to say anything yet.";
    }
    if (!compared.isWarm()) {
      return "Still warming up; until then nothing is called healthy. "
          + numbers(kind, what, compared)
          + ".";
    }
    double more = compared.missing();
    String needs =
        more < 1e9 && compared.pace() > 0
            ? " About %s more %s would tell, %s at this rate."
                .formatted(
                    Words.about(more), noun(kind), Words.time(Math.ceil(more / compared.pace())))
            : "";
    return "Could still be worse by "
        + Words.effect(kind, margin)
        + ". "
        + numbers(kind, what, compared)
        + "."
        + needs;
  }

  static String growth(
      Verdict.Kind verdict, Growing growing, double margin, Optional<String> silence) {
    if (silence.isPresent() && verdict == Verdict.Kind.WARNING) {
      return silence.get();
    }
    if (growing.effect().isEmpty()) {
      return "Too little to say anything yet: five minutes of readings are needed, and ten from before"
          + " or of the old version.";
    }
    double more = growing.effect().getAsDouble();
    String begins =
        switch (verdict) {
          case BREACH -> "Keeps growing";
          case HEALTHY -> "Does not grow by what matters";
          default ->
              more > margin
                  ? "Higher than it was; whether it keeps growing is not clear yet"
                  : "Has not grown so far";
        };
    return "%s: its lowest value of the last minutes is %s, %s than %s, the most that is usual; %s more and still rising would matter."
        .formatted(
            begins,
            level(Kind.GROWTH, growing.candidate()),
            effect(Kind.GROWTH, growing.effect()),
            level(Kind.GROWTH, growing.reference()),
            Words.effect(Kind.GROWTH, margin));
  }

  private static String noun(Kind kind) {
    return switch (kind) {
      case ERRORS, LATENCY -> "requests";
      case RATE -> "events";
      case LEVEL, GROWTH -> "readings";
    };
  }

  private static String level(Kind kind, OptionalDouble level) {
    return level.isPresent() ? Words.level(kind, level.getAsDouble()) : "unknown";
  }

  private static String effect(Kind kind, OptionalDouble effect) {
    if (effect.isEmpty()) {
      return "the difference is not known yet";
    }
    double by = effect.getAsDouble();
    return Words.effect(kind, Math.abs(by)) + (by >= 0 ? " more" : " less");
  }

  private static String between(Kind kind, OptionalDouble low, OptionalDouble high) {
    return low.isEmpty() || high.isEmpty()
        ? ""
        : ", between %s and %s"
            .formatted(
                Words.number(low.getAsDouble() * 100), Words.effect(kind, high.getAsDouble()));
  }
}
