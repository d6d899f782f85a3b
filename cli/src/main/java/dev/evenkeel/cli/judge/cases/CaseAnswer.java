package dev.evenkeel.cli.judge.cases;

import dev.evenkeel.cli.judge.words.FindingWords;
import dev.evenkeel.cli.server.Json;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** What is said of a case to programs. */
final class CaseAnswer {
  private CaseAnswer() {}

  /** As {@code case,verdict,time_s}. */
  static String line(Judged judged) {
    return "%s,%s,%s".formatted(quoted(judged.id()), judged.outcome().word(), seconds(judged));
  }

  static ObjectNode document(Judged judged) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("case", judged.id());
    document.put("verdict", judged.outcome().word());
    document.put("time", judged.seconds());
    FindingWords.into(document, judged.finding());
    return document;
  }

  private static String seconds(Judged judged) {
    double seconds = judged.seconds();
    return seconds == Math.rint(seconds)
        ? "%d".formatted((long) seconds)
        : String.format(Locale.ROOT, "%.3f", seconds);
  }

  private static String quoted(String text) {
    return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
