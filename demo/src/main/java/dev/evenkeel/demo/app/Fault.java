package dev.evenkeel.demo.app;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is wrong with a release. All but {@link #WONT_START} leave the health page green: a fleet
 * that trusts it upgrades itself into the ground.
 */
public enum Fault {
  NONE("is fine"),
  ERRORS("answers 30 % of its requests with an error"),
  LATENCY("is 200 ms slower"),
  WONT_START("ends while it starts"),
  LEAK("runs out of memory after about 1,700 requests");

  private final String says;

  Fault(String says) {
    this.says = says;
  }

  /** As written in options, release names and {@code release.properties}: {@code wont-start}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Goes on after 'this release'. */
  public String says() {
    return says;
  }

  /**
   * @throws IllegalArgumentException naming the words there are
   */
  public static Fault of(String word) {
    return Arrays.stream(values())
        .filter(fault -> fault.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "There is no fault '%s'. Known are: %s."
                    .formatted(
                        word,
                        Arrays.stream(values())
                            .map(Fault::word)
                            .collect(Collectors.joining(", ")))));
  }
}
