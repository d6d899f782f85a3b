package dev.evenkeel.server.execution.machine;

import dev.evenkeel.runbook.Runbook;
import dev.evenkeel.runbook.Target;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of {@code ${…}} when a run is planned: inputs, the target and the wave. */
public final class Names {
  private Names() {}

  public static Map<String, String> ofInputs(Runbook runbook, Map<String, String> given) {
    Map<String, String> names = new LinkedHashMap<>();
    runbook
        .inputs()
        .forEach((name, input) -> input.fallback().ifPresent(v -> names.put("inputs." + name, v)));
    given.forEach((name, value) -> names.put("inputs." + name, value));
    return names;
  }

  public static Map<String, String> ofTarget(Target target) {
    Map<String, String> names = new LinkedHashMap<>();
    target.facts().forEach((fact, value) -> names.put("target." + fact, value));
    names.put("target.name", target.name());
    target.group().ifPresent(group -> names.put("target.group", group));
    return names;
  }

  /**
   * @param joins whether the target is upgraded in this wave, so that before it carried no traffic
   *     of the new version
   */
  public static Map<String, String> ofWave(WaveShape wave, boolean joins) {
    return Map.of(
        "wave.number", String.valueOf(wave.number()),
        "wave.name", wave.name(),
        "wave.share", String.valueOf(Math.round(wave.share() * 100)),
        "wave.traffic", String.valueOf(Math.round(wave.traffic() * 100)),
        "wave.weight", String.valueOf(wave.weight()),
        "wave.previousWeight", String.valueOf(joins ? 0 : wave.previousWeight()));
  }
}
