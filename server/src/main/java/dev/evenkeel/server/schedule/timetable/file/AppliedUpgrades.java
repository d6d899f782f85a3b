package dev.evenkeel.server.schedule.timetable.file;

import dev.evenkeel.estate.Change;
import dev.evenkeel.server.inventory.DocumentChange;
import java.util.List;
import java.util.Map;

/**
 * What documents have changed, or would change; those that said nothing new are not among them.
 *
 * @param numbers of the upgrades, by name
 */
record AppliedUpgrades(
    long added,
    long changed,
    long removed,
    List<DocumentChange> changes,
    Map<String, Long> numbers) {
  AppliedUpgrades {
    changes = List.copyOf(changes);
    numbers = Map.copyOf(numbers);
  }

  static AppliedUpgrades of(List<DocumentChange> changes, Map<String, Long> numbers) {
    return new AppliedUpgrades(
        changes.stream().filter(one -> one.sort() == Change.Sort.ADDED).count(),
        changes.stream().filter(one -> one.sort() == Change.Sort.CHANGED).count(),
        0,
        changes,
        numbers);
  }
}
