package dev.evenkeel.estate.map;

import dev.evenkeel.estate.Entry;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.UserGroup;
import dev.evenkeel.estate.Workflow;
import java.util.Optional;

/**
 * What stands on the map.
 *
 * @param name unique among those of its sort
 * @param entry empty for a system that others name and nobody has described
 */
public record Node(Sort sort, String name, Optional<Entry> entry) {

  /** What it is. */
  public enum Sort {
    SYSTEM,
    USER_GROUP,
    WORKFLOW,
    /** Named by others, and not in the estate. */
    MISSING
  }

  static Node of(Entry entry) {
    Sort sort =
        switch (entry) {
          case EstateSystem _ -> Sort.SYSTEM;
          case UserGroup _ -> Sort.USER_GROUP;
          case Workflow _ -> Sort.WORKFLOW;
          default -> throw new IllegalArgumentException(entry.name() + " stands on no map");
        };
    return new Node(sort, entry.name(), Optional.of(entry));
  }

  static Node missing(String name) {
    return new Node(Sort.MISSING, name, Optional.empty());
  }

  /** The kind of document that describes it, or would. */
  public EntryKind kind() {
    return switch (sort) {
      case SYSTEM, MISSING -> EntryKind.SYSTEM;
      case USER_GROUP -> EntryKind.USER_GROUP;
      case WORKFLOW -> EntryKind.WORKFLOW;
    };
  }

  public String title() {
    return entry.map(Entry::shownAs).orElse(name);
  }

  public Optional<EstateSystem> system() {
    return entry.filter(EstateSystem.class::isInstance).map(EstateSystem.class::cast);
  }

  /** How many people it stands for; 0 when that is not known. */
  public long users() {
    return switch (entry.orElse(null)) {
      case EstateSystem system -> system.users().orElse(0L);
      case UserGroup group -> group.users().orElse(0L);
      case null, default -> 0;
    };
  }
}
