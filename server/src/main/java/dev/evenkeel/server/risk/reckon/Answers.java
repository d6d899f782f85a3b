package dev.evenkeel.server.risk.reckon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Answers to the questions before an upgrade.
 *
 * @param given by name of the question
 */
public record Answers(Map<String, Given> given) {
  public static final Answers EMPTY = new Answers(Map.of());

  public Answers {
    given = Map.copyOf(given);
  }

  /**
   * An answer.
   *
   * @param yes whether it is so
   * @param follows what must follow from it
   * @param evidence where it can be checked
   */
  public record Given(
      boolean yes, Optional<String> follows, Optional<String> evidence, String by, Instant at) {

    boolean saysTheSameAs(Given other) {
      return yes == other.yes && follows.equals(other.follows) && evidence.equals(other.evidence);
    }
  }

  public Optional<Given> to(Question question) {
    return Optional.ofNullable(given.get(question.name()));
  }

  /** These answers; those that say the same as before stay with who gave them, and when. */
  public Answers after(Answers before) {
    Map<String, Given> all = new TreeMap<>(given);
    all.replaceAll((question, now) ->
        Optional.ofNullable(before.given.get(question)).filter(now::saysTheSameAs).orElse(now));
    return new Answers(all);
  }

  /** What blocks the upgrade: no answer, a yes without what follows, a no of the security team. */
  public List<String> open(Question.Part part) {
    List<String> open = new ArrayList<>();
    for (Question question : Question.of(part)) {
      Optional<Given> given = to(question);
      if (given.isEmpty()) {
        open.add(question.asks());
      } else if (question == Question.SECURITY_TEAM) {
        if (!given.get().yes() || given.get().follows().isEmpty()) {
          open.add(question.asks() + " " + question.follows());
        }
      } else if (given.get().yes() && given.get().follows().isEmpty()) {
        open.add(question.asks() + " It does, and what follows is not said.");
      }
    }
    return List.copyOf(open);
  }
}
