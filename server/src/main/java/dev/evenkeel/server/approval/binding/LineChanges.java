package dev.evenkeel.server.approval.binding;

import java.util.ArrayList;
import java.util.List;

/**
 * What differs between two texts, line by line and without regard to their order.
 *
 * @param gone lines of the one that was agreed to, and not of the other
 * @param added the other way round
 */
public record LineChanges(List<String> gone, List<String> added) {
  public LineChanges {
    gone = List.copyOf(gone);
    added = List.copyOf(added);
  }

  public static LineChanges between(String was, String is) {
    return new LineChanges(without(was, is), without(is, was));
  }

  private static List<String> without(String text, String other) {
    List<String> rest = new ArrayList<>(text.lines().filter(line -> !line.isBlank()).toList());
    other.lines().forEach(rest::remove);
    return rest;
  }
}
