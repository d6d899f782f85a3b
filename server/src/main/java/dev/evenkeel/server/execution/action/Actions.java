package dev.evenkeel.server.execution.action;

import dev.evenkeel.runbook.Catalogue;
import dev.evenkeel.server.shared.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The actions there are, by the name a runbook uses. */
@Component
public class Actions {
  private final Map<Class<?>, Action<?>> byWords;

  /**
   * @throws IllegalStateException when two actions claim the same words
   */
  Actions(List<Action<?>> actions) {
    byWords = actions.stream().collect(Collectors.toMap(Action::words, Function.identity()));
  }

  /**
   * @throws Refused when there is none, as when a run was begun by a newer version of the server
   */
  public Action<?> of(String type) {
    return Optional.ofNullable(Catalogue.ACTIONS.get(type))
        .flatMap(words -> Optional.<Action<?>>ofNullable(byWords.get(words)))
        .orElseThrow(() ->
            new Refused(
                Refused.Kind.NOT_FOUND,
                "No action is called '%s'. This server has: %s."
                    .formatted(
                        type, String.join(", ", new TreeSet<>(Catalogue.ACTIONS.keySet())))));
  }
}
