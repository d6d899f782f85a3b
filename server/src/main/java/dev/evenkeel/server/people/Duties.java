package dev.evenkeel.server.people;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The RACI chart of an upgrade, as it was kept. */
public record Duties(List<Duty> rows) {
  public static final Duties EMPTY = new Duties(List.of());

  public Duties {
    rows = List.copyOf(rows);
  }

  /** Who does a task, answers for it, is asked and is told. */
  public record Duty(String task, Map<TeamRole, Letter> letters) {
    public Duty {
      letters = Map.copyOf(letters);
    }

    public Optional<Letter> of(TeamRole role) {
      return Optional.ofNullable(letters.get(role));
    }

    public List<TeamRole> accountable() {
      return letters.entrySet().stream()
          .filter(one -> one.getValue().accountable())
          .map(Map.Entry::getKey)
          .sorted()
          .toList();
    }

    /** In the order of the parts. */
    public Map<TeamRole, Letter> ordered() {
      return letters.isEmpty() ? Map.of() : new EnumMap<>(letters);
    }

    /** What cannot be so: exactly one answers for a task. */
    public Optional<String> fault() {
      List<TeamRole> all = accountable();
      if (all.isEmpty()) {
        return Optional.of("Nobody is accountable for '%s'. Give one an A.".formatted(task));
      }
      return all.size() == 1
          ? Optional.empty()
          : Optional.of(
              "%d are accountable for '%s': %s. Leave the A with one of them."
                  .formatted(
                      all.size(),
                      task,
                      String.join(", ", all.stream().map(TeamRole::title).toList())));
    }
  }
}
