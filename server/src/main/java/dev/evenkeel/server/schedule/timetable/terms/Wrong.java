package dev.evenkeel.server.schedule.timetable.terms;

/**
 * What of a plan cannot be so.
 *
 * @param path of what is wrong, such as {@code ways[0].work}
 * @param says what is wrong and what to do about it
 */
public record Wrong(String path, String says) {
  @Override
  public String toString() {
    return "%s: %s".formatted(path, says);
  }
}
