package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Headway;
import dev.evenkeel.estate.imports.Rejected.Extent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the rows of a file while it is read: each is taken or rejected. */
final class Taking {
  private record Id(EntryKind kind, String id) {}

  private final Map<Id, Patch> patches = new LinkedHashMap<>();
  private final Map<Id, Patch> mentioned = new LinkedHashMap<>();
  private final List<Rejected> rejected = new ArrayList<>();
  private final Map<String, Integer> passedOver = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private int taken;
  private int left;

  /** The text that was there before, if it was: tables say the same many times. */
  String once(String text) {
    return texts.computeIfAbsent(text, same -> same);
  }

  /** The row of this thing; a second of the same id is rejected. */
  void take(Patch patch) {
    Patch first = patches.putIfAbsent(new Id(patch.kind(), patch.id()), patch);
    if (first == null) {
      Headway.step();
      taken += patch.rows();
    } else {
      rejectSecond(patch, first);
    }
  }

  private void rejectSecond(Patch second, Patch first) {
    reject(
        second.place(),
        "'%s'".formatted(second.name()),
        "'%s' stands here a second time; the first is at %s.".formatted(second.id(), first.place()),
        "Give each thing an id of its own, or remove one of the two.");
    second
        .rowsBeside()
        .forEach(link ->
            reject(
                link.place(),
                "`%s` of '%s'".formatted(link.field(), second.name()),
                "'%s' stands at %s already.".formatted(second.id(), first.place()),
                "Give each thing an id of its own, or put all that is said of it into one file."));
  }

  /** What a whole file said. */
  void add(Imported file) {
    taken += file.rowsTaken();
    left += file.rowsRead() - file.rowsTaken();
    rejected.addAll(file.rejected());
    file.passedOver().forEach((kind, count) -> passedOver.merge(kind, count, Integer::sum));
    for (Patch patch : file.patches()) {
      Patch first = patches.putIfAbsent(new Id(patch.kind(), patch.id()), patch);
      if (first != null && (first.saysNothing() || patch.saysNothing())) {
        Patch more = first.saysNothing() ? patch : first;
        patches.put(new Id(patch.kind(), patch.id()), more.ofRows(first.rows() + patch.rows()));
      } else if (first != null) {
        taken -= patch.rows();
        rejectSecond(patch, first);
      }
    }
  }

  /** A thing that is no row of its own. What a row says of it counts more. */
  void mention(Patch patch) {
    mentioned.putIfAbsent(new Id(patch.kind(), patch.id()), patch.ofRows(0));
  }

  void reject(Place place, String what, String why, String wayOut) {
    Headway.step();
    left++;
    rejected.add(new Rejected(Extent.ROW, place, what, why, wayOut));
  }

  void rejectValue(Place place, String what, String why, String wayOut) {
    rejected.add(new Rejected(Extent.VALUE, place, what, why, wayOut));
  }

  void passOver(String kind) {
    passedOver.merge(kind, 1, Integer::sum);
  }

  Imported all() {
    List<Patch> all = new ArrayList<>(patches.values());
    mentioned.forEach((id, patch) -> {
      if (!patches.containsKey(id)) {
        all.add(patch);
      }
    });
    Map<String, Integer> passed = new LinkedHashMap<>();
    passedOver.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> passed.put(entry.getKey(), entry.getValue()));
    return new Imported(all, rejected, taken + left, taken, passed);
  }
}
