package dev.evenkeel.server.execution.action.exec;

import dev.evenkeel.runbook.words.Exec;
import dev.evenkeel.server.execution.action.TextOutputs;
import java.io.IOException;
import java.util.Map;

/** What an exit code means, in words. */
final class Ending {
  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;
  private static final int SIGNALS = 128;

  private Ending() {}

  /** What later steps may refer to. */
  static Map<String, String> outputs(int code, String stdout) {
    var outputs = TextOutputs.of("stdout", stdout);
    outputs.put("exitCode", Integer.toString(code));
    return outputs;
  }

  /**
   * @param lastWords the last line the command printed, empty when it printed nothing
   */
  static String unexpected(String spoken, Exec words, int code, String lastWords) {
    return "`%s` ended with exit code %d%s instead of %d%s"
        .formatted(
            spoken, code, meaning(code), words.done(), lastWords.isEmpty() ? "" : ": " + lastWords);
  }

  private static String meaning(int code) {
    if (code == NOT_EXECUTABLE) {
      return " (the program could not be executed; it may be made for another machine)";
    }
    if (code == NOT_FOUND) {
      return " (the program, or the interpreter its first line names, was not found)";
    }
    int signal = code - SIGNALS;
    return switch (signal) {
      case 9 -> " (killed by a signal, perhaps because memory ran out)";
      case 15 -> " (told to end by a signal)";
      default -> signal > 0 && signal < 65 ? " (ended by signal %d)".formatted(signal) : "";
    };
  }

  /** What the command said last: on stderr, or on stdout when it said nothing there. */
  static String lastWords(Printed out, Printed err) throws IOException {
    var complaint = err.lastLine();
    return complaint.isEmpty() ? out.lastLine() : complaint;
  }
}
