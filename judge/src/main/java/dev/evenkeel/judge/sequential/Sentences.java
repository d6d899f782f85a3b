package dev.evenkeel.judge.sequential;

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
    return "Worse, but not by what matters yet. "
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

  static String growth(Growing growing, double margin) {
    String now = level(Kind.GROWTH, growing.candidate());
    String then = level(Kind.GROWTH, growing.reference());
    return "its lowest value of the last minutes is %s, %s %s; %s more and still rising would matter."
        .formatted(
            now,
            effect(Kind.GROWTH, growing.effect()),
            "than the highest of " + then + " there was",
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
