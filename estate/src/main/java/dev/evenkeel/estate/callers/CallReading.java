package dev.evenkeel.estate.callers;

import java.util.List;

/**
 * What a file of calls says.
 *
 * @param format in words
 * @param counted calls that were read, whatever became of them
 * @param leftOut calls of parties beyond the first {@value Tally#MOST} pairs
 * @param rejections lines that could not be read; {@code rejected} names the first of them
 */
public record CallReading(
    String format,
    List<SeenCall> calls,
    long counted,
    long leftOut,
    long rejections,
    List<Unread> rejected) {

  /**
   * @param why a sentence
   */
  public record Unread(String place, String why) {}

  public CallReading {
    calls = List.copyOf(calls);
    rejected = List.copyOf(rejected);
  }
}
