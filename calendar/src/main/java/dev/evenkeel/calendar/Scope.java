package dev.evenkeel.calendar;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Of which systems something is true.
 *
 * @param words for people, such as {@code all systems} or {@code tag payment}
 * @param covers asked with the id of a system; who makes it knows tags and teams
 */
public record Scope(String words, Predicate<String> covers) {
  public static final Scope ALL = new Scope("all systems", system -> true);

  public static Scope of(Set<String> systems) {
    Set<String> some = Set.copyOf(systems);
    return new Scope(String.join(", ", new TreeSet<>(some)), some::contains);
  }
}
