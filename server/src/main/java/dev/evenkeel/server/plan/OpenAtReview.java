package dev.evenkeel.server.plan;

import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.tasks.ProofKind;
import dev.evenkeel.server.tasks.Task;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tasks that a review finds open: all but those that wait for it, and what comes after these. */
final class OpenAtReview {
  private static final int NAMED = 5;

  private OpenAtReview() {}

  private record Place(long launch, String key) {}

  static List<Task> of(Collection<Task> tasks) {
    Set<Place> wait = new HashSet<>();
    tasks.stream()
        .filter(task -> task.proof() == ProofKind.REVIEW_HELD)
        .forEach(task -> wait.add(new Place(task.launch(), task.key())));
    boolean more = true;
    while (more) {
      more = false;
      for (Task task : tasks) {
        boolean after =
            task.timing().after().stream()
                .anyMatch(key -> wait.contains(new Place(task.launch(), key)));
        more |= after && wait.add(new Place(task.launch(), task.key()));
      }
    }
    return tasks.stream()
        .filter(Task::isOpen)
        .filter(task -> !wait.contains(new Place(task.launch(), task.key())))
        .toList();
  }

  static Refused refused(UpgradeId id, List<Task> open) {
    return new Refused(
            Refused.Kind.NOT_NOW,
            "%d %s open in upgrade %s: %s%s. Do them or skip them first, or say why they stay open; that is written down with the review."
                .formatted(
                    open.size(),
                    open.size() == 1 ? "task is" : "tasks are",
                    id,
                    open.stream()
                        .limit(NAMED)
                        .map(task -> "'%s'".formatted(task.duty().title()))
                        .collect(Collectors.joining(", ")),
                    open.size() > NAMED ? " and %d more".formatted(open.size() - NAMED) : ""))
        .with("open", open.stream().map(Task::id).toList());
  }
}
