package dev.evenkeel.estate.advisory;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of a file.
 *
 * @param taken how many records, by their format
 * @param rejected records that were not taken; the first {@link AdvisoryReader#MOST_NAMED}
 * @param rejections how many they are
 * @param remarks what is odd about records that were taken, as many
 */
public record AdvisoryReading(
    Map<String, Integer> taken, List<Remark> rejected, int rejections, List<Remark> remarks) {

  /**
   * @param place the file, the line or record, and where in it
   * @param why a sentence
   */
  public record Remark(String place, String why) {}

  public AdvisoryReading {
    taken = new TreeMap<>(taken);
    rejected = List.copyOf(rejected);
    remarks = List.copyOf(remarks);
  }

  public int records() {
    return taken.values().stream().mapToInt(Integer::intValue).sum();
  }
}
