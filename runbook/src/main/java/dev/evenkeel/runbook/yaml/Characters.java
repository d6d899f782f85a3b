package dev.evenkeel.runbook.yaml;

import dev.evenkeel.runbook.Findings;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.RunbookReader;
import dev.evenkeel.runbook.Where;
import java.util.Locale;

/** Looks at a text before it is parsed. */
final class Characters {
  private Characters() {}

  static boolean acceptable(String text, Findings findings) {
    if (text.length() > RunbookReader.LONGEST) {
      findings.add(
          Rule.TOO_LARGE,
          Where.NOWHERE,
          RunbookReader.TOO_LONG,
          "Split it into several runbooks, and keep data out of it.");
      return false;
    }
    return printable(text, findings);
  }

  static boolean acceptable(String text, int longest, Findings findings) {
    if (text.length() > longest) {
      findings.add(
          Rule.TOO_LARGE,
          Where.NOWHERE,
          String.format(
              Locale.ROOT,
              "The text has %,d characters; the most that are read are %,d.",
              text.length(),
              longest),
          "Split it into several files.");
      return false;
    }
    return printable(text, findings);
  }

  private static boolean printable(String text, Findings findings) {
    int line = 1;
    int column = 1;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      if (!allowed(c) && !(at == 0 && c == 0xFEFF)) {
        findings.add(
            Rule.BAD_CHARACTER,
            new Where(line, column),
            "The character U+%04X may not stand here.".formatted(c),
            "Remove it; save the file as UTF-8. In quotation marks it can be written as an escape such as \"\\x07\".");
        return false;
      }
      column++;
      if (c == '\n') {
        line++;
        column = 1;
      }
      at += Character.charCount(c);
    }
    return true;
  }

  /** What YAML 1.2 calls printable, without U+FFFD, which stands where bytes were not UTF-8. */
  private static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0x20 && c < 0x7F
        || c == 0x85
        || c >= 0xA0 && c <= 0xD7FF
        || c >= 0xE000 && c < 0xFFFD && c != 0xFEFF
        || c >= 0x10000;
  }
}
