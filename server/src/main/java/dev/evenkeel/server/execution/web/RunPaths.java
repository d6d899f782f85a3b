package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.engine.ChangeHours;
import dev.evenkeel.server.execution.engine.Plans;
import dev.evenkeel.server.shared.BelongsTo;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Everything below the address of a run is about the systems it changes. */
@Component
class RunPaths implements BelongsTo {
  private final Plans plans;
  private final ChangeHours hours;

  RunPaths(Plans plans, ChangeHours hours) {
    this.plans = plans;
    this.hours = hours;
  }

  @Override
  public Optional<Collection<String>> systems(String pattern, Map<String, String> parts) {
    return pattern.startsWith("/runs/{id") || pattern.startsWith("/api/runs/{id")
        ? Optional.of(hours.systems(plans.of(RunId.of(parts.getOrDefault("id", ""))).runbook()))
        : Optional.empty();
  }
}
