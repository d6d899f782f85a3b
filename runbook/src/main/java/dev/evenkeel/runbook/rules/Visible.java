package dev.evenkeel.runbook.rules;

import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.grammar.DidYouMean;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which names stand for something at one place of a runbook.
 *
 * @param place in words, such as {@code a check}
 * @param inputs names of all inputs
 * @param facts of the targets; empty where the place is not about one target
 * @param wave whether the place belongs to a wave
 * @param carriedOut whether the place is read while the run goes on, so that secrets and outputs
 *     are there; a condition is decided when the run is planned
 * @param earlier steps whose outputs are there
 * @param steps all steps of the runbook
 */
record Visible(
    String place,
    Set<String> inputs,
    Optional<Facts> facts,
    boolean wave,
    boolean carriedOut,
    Set<String> earlier,
    Set<String> steps) {

  private static final Set<String> OF_WAVES =
      Set.of("number", "name", "share", "traffic", "weight", "previousWeight");

  /** A name that stands for nothing. */
  record Trouble(Rule rule, String message, String wayOut) {}

  Optional<Trouble> trouble(String name) {
    int dot = name.indexOf('.');
    String kind = name.substring(0, dot);
    String rest = name.substring(dot + 1);
    return switch (kind) {
      case "inputs" ->
          inputs.contains(rest)
              ? Optional.empty()
              : unknown("There is no input `%s`.".formatted(rest), name, "Add it under `inputs`.");
      case "target" -> ofTarget(name, rest);
      case "wave" -> ofWave(name, rest);
      case "steps" -> ofStep(name, rest);
      case "secrets" -> atRun("A secret", Optional.empty());
      case "run" ->
          atRun("The id of the run", rest.equals("id") ? Optional.empty() : unknownKind(name));
      default -> unknownKind(name);
    };
  }

  /** What a name that stands for nothing was meant to be, where that can be told. */
  Optional<String> meant(String name) {
    return trouble(name).flatMap(trouble -> nearest(name));
  }

  private Optional<Trouble> ofTarget(String name, String fact) {
    if (facts.isEmpty()) {
      return trouble(
          "`${%s}` stands for nothing in %s, which is not about one target.".formatted(name, place),
          "Use it in target steps, in wave steps with `each: upgraded`, in `version.observe` and in sources.");
    }
    if (fact.equals("name")) {
      return Optional.empty();
    }
    if (fact.equals("group")) {
      return facts
          .get()
          .lackingGroup()
          .flatMap(target ->
              trouble(
                  "The target `%s` is in no group.".formatted(target),
                  "Give every target a `group`."));
    }
    if (!facts.get().isKnown(fact)) {
      return unknown("No target has a fact `%s`.".formatted(fact), name, "Add it to the targets.");
    }
    return facts
        .get()
        .lacking(fact)
        .flatMap(target ->
            trouble(
                "The target `%s` has no fact `%s`.".formatted(target, fact),
                "Add it to that target."));
  }

  private Optional<Trouble> ofWave(String name, String what) {
    if (!wave) {
      return trouble(
          "`${%s}` stands for nothing in %s, which belongs to no wave.".formatted(name, place),
          "Use it in target steps and wave steps.");
    }
    return OF_WAVES.contains(what)
        ? Optional.empty()
        : unknown(
            "A wave has no `%s`.".formatted(what),
            name,
            "Known: number, name, share, traffic, weight, previousWeight.");
  }

  private Optional<Trouble> ofStep(String name, String rest) {
    int dot = rest.indexOf('.');
    if (dot < 0) {
      return trouble(
          "`${%s}` names a step without an output.".formatted(name),
          "Write ${steps.ID.OUTPUT}, such as ${steps.%s.stdout}.".formatted(rest));
    }
    String step = rest.substring(0, dot);
    if (!steps.contains(step)) {
      return trouble(
          "There is no step `%s`.".formatted(step),
          DidYouMean.of(step, steps)
              .map("Did you mean `%s`?"::formatted)
              .orElse("Steps there are: %s.".formatted(String.join(", ", new TreeSet<>(steps)))));
    }
    if (!carriedOut) {
      return atRun("An output of a step", Optional.empty());
    }
    return earlier.contains(step)
        ? Optional.empty()
        : Optional.of(
            new Trouble(
                Rule.LATER_STEP,
                "The outputs of `%s` are not there in %s.".formatted(step, place),
                "Refer to an earlier step of the same target or wave, or to a check before."));
  }

  private Optional<Trouble> atRun(String what, Optional<Trouble> otherwise) {
    return carriedOut
        ? otherwise
        : trouble(
            "%s is not known in %s, which is decided when the run is planned."
                .formatted(what, place),
            "Use inputs, facts of the target and names of the wave.");
  }

  private Optional<Trouble> unknownKind(String name) {
    return unknown(
        "`${%s}` stands for nothing.".formatted(name),
        name,
        "Names begin with inputs, target, wave, steps, secrets or run.");
  }

  private Optional<Trouble> unknown(String message, String name, String otherwise) {
    return trouble(message, nearest(name).map("Did you mean ${%s}?"::formatted).orElse(otherwise));
  }

  /**
   * The nearest name that stands for something; what comes before the first dot may be wrong too.
   */
  private Optional<String> nearest(String name) {
    String kind = name.substring(0, name.indexOf('.'));
    return DidYouMean.of(kind, List.of("inputs", "target", "wave", "run"))
        .flatMap(near ->
            DidYouMean.of(name.substring(kind.length() + 1), named(near))
                .map(rest -> near + "." + rest));
  }

  private Set<String> named(String kind) {
    return switch (kind) {
      case "inputs" -> inputs;
      case "target" -> facts.map(Visible::ofTargets).orElse(Set.of());
      case "wave" -> wave ? OF_WAVES : Set.of();
      default -> carriedOut ? Set.of("id") : Set.of();
    };
  }

  private static Set<String> ofTargets(Facts facts) {
    Set<String> names = new TreeSet<>(facts.names());
    names.addAll(List.of("name", "group"));
    return names;
  }

  private static Optional<Trouble> trouble(String message, String wayOut) {
    return Optional.of(new Trouble(Rule.UNKNOWN_NAME, message, wayOut));
  }
}
