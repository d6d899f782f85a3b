package dev.evenkeel.estate.times;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateFreeze;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.map.EstateMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Which systems a freeze covers. */
public final class FreezeCover {
  private final Estate estate;
  private final Supplier<EstateMap> map;

  /**
   * @param map asked for only if a freeze covers systems by how critical they are
   */
  public FreezeCover(Estate estate, Supplier<EstateMap> map) {
    this.estate = estate;
    this.map = map;
  }

  /** Whether it holds for a system; one that is not in the estate can be covered by its name. */
  public boolean covers(EstateFreeze freeze, String name) {
    EstateFreeze.FreezeScope scope = freeze.scope();
    if (scope.all() || scope.systems().contains(name)) {
      return true;
    }
    Optional<EstateSystem> system = estate.system(name);
    return system.flatMap(EstateSystem::team).filter(scope.teams()::contains).isPresent()
        || system.flatMap(EstateSystem::group).filter(scope.groups()::contains).isPresent()
        || !scope.criticalities().isEmpty() && isAsCritical(scope, name);
  }

  private boolean isAsCritical(EstateFreeze.FreezeScope scope, String name) {
    EstateMap made = map.get();
    return made.find(new Document.Key(EntryKind.SYSTEM, name))
        .map(node -> made.rating(node).criticality())
        .filter(scope.criticalities()::contains)
        .isPresent();
  }

  /** For people, such as {@code all systems} or {@code red and yellow systems, team web}. */
  public static String words(EstateFreeze.FreezeScope scope) {
    if (scope.all()) {
      return "all systems";
    }
    List<String> words = new ArrayList<>();
    if (!scope.criticalities().isEmpty()) {
      words.add(
          String.join(
                  " and ",
                  scope.criticalities().stream()
                      .map(level -> level.name().toLowerCase(Locale.ROOT))
                      .toList())
              + " systems");
    }
    scope.teams().forEach(team -> words.add("team " + team));
    scope.groups().forEach(group -> words.add("group " + group));
    words.addAll(scope.systems());
    return String.join(", ", words);
  }
}
