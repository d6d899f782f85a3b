package dev.evenkeel.runbook.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of a condition.
 *
 * @param quoted whether it stood in quotes, so that it is a value whatever it says
 */
record Token(String text, boolean quoted, int offset) {

  boolean is(String sign) {
    return !quoted && text.equals(sign);
  }

  static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '(' || c == ')') {
        tokens.add(new Token(String.valueOf(c), false, at++));
      } else if (isComparison(text, at)) {
        tokens.add(new Token(text.substring(at, at + 2), false, at));
        at += 2;
      } else if (c == '"' || c == '\'') {
        int end = text.indexOf(c, at + 1);
        if (end < 0) {
          throw new Malformed("the quotation mark %c is not closed".formatted(c), at);
        }
        tokens.add(new Token(text.substring(at + 1, end), true, at + 1));
        at = end + 1;
      } else {
        int end = endOfWord(text, at);
        tokens.add(new Token(text.substring(at, end), false, at));
        at = end;
      }
    }
    return tokens;
  }

  private static int endOfWord(String text, int start) {
    int at = start;
    while (at < text.length()
        && !Character.isWhitespace(text.charAt(at))
        && "()".indexOf(text.charAt(at)) < 0
        && !isComparison(text, at)) {
      int close = text.startsWith("${", at) ? text.indexOf('}', at) : -1;
      at = close < 0 ? at + 1 : close + 1;
    }
    return at;
  }

  private static boolean isComparison(String text, int at) {
    return text.startsWith("==", at) || text.startsWith("!=", at);
  }
}
