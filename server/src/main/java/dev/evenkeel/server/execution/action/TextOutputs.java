package dev.evenkeel.server.execution.action;

import java.util.HashMap;
import java.util.Map;

/** What later steps may refer to when an action has brought back a text. */
public final class TextOutputs {
  /** Longer texts are not handed to later steps: half of a value would be worse than none. */
  public static final int LONGEST = 64 * 1024;

  private TextOutputs() {}

  /**
   * The trimmed text under the given name and, when it is a single line, as {@code version} too;
   * nothing when it is longer than {@link #LONGEST} characters.
   */
  public static Map<String, String> of(String name, String text) {
    Map<String, String> outputs = new HashMap<>();
    var trimmed = text.strip();
    if (trimmed.length() <= LONGEST) {
      outputs.put(name, trimmed);
      if (!trimmed.isEmpty() && trimmed.lines().count() == 1) {
        outputs.put("version", trimmed);
      }
    }
    return outputs;
  }
}
