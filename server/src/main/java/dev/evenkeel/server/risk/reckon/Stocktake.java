package dev.evenkeel.server.risk.reckon;

import java.util.List;
import java.util.Optional;

/**
 * Everything bespoke in what is upgraded.
 *
 * @param none somebody looked and there is nothing bespoke
 */
public record Stocktake(List<Item> items, boolean none) {
  public static final Stocktake EMPTY = new Stocktake(List.of(), false);

  public Stocktake {
    items = List.copyOf(items);
  }

  /** Where it is built in. */
  public enum Place {
    CORE,
    PLUGIN
  }

  /** An answer to a question. */
  public enum Answer {
    YES,
    NO
  }

  /** What becomes of it. */
  public enum Decision {
    UPGRADE,
    RE_IMPLEMENT,
    DROP
  }

  /**
   * One thing bespoke.
   *
   * @param does its specification, or where that stands
   * @param documents where its documents are
   * @param offered whether the new version offers it
   * @param needed whether it is still needed
   * @param integrated with which other systems; empty when with none
   * @param conflict with what the new version does by itself
   * @param decidedBy who decided, and on which day
   */
  public record Item(
      String name,
      Optional<String> does,
      Optional<String> documents,
      Optional<Place> place,
      Optional<Answer> offered,
      Optional<Answer> needed,
      Optional<String> integrated,
      Optional<String> conflict,
      Optional<Decision> decision,
      Optional<String> decidedBy) {

    /**
     * What the answers say: not needed any more, or offered by the new version: drop; in the core:
     * re-implement, as a change to the core does not survive; in a plugin: upgrade.
     */
    public Optional<Decision> proposed() {
      if (needed.filter(answer -> answer == Answer.NO).isPresent()
          || offered.filter(answer -> answer == Answer.YES).isPresent()) {
        return Optional.of(Decision.DROP);
      }
      if (needed.isEmpty() || offered.isEmpty()) {
        return Optional.empty();
      }
      return place.map(in -> in == Place.CORE ? Decision.RE_IMPLEMENT : Decision.UPGRADE);
    }

    /** What is still to be answered; of what nobody needs only what becomes of it. */
    public List<String> open() {
      boolean wanted = needed.filter(Answer.NO::equals).isEmpty();
      return java.util.stream.Stream.of(
              wanted && place.isEmpty() ? "in the core or a plugin" : "",
              wanted && offered.isEmpty() ? "offered by the new version" : "",
              needed.isEmpty() ? "still needed" : "",
              decision.isEmpty() ? "the decision" : "")
          .filter(text -> !text.isEmpty())
          .toList();
    }

    /** What does not go together. */
    public List<String> flags() {
      List<String> flags = new java.util.ArrayList<>();
      conflict.ifPresent(with -> flags.add("Conflicts with the new version: " + with));
      boolean dropped = decision.filter(Decision.DROP::equals).isPresent();
      if (dropped
          && needed.filter(Answer.YES::equals).isPresent()
          && offered.filter(Answer.NO::equals).isPresent()) {
        flags.add("It is dropped, still needed, and the new version does not offer it.");
      }
      if (dropped && integrated.isPresent()) {
        flags.add("It is dropped, and %s use it.".formatted(integrated.get()));
      }
      if (decision.filter(to -> to != Decision.DROP).isPresent()
          && offered.filter(Answer.YES::equals).isPresent()) {
        flags.add("It is kept although the new version offers it.");
      }
      if (decision.filter(Decision.UPGRADE::equals).isPresent()
          && place.filter(Place.CORE::equals).isPresent()) {
        flags.add("A change to the core does not survive an upgrade; re-implement it.");
      }
      return List.copyOf(flags);
    }
  }

  /** What blocks the upgrade. */
  public List<String> open() {
    if (items.isEmpty()) {
      return none ? List.of() : List.of("Nobody has said whether there is anything bespoke.");
    }
    return items.stream()
        .filter(item -> !item.open().isEmpty())
        .map(item ->
            "%s: %s open."
                .formatted(
                    item.name(),
                    String.join(", ", item.open()) + (item.open().size() == 1 ? " is" : " are")))
        .toList();
  }
}
