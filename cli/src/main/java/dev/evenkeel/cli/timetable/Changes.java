package dev.evenkeel.cli.timetable;

import dev.evenkeel.cli.server.Json;
import dev.evenkeel.optimiser.explain.Explainer;
import dev.evenkeel.optimiser.explain.Obstacle;
import dev.evenkeel.optimiser.explain.Telling;
import dev.evenkeel.optimiser.problem.Mode;
import dev.evenkeel.optimiser.problem.Names;
import dev.evenkeel.optimiser.problem.Problem;
import dev.evenkeel.optimiser.problem.Upgrade;
import dev.evenkeel.optimiser.timetable.Assignment;
import dev.evenkeel.optimiser.timetable.Difference;
import dev.evenkeel.optimiser.timetable.Difference.Move;
import dev.evenkeel.optimiser.timetable.Pricing;
import dev.evenkeel.optimiser.timetable.Timetable;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is otherwise in a new timetable, and why, for people and for programs. */
final class Changes {
  private final Problem problem;
  private final Names names;
  private final Pricing pricing;
  private final Timetable after;
  private final Difference difference;
  private final Telling telling;

  Changes(Problem problem, Timetable before, Timetable after) {
    this.problem = problem;
    this.after = after;
    names = new Names(problem);
    pricing = new Pricing(problem);
    difference = Difference.of(problem, before, after);
    telling = Telling.dates(problem, ZoneOffset.UTC);
  }

  Difference difference() {
    return difference;
  }

  String forPeople() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%,d moved, %,d newly placed, %,d no longer placed; %,d stay where they were.%n"
            .formatted(
                difference.moved().size(),
                difference.newlyPlaced().size(),
                difference.noLongerPlaced().size(),
                difference.stayed()));
    difference.moved().forEach(one -> text.append("  %s%n".formatted(said(one))));
    difference
        .newlyPlaced()
        .forEach(one -> text.append("  %s: now at %s.%n".formatted(one.upgrade(), at(one))));
    difference.noLongerPlaced().forEach(one -> text.append("  %s%n".formatted(saidGone(one))));
    return text.toString();
  }

  private String said(Move move) {
    return "%s: from %s to %s: %s."
        .formatted(move.upgrade(), at(move.from()), at(move.to()), why(move));
  }

  private String saidGone(Assignment one) {
    List<Obstacle> obstacles = obstacles(one);
    return "%s: no longer at %s%s."
        .formatted(one.upgrade(), at(one), obstacles.isEmpty() ? "" : ": " + says(obstacles));
  }

  private String at(Assignment one) {
    return "%s (%s)".formatted(telling.at(one.start()), one.mode());
  }

  /**
   * What keeps it from where it was, now that the others are where they are; else what it saves.
   */
  private String why(Move move) {
    List<Obstacle> obstacles = obstacles(move.from());
    if (!obstacles.isEmpty()) {
      return says(obstacles);
    }
    return dearer(move)
        .map(more ->
            more < 0
                ? "saves %,d".formatted(-more)
                : "costs %,d more; others gain by it".formatted(more))
        .orElse("there is no longer such a mode, or no such time");
  }

  private String says(List<Obstacle> obstacles) {
    return obstacles.stream().map(one -> one.says(telling)).collect(Collectors.joining("; and "));
  }

  private List<Obstacle> obstacles(Assignment was) {
    return canBePriced(was) ? Explainer.obstacles(problem, after, was) : List.of();
  }

  private boolean canBePriced(Assignment one) {
    return mode(one)
        .filter(mode -> one.start() >= 0 && one.start() + mode.length() <= problem.horizonSlots())
        .isPresent();
  }

  private Optional<Mode> mode(Assignment one) {
    return names.upgrade(one.upgrade()).flatMap(upgrade -> upgrade.mode(one.mode()));
  }

  private Optional<Long> dearer(Move move) {
    return canBePriced(move.from())
        ? Optional.of(total(move.to()) - total(move.from()))
        : Optional.empty();
  }

  private long total(Assignment one) {
    Upgrade upgrade = names.upgrade(one.upgrade()).orElseThrow();
    return pricing.of(upgrade, mode(one).orElseThrow(), one.start()).total(problem.weights());
  }

  /** Into a document that tells of a timetable. */
  void into(ObjectNode document) {
    document.put("stayed", difference.stayed());
    ArrayNode moved = document.putArray("moved");
    for (Move move : difference.moved()) {
      ObjectNode one = moved.addObject();
      one.put("upgrade", move.upgrade());
      one.set("from", Json.MAPPER.valueToTree(move.from()));
      one.set("to", Json.MAPPER.valueToTree(move.to()));
      dearer(move).ifPresent(more -> one.put("dearer", more));
      one.put("why", why(move));
    }
    document.set("newlyPlaced", Json.MAPPER.valueToTree(difference.newlyPlaced()));
    document.set("noLongerPlaced", Json.MAPPER.valueToTree(difference.noLongerPlaced()));
  }
}
