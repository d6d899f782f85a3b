package dev.evenkeel.estate.imports;

import dev.evenkeel.estate.Change;
import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.map.Rating;
import dev.evenkeel.estate.map.RatingsAhead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the systems that a file makes less critical than the facts say.
 *
 * <ol>
 *   <li>One is looked at when the file changes what is stated of it, and not to something worse: it
 *       is new, nothing was stated, or something worse was.
 *   <li>It is lowered when that is less than what is proposed, with all that the file brings.
 * </ol>
 *
 * A file that says of no system how critical it is costs nothing.
 */
public final class Lowering {
  private record Stated(
      String system, Optional<Criticality> before, Criticality now, Place place) {}

  private final boolean isSaid;
  private final RatingsAhead ahead;
  private final List<Stated> stated = new ArrayList<>();

  public Lowering(Estate estate, Imported imported) {
    this.isSaid =
        imported.patches().stream().anyMatch(patch -> patch.fields().containsKey("criticality"));
    this.ahead = new RatingsAhead(estate);
  }

  /** Hears of each change that the file makes. */
  public void change(Change change, Place place) {
    Optional<EstateSystem> after = change.after().flatMap(Lowering::system);
    if (!isSaid || after.isEmpty()) {
      return;
    }
    ahead.put(after.get());
    Optional<Criticality> before =
        change.before().flatMap(Lowering::system).flatMap(EstateSystem::criticality);
    after
        .get()
        .criticality()
        .filter(now -> before.isEmpty() || before.get().worseThan(now))
        .ifPresent(now -> stated.add(new Stated(after.get().name(), before, now, place)));
  }

  private static Optional<EstateSystem> system(Document document) {
    return document.entry() instanceof EstateSystem system ? Optional.of(system) : Optional.empty();
  }

  /** Those that are lowered most first, then by name. */
  public List<Lowered> found() {
    if (stated.isEmpty()) {
      return List.of();
    }
    Map<String, Rating> ratings = ahead.systems();
    return stated.stream()
        .flatMap(one ->
            Optional.ofNullable(ratings.get(one.system()))
                .flatMap(rating -> lowered(one, rating))
                .stream())
        .sorted(Comparator.comparingInt(Lowered::steps).reversed().thenComparing(Lowered::system))
        .toList();
  }

  private static Optional<Lowered> lowered(Stated one, Rating rating) {
    return rating.proposed().worseThan(one.now())
        ? Optional.of(
            new Lowered(
                one.system(),
                one.before(),
                one.now(),
                rating.proposed(),
                rating.why(),
                one.place()))
        : Optional.empty();
  }
}
