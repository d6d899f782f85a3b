package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.shared.Obstacle;
import dev.evenkeel.server.shared.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All rules of a start, the same for people, programs and runs that start by themselves. */
@Component
class StartRules {
  private final List<StartRule> rules;

  StartRules(ObjectProvider<StartRule> rules) {
    this.rules = rules.orderedStream().toList();
  }

  /**
   * @return what was overridden
   * @throws Refused with all that is not so
   */
  List<String> require(Start start) {
    List<String> overridden = new ArrayList<>();
    List<Refused> against = new ArrayList<>();
    for (StartRule rule : rules) {
      try {
        overridden.addAll(rule.require(start));
      } catch (Refused no) {
        against.add(no);
      }
    }
    if (against.size() == 1) {
      throw against.getFirst();
    }
    if (!against.isEmpty()) {
      List<Obstacle> reasons =
          against.stream().flatMap(no -> StartGates.obstacles(no).stream()).toList();
      throw new Refused(
              Refused.Kind.NOT_NOW,
              against.stream()
                  .map(no -> String.valueOf(no.getMessage()))
                  .collect(Collectors.joining(" ")))
          .against(reasons);
    }
    return overridden;
  }
}
