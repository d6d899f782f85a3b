package dev.evenkeel.judge.novelty;

import java.util.List;
import java.util.Optional;

/**
 * What threw: the class of the innermost exception of an entry and its top frame. Its message is
 * left out, since messages quote what users typed.
 */
final class Trace {
  private static final List<String> ENDINGS = List.of("Exception", "Error", "Throwable", "Failure");

  private Trace() {}

  static Optional<String> of(List<String> lines) {
    String thrown = "";
    String frame = "";
    boolean python = false;
    for (var line : lines) {
      var text = line.strip();
      if (text.startsWith("at ") && !thrown.isEmpty()) {
        frame = frame.isEmpty() ? method(text.substring(3)) : frame;
      } else if (text.startsWith("File \"")) {
        python = true;
        frame = pythonFrame(text); // the innermost comes last
      } else {
        var exception = exception(text);
        if (!exception.isEmpty()) {
          thrown = exception;
          frame = python ? frame : "";
        }
      }
    }
    return thrown.isEmpty()
        ? Optional.empty()
        : Optional.of(frame.isEmpty() ? thrown : thrown + " at " + frame);
  }

  static boolean beginsWithException(String line) {
    int i = 0;
    while (i < line.length() && isOfName(line.charAt(i))) {
      i++;
    }
    return isException(line.substring(0, i)) && (i == line.length() || line.charAt(i) == ':');
  }

  /** The first word that is named like an exception, with its package. */
  private static String exception(String text) {
    int i = 0;
    while (i < text.length()) {
      if (!isOfName(text.charAt(i))) {
        i++;
        continue;
      }
      int from = i;
      while (i < text.length() && isOfName(text.charAt(i))) {
        i++;
      }
      var word = text.substring(from, i);
      if (isException(word) && (i == text.length() || text.charAt(i) == ':')) {
        return Mask.of(word);
      }
    }
    return "";
  }

  private static boolean isException(String word) {
    int name = word.lastIndexOf('.') + 1;
    return name < word.length()
        && Character.isUpperCase(word.charAt(name))
        && ENDINGS.stream()
            .anyMatch(end -> word.endsWith(end) && word.length() - name > end.length());
  }

  private static String method(String frame) {
    int open = frame.indexOf('(');
    return Mask.of(open > 0 ? frame.substring(0, open).strip() : frame);
  }

  private static String pythonFrame(String text) {
    int in = text.lastIndexOf(", in ");
    int quote = text.indexOf('"', 6);
    if (quote < 0) {
      return "";
    }
    var file = text.substring(text.lastIndexOf('/', quote) + 1, quote);
    return (file.startsWith("File \"") ? file.substring(6) : file)
        + (in > 0 ? " " + text.substring(in + 5) : "");
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '$';
  }
}
