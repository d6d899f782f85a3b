package dev.evenkeel.server.execution.action;

import dev.evenkeel.runbook.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The actions there are, by the name a runbook uses. */
@Component
public class Actions {
  private final Map<Class<?>, Action<?>> byWords;

  Actions(List<Action<?>> actions) {
    byWords = actions.stream().collect(Collectors.toMap(Action::words, Function.identity()));
  }

  /**
   * @throws IllegalStateException when there is none: the reader lets no unknown action through
   */
  public Action<?> of(String type) {
    Action<?> action = byWords.get(Catalogue.ACTIONS.getOrDefault(type, Record.class));
    if (action == null) {
      throw new IllegalStateException("No action carries out '%s'".formatted(type));
    }
    return action;
  }
}
