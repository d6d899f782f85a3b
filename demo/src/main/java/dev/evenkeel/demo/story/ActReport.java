package dev.evenkeel.demo.story;

import dev.evenkeel.demo.load.LoadReport;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of one upgrade.
 *
 * @param asExpected whether it came out as it should
 * @param reason the server's own words
 * @param seconds from asking for the run to its end
 * @param load what users saw meanwhile
 * @param badAnswers answers users got from the bad release; 0 for a good one
 * @param detectSeconds from the bad release's first answer, or its start when it never answers, to
 *     the verdict; null when nothing went back
 * @param backSeconds from the verdict to all nodes on the old release again; null when nothing went
 *     back
 * @param versions what every node runs at the end, asked of the nodes
 */
record ActReport(
    String release,
    Outcome outcome,
    boolean asExpected,
    String reason,
    double seconds,
    LoadReport load,
    long badAnswers,
    @Nullable Double detectSeconds,
    @Nullable Double backSeconds,
    Map<String, String> versions) {

  ActReport {
    versions = Map.copyOf(versions);
  }
}
